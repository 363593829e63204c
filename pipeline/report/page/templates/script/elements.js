// Elements are made with their text as text: wording of documents never becomes markup.
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};
const byId = (id) => document.getElementById(id);
const digits = new Intl.NumberFormat("en");
const number = (value) => digits.format(value);
const plural = (count, word) =>
  `${number(count)} ${count === 1 ? word : word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`}`;
const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)}%` : "–");
const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
const brief = (names, most = 5) =>
  names.length <= most + 1 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
const link = (address, ...children) => element("a", { href: address }, ...children);
const webLink = (address, ...children) =>
  /^https?:\/\/\S+$/i.test(address.trim()) ? element("a", { href: address, rel: "noreferrer" }, ...children) : null;
const fixed = (anchor) => `#${encodeURIComponent(anchor)}`;
