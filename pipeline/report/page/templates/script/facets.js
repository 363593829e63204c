// What can be chosen besides words. A facet takes values off a row; several values of one facet add up.
const year = (doc) => (doc.date ? doc.date.slice(0, 4) : "undated");
const COMMITMENTS = ["commitments", "actors"], SENTENCES = ["commitments", "actors", "demands", "positions"], ALL = [...SENTENCES, "documents"];
const RELATIONS = { repeated: "says again", strengthened: "says more strongly", weakened: "says more weakly", followed_up: "carries on", later: "said again later" };
const relations = (row) => [row.link?.relation, row.thread && row.thread.at(-1).document !== row.document && "later"].filter(Boolean);
const twins = new Set(data.twins);

const FACETS = [
  { name: "actor", title: "Who commits", tabs: COMMITMENTS, of: (row) => (state.alone ? row.actors : row.actors.concat(row.through)), words: actorName },
  { name: "party", title: "Parties", tabs: ["documents"], of: (doc) => doc.parties, words: actorName },
  { name: "towards", title: "Towards whom", tabs: COMMITMENTS, of: (row) => row.towards, words: actorName },
  { name: "area", title: "Policy area", tabs: SENTENCES, of: (row) => row.areas, words: areaTitle },
  { name: "year", title: "Year", tabs: ALL, of: (row) => [year(row.document || row)], latestFirst: true },
  { name: "strength", title: "Strength", tabs: COMMITMENTS, of: (row) => [row.strength], fixed: ["strong", "medium", "weak"] },
  { name: "kind", title: "Announced or reaffirmed", tabs: COMMITMENTS, of: (row) => [row.kind], fixed: ["new", "continuing"], words: (value) => KIND_WORDS[value] },
  {
    name: "deadline", title: "Deadline", tabs: COMMITMENTS, of: deadlineStates, fixed: ["any", "soon", "ahead", "past", "undated"],
    words: (value) => ({ any: "with a deadline", soon: "in the next 12 months", ahead: "ahead", past: "past", undated: "without a date" })[value],
  },
  { name: "due", title: "Due in", tabs: COMMITMENTS, of: (row) => (row.deadline_date ? [row.deadline_date.slice(0, 4)] : []), latestFirst: true },
  {
    name: "sum", title: "Sum or number", tabs: COMMITMENTS, of: (row) => (row.amount ? (row.amount_currency ? ["any", "money"] : ["any"]) : []),
    fixed: ["any", "money"], words: (value) => ({ any: "with a sum or number", money: "with money" })[value],
  },
  {
    name: "form", title: "Refusals and conditions", tabs: COMMITMENTS, of: (row) => [row.isRefusal && "refusal", row.isConditional && "condition"].filter(Boolean),
    fixed: ["refusal", "condition"], words: (value) => ({ refusal: "refusals", condition: "on a condition" })[value],
  },
  {
    name: "again", title: "In other documents", tabs: COMMITMENTS, of: relations, fixed: ["repeated", "strengthened", "weakened", "followed_up", "later"],
    words: (value) => RELATIONS[value],
  },
  { name: "status", title: "What people say became of it", tabs: COMMITMENTS, of: (row) => (row.judgement ? [row.judgement.status] : []) },
  { name: "series", title: "Series", tabs: ALL, of: (row) => ((row.document || row).series ? [(row.document || row).series.name] : []), words: (value) => series.get(value)?.title || value },
  { name: "issuer", title: "Issuer", tabs: ALL, of: (row) => [(row.document || row).issuer || "not known"] },
  { name: "sure", title: "How sure", tabs: COMMITMENTS, of: (row) => [row.trust], fixed: ["sure", "check", "doubtful"] },
  {
    name: "doubt", title: "Gaps", tabs: SENTENCES, fixed: ["actor", "area", "uncertain"],
    of: (row) => [row.type === "commitment" && !row.actors.length && "actor", !row.areas.length && "area", row.uncertain && "uncertain"].filter(Boolean),
    words: (value) => ({ actor: "actor not named", area: "no policy area", uncertain: "policy area uncertain" })[value],
  },
  {
    name: "gap", title: "Gaps", tabs: ["documents"], fixed: ["none", "undated", "inferred", "twin", "long"],
    of: (doc) => [!doc.count && "none", !doc.date && "undated", doc.inferred.includes("parties") && "inferred", twins.has(doc.id) && "twin", !doc.isWhole && "long"].filter(Boolean),
    words: (value) => ({ none: "no commitment found", undated: "without a date", inferred: "parties read off the text", twin: "much the same as another", long: "text in a page of its own" })[value],
  },
  { name: "said", title: "Summary", tabs: COMMITMENTS, of: (row) => data.said.flatMap((_, n) => (said[n].has(row) ? [String(n)] : [])), words: (value) => `sentence ${Number(value) + 1} of the summary`, isHidden: true },
  { name: "document", title: "Document", tabs: SENTENCES, of: (row) => [row.document.anchor], words: (value) => documentsByAnchor.get(value)?.title || value, isHidden: true },
  { name: "row", title: "Commitment", tabs: SENTENCES, of: (row) => [row.anchor], words: (value) => shortened(rowsByAnchor.get(value)?.sentence || value, 60), isHidden: true },
];
const facet = Object.fromEntries(FACETS.map((one) => [one.name, one]));
const wordsOf = (one, value) => (one.words ? one.words(value) : value);

// Values of all rows of a tab, taken off once and numbered; those of "actor" depend on whether bodies are counted in.
const taken = new Map();
const valuesOf = (one, tab, rows) => {
  const key = `${one.name} ${tab === "actors" ? "commitments" : tab} ${one.name === "actor" && state.alone}`;
  if (!taken.has(key)) {
    const numbers = new Map();
    const numbered = (value) => {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      return numbers.get(value);
    };
    const lists = rows.map((row) => one.of(row).map(numbered));
    taken.set(key, { numbers, lists });
  }
  return taken.get(key);
};
const countsOf = (one, tab, rows) => {
  const { numbers, lists } = valuesOf(one, tab, rows);
  const counts = new Uint32Array(numbers.size);
  for (const list of lists) for (const value of list) counts[value]++;
  return new Map([...numbers].map(([value, n]) => [value, counts[n]]));
};

// The rows that fit, and for each facet how many there would be of each value, were nothing chosen in that facet.
const narrow = (tab, rows, terms, facets, chosen, isCounted) => {
  const matches = tab === "documents" ? says.document : says.row;
  const none = { numbers: new Map(), lists: [] };
  const values = facets.map((one) => (isCounted || chosen[one.name]?.size ? valuesOf(one, tab, rows) : none));
  const counts = values.map(({ numbers }) => new Uint32Array(numbers.size));
  const active = facets.flatMap((one, f) => {
    const wanted = [...(chosen[one.name] || [])].map((value) => values[f].numbers.get(value));
    return wanted.length ? [{ f, lists: values[f].lists, wanted, isAll: state.both && one.name === "actor" }] : [];
  });
  const count = (f, i) => {
    for (const value of values[f].lists[i]) counts[f][value]++;
  };
  const found = [];
  for (let i = 0; i < rows.length; i++) {
    const failed = active.filter(({ lists, wanted, isAll }) => {
      const has = (value) => lists[i].includes(value);
      return !(isAll ? wanted.every(has) : wanted.some(has));
    });
    if (failed.length > 1 || !terms.every((term) => matches(rows[i], term))) continue;
    if (failed.length) {
      if (isCounted) count(failed[0].f, i);
      continue;
    }
    found.push(rows[i]);
    if (isCounted) for (let f = 0; f < facets.length; f++) count(f, i);
  }
  const countOf = (f, value) => counts[f][values[f].numbers.get(value)] || 0;
  return { found, countOf };
};
