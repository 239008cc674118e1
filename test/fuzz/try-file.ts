/** Runs one damaged file through what would read it; anything thrown is a defect. */
import { parseOql } from "../../analyzer/source/oql/parse.ts";
import { printOql } from "../../analyzer/source/oql/print.ts";
import { placeholdersOf } from "../../analyzer/source/template/placeholder.ts";
import { ADAPTERS } from "../../analyzer/systems/registry.ts";
import { analyse } from "../../analyzer/workspace/analyse.ts";
import { readConfig } from "../../analyzer/workspace/config.ts";
import { LimitReached } from "../../analyzer/workspace/limit.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { PACKAGE_RESOURCES } from "../../analyzer/workspace/resources.ts";
import { sourceFile } from "../../analyzer/workspace/source-file.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const SINK = { problem: () => {}, suppressible: () => {} };

/** Only the reading of one file: thousands a minute. */
export async function readOne(path: string, bytes: Buffer): Promise<void> {
  const text = bytes.toString("utf8");
  if (path.endsWith(".oql")) {
    const { query } = parseOql(text);
    if (query !== null) printOql(query);
    return;
  }
  if (path === "template.txt") return void placeholdersOf(text);
  if (path.endsWith("art30.yaml")) return void readConfig(text, path);
  const found = { path, name: path, bytes: bytes.length };
  const file = sourceFile(memoryReader({ [path]: bytes }), found, MAX_BYTES, SINK);
  for (const adapter of ADAPTERS) {
    const kind = adapter.accepts(file);
    if (kind === null) continue;
    await adapter.read(file, kind, PACKAGE_RESOURCES).catch((error: unknown) => {
      if (!(error instanceof LimitReached)) throw error;
    });
    return;
  }
}

/** The whole way to findings' input, with the other files of the estate as they are. */
export async function analyseAll(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await analyse({ reader: memoryReader(files), config: {}, asOf: "2026-11-24" });
}
