// A commitment's card: what is known of it, what stands around it, and how to quote it.
const REASONS = [
  [/^(\S.*?) \((\w+)\), [\w ]+?, cues\.csv line \d+/, "the word “$1”"],
  [/actor by subject/, "the actor is the subject of the sentence"],
  [/actor by (?:possessor|modifier)/, "the actor is the one whose it is"],
  [/actor by speaker/, "nobody is named: the speakers of the document commit themselves"],
  [/actor by (?:before|governor|patient)/, "the actor is named elsewhere in the sentence"],
];
const TRUST = { sure: "weighed and held for sure", check: "weighed, to be checked", doubtful: "weighed and held for doubtful" };
const whyFound = (row) => {
  const found = [];
  for (const [pattern, words] of REASONS) {
    const hit = row.reason.match(pattern);
    if (hit) found.push(words.replace("$1", hit[1] ?? ""));
  }
  return [...found, TRUST[row.trust]].join("; ");
};

const around = (row) => {
  const { document: doc, sentenceRecord: { n } } = row;
  const near = (at) => (doc.sentences.has(at) ? textOf(doc.sentences.get(at).stretches) : "");
  return [near(n - 1), near(n + 1)];
};

const citation = (row) => {
  const doc = row.document;
  const place = row.type === "commitment" ? `commitment ${row.commitment_id}` : `sentence ${row.sentence_id}`;
  const from = row.type === "commitment" ? `, characters ${Math.min(row.cue_start, row.action_start)} to ${Math.max(row.cue_end, row.action_end)} of the cleaned text` : "";
  const source = [doc.issuer, `“${doc.title}”`, doc.date || "undated", doc.url].filter(Boolean).join(", ");
  return `“${row.sentence}” (${source}; ${place}${from}; found by Communiqué ${data.version})`;
};

const copied = (text, button) => {
  const done = () => {
    const before = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  };
  const byHand = () => {
    const field = element("textarea", { class: "unseen" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
    done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand);
  else byHand();
};

const judgementWords = ({ status, evidence, note, by, date }) =>
  [`${status}, as ${by || "a reader"} judged on ${date}`, note, webLink(evidence) || evidence ? [" ", webLink(evidence, "evidence") || evidence] : ""]
    .filter(Boolean).flatMap((words, n) => (n === 1 && typeof words === "string" ? [": ", words] : words));
const facts = (row) => {
  const known = [
    ["Who", row.type === "commitment" && `${row.actorNames.join(", ") || "not named"}${row.actor_text ? `, in the text “${row.actor_text}”` : ""}`],
    ["Towards", row.towardsNames.join(", ")],
    ["By when", row.deadline && deadlineWords(row)],
    ["How much", row.amount && `${row.amount}${row.amount_currency ? ` (${number(Number(row.amount_value))} ${row.amount_currency})` : ""}`],
    ["Became", row.judgement && judgementWords(row.judgement)],
    ["Found by", row.type === "commitment" && whyFound(row)],
    ["Before it", around(row)[0]],
    ["After it", around(row)[1]],
  ];
  return known.filter(([, words]) => words).map(([title, words]) => element("div", {}, element("dt", {}, title), element("dd", {}, words)));
};

// What an earlier sentence was made into: words taken out and put in, by the longest run of words that both keep.
const rewritten = (earlier, later) => {
  const [from, to] = [earlier.split(/\s+/), later.split(/\s+/)];
  const kept = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      kept[i][j] = from[i] === to[j] ? kept[i + 1][j + 1] + 1 : Math.max(kept[i + 1][j], kept[i][j + 1]);
  const parts = [];
  const say = (kind, word) => {
    if (parts.at(-1)?.kind === kind) parts.at(-1).words.push(word);
    else parts.push({ kind, words: [word] });
  };
  for (let i = 0, j = 0; i < from.length || j < to.length; ) {
    if (i < from.length && j < to.length && from[i] === to[j]) say("span", to[j++]), i++;
    else if (j < to.length && (i === from.length || kept[i][j + 1] > kept[i + 1][j])) say("ins", to[j++]);
    else say("del", from[i++]);
  }
  return parts.flatMap(({ kind, words }) => [element(kind, {}, words.join(" ")), " "]);
};

const CHANGED = { cue: "the words that bind", amount: "sum", scope: "what it covers", partners: "who takes part", mechanism: "how it is done" };
const changedWords = ({ changed }) => (changed.length ? `; changed: ${changed.map((what) => CHANGED[what] || what).join(", ")}` : "");
const threadOf = (row) =>
  element("div", { class: "thread" }, element("h3", {}, "The same, through the documents"),
    element("ol", {}, row.thread.map((one) =>
      element("li", {}, one === row ? element("b", {}, one.document.date || "undated", " (this one)") : link(placeOf(one), `${one.document.date || "undated"} · ${shortened(one.document.title, 70)}`),
        one.link ? [` ${one.link.isSure ? "" : "perhaps "}${RELATIONS[one.link.relation]} what was said${changedWords(one.link)}`,
          one.link.earlier && one.link.earlier.sentence !== one.sentence ? element("p", { class: "said" }, rewritten(one.link.earlier.sentence, one.sentence)) : ""] : ""))));

const cardOf = (row) => {
  const quote = element("button", { type: "button" }, "Copy quotation with citation");
  quote.addEventListener("click", () => copied(citation(row), quote));
  const permanent = element("button", { type: "button" }, "Copy link");
  permanent.addEventListener("click", () => copied(location.href.split("#")[0] + fixed(row.anchor), permanent));
  return element("div", { class: "card" },
    element("dl", {}, ...facts(row)),
    row.thread ? threadOf(row) : "",
    element("p", { class: "buttons" }, quote, " ", permanent, " ", link(placeOf(row), "Read in the document", outside(row.document))));
};

const toggleCard = (item, row, opener) => {
  const open = item.querySelector(".card");
  if (open) open.remove();
  else item.append(cardOf(row));
  opener.setAttribute("aria-expanded", String(!open));
};
