/** The snapshots of all estates: kept in the database, the few latest opened ones in memory. */
import { createHash } from "node:crypto";
import type { ConfigProblem } from "../../analyzer/source/yaml.ts";
import type { SourceLines } from "../../analyzer/workspace/source-lines.ts";
import type { SnapshotSummary } from "../contract.ts";
import type { Content } from "./content.ts";
import { declarationDefects, withDeclarations, type Merged } from "./merge.ts";
import { deserialize, serialize } from "./serialize.ts";
import { summarize } from "./summary.ts";
import type { DeclarationRow, EstateRow, TableStore } from "./tables.ts";

/** A snapshot as routes read it, declarations included. */
export interface Opened extends Merged {
  readonly id: string;
  readonly estate: string;
  /** Lines of its definition files; `null` when they are not at hand. */
  readonly lines: SourceLines | null;
}

/** Opened snapshots kept in memory; one of a standard iTop is 6.5 MB of JSON. */
export const MAX_OPENED = 4;

export class Shelf {
  readonly tables: TableStore;
  readonly #now: () => Date;
  /** In order of use, the latest last. */
  readonly #opened = new Map<string, Merged>();
  readonly #lines = new Map<string, SourceLines>();

  constructor(tables: TableStore, now: () => Date) {
    this.tables = tables;
    this.#now = now;
  }

  /** `lines` only for files that are as they were when they were analysed. */
  async add(estate: EstateRow, content: Content, lines: SourceLines | null = null): Promise<SnapshotSummary> {
    const text = serialize(content);
    const id = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const merged = withDeclarations(content, await this.tables.declarations(estate.id));
    const createdAt = this.#now().toISOString();
    const summary = summarize(merged.snapshot, merged.findings, { id, createdAt });
    await this.tables.keepEstate(estate);
    await this.tables.keepSnapshot(estate.id, summary, text);
    const key = keyOf(estate.id, id);
    this.#keep(key, merged);
    if (lines !== null) this.#lines.set(key, lines);
    return summary;
  }

  async latest(estate: string): Promise<SnapshotSummary | null> {
    return (await this.tables.summaries(estate))[0] ?? null;
  }

  /** The summary of a snapshot by id or `latest`. */
  async summary(estate: string, asked: string): Promise<SnapshotSummary | null> {
    const all = await this.tables.summaries(estate);
    return (asked === "latest" ? all[0] : all.find(({ id }) => id === asked)) ?? null;
  }

  async open(estate: string, asked: string): Promise<Opened | null> {
    const id = asked === "latest" ? (await this.latest(estate))?.id : asked;
    if (id === undefined) return null;
    const key = keyOf(estate, id);
    let merged = this.#opened.get(key);
    if (merged === undefined) {
      const content = await this.#content(estate, id);
      if (content === null) return null;
      merged = withDeclarations(content, await this.tables.declarations(estate));
    }
    this.#keep(key, merged);
    return { ...merged, id, estate, lines: this.#lines.get(key) ?? null };
  }

  /** Stores a declaration that fits; otherwise says what it lacks. Findings and figures of the snapshot follow. */
  async declare(estate: string, id: string, row: DeclarationRow): Promise<readonly ConfigProblem[]> {
    const content = await this.#content(estate, id);
    if (content === null) return [];
    const others = (await this.tables.declarations(estate)).filter(
      ({ record, column }) => record !== row.record || column !== row.column,
    );
    const defects = declarationDefects(content, others, row);
    if (defects.length > 0) return defects;
    await this.tables.keepDeclaration(estate, row);
    for (const key of this.#opened.keys()) if (key.startsWith(`${estate}/`)) this.#opened.delete(key);
    const [merged, summary] = [await this.open(estate, id), await this.summary(estate, id)];
    if (merged !== null && summary !== null) {
      await this.tables.replaceSummary(estate, summarize(merged.snapshot, merged.findings, summary));
    }
    return [];
  }

  async #content(estate: string, id: string): Promise<Content | null> {
    const text = await this.tables.content(estate, id);
    return text === undefined ? null : deserialize(text);
  }

  #keep(key: string, merged: Merged): void {
    this.#opened.delete(key);
    this.#opened.set(key, merged);
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= MAX_OPENED) return;
      this.#opened.delete(oldest);
    }
  }
}

function keyOf(estate: string, id: string): string {
  return `${estate}/${id}`;
}
