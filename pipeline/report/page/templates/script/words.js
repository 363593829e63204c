// Search for words: in any order, quoted ones together, blind to accents, capitals and plural endings.
const TOKEN = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+/gu;
const LETTERS = { ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ß: "ss", ı: "i" };
const folds = new Map();

const singular = (word) => {
  if (word.length < 4) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
};

const fold = (token) => {
  let folded = folds.get(token);
  if (folded === undefined) {
    const plain = token.normalize("NFD").replace(/[\p{M}.]/gu, "").toLowerCase();
    folded = singular(plain.replace(/[øłđæœßı]/g, (letter) => LETTERS[letter]));
    folds.set(token, folded);
  }
  return folded;
};

// Plain text, which most is, is cut into words three times as fast as text with other letters.
const PLAIN_TOKEN = /(?:[A-Za-z]\.){2,}|[A-Za-z0-9]+/g;
const isPlain = (text) => !/[^\x00-\x7f‘’“”–—]/.test(text);
const foldedText = (text) => ` ${(text.match(isPlain(text) ? PLAIN_TOKEN : TOKEN) || []).map(fold).join(" ")} `;
const foldedSentence = (sentence) => (sentence.folded ??= foldedText(textOf(sentence.stretches)));
const foldedTitle = (doc) =>
  (doc.folded ??= foldedText([doc.title, doc.issuer, ...doc.parties.map(actorName)].join(" | ")));
const foldedDocument = (doc) =>
  (doc.foldedAll ??= [foldedTitle(doc), ...[...doc.sentences.values()].map(foldedSentence)].join("|"));
const foldedNames = (row) => (row.folded ??= foldedText([...row.actorNames, ...row.towardsNames].join(" | ")));

// What is asked for, as terms of one word or of several that stand together. A word that nowhere stands by itself
// stands for the words that begin with it.
const read = (asked) => {
  const terms = [];
  for (const [, quoted, plain] of asked.matchAll(/["“”„]([^"“”„]*)["“”„]?|([^"“”„]+)/gu)) {
    const found = ((quoted ?? plain).match(TOKEN) || []).map(fold);
    if (quoted !== undefined && found.length) terms.push(found);
    else terms.push(...found.map((word) => [word]));
  }
  return terms.map((tokens) => {
    const whole = ` ${tokens.join(" ")} `;
    const stands = tokens.length > 1 || isSaid(whole);
    return { tokens, wanted: stands ? whole : whole.trimEnd(), isWhole: stands };
  });
};
const isSaid = (wanted) =>
  documents.some((doc) => foldedDocument(doc).includes(wanted)) ||
  all.commitments.some((row) => foldedNames(row).includes(wanted));

const says = {
  row: (row, { wanted }) =>
    foldedSentence(row.sentenceRecord).includes(wanted) || foldedNames(row).includes(wanted) || foldedTitle(row.document).includes(wanted),
  document: (doc, { wanted }) => foldedDocument(doc).includes(wanted),
};

// Places of the terms in a text, as pairs of offsets.
const places = (text, terms) => {
  if (!terms.length) return [];
  const tokens = [...text.matchAll(TOKEN)].map((found) => [fold(found[0]), found.index, found.index + found[0].length]);
  const hits = [];
  for (const { tokens: words, isWhole } of terms)
    tokens.forEach(([, start], i) => {
      const here = words.every((word, j) => {
        const said = tokens[i + j]?.[0];
        return said !== undefined && (isWhole ? said === word : said.startsWith(word));
      });
      if (here) hits.push([start, tokens[i + words.length - 1][2]]);
    });
  return hits.sort((one, other) => one[0] - other[0]);
};

// A text with its hits marked; `offset` is where it begins in the text in which the hits were found.
const withHits = (text, hits, offset = 0) => {
  const parts = [];
  let at = 0;
  for (const [start, end] of hits) {
    const first = Math.max(start - offset, at), last = Math.min(end - offset, text.length);
    if (first >= last) continue;
    parts.push(text.slice(at, first), element("mark", {}, text.slice(first, last)));
    at = last;
  }
  return [...parts, text.slice(at)];
};

// Folding takes a second for a million words: it is done while nobody waits, and on the first search at the latest.
const foldAtLeisure = (from = 0) => {
  const until = performance.now() + 20;
  let n = from;
  for (; n < documents.length && performance.now() < until; n++) foldedDocument(documents[n]);
  if (n < documents.length) setTimeout(() => foldAtLeisure(n), 30);
};
