// Documents and actors as sortable tables.
const per = (count, words) => (words ? (1000 * count) / words : 0);
const mostOf = (lists, most = 2) => {
  const counts = new Map();
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, most).map(([value]) => value);
};
const strongOf = (rows) => rows.filter((row) => row.strength === "strong").length;

const DOCUMENT_COLUMNS = [
  { name: "date", title: "Date", of: (doc) => doc.date || "", show: (doc) => doc.date || "undated", isFalling: true },
  { name: "title", title: "Title", of: (doc) => doc.title.toLowerCase(), show: (doc, terms) => [link(doc.isWhole ? fixed(doc.anchor) : sheetOf(doc), withHits(...named(doc.title, terms)), outside(doc)), doc.commitments.length ? documentOpener(doc) : ""] },
  { name: "issuer", title: "Issuer", of: (doc) => doc.issuer.toLowerCase(), show: (doc, terms) => withHits(...named(doc.issuer, terms)) },
  { name: "parties", title: "Parties", of: (doc) => doc.parties.map(actorName).join(), show: (doc, terms) => withHits(...named(brief(doc.parties.map(actorName).sort(), 3), terms)) },
  { name: "count", title: "Commitments", of: (doc) => doc.count, show: (doc) => (doc.commitments.length ? link(`#ledger?document=${encodeURIComponent(doc.anchor)}`, number(doc.count)) : number(doc.count)), isNumber: true, isFalling: true },
  { name: "rate", title: "per 1,000 words", of: (doc) => per(doc.count, doc.words), show: (doc) => per(doc.count, doc.words).toFixed(1), isNumber: true, isFalling: true },
  { name: "strong", title: "Strong", of: (doc) => (doc.count ? strongOf(doc.commitments) / doc.count : -1), show: (doc) => (doc.commitments.length ? percent(strongOf(doc.commitments), doc.commitments.length) : ""), isNumber: true, isFalling: true },
  { name: "areas", title: "Mostly on", of: (doc) => mostAreas(doc.commitments), show: (doc) => mostAreas(doc.commitments) },
];
// A document's card stands in a row of its own under the document's.
const documentOpener = (doc) => {
  const opener = element("button", { type: "button", class: "more", "aria-expanded": "false", "aria-label": `Most concrete commitments of ${doc.title}` }, "Most concrete");
  opener.addEventListener("click", () => {
    const row = opener.closest("tr");
    const open = row.nextElementSibling?.classList.contains("opened") && row.nextElementSibling;
    if (open) open.remove();
    else row.after(element("tr", { class: "opened" }, element("td", { colspan: DOCUMENT_COLUMNS.length }, documentCard(doc))));
    opener.setAttribute("aria-expanded", String(!open));
  });
  return [" ", opener];
};
const documentCard = (doc) =>
  element("div", { class: "card" }, element("ol", {}, mostConcrete(doc.commitments).map((row) =>
    element("li", {}, element("b", {}, brief(row.actorNames, 3) || "Actor not named"), ": ", element("span", { class: "said" }, ...markedSentence(row, [])), " ", chips(row), link(fixed(`row-${row.anchor}`), "Details")))));
const mostAreas = (rows) => mostOf(rows.map((row) => row.areas)).map(areaTitle).join("; ");

const chooseActor = (actor) => `#ledger?actor=${encodeURIComponent(actor.code)}`;
const ACTOR_COLUMNS = [
  { name: "name", title: "Actor", of: (actor) => actor.name.toLowerCase(), show: (actor, terms) => link(chooseActor(actor), withHits(...named(actor.name, terms))) },
  { name: "own", title: "Commitments of its own", of: (actor) => actor.own.length, show: (actor) => link(`${chooseActor(actor)}&alone=yes`, number(actor.own.length)), isNumber: true, isFalling: true },
  { name: "through", title: "as a member of bodies", of: (actor) => actor.through.length, show: (actor) => (actor.through.length ? link(chooseActor(actor), number(actor.through.length)) : "0"), isNumber: true, isFalling: true },
  { name: "bodies", title: "Bodies", of: (actor) => bodiesOf(actor), show: (actor) => bodiesOf(actor) },
  { name: "documents", title: "Documents", of: (actor) => actor.documents.size, show: (actor) => number(actor.documents.size), isNumber: true, isFalling: true },
  { name: "rate", title: "of its own, a document", of: (actor) => actor.own.length / actor.documents.size, show: (actor) => (actor.own.length / actor.documents.size).toFixed(1), isNumber: true, isFalling: true },
  { name: "strong", title: "Strong", of: (actor) => strongOf(actor.own) / actor.own.length, show: (actor) => percent(strongOf(actor.own), actor.own.length), isNumber: true, isFalling: true },
  { name: "areas", title: "Mostly on", of: (actor) => mostAreas(actor.own), show: (actor) => mostAreas(actor.own) },
];
const bodiesOf = (actor) => {
  const bodies = actor.through.map((row) => row.actors.filter((code) => data.bodies.includes(code)));
  return mostOf(bodies, 3).map(actorName).join(", ");
};

// Who commits in these rows: its own commitments, those as a member of bodies, and the documents with its own.
const actorsOf = (rows) => {
  const found = new Map();
  for (const row of rows)
    for (const code of row.actors) {
      if (!found.has(code)) found.set(code, { code, name: actorName(code), own: [], through: [], documents: new Set() });
      found.get(code).own.push(row);
      found.get(code).documents.add(row.document);
    }
  for (const row of rows) for (const code of row.through) found.get(code)?.through.push(row);
  return [...found.values()];
};

const TABLES = {
  documents: { columns: DOCUMENT_COLUMNS, first: "date", caption: "Documents" },
  actors: { columns: ACTOR_COLUMNS, first: "own", caption: "Actors, with their commitments among those that are chosen" },
};

const orderOf = (tab) => {
  const { columns, first } = TABLES[tab];
  const [name, direction] = state.order.split("-");
  const column = columns.find((one) => one.name === name) || columns.find((one) => one.name === first);
  const isDown = column.name === name && direction ? direction === "desc" : Boolean(column.isFalling);
  return { column, isDown };
};

const sorted = (tab, rows) => {
  const { column, isDown } = orderOf(tab);
  const keys = new Map(rows.map((row) => [row, column.of(row)]));
  const direction = isDown ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    return a === b ? 0 : a < b ? -direction : direction;
  });
};

const tableOf = (tab, rows, terms, reorder) => {
  const { columns, caption } = TABLES[tab];
  const { column: by, isDown } = orderOf(tab);
  const heads = columns.map((column) => {
    const isBy = column === by;
    const next = `${column.name}-${isBy ? (isDown ? "asc" : "desc") : column.isFalling ? "desc" : "asc"}`;
    return element("th", { scope: "col", class: column.isNumber && "number", "aria-sort": isBy && (isDown ? "descending" : "ascending") },
      element("button", { type: "button", onclick: () => reorder(next) }, column.title, element("span", { "aria-hidden": "true" }, isBy ? (isDown ? " ↓" : " ↑") : "")));
  });
  const cell = (row, column) => element("td", { "data-label": column.title, class: column.isNumber && "number" }, column.show(row, terms));
  return element("table", { class: `sortable ${tab}` },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, heads)),
    element("tbody", {}, rows.map((row) => element("tr", {}, columns.map((column) => cell(row, column))))));
};
