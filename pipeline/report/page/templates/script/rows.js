// A row: who, the whole sentence with cue, action and hits marked, what is to be known of it, and where it stands.
const ROLES = { c: "cue", a: "action", w: "actor", e: "entity" };
const rolesOf = (marks, k) =>
  [...new Set(marks.filter((mark) => (k === undefined ? true : mark.slice(1) === k && "ca".includes(mark[0]))).map((mark) => ROLES[mark[0]]))];

const markedSentence = (row, terms) => {
  const hits = places(textOf(row.sentenceRecord.stretches), terms);
  let at = 0;
  return row.sentenceRecord.stretches.map((raw) => {
    const { text, marks } = stretchOf(raw);
    const roles = rolesOf(marks, row.k);
    const shown = withHits(text, hits, at);
    at += text.length;
    return roles.length ? element("span", { class: `m ${roles.join(" ")}` }, shown) : shown;
  });
};

const chip = (words, kind = "") => [element("span", { class: `chip ${kind}` }, words), " "];
const threadChip = ({ thread, link }) => {
  const count = thread ? documentsOf(thread).size : 1;
  if (count < 2) return "";
  const words = `in ${count} documents since ${thread[0].document.date || "an undated one"}`;
  return link && !link.isSure ? chip(`perhaps ${words}`, "doubt") : chip(words);
};
const chips = (row) => {
  const areas = row.areas.map((code) => chip(areaTitle(code), "area"));
  if (row.uncertain) areas.push(chip("area uncertain", "doubt"));
  if (row.type !== "commitment") return areas;
  return [
    chip(row.strength, `strength ${row.strength}`),
    chip(KIND_WORDS[row.kind]),
    row.isRefusal ? chip("refusal", "refusal") : "",
    row.isConditional ? chip("on a condition") : "",
    row.deadline ? chip(deadlineWords(row), "deadline") : "",
    row.amount ? chip(row.amount, "sum") : "",
    threadChip(row),
    row.judgement ? chip(`${row.judgement.status}, says ${row.judgement.by || "a reader"}`) : "",
    ...areas,
    row.trust === "sure" ? "" : chip(row.trust, "doubt"),
  ];
};

const placeOf = (row) => (row.document.isWhole ? fixed(row.anchor) : `${sheetOf(row.document)}${fixed(row.anchor)}`);
// As file_name() of pipeline/filenames.py writes it.
const unsafe = /[<>:"/\\|?*%]|^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/gi;
const escaped = (part) => `%${part.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}${part.slice(1)}`;
const sheetOf = (doc) => `${data.sheets}${encodeURIComponent(doc.id.replace(unsafe, escaped))}.html`;
// What lies in a page of its own is marked: the link leads nowhere where this file was sent alone.
const outside = (doc) => (doc.isWhole ? "" : element("span", { title: "in the folder documents, beside this file" }, " ↗"));

const rowItem = (row, terms) => {
  const item = element("li", { class: "row", id: `row-${row.anchor}` });
  const opener = element("button", { type: "button", class: "more", "aria-expanded": "false" }, "Details");
  opener.addEventListener("click", () => toggleCard(item, row, opener));
  const doc = row.document;
  item.append(
    ...(row.type === "commitment"
      ? [element("p", { class: "who" }, element("b", {}, withHits(...named(brief(row.actorNames) || "Actor not named", terms))),
          row.towardsNames.length ? element("span", { class: "towards" }, " towards ", withHits(...named(brief(row.towardsNames), terms))) : "")]
      : []),
    element("p", { class: "said" }, ...markedSentence(row, terms)),
    element("p", { class: "chips" }, ...chips(row)),
    element("p", { class: "source" }, link(placeOf(row), doc.date || "undated", " · ", withHits(...named(shortened(doc.title, 90), terms)), outside(doc)), " ", opener),
  );
  return item;
};
const named = (text, terms) => [text, places(text, terms)];
