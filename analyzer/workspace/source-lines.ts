/** Lines of definition files for code frames; what holds values of people is never quoted. */
import { decode } from "./decode.ts";
import type { FileReader } from "./reader.ts";

/** Definitions people write. Exports and logs hold values, so their lines are not shown anywhere. */
const DEFINITION = /\.(xml|php|ya?ml)$/i;

/** Configuration files hold secrets beside the line that is asked for. */
const SECRET_BEARING = /(^|\/)config-itop[^/]*\.php$/i;

/** Longest file whose lines are looked up. */
const MAX_BYTES = 8 * 1024 * 1024;

export type SourceLines = (file: string, from: number, to: number) => readonly string[] | null;

/** Lines `from` to `to` (both from 1, inclusive); `null` when the file is not a definition or not there. */
export function sourceLines(reader: FileReader): SourceLines {
  const files = new Map<string, readonly string[] | null>();
  return (file, from, to) => {
    let lines = files.get(file);
    if (lines === undefined) {
      lines = linesOf(reader, file);
      files.set(file, lines);
    }
    return lines?.slice(from - 1, to) ?? null;
  };
}

function linesOf(reader: FileReader, file: string): readonly string[] | null {
  if (!DEFINITION.test(file) || SECRET_BEARING.test(file) || file.split("/").includes("..")) return null;
  try {
    const bytes = reader.bytes(file);
    return bytes.length > MAX_BYTES ? null : decode(bytes).text.split("\n");
  } catch {
    return null;
  }
}
