// What is chosen, as a file or for the clipboard: the columns of commitments.csv, and behind them names and titles.
const guarded = (text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (value) => `"${guarded(String(value)).replaceAll('"', '""')}"`;
const flat = (value) => (Array.isArray(value) ? value.map((part) => part.replaceAll(";", ",")).join(";") : value);
const about = (row) => [row.document.date, row.document.title, row.document.issuer, row.document.url];

const SAVED = {
  commitment: {
    header: [...data.columns, "date", "title", "issuer", "url", "actor_names", "area_titles"],
    line: (row) => [...data.columns.map((name) => flat(row[name])), ...about(row), flat(row.actorNames), flat(row.areas.map(areaTitle))],
  },
  statement: {
    header: ["sentence_id", "areas", "sentence", "date", "title", "issuer", "url", "area_titles"],
    line: (row) => [row.sentence_id, flat(row.areas), row.sentence, ...about(row), flat(row.areas.map(areaTitle))],
  },
  documents: {
    header: ["doc_id", "date", "title", "issuer", "parties", "url", "words", "sentences", "commitments"],
    line: (doc) => [doc.id, doc.date, doc.title, doc.issuer, flat(doc.parties), doc.url, doc.words, doc.sentenceCount, doc.count],
  },
  actors: {
    header: ["actor", "name", "commitments", "as_member", "documents"],
    line: (actor) => [actor.code, actor.name, actor.own.length, actor.through.length, actor.documents.size],
  },
};
const savedAs = (tab) => SAVED[tab === "commitments" ? "commitment" : tab in TABLES ? tab : "statement"];

const csvOf = (tab, rows) => {
  const { header, line } = savedAs(tab);
  return `\ufeff${[header, ...rows.map(line)].map((values) => `${values.map(quoted).join(",")}\r\n`).join("")}`;
};
const tableText = (tab, rows) => {
  const plain = (value) => guarded(String(value ?? "").replace(/\s+/g, " "));
  const seen = (row) => [row.document.date, row.document.title, row.actorNames.join(", "), row.sentence, row.strength, row.deadline && deadlineWords(row), row.amount, row.areas.map(areaTitle).join("; ")];
  const isRows = !(tab in TABLES);
  const header = isRows ? ["Date", "Document", "Who", "Sentence", "Strength", "Deadline", "Sum", "Policy areas"] : savedAs(tab).header;
  return [header, ...rows.map(isRows ? seen : savedAs(tab).line)].map((values) => values.map(plain).join("\t")).join("\n");
};
const download = (text, name) => {
  const made = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 1000);
};
