/** An export that failed: iTop answers with HTTP 200 and a page or a sentence under the name that was asked for. */
import type { Problem } from "../../../model/problem.ts";

export type Failure = "page" | "parameter" | "not-a-workbook";

const MESSAGES: Readonly<Record<Failure, string>> = {
  page: "The export itself failed: an HTML page without rows was delivered, probably an error or log-in page.",
  parameter: "The export failed: a parameter was missing.",
  "not-a-workbook": "The file is named like a workbook but is none.",
};

export function failedExport(file: string, failure: Failure): Problem {
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { kind: "malformed", message: MESSAGES[failure], location, lost: "every row of this export" };
}

/** What stands in place of an export, told from its beginning; `null` for an export. */
export function failureIn(head: string): Failure | null {
  if (/^\uFEFF?\s*<(?:!doctype\s+html|html|head|body|p[ >])/i.test(head)) return "page";
  return /^\uFEFF?\s*Missing parameter/.test(head) ? "parameter" : null;
}
