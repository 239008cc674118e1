/** Hands a file to adapters: decoded once, bounded, with every defect reported. */
import type { Problem } from "../model/problem.ts";
import type { SourceFile } from "../systems/adapter.ts";
import { SourceText } from "../source/text.ts";
import { decode, decodeHead } from "./decode.ts";
import { LimitReached } from "./limit.ts";
import { logEngine } from "./log-engine-duckdb.ts";
import type { FileReader } from "./reader.ts";

const HEAD_BYTES = 4096;

export interface FoundFile {
  /** Path relative to the estate's directory. */
  readonly path: string;
  /** Path relative to the folder the system was given as. */
  readonly name: string;
  readonly bytes: number;
}

/** Receives what is noticed while files are read. */
export interface ReadingSink {
  problem(problem: Problem): void;
  /** Text of a file that holds suppression comments. */
  suppressible(source: SourceText): void;
}

/** The word that opens a suppression comment in every format. */
export const SUPPRESSION_MARK = "art30-ignore";

export function sourceFile(
  reader: FileReader,
  found: FoundFile,
  maxBytes: number,
  sink: ReadingSink,
  bigLogBytes = Infinity,
): SourceFile {
  let head: string | undefined;
  let text: SourceText | undefined;
  const located = found.bytes >= bigLogBytes ? reader.locate?.(found.path) : undefined;
  const query = located === undefined ? null : logEngine(located);
  return {
    ...found,
    ...(query !== null && { query }),
    get head() {
      return (head ??= decodeHead(reader.head(found.path, HEAD_BYTES)));
    },
    async text() {
      if (text !== undefined) return text;
      if (found.bytes > maxBytes) throw new LimitReached("limits.maxFileBytes", maxBytes);
      const decoded = decode(reader.bytes(found.path));
      if (decoded.defect !== null) sink.problem(defectProblem(found.path, decoded.defect));
      text = new SourceText(found.path, decoded.text);
      if (decoded.text.includes(SUPPRESSION_MARK)) sink.suppressible(text);
      return text;
    },
    chunks: () => reader.chunks(found.path),
  };
}

function defectProblem(file: string, defect: "binary" | "encoding"): Problem {
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (defect === "binary") {
    return {
      kind: "binary",
      message: "The file is binary where text was expected.",
      location,
      lost: "the whole file",
    };
  }
  return {
    kind: "encoding",
    message: "The file is not UTF-8; it was read as Windows-1252.",
    location,
    lost: "certainty about letters outside ASCII",
  };
}
