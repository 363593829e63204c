// Today's line in the chart of deadlines: the picture itself knows no today. Its columns are years or spans of years.
const drawn = (name, attributes, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
const columnsOf = (svg) =>
  [...svg.querySelectorAll("rect[data-choose]")].map((rect) => {
    const years = new URLSearchParams(rect.dataset.choose).getAll("due").map(Number);
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name)));
    return { first: Math.min(...years), span: years.length, middle: x + width / 2, foot: y + height };
  });
const markToday = () => {
  const [year, month, day] = TODAY.split("-").map(Number);
  const moment = year + (month - 1) / 12 + (day - 1) / 365;
  for (const svg of document.querySelectorAll("#deadlines svg")) {
    const columns = columnsOf(svg);
    // The first and the last column may be parts of a span: the scale is that of whole ones.
    const span = Math.max(...columns.map((column) => column.span));
    const whole = columns.filter((column) => column.span === span).sort((one, other) => one.first - other.first);
    const [one, other] = [whole[0], whole.at(-1)];
    if (!span || !one || one.first === other.first) continue;
    const x = one.middle + ((other.middle - one.middle) * (moment - one.first - span / 2)) / (other.first - one.first);
    const { width } = svg.viewBox.baseVal;
    if (x < 0 || x > width) continue;
    const foot = Math.max(...columns.map((column) => column.foot));
    const isRight = x > width - 50;
    svg.append(
      drawn("line", { x1: x, x2: x, y1: 24, y2: foot, stroke: "#b45309", "stroke-width": 1.5, "stroke-dasharray": "4 3" }),
      drawn("text", { x: isRight ? x - 4 : x + 4, y: 34, "font-size": 11, "text-anchor": isRight ? "end" : "start", fill: "#8a3c00" }, "today"));
  }
};
