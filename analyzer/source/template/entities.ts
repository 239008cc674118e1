/** Decodes character references as often as they were applied, with a map back to the original offsets. */

/** Decoded text; offsets are UTF-16 units. */
export interface DecodedText {
  readonly text: string;
  /** Offset in the original text of an offset in the decoded one; its length maps to the original length. */
  origin(offset: number): number;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["dollar", "$"],
]);

/**
 * One reference with any number of escaped ampersands before it: `&gt;`, `&amp;gt;`, `&amp;amp;#62;`. Exports escape
 * stored HTML once more per format, so only decoding until nothing changes gives the author's text.
 */
const REFERENCE = /&(?:(?:amp|#0*38|#[xX]0*26);)*(?:([a-zA-Z]+|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)?/g;

export function decodeEntities(original: string): DecodedText {
  if (!original.includes("&")) return { text: original, origin: (offset) => offset };
  let text = "";
  let read = 0;
  // Decoded and original offsets where the distance between them changes.
  const decodedAt: number[] = [0];
  const originalAt: number[] = [0];
  for (const match of original.matchAll(REFERENCE)) {
    const decoded = decode(match[1]);
    if (decoded === match[0]) continue;
    text += original.slice(read, match.index) + decoded;
    read = match.index + match[0].length;
    decodedAt.push(text.length);
    originalAt.push(read);
  }
  text += original.slice(read);
  return { text, origin: (offset) => originOf(offset, decodedAt, originalAt) };
}

/** The character a reference stands for; an unknown one keeps a single ampersand. */
function decode(reference: string | undefined): string {
  if (reference === undefined) return "&";
  return (reference.startsWith("#") ? decodeNumber(reference) : NAMED.get(reference)) ?? `&${reference};`;
}

function decodeNumber(reference: string): string | undefined {
  const isHex = reference[1] === "x" || reference[1] === "X";
  const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function originOf(offset: number, decodedAt: readonly number[], originalAt: readonly number[]): number {
  let low = 0;
  let high = decodedAt.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((decodedAt[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return (originalAt[low] as number) + offset - (decodedAt[low] as number);
}
