/** What a portal screen reaches: whose rows its query lets through, and which fields are meant for whom. */
import type { Category, Field } from "../kit/facts.ts";
import { wordsOfName } from "../kit/words-of-name.ts";

/** Whose rows: the viewer's own, those of the viewer's surroundings, or anyone's. */
export type Reach = "own" | "bound" | "anyone";

/** By what the query is bound to; iTop's portal fills in `:current_contact_id` and `:current_contact->org_id`. */
export function reachOf(scope: string | null): Reach {
  if (scope === null) return "anyone";
  const united = scope.split(/\bUNION\b/i);
  if (united.length > 1) {
    const reaches = united.map(reachOf);
    return reaches.includes("anyone") ? "anyone" : reaches.includes("bound") ? "bound" : "own";
  }
  if (/:current_(?:contact|user)(?:_id|->id)\b/.test(scope)) return "own";
  return scope.includes(":current_") ? "bound" : "anyone";
}

/** Words that keep a log or note from the person it is about, in the languages labels come in. */
const STAFF_ONLY: ReadonlySet<string> = new Set([
  "private",
  "internal",
  "intern",
  "interne",
  "internes",
  "interno",
  "privé",
  "privat",
]);
const NOTE_KINDS: ReadonlySet<Field["kind"]> = new Set(["log", "text", "html"]);

export function isInternalNote(field: Field): boolean {
  if (!NOTE_KINDS.has(field.kind)) return false;
  const words = [field.name, ...Object.values(field.labels)].flatMap(wordsOfName);
  return words.some((word) => STAFF_ONLY.has(word));
}

/** What colleagues of one organisation need to reach each other. */
export const WORK_CONTACT: ReadonlySet<Category> = new Set([
  "name",
  "email",
  "phone",
  "job",
  "org-unit",
  "work-location",
  "reporting-line",
  "photo",
  "language",
]);
