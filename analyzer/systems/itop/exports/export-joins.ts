/** Objects of a join query: its rows repeat an object once for each that it is joined to. */
import type { Location } from "../../../model/location.ts";
import type { Report } from "../../../source/records.ts";
import { familyOf } from "./export-classes.ts";

/** Objects told apart in one file, so that each counts once. */
export const MAX_JOINED_OBJECTS = 1_000_000;

export class JoinedObjects {
  readonly #seen = new Set<string>();
  readonly #said = new Set<string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Without ids definitions are told apart by what they say; rows of data and logs cannot be. */
  isNew(className: string, id: string, fields: Readonly<Record<string, unknown>>, at: Location): boolean {
    const family = familyOf(className);
    if (id === "" && (family === "other" || family === "log")) {
      const message = `A join query without ids does not tell objects of ${className} apart; add their id.`;
      this.#once(className, { kind: "incomplete-export", message, location: at, lost: "how many there are" });
      return false;
    }
    const key = `${className}::${id === "" ? JSON.stringify(Object.entries(fields)) : id}`;
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= MAX_JOINED_OBJECTS) {
      const message = `The join query has more than ${MAX_JOINED_OBJECTS} objects (MAX_JOINED_OBJECTS).`;
      this.#once("(all)", { kind: "limit", message, location: at, lost: "the objects after these" });
      return false;
    }
    this.#seen.add(key);
    return true;
  }

  #once(about: string, problem: Parameters<Report>[0]): void {
    if (this.#said.has(about)) return;
    this.#said.add(about);
    this.#report(problem);
  }
}
