/** SQL that closes a cut reply and takes out what it delivered: classes, attribute codes, number of objects. */
import { type Dialect, literal } from "./dialect.ts";

/** iTop's own mark of a cut; what ends so is never JSON. */
const MARK = String.raw` -truncated \(\d+ chars\)$`;

/** What may have to be closed: fields of a member of `objects`, then what fields can hold, then less. */
const CLOSERS = ["}}}}", "}]}}}}", "}}}}}", "}]}}}}}", "]}}}}", "}}}", "}}", "}"];

/** A cut reply made so that closing marks alone are missing: a cut name is dropped, a cut value ended. */
export function endedReply(d: Dialect, reply: string): string {
  const text = d.replace(reply, MARK, "");
  const value = String.raw`:"(?:[^"\\]|\\.)*$`;
  const name = String.raw`[,{]"[^"\\]*"?$`;
  const bare = String.raw`":[-+\w.]*$`;
  const partialEscape = String.raw`\\(?:u[0-9a-fA-F]{0,3})?$`;
  const droppedName = d.replace(
    d.replace(text, String.raw`\{"[^"\\]*"?$`, "{"),
    String.raw`,"[^"\\]*"?$`,
    "",
  );
  return `CASE
    WHEN ${d.matches(text, value)} THEN concat(${d.replace(text, partialEscape, "")}, '"')
    WHEN ${d.matches(text, name)} THEN ${droppedName}
    WHEN ${d.matches(text, bare)} THEN ${d.replace(text, bare, '":0')}
    WHEN ${d.matches(text, String.raw`["}\]]$`)} THEN ${text}
    WHEN ${d.matches(text, ",$")} THEN ${d.replace(text, ",$", "")}
    ELSE concat(${text}, '"') END`;
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
