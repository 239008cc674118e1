/** Reads one file as it is read when it is big, and as it is read otherwise. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadResult } from "../../../../analyzer/systems/adapter.ts";
import { readCsvExport, readRestExport } from "../../../../analyzer/systems/itop/exports/exports.ts";
import { dataOf, type RestLogData } from "../../../../analyzer/systems/itop/fragments.ts";
import { diskReader } from "../../../../analyzer/workspace/reader.ts";
import { sourceFile } from "../../../../analyzer/workspace/source-file.ts";
import type { LogRow } from "./rest-log-arbitrary.ts";

const SINK = { problem: () => {}, suppressible: () => {} };

export interface Readings {
  readonly engine: ReadResult;
  readonly stream: ReadResult;
}

export class Scratch {
  readonly directory = mkdtempSync(join(tmpdir(), "art30-big-log-"));

  async read(name: string, content: string | Uint8Array): Promise<Readings> {
    writeFileSync(join(this.directory, name), content);
    const found = { path: name, name, bytes: Buffer.byteLength(content) };
    const read = /\.[ct]sv$/.test(name) ? readCsvExport : readRestExport;
    const from = (bigLogBytes: number): Promise<ReadResult> =>
      read(sourceFile(diskReader(this.directory), found, 0, SINK, bigLogBytes));
    return { engine: await from(1), stream: await from(Infinity) };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Without the locations of shapes, which an engine cannot tell. */
export function shapesOf(result: ReadResult): RestLogData | undefined {
  const [data] = dataOf(result.fragments, "rest-log");
  const location = { file: "", line: 0, column: 0, endLine: 0, endColumn: 0 };
  return data && { ...data, operations: data.operations.map((each) => ({ ...each, location })) };
}

/** The problem that the engine's refusal is reported by. */
export function refusalsOf(result: ReadResult): readonly string[] {
  return result.problems.map(({ message }) => message).filter((message) => message.includes("row by row"));
}

export function csv(rows: readonly LogRow[], separator = ",", lineEnd = "\n"): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => cells.map(cell).join(separator) + lineEnd).join("");
}

export function lines(rows: readonly LogRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
