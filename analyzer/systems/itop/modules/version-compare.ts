/** Compares version strings the way PHP's `version_compare` does, which decides iTop's duplicates and dependencies. */

/** Release words from oldest to newest; `#` stands for a number, any other word is older than all. */
const RELEASE_WORDS: readonly (readonly [prefix: string, rank: number])[] = [
  ["dev", 0],
  ["alpha", 1],
  ["a", 1],
  ["beta", 2],
  ["b", 2],
  ["RC", 3],
  ["rc", 3],
  ["#", 4],
  ["pl", 5],
  ["p", 5],
];

/** A number compared with a word: newer than release candidates, older than patch levels. */
const NUMBER = "#N#";

/** PHP reads numbers into 64 bits and stops at the largest. */
const LARGEST_NUMBER = "9223372036854775807";

/** Negative when `a` is older than `b`, positive when newer, 0 when equal. Exact for ASCII. */
export function compareVersions(a: string, b: string): number {
  if (a === "" || b === "") return Math.sign(a.length - b.length);
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let at = 0; ; at++) {
    const order = compareParts(left[at] as string, right[at] as string);
    if (order !== 0) return order;
    const moreLeft = at + 1 < left.length;
    const moreRight = at + 1 < right.length;
    if (moreLeft && moreRight && !endsAt(left, at + 1) && !endsAt(right, at + 1)) continue;
    if (moreLeft) return compareRest(left.slice(at + 1));
    return moreRight ? -compareRest(right.slice(at + 1)) : 0;
  }
}

/** What one version has beyond the other: a further number is newer, a word counts against a number. */
function compareRest(parts: readonly string[]): number {
  return isDigit(parts[0]?.[0]) ? 1 : compareVersions(parts.join("."), NUMBER);
}

/** A trailing separator leaves an empty last part. */
function endsAt(parts: readonly string[], at: number): boolean {
  return at === parts.length - 1 && parts[at] === "";
}

/** Parts are runs of digits or of letters; `-`, `_`, `+` and a change between the two separate like a dot. */
function partsOf(version: string): readonly string[] {
  if (version.startsWith("#")) return version.split(".");
  let dotted = version.slice(0, 1);
  for (let at = 1; at < version.length; at++) {
    const before = version[at - 1] as string;
    const char = version[at] as string;
    const turnsToDigit = isDigit(char) && !/[\d.\-_+]/.test(before);
    const turnsFromDigit = isDigit(before) && !/[\d.\-_+]/.test(char);
    const separates = !/[a-z\d]/i.test(char);
    if ((turnsToDigit || turnsFromDigit || separates) && !dotted.endsWith(".")) dotted += ".";
    if (turnsFromDigit || !separates) dotted += char;
  }
  return dotted.split(".");
}

function compareParts(a: string, b: string): number {
  const [numberA, numberB] = [isDigit(a[0]), isDigit(b[0])];
  if (numberA && numberB) return compareNumbers(a, b);
  return Math.sign(rankOf(numberA ? NUMBER : a) - rankOf(numberB ? NUMBER : b));
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [clamped(a), clamped(b)];
  if (left.length !== right.length) return Math.sign(left.length - right.length);
  return left === right ? 0 : left < right ? -1 : 1;
}

function clamped(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, "");
  const tooLarge =
    plain.length > LARGEST_NUMBER.length ||
    (plain.length === LARGEST_NUMBER.length && plain > LARGEST_NUMBER);
  return tooLarge ? LARGEST_NUMBER : plain;
}

function rankOf(word: string): number {
  return RELEASE_WORDS.find(([prefix]) => word.startsWith(prefix))?.[1] ?? -1;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}
