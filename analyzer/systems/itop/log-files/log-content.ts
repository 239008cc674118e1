/** Tells what kinds of values stand in a line of a log; never which. */
import { kindsInText } from "../personal-values.ts";

/** `statement`: SQL with quoted values in it. */
export type LogContent = "statement" | "email" | "phone" | "secret";

/** Of a longer line only the beginning is looked at. */
const MAX_CHARACTERS = 16_384;

/** The verb of a statement, and the word that must follow somewhere; iTop writes SQL in capitals. */
const STATEMENTS: readonly (readonly [verb: RegExp, needs: RegExp])[] = [
  [/\b(?:INSERT|REPLACE) INTO\b/, /\bVALUES\b/],
  [/\bUPDATE\b/, /\bSET\b/],
  [/\bDELETE\b/, /\bFROM\b/],
  [/\bSELECT\b/, /\bFROM\b/],
];

/** A member of a dumped PHP array, or a parameter, with a value that is not masked. */
const SECRET =
  /(?:password|passwd|pwd|secret|token|api_?key)\w{0,20}['"]?\s{0,4}(?:=>|=|:)\s{0,4}\\?['"](?!\*{0,40}\\?['"])[^'"]/i;

export function contentOf(line: string): readonly LogContent[] {
  const text = line.slice(0, MAX_CHARACTERS);
  const found: LogContent[] = kindsInText(text).filter((kind) => kind === "email" || kind === "phone");
  if (STATEMENTS.some(([verb, needs]) => isStatement(text, verb, needs))) found.push("statement");
  if (SECRET.test(text)) found.push("secret");
  return found;
}

function isStatement(text: string, verb: RegExp, needs: RegExp): boolean {
  const begin = text.search(verb);
  if (begin === -1) return false;
  const rest = text.slice(begin);
  return needs.test(rest) && /'[^']/.test(rest);
}
