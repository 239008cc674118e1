/** Finds personal data in free text: identifiers first, then names where something hints at a person. */
import { identifiersIn } from "./text-identifiers.ts";
import { cuedNamesIn, hintsAtPerson, isPersonName } from "./text-names.ts";
import { addressesIn } from "./text-addresses.ts";

/** Offsets in UTF-16 units, end exclusive; `score` from 0 to 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** PERSON, EMAIL, PHONE, IBAN, CREDIT_CARD, IP, MAC, ADDRESS, NATIONAL_ID, CREDENTIAL … */
  readonly label: string;
  readonly score: number;
}

/** Longer texts are read up to here. */
export const MAX_TEXT_CHARS = 200_000;
/** Text the name finder reads of one text; it manages about 50 000 characters a second. */
export const MAX_NAME_CHARS = 4_000;

/** `lang` is a language code; the name finder knows English only, other languages are read by cues. */
export async function findPersonalText(text: string, lang?: string): Promise<readonly Span[]> {
  const read = text.slice(0, MAX_TEXT_CHARS);
  const found = [...identifiersIn(read), ...addressesIn(read), ...cuedNamesIn(read)];
  const english = lang === undefined || lang.toLowerCase().startsWith("en");
  if (english && hintsAtPerson(read)) found.push(...(await namesIn(read.slice(0, MAX_NAME_CHARS))));
  return withoutOverlaps(found);
}

/** Only what identifiers, addresses and cues tell; never loads the name finder. */
export function findCheaply(text: string): readonly Span[] {
  const read = text.slice(0, MAX_TEXT_CHARS);
  return withoutOverlaps([...identifiersIn(read), ...addressesIn(read), ...cuedNamesIn(read)]);
}

async function namesIn(text: string): Promise<readonly Span[]> {
  const { default: nlp } = await import("compromise");
  const people = nlp(text).people().json({ offset: true }) as readonly {
    offset?: { start: number; length: number };
  }[];
  return people.flatMap(({ offset }): readonly Span[] => {
    if (offset === undefined) return [];
    const raw = text.slice(offset.start, offset.start + offset.length);
    const start = offset.start + (raw.length - raw.replace(/^[^\p{L}]+/u, "").length);
    const name = raw.replace(/^[^\p{L}]+|(?:['’]s)?[^\p{L}]*$/gu, "");
    return isPersonName(name) ? [{ start, end: start + name.length, label: "PERSON", score: 0.7 }] : [];
  });
}

/** The surer span wins; of equals the longer one. */
function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  const order = [...spans].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const span of order) {
    if (!kept.some((other) => span.start < other.end && other.start < span.end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
