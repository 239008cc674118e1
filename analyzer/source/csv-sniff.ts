/** Tells from its beginning whether a text is CSV, and with which separator. */

export const SEPARATORS = [",", ";", "\t"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** iTop answers a bad export request with HTTP 200 and an HTML page under the asked-for file name. */
export function isHtmlPage(head: string): boolean {
  return /^\uFEFF?\s*<(?:!doctype|html|\?xml|head|body|p[ >])/i.test(head);
}

/** The separator that occurs most in the first line outside of quotes; `,` for a single column. */
export function sniffSeparator(head: string): Separator {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const mark of head) {
    if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === "\n") break;
    else if (!quoted && counts.has(mark)) counts.set(mark, (counts.get(mark) as number) + 1);
  }
  return SEPARATORS.reduce((best, each) =>
    (counts.get(each) as number) > (counts.get(best) as number) ? each : best,
  );
}

/** Cells of the first line, for probing; quotes removed. */
export function headerCells(head: string): readonly string[] {
  const separator = sniffSeparator(head);
  const line = head.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0] ?? "";
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}
