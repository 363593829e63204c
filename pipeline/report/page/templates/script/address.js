// What is searched for stands in the address behind "#ledger?", so that it can be sent and gone back to.
const TABS = { commitments: "Commitments", demands: "Demands", positions: "Positions", documents: "Documents", actors: "Actors" };
const state = { tab: "commitments", words: "", order: "", page: 1, alone: false, both: false, chosen: {} };

const query = () => {
  const made = new URLSearchParams();
  if (state.tab !== "commitments") made.set("tab", state.tab);
  if (state.words.trim()) made.set("words", state.words.trim());
  for (const [name, values] of Object.entries(state.chosen)) for (const value of values) made.append(name, value);
  if (state.alone) made.set("alone", "yes");
  if (state.both) made.set("both", "yes");
  if (state.order) made.set("order", state.order);
  if (state.page > 1) made.set("page", state.page);
  return made;
};
const address = () => (query().size ? `#ledger?${query()}` : "#ledger");
const isLedger = () => /^#ledger(\?|$)/.test(location.hash);

const recall = (hash) => {
  const asked = new URLSearchParams(hash.slice("#ledger?".length));
  state.tab = asked.get("tab") in TABS ? asked.get("tab") : "commitments";
  state.words = asked.get("words") || "";
  state.order = asked.get("order") || "";
  state.page = Math.max(1, Number.parseInt(asked.get("page"), 10) || 1);
  state.alone = asked.get("alone") === "yes";
  state.both = asked.get("both") === "yes";
  state.chosen = {};
  for (const [name, value] of asked) if (name in facet) (state.chosen[name] ??= new Set()).add(value);
};
const remember = () => {
  if (location.hash !== address()) history.replaceState(null, "", address());
};
