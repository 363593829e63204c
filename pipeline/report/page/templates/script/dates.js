// Deadlines by the reader's clock: the file itself knows no today.
const isoDay = (day) =>
  [day.getFullYear(), String(day.getMonth() + 1).padStart(2, "0"), String(day.getDate()).padStart(2, "0")].join("-");
const now = new Date();
const TODAY = isoDay(now);
const IN_A_YEAR = isoDay(new Date(now.getFullYear() + 1, now.getMonth(), now.getDate()));

const deadlineStates = (row) => {
  if (!row.deadline) return [];
  const day = row.deadline_date;
  if (!day) return ["any", "undated"];
  if (day < TODAY) return ["any", "past"];
  return day <= IN_A_YEAR ? ["any", "soon", "ahead"] : ["any", "ahead"];
};
const deadlineWords = (row) =>
  row.deadline_date ? `${row.deadline}: ${row.deadline_date}, ${row.deadline_date < TODAY ? "past" : "ahead"}` : row.deadline;
