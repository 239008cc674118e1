/** Hands a file to adapters: decoded once, bounded, with every defect reported. */
import type { Problem } from "../model/problem.ts";
import type { SourceFile } from "../systems/adapter.ts";
import { SourceText } from "../source/text.ts";
import { decode, decodeHead } from "./decode.ts";
import { type GzipDefect, isGzip, MAX_EXPANSION, MAX_UNPACKED_BYTES, unpacked, unpackedHead, unpackedName } from "./gzip.ts"; // prettier-ignore
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
  let packed: boolean | undefined;
  const name = unpackedName(found.name);
  const isPacked = (): boolean =>
    (packed ??= name !== found.name && isGzip(reader.head(found.path, HEAD_BYTES)));
  // Several readers may go through one file; what is wrong with it is said once.
  const said = new Set<GzipDefect>();
  const defect = (kind: GzipDefect): void => {
    if (!said.has(kind)) sink.problem(gzipProblem(found.path, kind));
    said.add(kind);
  };
  const chunks = (): AsyncIterable<Uint8Array> =>
    isPacked() ? unpacked(reader.chunks(found.path), defect) : reader.chunks(found.path);
  const isPlain = name === found.name;
  const located = isPlain && found.bytes >= bigLogBytes ? reader.locate?.(found.path) : undefined;
  const query = located === undefined ? null : logEngine(located);
  return {
    ...found,
    name,
    ...(query !== null && { query }),
    get head() {
      if (head !== undefined) return head;
      const bytes = reader.head(found.path, HEAD_BYTES);
      return (head = decodeHead(isPacked() ? unpackedHead(bytes, HEAD_BYTES) : bytes));
    },
    async text() {
      if (text !== undefined) return text;
      if (found.bytes > maxBytes) throw new LimitReached("limits.maxFileBytes", maxBytes);
      const decoded = decode(isPacked() ? await upTo(maxBytes, chunks()) : reader.bytes(found.path));
      if (decoded.defect !== null) sink.problem(defectProblem(found.path, decoded.defect));
      text = new SourceText(found.path, decoded.text);
      if (decoded.text.includes(SUPPRESSION_MARK)) sink.suppressible(text);
      return text;
    },
    chunks,
  };
}

/** All bytes of a stream, given up as soon as they are more than a whole file may have. */
async function upTo(maxBytes: number, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of chunks) {
    bytes += piece.length;
    if (bytes > maxBytes) throw new LimitReached("limits.maxFileBytes", maxBytes, "unpacked");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function gzipProblem(file: string, defect: GzipDefect): Problem {
  const location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const lost = "what follows the place reached";
  switch (defect) {
    case "truncated":
      return {
        kind: "truncated",
        message: "The gzip data ends too early; read as far as it goes.",
        location,
        lost,
      };
    case "damaged":
      return {
        kind: "malformed",
        message: "The gzip data is damaged; read as far as it goes.",
        location,
        lost,
      };
    case "bytes": {
      const message = `The file unpacks to more than ${MAX_UNPACKED_BYTES} bytes (MAX_UNPACKED_BYTES).`;
      return { kind: "limit", message, location, lost };
    }
    case "expansion": {
      const message = `The file unpacks to more than ${MAX_EXPANSION} times its size (MAX_EXPANSION), as only a compression bomb does.`;
      return { kind: "limit", message, location, lost };
    }
    default:
      return defect satisfies never;
  }
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
