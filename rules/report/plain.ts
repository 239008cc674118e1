/** Makes text of analysed files harmless for a terminal or a log: it may carry anything. */

/** Control characters with escape sequences, and marks that reorder text on screen. */
const ESCAPE_SEQUENCE =
  // eslint-disable-next-line no-control-regex
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[ -/]*[0-~])/g;
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** One line of visible text; line breaks and tabs become spaces, everything else unseen goes. */
export function plain(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCE, "")
    .replace(/[\t\n\r]+/g, " ")
    .replace(UNSEEN, "");
}

/** The same, but every character keeps its column: what is not visible becomes one space. */
export function plainInPlace(text: string): string {
  return text.replace(UNSEEN, " ");
}
