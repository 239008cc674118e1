/** Reads `art30-ignore RULE: reason until=2027-03-31` out of the comments of an analysed file. */
import type { Location } from "../../analyzer/model/location.ts";
import type { SourceText } from "../../analyzer/source/text.ts";

export interface ParsedSuppression {
  /** As written, possibly empty or no rule at all; the review says so. */
  readonly rule: string;
  readonly reason: string | null;
  readonly until: string | null;
  /** The element that follows, or the whole file (`art30-ignore-file`). */
  readonly scope: "next" | "file";
}

export interface SuppressionComment extends ParsedSuppression {
  readonly file: string;
  readonly line: number;
  readonly location: Location;
}

const MARK = "art30-ignore";

/** `null` when the text of a comment is no suppression; a broken suppression is one, with its parts empty. */
export function parseSuppression(commentText: string): ParsedSuppression | null {
  const text = commentText
    .replace(/^\s*(?:<!--|\/\/|\/\*+|#|\*)*\s*|\s*(?:-->|\*\/)?\s*$/g, "")
    .replace(/\s+/g, " ");
  const head = /^art30-ignore(-file)?(?=[\s:]|$)\s*/.exec(text);
  if (head === null) return null;
  const rest = text.slice(head[0].length);
  const until = /(?:^|\s)until=(\S*)$/.exec(rest);
  const body = until === null ? rest : rest.slice(0, until.index);
  const colon = body.indexOf(":");
  const reason = colon === -1 ? "" : body.slice(colon + 1).trim();
  return {
    rule: (colon === -1 ? body : body.slice(0, colon)).trim(),
    reason: reason === "" ? null : reason,
    until: until?.[1] ?? null,
    scope: head[1] === undefined ? "next" : "file",
  };
}

/** How a comment ends, by how it opens. */
const OPENERS: readonly (readonly [opener: string, end: string])[] = [
  ["<!--", "-->"],
  ["/*", "*/"],
  ["//", "\n"],
  ["#", "\n"],
];

/** Formats in which the mark can only be data. */
const WITHOUT_COMMENTS = /\.(?:json|ndjson|jsonl|csv|tsv|log)$/i;

/** Suppressions in the comments of one file, in order. */
export function suppressionsIn(source: SourceText): readonly SuppressionComment[] {
  const { text, file } = source;
  if (WITHOUT_COMMENTS.test(file)) return [];
  const found: SuppressionComment[] = [];
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + MARK.length)) {
    const before = text.slice(Math.max(0, at - 16), at).trimEnd();
    const opening = OPENERS.find(([opener]) => before.endsWith(opener));
    if (opening === undefined) continue;
    const [opener, end] = opening;
    const stop = text.indexOf(end, at);
    const finish = stop === -1 ? text.length : stop;
    const parsed = parseSuppression(text.slice(at, finish));
    if (parsed === null) continue;
    const location = source.locate(
      text.lastIndexOf(opener, at),
      finish + (end === "\n" || stop === -1 ? 0 : end.length),
    );
    found.push({ ...parsed, file, line: location.line, location });
  }
  return found;
}
