const data = JSON.parse(document.getElementById("data").textContent);
const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const COLUMNS = ["Who", "What", "Strength", "Kind", "Policy areas", "Deadline", "Amount", "Document", "Confidence"];
const rows = data.rows.map((values) => Object.fromEntries(data.header.map((name, n) => [name, values[n]])));
const RANK = { strong: 0, medium: 1, weak: 2 };

const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const names = (row) => row.actors.map((code) => data.actors[code]).join(", ");
const titles = (row) => row.areas.map((code) => data.areas[code]).join("; ");
const brief = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const chip = (words) => ` <span class="chip">${words}</span>`;
const stretch = (row, [text, ...roles]) =>
  roles.includes("action")
    ? `<a class="m ${roles.join(" ")}" href="#${escaped(encodeURIComponent(row.anchor))}">${escaped(text)}</a>`
    : `<span class="${roles.length ? "m cue" : ""}">${escaped(text)}</span>`;
const what = (row) =>
  row.wording.map((part) => stretch(row, part)).join("") + (row.negated === "true" ? chip("refusal") : "");

const source = (row) => {
  const [anchor, title, date] = data.documents[row.document];
  return `<a href="#${escaped(encodeURIComponent(anchor))}">${date || "undated"}</a> ${escaped(brief(title))}`;
};

const cell = (display, order) => ({
  data: null,
  render: (row, type) => (type === "display" ? display(row) : order(row)),
});

const columns = [
  cell((row) => escaped(names(row) || "not named"), names),
  cell(what, (row) => row.action),
  cell((row) => `<span class="strength ${row.strength}">${row.strength}</span>`, (row) => RANK[row.strength]),
  cell((row) => row.kind, (row) => row.kind),
  cell((row) => escaped(titles(row)) + (row.uncertain ? chip("uncertain") : ""), titles),
  cell((row) => escaped(row.deadline), (row) => row.deadline_date || (row.deadline ? "9999" : "99999")),
  cell((row) => escaped(row.amount), (row) => row.amount),
  cell(source, (row) => row.document),
  { ...cell((row) => Number(row.confidence).toFixed(2), (row) => Number(row.confidence)), className: "number" },
];

const choices = () => {
  const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  chosen.words = (chosen.words || "").trim().toLowerCase();
  return chosen;
};

const matches = (row, chosen) => {
  const [anchor, , date] = data.documents[row.document];
  return (
    (!chosen.actor || row.actors.includes(chosen.actor) || (!chosen.alone && row.through.includes(chosen.actor))) &&
    (!chosen.area || row.areas.includes(chosen.area)) &&
    (!chosen.strength || row.strength === chosen.strength) &&
    (!chosen.kind || row.kind === chosen.kind) &&
    (!chosen.document || anchor === chosen.document) &&
    (!chosen.from || (date && date >= chosen.from)) &&
    (!chosen.to || (date && date <= chosen.to)) &&
    (!chosen.deadline || row.deadline) &&
    (!chosen.words || `${names(row)} ${row.cue} ${row.action} ${row.sentence}`.toLowerCase().includes(chosen.words))
  );
};

let chosen = {};
document.querySelector("#commitments tbody").replaceChildren();
const table = jQuery("#commitments").DataTable({
  data: rows,
  columns,
  order: [],
  deferRender: true,
  autoWidth: false,
  pageLength: 25,
  lengthMenu: [25, 100, 500],
  layout: { topStart: null, topEnd: null, bottomStart: "pageLength", bottomEnd: "paging" },
  language: { emptyTable: "No commitments.", zeroRecords: "No commitment fits these choices.", lengthMenu: "_MENU_ rows a page" },
  createdRow: (element) => [...element.cells].forEach((td, n) => { td.dataset.label = COLUMNS[n]; }),
});
table.search.fixed("choices", (_text, row) => matches(row, chosen));

const apply = () => {
  chosen = choices();
  table.draw();
  const count = table.rows({ search: "applied" }).count();
  shown.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} commitments shown.`;
};

const remember = () => {
  const query = new URLSearchParams(choices());
  if (!query.get("words")) query.delete("words");
  for (const [column, direction] of table.order()) query.append("order", `${column}-${direction}`);
  const address = query.size ? `#ledger?${query}` : "#ledger";
  if (location.hash !== address) history.replaceState(null, "", address);
};

const recall = () => {
  if (!/^#ledger(\?|$)/.test(location.hash)) return;
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = false;
    else if (field.name) field.value = "";
  }
  const order = [];
  for (const [name, value] of new URLSearchParams(location.hash.slice("#ledger?".length))) {
    const [, column, direction] = (name === "order" && value.match(/^(\d)-(asc|desc)$/)) || [];
    if (column < COLUMNS.length) order.push([Number(column), direction]);
    const field = form.elements.namedItem(name);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
  }
  table.order(order);
  document.getElementById("ledger").scrollIntoView();
};

const follow = () => {
  for (const old of document.querySelectorAll(".sentence.chosen")) old.classList.remove("chosen");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const details = target.closest("details") || target.querySelector("details");
  if (details) details.open = true;
  const sentence = target.closest(".sentence");
  if (!sentence) return;
  sentence.classList.add("chosen");
  target.focus({ preventScroll: true });
  // Documents far from the screen are not laid out until they come near it: their true height is known on the second go.
  const centre = () => target.scrollIntoView({ block: "center" });
  centre();
  requestAnimationFrame(() => requestAnimationFrame(centre));
};

const guarded = (text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (value) => `"${guarded(String(value)).replaceAll('"', '""')}"`;

const text = (value) => (Array.isArray(value) ? value.map((part) => part.replaceAll(";", ",")).join(";") : value);
document.getElementById("take").addEventListener("click", () => {
  const chosenRows = table.rows({ search: "applied", order: "applied" }).data().toArray();
  const lines = chosenRows.map((row) => data.columns.map((name) => text(row[name])));
  const csv = [data.columns, ...lines].map((line) => `${line.map(quoted).join(",")}\n`).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  link.download = "commitments-filtered.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { apply(); remember(); });
form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
for (const act of ["click", "keypress"])
  document.querySelector("#commitments thead").addEventListener(act, () => setTimeout(remember));
addEventListener("hashchange", () => { recall(); apply(); follow(); });
let rowsBefore = 25;
addEventListener("beforeprint", () => { rowsBefore = table.page.len(); table.page.len(-1).draw(); });
addEventListener("afterprint", () => table.page.len(rowsBefore).draw());
recall();
apply();
follow();
