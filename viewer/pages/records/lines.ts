/** Turns what was typed into the lines of a cell. */

/** What the API takes. */
export const MOST_LINES = 50;
const LONGEST = 2000;

/** Trimmed, without empty lines; lines and their number cut to what the API takes. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().slice(0, LONGEST).trim())
    .filter((line) => line !== "")
    .slice(0, MOST_LINES);
}
