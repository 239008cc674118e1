/** Sorts exported objects by what they are: definitions are kept, log rows folded or counted, data only counted. */
import type { Location } from "../../../model/location.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Fragment, ReadResult } from "../../adapter.ts";
import { familyOf } from "./export-classes.ts";
import { LogRows } from "./export-log-rows.ts";
import { definitionFields } from "./export-values.ts";
import { fragment } from "../fragments.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { RestLogFolder } from "../rest/rest-log.ts";
import { RowIds } from "./row-ids.ts";

/** Definition objects kept of one file; a large iTop has some hundreds. */
export const MAX_DEFINITIONS = 50_000;

/** Different classes told apart in one file. */
export const MAX_CLASSES = 2_000;

/** Problems reported for one file; the last one says that there are more. */
export const MAX_PROBLEMS = 100;

export interface ExportedObject {
  readonly class: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

export class ExportCollector {
  readonly #file: string;
  readonly #definitions: Fragment[] = [];
  readonly #counts = new Map<string, { rows: number; readonly location: Location }>();
  readonly #logs = new Map<string, LogRows>();
  readonly #problems: Problem[] = [];
  readonly #said = new Set<string>();
  readonly #restLog: RestLogFolder;
  readonly #restIds = new RowIds();

  constructor(file: string) {
    this.#file = file;
    this.#restLog = new RestLogFolder(file);
  }

  readonly report = (problem: Problem): void => {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
    else if (this.#problems.length === MAX_PROBLEMS) {
      const message = `More than ${MAX_PROBLEMS} problems in this file (MAX_PROBLEMS); the others are not listed.`;
      this.#problems.push({ kind: "limit", message, location: problem.location });
    }
  };

  add(object: ExportedObject): void {
    const { class: name, fields, location } = object;
    if (!isIdentifier(name)) {
      this.report({
        kind: "unknown-format",
        message: "An exported object does not tell its class.",
        location,
      });
      return;
    }
    const family = familyOf(name);
    if (name === "EventRestService" && ("json_input" in fields || "operation" in fields)) {
      this.#restLog.add(fields, location);
      this.#restIds.add(object.id);
    } else if (family === "log") this.#countLog(object);
    else if (family === "other") this.#countRow(name, location);
    else this.#keep(object);
  }

  finish(): ReadResult {
    const { data, problems } = this.#restLog.finish();
    const ids = this.#restIds.ranges();
    return {
      fragments: [
        ...this.#definitions,
        ...(data === null
          ? []
          : [fragment("rest-log", this.#file, { ...data, ...(ids !== undefined && { ids }) })]),
        ...byName(this.#logs).map((rows) => fragment("store-rows", this.#file, rows.finish())),
        ...[...this.#counts.entries()]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { rows, location }]) =>
            fragment("row-count", this.#file, { class: name, rows, location }),
          ),
      ],
      problems: [...this.#problems, ...problems],
    };
  }

  #keep(object: ExportedObject): void {
    if (this.#definitions.length >= MAX_DEFINITIONS) {
      this.#once("limit", object.location, {
        kind: "limit",
        message: `The file has more than ${MAX_DEFINITIONS} definition objects (MAX_DEFINITIONS).`,
        lost: "the objects after this one",
      });
      return;
    }
    if (object.id === "") {
      this.#once("id", object.location, {
        kind: "incomplete-export",
        message: "Definitions came without ids; export them with their id.",
        lost: "what refers to them, and whether other exports hold the same",
      });
    }
    const fields = definitionFields(object.class, object.fields);
    this.#definitions.push(fragment("export", this.#file, { ...object, fields }));
  }

  #countLog({ class: name, id, fields, location }: ExportedObject): void {
    let rows = this.#logs.get(name);
    if (rows === undefined) {
      if (this.#full(this.#logs.size, location)) return;
      this.#logs.set(name, (rows = new LogRows(name, location)));
    }
    rows.add(fields, location, id);
    if (rows.limit === null) return;
    const message = `The log has ${rows.limit}.`;
    this.#once("messages", location, { kind: "limit", message, lost: "what the further ones would tell" });
  }

  #countRow(name: string, location: Location): void {
    const count = this.#counts.get(name);
    if (count !== undefined) count.rows++;
    else if (!this.#full(this.#counts.size, location)) this.#counts.set(name, { rows: 1, location });
  }

  #full(size: number, location: Location): boolean {
    if (size < MAX_CLASSES) return false;
    const message = `The file has objects of more than ${MAX_CLASSES} classes (MAX_CLASSES).`;
    this.#once("classes", location, { kind: "limit", message, lost: "counts of further classes" });
    return true;
  }

  #once(about: string, location: Location, problem: Omit<Problem, "location">): void {
    if (this.#said.has(about)) return;
    this.#said.add(about);
    this.report({ ...problem, location });
  }
}

function byName<Value>(map: ReadonlyMap<string, Value>): readonly Value[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
