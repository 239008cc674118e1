/** Lines of definition files for code frames; what holds values of people is never quoted. */
import type { InputFile } from "../model/estate.ts";
import { decode } from "./decode.ts";
import type { FileReader } from "./reader.ts";

/** Definitions people write. Exports and logs hold values, so their lines are not shown anywhere. */
const DEFINITION = /\.(xml|php|ya?ml)$/i;

/** Artefacts whose lines hold values of people, or secrets beside the line that is asked for. */
const BEARS_VALUES = /export|log|config|parameters/;

/** Longest file whose lines are looked up. */
const MAX_BYTES = 8 * 1024 * 1024;

export type SourceLines = (file: string, from: number, to: number) => readonly string[] | null;

/** Whether lines of a file may be shown, by its ending and by what it was read as. */
export function mayShow(file: string, inputs: readonly InputFile[]): boolean {
  const readAs = inputs.find((input) => input.file === file)?.readAs ?? "";
  return DEFINITION.test(file) && !BEARS_VALUES.test(readAs) && !file.split("/").includes("..");
}

/** Lines `from` to `to` (both from 1, inclusive); `null` when the file is not a definition or not there. */
export function sourceLines(reader: FileReader, inputs: readonly InputFile[] = []): SourceLines {
  const files = new Map<string, readonly string[] | null>();
  return (file, from, to) => {
    if (!mayShow(file, inputs)) return null;
    let lines = files.get(file);
    if (lines === undefined) {
      lines = linesOf(reader, file);
      files.set(file, lines);
    }
    return lines?.slice(from - 1, to) ?? null;
  };
}

/** Credentials and parameters of an address in a program text; masked at their length, so that columns stay. */
const CREDENTIALS = /:\/\/[^\s/'"@]{1,200}(?=@)/g;
const PARAMETERS = /\bhttps?:\/\/[^\s'"?<>]{0,300}\?[^\s'"<>]{1,2000}/g;

function withoutSecrets(line: string): string {
  if (!line.includes("://")) return line;
  return line
    .replace(CREDENTIALS, (all) => `://${"•".repeat(all.length - 3)}`)
    .replace(PARAMETERS, (all) => {
      const kept = all.indexOf("?") + 1;
      return all.slice(0, kept) + "•".repeat(all.length - kept);
    });
}

function linesOf(reader: FileReader, file: string): readonly string[] | null {
  try {
    const bytes = reader.bytes(file);
    return bytes.length > MAX_BYTES ? null : decode(bytes).text.split("\n").map(withoutSecrets);
  } catch {
    return null;
  }
}
