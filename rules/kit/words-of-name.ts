/** Splits codes into whole words, so that `pinned` is not a `pin`. */

/** `smtpPassword_expiry2` → `["smtp", "password", "expiry2"]`. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether the words of `part` stand in `name` next to each other and in order. */
export function hasWords(name: string, part: string): boolean {
  return `_${wordsOfName(name).join("_")}_`.includes(`_${wordsOfName(part).join("_")}_`);
}
