/** The tables of the server, built up step by step; a step that has shipped is never changed. */
import { Migrator, type Kysely, type Migration } from "kysely";

const first: Migration = {
  async up(db) {
    await db.schema
      .createTable("estates")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("snapshots")
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("estate", "text", (column) => column.notNull().references("estates.id"))
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("as_of", "text", (column) => column.notNull())
      .addColumn("summary", "text", (column) => column.notNull())
      .addColumn("content", "blob", (column) => column.notNull())
      .addPrimaryKeyConstraint("snapshots_key", ["estate", "id"])
      .execute();
    await db.schema
      .createTable("declarations")
      .addColumn("estate", "text", (column) => column.notNull().references("estates.id"))
      .addColumn("record", "text", (column) => column.notNull())
      .addColumn("column_id", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addColumn("declared_by", "text", (column) => column.notNull())
      .addColumn("declared_on", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("declarations_key", ["estate", "record", "column_id"])
      .execute();
    await db.schema
      .createTable("sessions")
      .addColumn("token_hash", "text", (column) => column.primaryKey())
      .addColumn("expires_at", "text", (column) => column.notNull())
      .execute();
  },
};

const newestFirst: Migration = {
  async up(db) {
    await db.schema
      .createIndex("snapshots_by_time")
      .on("snapshots")
      .columns(["estate", "created_at"])
      .execute();
  },
};

/** Names sort in the order the steps run. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-tables": first,
  "002-newest-first": newestFirst,
};

export async function migrate<T>(db: Kysely<T>, migrations = MIGRATIONS): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
