/** Rows of a JSON Lines or CSV text, one record each, with what could not be read. */
import { parse } from "csv-parse/sync";

export interface LineInput {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** CSV when the first line is not JSON; its headings are the keys. */
export async function readLines(text: string, file: string): Promise<LineInput> {
  return /\.csv$/i.test(file) || !/^\s*[{[]/.test(text) ? csvLines(text) : jsonLines(text);
}

function jsonLines(text: string): LineInput {
  const rows: Record<string, unknown>[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      rows.push(value as Record<string, unknown>);
    else problems.push({ line: index + 1, message: "expected one JSON object on the line" });
  }
  return { rows, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function csvLines(text: string): LineInput {
  try {
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true, skip_empty_lines: true });
    return {
      rows: rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""))),
      problems: [],
    };
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return { rows: [], problems: [{ line, message: "expected CSV with a heading line" }] };
  }
}
