/** Reads a name word by word: which concept it states, whose it is, and whether it is only a fact about such data. */
import type { Concept, Context } from "./lexicon/concept.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A concept in a name, with what stands around it. */
export interface Mention {
  readonly concept: Concept;
  readonly quote: string;
  /** Whose value it is by the name itself: `customer_email`, `server_name`. */
  readonly owner: Context | null;
  /** The word that makes a fact about data of it: `verified` in `email_verified`. */
  readonly about: string | null;
  /** A key follows: `address_id` leads to an address. */
  readonly keyed: boolean;
  /** Words around it that no lexicon knows. */
  readonly unknown: number;
}

/** The name is that of a person in some part: `caller`, `assigned_to`, `user_id`. */
export interface RoleMention {
  readonly quote: string;
  readonly superior: boolean;
  /** A key of the person rather than the person's name. */
  readonly key: boolean;
  readonly account: boolean;
  readonly unknown: number;
}

export interface Reading {
  readonly mentions: readonly Mention[];
  readonly role: RoleMention | null;
}

const NUMBER = /^\p{N}+$/u;
const ACCOUNT_WORDS: ReadonlySet<string> = new Set([
  "user",
  "login",
  "account",
  "benutzer",
  "utilisateur",
  "usuario",
]);
/** Owners whose mention after a word makes that word a property of a thing: `name_server`, `email_template`. */
const THINGS: ReadonlySet<Context> = new Set<Context>(["thing", "config", "log"]);

/** Readings remembered per vocabulary; a data model repeats its names across hundreds of classes. */
const REMEMBERED = 20_000;

const readings = new WeakMap<Vocabulary, Map<string, Reading>>();

export function read(name: string, vocabulary: Vocabulary): Reading {
  let known = readings.get(vocabulary);
  if (known === undefined || known.size >= REMEMBERED) {
    known = new Map();
    readings.set(vocabulary, known);
  }
  let reading = known.get(name);
  if (reading === undefined) {
    reading = readWords(vocabulary.words(name), vocabulary);
    known.set(name, reading);
  }
  return reading;
}

function readWords(words: readonly string[], vocabulary: Vocabulary): Reading {
  const spans = conceptSpans(words, vocabulary);
  const mentions = spans.flatMap((span, index): readonly Mention[] => {
    const later = spans.length > index + 1 ? 1 : 0;
    const before = lookBefore(words, span.from, vocabulary);
    const after = lookAfter(words, span.to, vocabulary);
    const around = {
      quote: words.slice(span.from, span.to).join(" "),
      owner: after.ownedBy ?? before.owner ?? after.owner,
      about: before.about ?? after.about,
      keyed: after.keyed,
      unknown: Math.min(before.unknown + after.unknown + later, 2),
    };
    return span.concepts.map((concept) => ({ concept, ...around }));
  });
  return { mentions, role: roleOf(words, vocabulary) };
}

interface Span {
  readonly concepts: readonly Concept[];
  readonly from: number;
  readonly to: number;
}

function conceptSpans(words: readonly string[], vocabulary: Vocabulary): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length;) {
    const entry = vocabulary.concepts.startingAt(words, at);
    if (entry === undefined) {
      at += 1;
      continue;
    }
    spans.push({ concepts: entry.meanings, from: at, to: at + entry.words.length });
    at += entry.words.length;
  }
  return spans;
}

interface Before {
  readonly owner: Context | null;
  readonly about: string | null;
  readonly unknown: number;
}

function lookBefore(words: readonly string[], from: number, vocabulary: Vocabulary): Before {
  let owner: Context | null = null;
  let unknown = 0;
  for (let at = from - 1; at >= 0; at -= 1) {
    const flag = vocabulary.aboutBefore.endingAt(words, at);
    if (flag !== undefined) return { owner, about: flag.words.join(" "), unknown };
    const word = words[at] as string;
    if (owner !== null || NUMBER.test(word)) continue;
    owner = contextEndingAt(words, at, vocabulary);
    if (
      owner === null &&
      !isFiller(word, vocabulary) &&
      vocabulary.concepts.endingAt(words, at) === undefined
    )
      unknown = 1;
  }
  return { owner, about: null, unknown };
}

interface After {
  readonly owner: Context | null;
  /** Owner after a preposition: `nom du serveur`. */
  readonly ownedBy: Context | null;
  readonly about: string | null;
  readonly keyed: boolean;
  readonly unknown: number;
}

/** Keys that stand for a record; a number or code is a value of its own. */
const RECORD_KEYS: ReadonlySet<string> = new Set([
  "id",
  "ids",
  "key",
  "uuid",
  "guid",
  "fk",
  "pk",
  "oid",
  "ref",
  "reference",
]);

function lookAfter(words: readonly string[], to: number, vocabulary: Vocabulary): After {
  let owner: Context | null = null;
  let unknown = 0;
  let keyed = false;
  for (let at = to; at < words.length; at += 1) {
    const word = words[at] as string;
    if (vocabulary.of.has(word))
      return { owner, ownedBy: firstContext(words, at + 1, vocabulary), about: null, keyed, unknown };
    if (RECORD_KEYS.has(word)) keyed = true;
    if (NUMBER.test(word) || (isFiller(word, vocabulary) && !vocabulary.about.has(word))) continue;
    const context = contextStartingAt(words, at, vocabulary);
    if (vocabulary.about.has(word) || (context !== null && THINGS.has(context))) {
      return { owner, ownedBy: context, about: word, keyed, unknown };
    }
    if (context !== null) owner ??= context;
    else if (vocabulary.concepts.startingAt(words, at) === undefined) unknown = 1;
  }
  return { owner, ownedBy: null, about: null, keyed, unknown };
}

function isFiller(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.neutral.has(word) || vocabulary.of.has(word) || vocabulary.keys.has(word);
}

function contextEndingAt(words: readonly string[], at: number, vocabulary: Vocabulary): Context | null {
  const context = vocabulary.contexts.endingAt(words, at)?.meaning ?? null;
  return context ?? (vocabulary.roles.endingAt(words, at) === undefined ? null : "person");
}

function contextStartingAt(words: readonly string[], at: number, vocabulary: Vocabulary): Context | null {
  const context = vocabulary.contexts.startingAt(words, at)?.meaning ?? null;
  return context ?? (vocabulary.roles.startingAt(words, at) === undefined ? null : "person");
}

function firstContext(words: readonly string[], from: number, vocabulary: Vocabulary): Context | null {
  for (let at = from; at < words.length; at += 1) {
    const context = contextStartingAt(words, at, vocabulary);
    if (context !== null) return context;
  }
  return null;
}

/** A name that ends in a word for a person, or in such a word and a key. */
function roleOf(words: readonly string[], vocabulary: Vocabulary): RoleMention | null {
  let end = words.length - 1;
  let key = false;
  for (; end > 0; end -= 1) {
    const word = words[end] as string;
    if (vocabulary.roles.endingAt(words, end) !== undefined) break;
    if (vocabulary.keys.has(word)) key = true;
    else if (!NUMBER.test(word) && !vocabulary.neutral.has(word)) return null;
  }
  const role = vocabulary.roles.endingAt(words, end);
  const person =
    role ??
    (key && vocabulary.contexts.endingAt(words, end)?.meaning === "person"
      ? { words: [words[end] as string] }
      : undefined);
  if (person === undefined) return null;
  const start = end - person.words.length + 1;
  const before = lookBefore(words, start, vocabulary);
  if (before.about !== null) return null;
  // `Contrat client` is a contract.
  if (vocabulary.headFirst && before.owner !== null && before.owner !== "person") return null;
  return {
    quote: words.slice(start, end + 1).join(" "),
    superior: role?.meaning === "superior",
    key,
    account: ACCOUNT_WORDS.has(words[end] as string),
    unknown: before.unknown,
  };
}
