// Invented people, days and times.
import { oneOf, pick } from "./random.mjs";

const FIRST = ["Claire", "Mehdi", "Jonas", "Sophie", "Élise", "Karim", "Lena", "Paul", "Zoé", "Günther"];
const LAST = [
  "Delorme",
  "Haas",
  "Perrin",
  "Weiss",
  "Nguyễn",
  "O'Brien",
  "Müller",
  "Costa",
  "Lefèvre",
  "Øster",
];
export const person = () => {
  const first = oneOf(FIRST);
  const last = oneOf(LAST);
  return {
    first,
    last,
    email: `${first}.${last}@tilleuls.example`
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z.@]/g, ""),
    phone: `+33 3 88 ${10 + pick(90)} ${10 + pick(90)} ${10 + pick(90)}`,
  };
};
export const day = (index) =>
  new Date(Date.UTC(2025, 10, 20) + index * 86_400_000).toISOString().slice(0, 10);
export const time = () =>
  `${String(pick(24)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}:${String(pick(60)).padStart(2, "0")}`;
