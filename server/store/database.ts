/** The database of the server: one SQLite file, opened, migrated and typed. */
import Database from "libsql";
import { Kysely, SqliteDialect, sql } from "kysely";
import { migrate } from "./migrations.ts";

export interface Tables {
  readonly estates: { readonly id: string; readonly name: string };
  readonly snapshots: {
    /** First 16 hex digits of the SHA-256 of the content. */
    readonly id: string;
    readonly estate: string;
    readonly created_at: string;
    readonly as_of: string;
    /** `SnapshotSummary` as JSON. */
    readonly summary: string;
    /** Serialized content, compressed; libsql hands binary columns back as `ArrayBuffer`. */
    readonly content: Uint8Array | ArrayBuffer;
  };
  readonly declarations: {
    readonly estate: string;
    readonly record: string;
    readonly column_id: string;
    /** Lines as a JSON array. */
    readonly value: string;
    readonly declared_by: string;
    readonly declared_on: string;
  };
  readonly sessions: { readonly token_hash: string; readonly expires_at: string };
}

export type Db = Kysely<Tables>;

/** How long a second process waits for the file, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/** `:memory:` gives a database that ends with the process. */
export async function openDatabase(file: string): Promise<Db> {
  const db: Db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Database(file) }) });
  await sql.raw(`pragma busy_timeout = ${BUSY_TIMEOUT}`).execute(db);
  await sql.raw("pragma journal_mode = wal").execute(db);
  await sql.raw("pragma foreign_keys = on").execute(db);
  await migrate(db);
  return db;
}
