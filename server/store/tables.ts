/** Reads and writes rows: estates, snapshots and declarations. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { SnapshotSummary } from "../contract.ts";
import type { Db } from "./database.ts";

export interface EstateRow {
  readonly id: string;
  readonly name: string;
}

export interface DeclarationRow {
  readonly record: string;
  readonly column: string;
  readonly value: readonly string[];
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

export class TableStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async estates(): Promise<readonly EstateRow[]> {
    return this.#db.selectFrom("estates").selectAll().orderBy("id").execute();
  }

  async estate(id: string): Promise<EstateRow | undefined> {
    return this.#db.selectFrom("estates").selectAll().where("id", "=", id).executeTakeFirst();
  }

  async keepEstate(estate: EstateRow): Promise<void> {
    await this.#db
      .insertInto("estates")
      .values(estate)
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ name: estate.name }))
      .execute();
  }

  /** Newest first. */
  async summaries(estate: string): Promise<readonly SnapshotSummary[]> {
    const rows = await this.#db
      .selectFrom("snapshots")
      .select("summary")
      .where("estate", "=", estate)
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(({ summary }) => JSON.parse(summary) as SnapshotSummary);
  }

  async content(estate: string, id: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom("snapshots")
      .select("content")
      .where("estate", "=", estate)
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : gunzipSync(new Uint8Array(row.content)).toString("utf8");
  }

  /** The same content again becomes the newest snapshot; it is not stored twice. */
  async keepSnapshot(estate: string, summary: SnapshotSummary, content: string): Promise<void> {
    const told = { created_at: summary.createdAt, summary: JSON.stringify(summary) };
    await this.#db
      .insertInto("snapshots")
      .values({ ...told, id: summary.id, estate, as_of: summary.asOf, content: gzipSync(content) })
      .onConflict((conflict) => conflict.columns(["estate", "id"]).doUpdateSet(told))
      .execute();
  }

  async replaceSummary(estate: string, summary: SnapshotSummary): Promise<void> {
    await this.#db
      .updateTable("snapshots")
      .set({ summary: JSON.stringify(summary) })
      .where("estate", "=", estate)
      .where("id", "=", summary.id)
      .execute();
  }

  async declarations(estate: string): Promise<readonly DeclarationRow[]> {
    const rows = await this.#db
      .selectFrom("declarations")
      .selectAll()
      .where("estate", "=", estate)
      .orderBy("record")
      .orderBy("column_id")
      .execute();
    return rows.map((row) => ({
      record: row.record,
      column: row.column_id,
      value: JSON.parse(row.value) as string[],
      by: row.declared_by,
      on: row.declared_on,
    }));
  }

  async keepDeclaration(estate: string, { record, column, value, by, on }: DeclarationRow): Promise<void> {
    const told = { value: JSON.stringify(value), declared_by: by, declared_on: on };
    await this.#db
      .insertInto("declarations")
      .values({ ...told, estate, record, column_id: column })
      .onConflict((conflict) => conflict.columns(["estate", "record", "column_id"]).doUpdateSet(told))
      .execute();
  }
}
