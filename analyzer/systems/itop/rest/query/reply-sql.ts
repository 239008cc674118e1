/** SQL that closes a cut reply and takes out what it delivered: classes, attribute codes, number of objects. */
import { type Dialect, literal } from "./dialect.ts";

/** Members of a cut reply end within this many characters of the cut, except for long values. */
const TAIL = 400;

/** iTop's own mark of a cut; what ends so is never JSON. */
const MARK = String.raw` -truncated \(\d+ chars\)$`;

/** What may have to be closed: fields of a member of `objects`, then what fields can hold, then less. */
const CLOSERS = ["}}}}", "}]}}}}", "}}}}}", "}]}}}}}", "]}}}}", "}}}", "}}", "}"];

/** A cut reply in three parts, each a column of the next step: all but its end, and its end without the mark. */
export function cutParts(d: Dialect, reply: string): { readonly start: string; readonly end: string } {
  return { start: d.beforeTail(reply, TAIL), end: d.replace(d.tail(reply, TAIL), MARK, "") };
}

/** `start` and `end` of a cut reply joined so that marks alone are missing: a name is dropped, a value ended. */
export function endedReply(d: Dialect, start: string, end: string): string {
  const value = String.raw`:"(?:[^"\\]|\\.)*$`;
  const name = String.raw`([,{])"[^"\\]*"?$`;
  const bare = String.raw`":[-+\w.]*$`;
  const partialEscape = String.raw`\\(?:u[0-9a-fA-F]{0,3})?$`;
  const droppedName = d.replace(d.replace(end, String.raw`\{"[^"\\]*"?$`, "{"), String.raw`,"[^"\\]*"?$`, "");
  return `concat(${start}, CASE
    WHEN ${d.matches(end, value)} THEN concat(${d.replace(end, partialEscape, "")}, '"')
    WHEN ${d.matches(end, name)} THEN ${droppedName}
    WHEN ${d.matches(end, bare)} THEN ${d.replace(end, bare, '":0')}
    WHEN ${d.matches(end, String.raw`["}\]]$`)} THEN ${end}
    WHEN ${d.matches(end, ",$")} THEN ${d.replace(end, ",$", "")}
    ELSE concat(${end}, '"') END)`;
}

/**
 * The ended reply closed by the first marks that make it JSON, null when none do. A text that marks alone make valid
 * stops where the marks begin, at their depth: reading it as far as it goes gives the same members.
 */
export function closedReply(d: Dialect, ended: string): string {
  const tries = CLOSERS.map((marks) => {
    const closed = `concat(${ended}, ${literal(marks)})`;
    return `WHEN ${d.isJson(closed)} THEN ${closed}`;
  });
  return `CASE ${tries.join(" ")} END`;
}
