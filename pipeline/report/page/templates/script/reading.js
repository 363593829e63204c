// The reading view: one document with its commitments marked, and the way back to the list.
let returnTo = "#ledger", leftRow = "";

// The most concrete commitments: strong ones with a deadline or a sum by somebody who is named.
const concreteness = (row) =>
  2 * (row.strength === "strong") + (row.strength === "medium") + 2 * Boolean(row.deadline) + 2 * Boolean(row.amount) +
  Boolean(row.actors.length) + 0.5 * (row.kind === "new") - 3 * (row.trust === "doubtful") - (row.trust === "check");
const mostConcrete = (rows, most = 3) =>
  [...rows].sort((one, other) => concreteness(other) - concreteness(one)).slice(0, most);

const noteOf = (row, mark) =>
  element("span", {},
    mark ? element("b", { class: "count" }, `${mark} `) : "",
    link(fixed(`row-${row.anchor}`), element("b", {}, brief(row.actorNames, 3) || "Actor not named")), " ",
    ...chips(row));

const sentenceOf = (doc, [n, stretches], rows, isFirst) => {
  const isSeveral = rows.length > 1;
  const begun = new Set(), counted = new Set();
  const shown = stretches.map((raw) => {
    const { text, marks, note } = stretchOf(raw);
    const starting = (known, letters) => {
      const starts = rows.filter((row) => !known.has(row) && marks.some((mark) => mark.slice(1) === row.k && letters.includes(mark[0])));
      starts.forEach((row) => known.add(row));
      return starts;
    };
    const anchors = starting(begun, "ca").map((row) => element("span", { id: row.anchor, tabindex: "-1" }));
    // The number stands before what is promised: the words that bind may be those of several.
    const numbers = isSeveral ? starting(counted, "a").map((row) => element("sup", {}, row.k)) : [];
    const roles = rolesOf(marks);
    return [anchors, numbers, roles.length ? element("span", { class: `m ${roles.join(" ")}`, title: note }, text) : text];
  });
  return element("span", { class: "sentence", id: isFirst && `s-${doc.name}:${n}`, tabindex: "-1" }, ...shown);
};

// In a margin, notes begin beside their sentence; without one they follow it.
const hasMargin = matchMedia("(min-width: 68rem)");
const passageOf = (doc, [kind, marker, lines], rowsOf, noted) => {
  let isBehindNote = false;
  return element("p", { class: kind },
    marker.trim() ? element("span", { class: "marker" }, marker) : "",
    lines.map((line) => {
      if (typeof line === "string") return isBehindNote ? line.trimStart() : line;
      const isFirst = !noted.has(line[0]);
      const rows = (isFirst && rowsOf.get(line[0])) || [];
      noted.add(line[0]);
      const several = rows.length > 1;
      const notes = rows.length ? element("small", { class: "aside" }, rows.map((row) => noteOf(row, several ? row.k : ""))) : "";
      isBehindNote = Boolean(notes) && !hasMargin.matches;
      return hasMargin.matches ? [notes, sentenceOf(doc, line, rows, isFirst)] : [sentenceOf(doc, line, rows, isFirst), notes];
    }));
};

const headOf = (doc) => {
  const parties = doc.parties.map(actorName).sort();
  const near = (step) => documents[doc.order + step];
  const to = (other, words) => (other ? link(fixed(other.anchor), words) : "");
  const concrete = mostConcrete(doc.commitments);
  return [
    element("p", { class: "ways" }, link(returnTo, "← Back to the list"), " ", to(near(-1), "Newer document"), " ", to(near(1), "Older document")),
    element("h3", { id: doc.anchor, tabindex: "-1" }, doc.title),
    element("p", { class: "about" }, [
      doc.date || "undated", doc.inferred.includes("date") && doc.date ? " (read off the text)" : "",
      doc.issuer ? ` · ${doc.issuer}` : "", parties.length ? ` · parties: ${brief(parties)}` : "",
      doc.inferred.includes("parties") && parties.length ? " (read off the text)" : "",
      webLink(doc.url) ? [" · ", webLink(doc.url, "original")] : "", doc.licence ? ` · ${doc.licence}` : "",
    ]),
    element("p", { class: "about" }, link(`#ledger?document=${encodeURIComponent(doc.anchor)}`, plural(doc.count, "commitment")),
      ` in ${plural(doc.sentenceCount, "sentence")} and ${plural(doc.words, "word")}`, doc.commitments.length ? `, mostly on ${mostAreas(doc.commitments)}` : "", "."),
    seriesOf(doc),
    concrete.length > 1 ? element("div", { class: "concrete" }, element("h4", {}, "Most concrete"),
      element("ol", {}, concrete.map((row) => element("li", {}, link(fixed(row.anchor), brief(row.actorNames, 3) || "Actor not named"), ": ", row.action)))) : "",
  ];
};
const seriesOf = (doc) => {
  if (!doc.series) return "";
  const place = doc.series.documents.indexOf(doc);
  const [before, after] = [doc.series.documents[place - 1], doc.series.documents[place + 1]];
  const again = doc.commitments.filter((row) => row.link).length;
  return element("div", { class: "concrete" }, element("h4", {}, `${doc.series.title}: ${place + 1} of ${doc.series.documents.length}`),
    element("p", {}, before ? link(fixed(before.anchor), `← ${before.date} ${shortened(before.title, 60)}`) : "", " ", after ? link(fixed(after.anchor), `${after.date} ${shortened(after.title, 60)} →`) : ""),
    before && again ? element("p", {}, `${plural(again, "commitment")} of this document took up earlier ones.`) : "",
    doc.dropped ? element("details", {}, element("summary", {}, `${plural(doc.dropped.length, "commitment")} of the document before ${doc.dropped.length === 1 ? "is" : "are"} not said here`),
      element("ul", {}, doc.dropped.map((row) => element("li", {}, link(fixed(row.anchor), brief(row.actorNames, 3) || "Actor not named"), ": ", row.action)))) : "");
};
const LEGEND = [["action", "what is promised"], ["cue action", "the words that bind"], ["actor", "who promises"], ["entity", "name, date or sum"]];

const showDocument = (doc) => {
  const rowsOf = new Map();
  for (const row of doc.commitments) rowsOf.set(row.sentenceRecord.n, [...(rowsOf.get(row.sentenceRecord.n) || []), row]);
  const noted = new Set();
  byId("sheet").replaceChildren(
    ...headOf(doc).flat().filter(Boolean),
    element("p", { class: "legend" }, LEGEND.map(([roles, words]) => [element("span", { class: `m ${roles}` }, words), " "])),
    element("div", { class: "text" }, doc.passages.map((passage) => passageOf(doc, passage, rowsOf, noted))),
    element("p", { class: "ways" }, link(returnTo, "← Back to the list")));
  byId("reading").hidden = false;
  byId("reading").dataset.document = doc.anchor;
};

const showPlace = (anchor) => {
  for (const old of document.querySelectorAll(".sentence.chosen")) old.classList.remove("chosen");
  const doc = documentsByAnchor.get(anchor.replace(/^[cs]-(.*):[\d.]+$/, "d-$1"));
  if (!doc) return false;
  if (!doc.isWhole) {
    showElsewhere(doc, anchor);
    return true;
  }
  if (byId("reading").hidden || byId("reading").dataset.document !== doc.anchor) showDocument(doc);
  const place = byId(anchor);
  const sentence = place.closest(".sentence");
  sentence?.classList.add("chosen");
  place.focus({ preventScroll: true });
  const near = () => place.scrollIntoView({ block: sentence ? "center" : "start" });
  near();
  // The browser goes to the address by itself when it has loaded the page, and puts the place under the upper edge.
  if (document.readyState !== "complete") addEventListener("load", () => setTimeout(near), { once: true });
  return true;
};
