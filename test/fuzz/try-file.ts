/** Runs one damaged file through what would read it; anything thrown is a defect. */
import { readDecisions } from "../../analyzer/classify/decisions.ts";
import type { Fragment } from "../../analyzer/systems/adapter.ts";
import { readDeclarations } from "../../analyzer/records/declarations.ts";
import { parseOql } from "../../analyzer/source/oql/parse.ts";
import { printOql } from "../../analyzer/source/oql/print.ts";
import { placeholdersOf } from "../../analyzer/source/template/placeholder.ts";
import { SourceText } from "../../analyzer/source/text.ts";
import { ADAPTERS } from "../../analyzer/systems/registry.ts";
import { analyse, type Analysis } from "../../analyzer/workspace/analyse.ts";
import { readConfig } from "../../analyzer/workspace/config.ts";
import { decode } from "../../analyzer/workspace/decode.ts";
import { LimitReached } from "../../analyzer/workspace/limit.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";
import { sourceFile } from "../../analyzer/workspace/source-file.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const SINK = { problem: () => {}, suppressible: () => {} };

export interface Tried {
  /** Kind the adapter gave the file, or the name of another reader; `null` when nobody reads it. */
  readonly kind: string | null;
  readonly fragments: readonly Fragment[];
  /** What the reader said of the file. */
  readonly problems: readonly unknown[];
}

/** Only the reading of one file: thousands a minute. */
export async function readOne(path: string, bytes: Buffer): Promise<Tried> {
  const own = readOwn(path, decode(bytes).text);
  if (own !== null) return { fragments: [], ...own };
  const found = { path, name: path, bytes: bytes.length };
  const file = sourceFile(memoryReader({ [path]: bytes }), found, MAX_BYTES, SINK);
  for (const adapter of ADAPTERS) {
    const kind = adapter.accepts(file);
    if (kind === null) continue;
    const read = adapter.read(file, kind, PACKAGE_RESOURCES).catch((error: unknown) => {
      if (!(error instanceof LimitReached)) throw error;
      return { fragments: [], problems: [error] };
    });
    return { kind, ...(await read) };
  }
  return { kind: null, fragments: [], problems: [] };
}

/** Texts that no adapter reads: the workspace's own files, and texts that stand inside of others. */
function readOwn(path: string, text: string): Omit<Tried, "fragments"> | null {
  switch (path) {
    case "queries.oql": {
      const { query, errors } = parseOql(text);
      if (query !== null) printOql(query);
      return { kind: "oql", problems: errors };
    }
    case "template.txt":
      return { kind: "template", problems: placeholdersOf(text).length > 0 ? [] : [path] };
    case "art30.yaml":
      return { kind: "config", problems: readConfig(text, path).problems };
    case "register.yaml":
      return { kind: "register", problems: readDeclarations(new SourceText(path, text)).problems };
    case "decisions.yaml":
      return { kind: "decisions", problems: readDecisions(new SourceText(path, text)).problems };
    default:
      return null;
  }
}

/** The whole way to findings' input, with the other files of the estate as they are. */
export function analyseAll(files: Readonly<Record<string, Uint8Array>>): Promise<Analysis> {
  return analyse({ reader: memoryReader(files), config: {}, asOf: "2026-11-24" });
}
