/** What an entity is about: from its role in the estate, its name, and the company of its fields. */
import type { EntityRole } from "../model/entity.ts";
import type { Context } from "./lexicon/concept.ts";
import type { FieldInput } from "./field-input.ts";
import { vocabularyFor, type Vocabulary } from "./vocabulary.ts";

export interface EntityContext {
  /** `null` when nothing tells. */
  readonly about: Context | null;
  /** An entity was named at all. */
  readonly named: boolean;
  /** The words or the role it rests on. */
  readonly quote: string | null;
  /** Rows are people's or refer to people; `null` when the model does not tell. */
  readonly reachesPeople: boolean | null;
}

const BY_ROLE: Readonly<Partial<Record<EntityRole, Context>>> = {
  subject: "person",
  account: "account",
  ticket: "ticket",
  "log-record": "log",
  site: "site",
  organisation: "organisation",
  catalogue: "config",
  technical: "config",
};

/** Fields that only a record about a person has. */
const PERSON_FIELDS: ReadonlySet<string> = new Set([
  "name",
  "birth-date",
  "gender",
  "employee-id",
  "national-id",
  "marital-status",
]);

export function contextOf(input: FieldInput): EntityContext {
  const { entity, role } = input;
  const vocabulary = vocabularyFor(input.lang);
  const named = entity !== undefined && entity !== "";
  const fromRole = role === undefined ? undefined : BY_ROLE[role];
  const words = named ? vocabulary.words(entity) : [];
  const fromName = named ? contextOfWords(words, vocabulary) : null;
  // A role says what the rows are; the name only refines things: a phone is a device of a person, a rack is not.
  const about = fromRole ?? (role === "configuration-item" && fromName !== "device" ? "thing" : fromName);
  // A form is where anything is asked: it names no owner.
  if (about === "form")
    return { about: null, named: false, quote: null, reachesPeople: input.reachesPeople ?? null };
  const known = about ?? contextOfSiblings(input.siblings ?? [], vocabulary);
  return {
    about: known,
    named,
    quote: fromRole === undefined ? (entity ?? null) : `${entity ?? ""} (${role})`,
    reachesPeople: input.reachesPeople ?? (known === null ? null : reaches(known)),
  };
}

function reaches(context: Context): boolean | null {
  switch (context) {
    case "person":
    case "account":
    case "login":
    case "activity":
    case "tracking":
    case "mail":
    case "ticket":
    case "log":
    case "payment":
    case "address":
      return true;
    case "form":
      return null;
    case "config":
    case "thing":
    case "device":
    case "organisation":
    case "site":
      return false;
    default: {
      const never: never = context;
      return never;
    }
  }
}

/** The head noun: the last known word before a preposition (`contact type` is a type, `fiche de personne` a form). */
function contextOfWords(words: readonly string[], vocabulary: Vocabulary): Context | null {
  const preposition = words.findIndex((word, at) => at > 0 && vocabulary.of.has(word));
  for (let at = (preposition === -1 ? words.length : preposition) - 1; at >= 0; at -= 1) {
    const context = vocabulary.contexts.endingAt(words, at)?.meaning;
    if (context !== undefined) return context;
    if (vocabulary.roles.endingAt(words, at) !== undefined) return "person";
  }
  return null;
}

function contextOfSiblings(siblings: readonly string[], vocabulary: Vocabulary): Context | null {
  const categories = new Set<string>();
  for (const sibling of siblings) {
    const words = vocabulary.words(sibling);
    const entry = vocabulary.concepts.startingAt(words, 0);
    if (entry?.meaning.strength === "certain" && entry.words.length === words.length)
      categories.add(entry.meaning.category);
  }
  return [...categories].some((category) => PERSON_FIELDS.has(category)) && categories.size >= 2
    ? "person"
    : null;
}
