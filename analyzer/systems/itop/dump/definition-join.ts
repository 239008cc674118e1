/** Joins the rows an object has in the tables of its class and of the parents of that class. */
import type { Location } from "../../../model/location.ts";
import type { Report } from "../../../source/records.ts";
import type { TableRow } from "../../../source/table-items.ts";
import { type ExportedObject, MAX_DEFINITIONS } from "../exports/export-collector.ts";
import { attributeOf, type DumpTable } from "./dump-tables.ts";

/** Text held of all definition objects of one dump, in characters. */
export const MAX_DEFINITION_TEXT = 128 * 1024 * 1024;

const TOO_MANY = `The dump has more than ${MAX_DEFINITIONS} definition objects (MAX_DEFINITIONS).`;
const TOO_LONG = `The definition objects hold more than ${MAX_DEFINITION_TEXT / 1024 / 1024} Mi characters (MAX_DEFINITION_TEXT).`;

/** Stored passwords, files and logs: no part of a definition, so not even held for the join. */
const NOT_HELD = /_(?:hash|salt|data)$|^(?:log|log_index|password|token)$/;

interface Joined {
  class: string | null;
  readonly id: string;
  readonly root: string;
  readonly fields: Record<string, string>;
  hasRoot: boolean;
  location: Location;
}

export class DefinitionJoin {
  readonly #objects = new Map<string, Joined>();
  readonly #report: Report;
  #text = 0;
  #full = false;

  constructor(report: Report) {
    this.#report = report;
  }

  add(table: DumpTable, row: TableRow): void {
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    row.columns.forEach((column, index) => {
      const code = attributeOf(table.name, column);
      if (!NOT_HELD.test(code)) fields[code] ??= row.values[index] ?? "";
    });
    const id = fields["id"] ?? "";
    const named = fields["finalclass"] ?? "";
    const key = `${table.prefix}${table.root}\n${id === "" ? `at ${row.location.line}:${row.location.column}` : id}`;
    let object = this.#objects.get(key);
    if (object === undefined) {
      if (this.#objects.size >= MAX_DEFINITIONS) return this.#limit(TOO_MANY, row.location);
      const fields = Object.create(null) as Record<string, string>;
      object = { class: null, id, root: table.root, fields, hasRoot: false, location: row.location };
      this.#objects.set(key, object);
    }
    // The result of a query can hold whole objects: its columns then name the class and come from every table at once.
    const isRoot = table.name === table.root || (row.table === null && named !== "");
    if (isRoot) object.location = row.location;
    object.hasRoot ||= isRoot;
    // A table that only looks like one of a subclass can be somebody's copy: it completes objects, and makes none.
    const className = named !== "" && (isRoot || table.class !== null) ? named : table.class;
    object.class = isRoot ? (className ?? object.class) : (object.class ?? className);
    for (const [code, value] of Object.entries(fields)) {
      if (code === "id" || code === "finalclass" || code in object.fields) continue;
      this.#text += value.length;
      if (this.#text > MAX_DEFINITION_TEXT) return this.#limit(TOO_LONG, row.location);
      object.fields[code] = value;
    }
  }

  /** Objects by class tree and id, in whatever order their tables came; parts of objects whose own row is missing are reported by table. */
  finish(): readonly ExportedObject[] {
    const objects: ExportedObject[] = [];
    const orphans = new Map<string, Location>();
    for (const { class: name, id, root, fields, hasRoot, location } of [...this.#objects.values()].sort(
      byId,
    )) {
      if (!hasRoot && !orphans.has(root)) orphans.set(root, location);
      if (name !== null) objects.push({ class: name, id, fields, location });
    }
    for (const [root, location] of orphans) {
      const message = `The dump has rows of tables below ${root}, but not those of ${root} itself.`;
      const lost = "names, states and classes of the objects";
      this.#report({ kind: "incomplete-export", message, location, lost });
    }
    return objects;
  }

  #limit(message: string, location: Location): void {
    if (!this.#full) this.#report({ kind: "limit", message, location, lost: "the objects after this one" });
    this.#full = true;
  }
}

function byId(a: Joined, b: Joined): number {
  if (a.root !== b.root) return a.root < b.root ? -1 : 1;
  return Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
