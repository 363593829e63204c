// The data as the page holds it: documents with passages, lines and stretches; commitments as rows of columns.
const data = JSON.parse(byId("data").textContent);
const WHOLE = 2;
const KIND_WORDS = { new: "announced", continuing: "reaffirmed" };

const stretchOf = (raw) =>
  typeof raw === "string"
    ? { text: raw, marks: [], note: "" }
    : { text: raw[0], marks: raw[1] ? raw[1].split(" ") : [], note: raw.length > 2 ? data.notes[raw[2]] : "" };
const textOf = (stretches) => stretches.map((raw) => (typeof raw === "string" ? raw : raw[0])).join("");

const markedAs = ({ stretches }, mark) =>
  stretches.map(stretchOf).filter(({ marks }) => marks.includes(mark)).map(({ text }) => text).join("");

const sentencesOf = (doc) => {
  const found = new Map();
  for (const [, , lines] of doc.passages)
    for (const line of lines) {
      if (typeof line === "string") continue;
      const [n, stretches, acts, areas, uncertain] = line;
      const known = found.get(n);
      if (known) known.stretches.push(" ", ...stretches);
      else found.set(n, { document: doc, n, stretches: [...stretches], acts: acts.map((i) => data.acts[i]), areas, uncertain });
    }
  return found;
};

const documentOf = ([about, extent, passages, rows], order) => {
  const [id, name, title, date, issuer, url, licence, source, parties, inferred, words, sentenceCount, count] = about;
  const doc = {
    order, id, name, title, date, issuer, url, licence, source, parties, inferred, words, sentenceCount, count, passages,
    anchor: `d-${name}`,
    isWhole: extent === WHOLE,
  };
  doc.sentences = sentencesOf(doc);
  doc.commitments = rows.map((values) => commitmentOf(doc, values));
  return doc;
};

const commitmentOf = (doc, values) => {
  const row = Object.fromEntries(data.columns.map((name, i) => [name, values[i]]));
  const [through, uncertain] = values.slice(data.columns.length);
  const [n, k] = row.commitment_id.split(".");
  const sentence = doc.sentences.get(Number(n));
  return Object.assign(row, {
    type: "commitment", document: doc, k, through, uncertain, sentenceRecord: sentence,
    anchor: `c-${doc.name}:${row.commitment_id}`,
    doc_id: doc.id,
    sentence_id: `${doc.id}:${n}`,
    commitment_id: `${doc.id}:${row.commitment_id}`,
    sentence: row.sentence || textOf(sentence.stretches),
    cue: row.cue || markedAs(sentence, `c${k}`),
    action: row.action || markedAs(sentence, `a${k}`),
    reason: row.reason.map((n) => data.notes[n]).join(" "),
    isRefusal: row.negated === "true",
    isConditional: row.conditional === "true",
    trust: row.confidence < 0.5 ? "doubtful" : row.confidence < 0.75 ? "check" : "sure",
    actorNames: row.actors.map((code) => data.actors[code]).sort(),
    towardsNames: row.towards.map((code) => data.actors[code]).sort(),
  });
};

const statement = (type) => (sentence) => ({
  type, document: sentence.document, sentenceRecord: sentence, areas: sentence.areas, uncertain: sentence.uncertain,
  sentence: textOf(sentence.stretches), actorNames: [], towardsNames: [], k: "",
  sentence_id: `${sentence.document.id}:${sentence.n}`, anchor: `s-${sentence.document.name}:${sentence.n}`,
});

const documents = data.documents.map(documentOf);
const sentences = documents.flatMap((doc) => [...doc.sentences.values()]);
const doing = (act) => sentences.filter((sentence) => sentence.acts.includes(act)).map(statement(act));
const all = {
  commitments: documents.flatMap((doc) => doc.commitments),
  demands: doing("demand"),
  positions: doing("position"),
  documents,
};
// Ties between rows and between documents: numbers of rows or documents that the page has no room for lead nowhere.
const rowAt = (n) => all.commitments[n];
const known = (numbers) => numbers.map(rowAt).filter(Boolean);
for (const numbers of data.threads) {
  const thread = known(numbers);
  if (thread.length > 1) for (const row of thread) row.thread = thread;
}
for (const [later, earlier, relation, changed, isSure] of data.links)
  if (rowAt(later)) rowAt(later).link = { earlier: rowAt(earlier), relation, changed, isSure: Boolean(isSure) };
for (const [numbers, status, evidence, note, by, date] of data.status)
  for (const row of known(numbers)) row.judgement = { status: status.replaceAll("_", " "), evidence, note, by, date };
const said = data.said.map((numbers) => new Set(known(numbers)));
const series = new Map(data.series.map(([name, title, places]) => [name, { name, title, documents: places.map((n) => documents[n]) }]));
for (const one of series.values()) for (const doc of one.documents) doc.series = one;
for (const [later, earlier] of data.dropped) if (rowAt(earlier)) (documents[later].dropped ??= []).push(rowAt(earlier));
const documentsOf = (thread) => new Set(thread.map((row) => row.document));

const rowsByAnchor = new Map(
  [...all.commitments, ...all.demands, ...all.positions].map((row) => [row.anchor, row]),
);
const documentsByAnchor = new Map(documents.map((doc) => [doc.anchor, doc]));
const areaTitle = (code) => data.areas[code] || code;
const actorName = (code) => data.actors[code] || code;
