// The search: form, tabs, filters, list, and the address that keeps them.
const PAGE = 25, PRINTED = 2000;
const form = byId("filters");
const ORDERS = {
  newest: ["newest first", () => 0],
  oldest: ["oldest first", (one, other) => (one.document.date || "9") < (other.document.date || "9") ? -1 : one.document.date === other.document.date ? 0 : 1],
  deadline: ["next deadline first", (one, other) => urgency(one) - urgency(other)],
  strong: ["strongest first", (one, other) => RANK[one.strength] - RANK[other.strength]],
  concrete: ["most concrete first", (one, other) => concreteness(other) - concreteness(one)],
  doubt: ["least sure first", (one, other) => one.confidence - other.confidence],
};
const RANK = { strong: 0, medium: 1, weak: 2 };
const DAY = 86_400_000;
const urgency = (row) => {
  if (!row.deadline_date) return row.deadline ? 1e8 : 2e8;
  const days = (Date.parse(row.deadline_date) - Date.parse(TODAY)) / DAY;
  return days >= 0 ? days : 1e6 - days;
};
const facetsOf = (tab) => FACETS.filter((one) => one.tabs.includes(tab));
const rowsOfTab = (tab) => all[tab === "actors" ? "commitments" : tab];
const isList = (tab) => !(tab in TABLES);

let found = {}, terms = [];

const search = () => {
  terms = read(state.words);
  found = {};
  for (const tab of ["commitments", "demands", "positions", "documents"])
    found[tab] = narrow(tab, rowsOfTab(tab), terms, facetsOf(tab), state.chosen, tab === state.tab || (tab === "commitments" && state.tab === "actors"));
  found.actors = { ...found.commitments, found: actorsOf(found.commitments.found) };
};

const inOrder = () => {
  const { found: rows } = found[state.tab];
  if (!isList(state.tab)) return sorted(state.tab, rows);
  const isOffered = state.order === "oldest" || state.tab === "commitments";
  const [, compare] = (isOffered && ORDERS[state.order]) || ORDERS.newest;
  return [...rows].sort(compare);
};

const showTabs = () => {
  const tabs = form.querySelector(".tabs");
  if (!tabs.children.length)
    for (const [tab, title] of Object.entries(TABS))
      tabs.append(element("button", { type: "button", role: "tab", id: `tab-${tab}`, "aria-controls": "found", onclick: () => change({ tab, page: 1, order: "" }) }, title, " ", element("span", { class: "of" })));
  for (const tab of Object.keys(TABS)) {
    const button = byId(`tab-${tab}`);
    button.setAttribute("aria-selected", String(tab === state.tab));
    button.tabIndex = tab === state.tab ? 0 : -1;
    button.lastChild.textContent = number(found[tab].found.length);
  }
};
const moveTab = (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const names = Object.keys(TABS);
  const tab = names[(names.indexOf(state.tab) + step + names.length) % names.length];
  change({ tab, page: 1, order: "" });
  byId(`tab-${tab}`).focus();
};

// Filters are made once for each tab; afterwards their counts change in place, so that focus and scrolling stay.
const made = new Map(), OPEN = new Set(["actor", "party", "area"]);
const valuesInOrder = (one, rows, tab) => {
  if (one.fixed) return one.fixed;
  const counts = countsOf(one, tab, rows);
  const values = [...counts.keys()];
  return one.latestFirst ? values.sort().reverse() : values.sort((a, b) => counts.get(b) - counts.get(a) || (wordsOf(one, a) < wordsOf(one, b) ? -1 : 1));
};
const makeFacet = (one, tab) => {
  const choices = new Map();
  const list = element("ul", {});
  for (const value of valuesInOrder(one, rowsOfTab(tab), tab)) {
    const box = element("input", { type: "checkbox", name: one.name, value });
    const count = element("span", { class: "of" });
    const item = element("li", {}, element("label", {}, box, " ", wordsOf(one, value), " ", count));
    choices.set(value, { box, count, item });
    list.append(item);
  }
  const finder = element("input", { type: "search", class: "finder", "aria-label": `Find in ${one.title}`, placeholder: "find", autocomplete: "off" });
  finder.addEventListener("input", (event) => {
    event.stopPropagation();
    const asked = foldedText(finder.value).trim();
    for (const [value, { item }] of choices) item.classList.toggle("unfound", !foldedText(wordsOf(one, value)).includes(asked));
  });
  const extra = one.name === "actor" ? actorChoices() : [];
  const chosen = element("span", { class: "of" });
  const body = element("details", { class: "facet" }, element("summary", {}, one.title, " ", chosen), choices.size > 12 ? finder : "", extra, list);
  body.open = OPEN.has(one.name);
  return { one, choices, body, chosen };
};
const actorChoices = () => [
  element("label", { class: "tick" }, element("input", { type: "checkbox", name: "alone", value: "yes" }), " its own only, not as a member of bodies"),
  element("label", { class: "tick" }, element("input", { type: "checkbox", name: "both", value: "yes" }), " all of the chosen together"),
];
const showFacets = () => {
  const key = state.tab === "actors" ? "commitments" : state.tab;
  if (!made.has(key)) made.set(key, facetsOf(key).filter((one) => !one.isHidden).map((one) => makeFacet(one, key)).filter(({ choices }) => choices.size));
  const bodies = made.get(key).map(({ body }) => body);
  const list = byId("facet-list");
  if (list.firstChild !== bodies[0]) list.replaceChildren(...bodies);
  const placeOfFacet = new Map(facetsOf(key).map((one, f) => [one, f]));
  for (const { one, choices, body, chosen } of made.get(key)) {
    const wanted = state.chosen[one.name];
    chosen.textContent = wanted?.size ? `(${wanted.size})` : "";
    if (wanted?.size) body.open = true;
    for (const [value, { box, count, item }] of choices) {
      const many = found[key].countOf(placeOfFacet.get(one), value);
      box.checked = Boolean(wanted?.has(value));
      count.textContent = number(many);
      item.classList.toggle("empty", !many && !box.checked);
    }
  }
  for (const name of ["alone", "both"]) for (const box of list.querySelectorAll(`[name=${name}]`)) box.checked = state[name];
};

const chosenItems = () =>
  Object.entries(state.chosen).flatMap(([name, values]) =>
    [...values].map((value) =>
      element("li", {}, element("button", { type: "button", class: "chip", "aria-label": `Remove ${wordsOf(facet[name], value)}`, onclick: () => drop(name, value) },
        `${wordsOf(facet[name], value)} ×`))));
const drop = (name, value) => {
  state.chosen[name].delete(value);
  if (!state.chosen[name].size) delete state.chosen[name];
  change({ page: 1 });
};

// Of a large corpus the file holds the rows of the newest documents only.
const isPart = all.commitments.length < data.total;
const showStatus = (rows) => {
  const total = state.tab === "actors" ? actorsOf(all.commitments).length : all[state.tab].length;
  const applied = new Set(facetsOf(state.tab).map((one) => one.name));
  const idle = Object.keys(state.chosen).filter((name) => !applied.has(name)).map((name) => facet[name].title);
  const begun = terms.filter(({ isWhole }) => !isWhole).map(({ tokens }) => `“${tokens[0]}…”`);
  byId("shown").textContent =
    `${number(rows.length)} of ${number(total)} ${TABS[state.tab].toLowerCase()}${isPart && state.tab !== "documents" ? " in this file" : ""} shown.` +
    (state.chosen.actor && state.tab === "commitments" ? membersWords(rows) : "") +
    (begun.length && rows.length ? ` Not a word of its own: beginnings are found, ${begun.join(", ")}.` : "") +
    (idle.length ? ` Not used here: ${idle.join(", ")}.` : "") +
    (rows.length ? "" : " Nothing fits all of this: take out a filter or a word, or look at the other tabs.");
  const items = chosenItems();
  if (items.length || state.words) items.push(element("li", {}, element("button", { type: "button", id: "all", onclick: reset }, "Show all")));
  byId("chosen").replaceChildren(...items);
  const count = Object.values(state.chosen).reduce((sum, values) => sum + values.size, 0);
  byId("chosen-count").textContent = count ? ` (${count})` : "";
};
const membersWords = (rows) => {
  const own = rows.filter((row) => row.actors.some((code) => state.chosen.actor.has(code))).length;
  return own < rows.length ? ` ${number(own)} of its own, ${number(rows.length - own)} as a member of bodies.` : "";
};
const reset = () => {
  for (const box of form.querySelectorAll(".finder")) box.value = "";
  change({ words: "", chosen: {}, alone: false, both: false, page: 1, order: "" });
};

const showOrders = () => {
  const orders = isList(state.tab) ? (state.tab === "commitments" ? Object.entries(ORDERS).map(([name, [words]]) => [name, words]) : [["newest", "newest first"], ["oldest", "oldest first"]])
    : TABLES[state.tab].columns.flatMap(({ name, title, isFalling }) => [[`${name}-${isFalling ? "desc" : "asc"}`, title]]);
  const select = byId("order");
  select.replaceChildren(...orders.map(([name, words]) => element("option", { value: name }, words)));
  const { column, isDown } = isList(state.tab) ? {} : orderOf(state.tab);
  select.value = isList(state.tab) ? state.order || "newest" : `${column.name}-${isDown ? "desc" : "asc"}`;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
};

const show = (size = PAGE) => {
  const rows = inOrder();
  const step = isList(state.tab) ? size : Math.max(size, 100);
  const pages = Math.max(1, Math.ceil(rows.length / step));
  state.page = Math.min(state.page, pages);
  const here = rows.slice((state.page - 1) * step, state.page * step);
  showTabs();
  showFacets();
  showStatus(rows);
  showOrders();
  byId("rows").replaceChildren(...(isList(state.tab) ? here.map((row) => rowItem(row, terms)) : []));
  byId("rows").hidden = !isList(state.tab);
  byId("tables").replaceChildren(...(isList(state.tab) ? [] : [tableOf(state.tab, here, terms, (order) => change({ order, page: 1 }))]));
  const turn = (words, page, isPossible) => element("button", { type: "button", disabled: !isPossible, onclick: () => { change({ page }); byId("found").scrollIntoView(); } }, words);
  byId("pager").replaceChildren(...(pages < 2 ? [] : [
    turn("Back", state.page - 1, state.page > 1),
    ` Page ${number(state.page)} of ${number(pages)} `,
    turn("Next", state.page + 1, state.page < pages)]));
};

const change = (changes) => {
  Object.assign(state, changes);
  search();
  show();
  remember();
};

const readForm = (event) => {
  const field = event.target;
  if (field.name === "words") state.words = field.value;
  else if (field.name === "alone" || field.name === "both") state[field.name] = field.checked;
  else if (field.name in facet) {
    const chosen = (state.chosen[field.name] ??= new Set());
    if (field.checked) chosen.add(field.value);
    else chosen.delete(field.value);
    if (!chosen.size) delete state.chosen[field.name];
  } else return;
  change({ page: 1 });
};

const showRow = (anchor) => {
  const row = rowsByAnchor.get(anchor);
  if (!row) return;
  recall(`#ledger?row=${encodeURIComponent(anchor)}`);
  if (row.type !== "commitment") state.tab = `${row.type}s`;
  showLedger();
  byId("rows").querySelector(".more")?.click();
};
const showLedger = () => {
  form.elements.words.value = state.words;
  search();
  show();
  const left = history.state?.row || (address() === returnTo && leftRow);
  const came = left && byId(left);
  if (came) {
    came.scrollIntoView({ block: "center" });
    came.querySelector("a")?.focus({ preventScroll: true });
  } else if (location.hash.startsWith("#ledger") || location.hash.startsWith("#row-")) byId("ledger").scrollIntoView();
};

// The text of the document is not in this file: what there is of it is listed, and leads to its page.
const showElsewhere = (doc, anchor) => {
  if (rowsByAnchor.has(anchor)) showRow(anchor);
  else {
    const title = new URLSearchParams({ tab: "documents", words: `"${doc.title.replace(/["“”„]/g, " ")}"` });
    recall(doc.commitments.length ? `#ledger?document=${encodeURIComponent(doc.anchor)}` : `#ledger?${title}`);
    showLedger();
  }
  byId("ledger").scrollIntoView();
};

const follow = () => {
  const anchor = decodeURIComponent(location.hash.slice(1));
  if (isLedger()) {
    recall(location.hash);
    showLedger();
  } else if (anchor.startsWith("row-")) showRow(anchor.slice("row-".length));
  else showPlace(anchor);
};

// Deadlines of the coming year, by the clock of the reader.
const showDue = () => {
  const due = all.commitments.filter((row) => row.deadline_date >= TODAY && row.deadline_date <= IN_A_YEAR).sort((one, other) => (one.deadline_date < other.deadline_date ? -1 : 1));
  if (!due.length) return;
  byId("due").append(
    element("h3", {}, "Due in the next 12 months"),
    element("ul", { class: "cards" }, due.slice(0, 8).map((row) =>
      element("li", {}, element("b", {}, row.deadline_date), ` ${brief(row.actorNames, 3) || "Actor not named"}: `, link(placeOf(row), row.action), outside(row.document)))),
    element("p", {}, link("#ledger?deadline=soon&order=deadline", `All ${number(due.length)}`), ", and in the calendar file ", element("code", {}, "deadlines.ics"), " beside this page."));
};

const start = () => {
  form.hidden = false;
  document.querySelector(".bar").hidden = false;
  byId("facets").open = matchMedia("(min-width: 64rem)").matches;
  document.documentElement.classList.add("scripted");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", readForm);
  form.querySelector(".tabs").addEventListener("keydown", moveTab);
  byId("order").addEventListener("change", (event) => change({ order: event.target.value, page: 1 }));
  byId("take").addEventListener("click", () => download(csvOf(state.tab, inOrder()), `${state.tab}.csv`));
  byId("copy").addEventListener("click", (event) => copied(tableText(state.tab, inOrder()), event.target));
  byId("print").addEventListener("click", () => print());
  // The place in the list is kept with the address, so that the way back ends at the row from which one left.
  byId("found").addEventListener("click", (event) => {
    const row = event.target.closest("a") && event.target.closest(".row");
    if (!event.target.closest("a")) return;
    returnTo = address();
    leftRow = row?.id;
    history.replaceState(row ? { row: row.id } : null, "", address());
  });
  byId("pictures").addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-choose]");
    if (chosen) location.hash = `#ledger?${chosen.dataset.choose}`;
  });
  addEventListener("hashchange", follow);
  showDue();
  markToday();
  // A sentence of the summary leads to its rows where the file has some.
  for (const shown of document.querySelectorAll('a[href^="#ledger?said="]'))
    if (!said[Number(shown.hash.split("=")[1])]?.size) shown.remove();
  addEventListener("beforeprint", () => show(PRINTED));
  addEventListener("afterprint", () => show());
  if (documents.length === 1) showDocument(documents[0]);
  if (!isLedger()) { search(); show(); }
  follow();
  setTimeout(foldAtLeisure, 500);
};
start();
