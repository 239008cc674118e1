/** Says, once for each class and file, how much of its code could not be followed. */
import type { Problem } from "../../../model/problem.ts";
import { compareLocations, type Location } from "../../../model/location.ts";

export type Unresolved = "Get" | "Set" | "OQL" | "mail" | "HTTP" | "file";

const WORDS: Readonly<Record<Unresolved, readonly [one: string, many: string]>> = {
  Get: ["value read", "values read"],
  Set: ["value written", "values written"],
  OQL: ["query", "queries"],
  mail: ["mail", "mails"],
  HTTP: ["HTTP call", "HTTP calls"],
  file: ["file write", "file writes"],
};

interface Tally {
  readonly where: string;
  location: Location;
  readonly counts: Map<Unresolved, number>;
}

export class UnresolvedCode {
  readonly #tallies = new Map<string, Tally>();
  #vendor: Tally | undefined;

  /** `where` names the class or file; iTop's own modules are counted together, for nobody but the vendor can mend them. */
  note(what: Unresolved, where: string, location: Location, vendor: boolean): void {
    const tally = vendor ? (this.#vendor ??= newTally("", location)) : this.#tally(where, location);
    tally.counts.set(what, (tally.counts.get(what) ?? 0) + 1);
    if (compareLocations(location, tally.location) < 0) tally.location = location;
  }

  get problems(): readonly Problem[] {
    const own = [...this.#tallies.values()].map((tally) =>
      problem(isOnlyRead(tally) ? "not-analysed" : "code", `In the PHP code of ${tally.where}`, tally),
    );
    return this.#vendor === undefined
      ? own
      : [...own, problem("not-analysed", "In the PHP code of iTop's own modules", this.#vendor)];
  }

  #tally(where: string, location: Location): Tally {
    const key = `${location.file}\n${where}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, (tally = newTally(where, location)));
    return tally;
  }
}

function newTally(where: string, location: Location): Tally {
  return { where, location, counts: new Map() };
}

/** A query takes nothing anywhere; values that are read were noted because something is done with them. */
function isOnlyRead({ counts }: Tally): boolean {
  return [...counts.keys()].every((what) => what === "OQL");
}

function problem(kind: Problem["kind"], where: string, { location, counts }: Tally): Problem {
  const parts = (Object.keys(WORDS) as Unresolved[]).flatMap((what) => {
    const count = counts.get(what) ?? 0;
    return count === 0 ? [] : [`${count} ${WORDS[what][count === 1 ? 0 : 1]}`];
  });
  return {
    kind,
    message: `${where}, class, field or address cannot be told from the method and the model: ${parts.join(", ")}.`,
    location,
    lost: "which fields this code reads, writes or sends",
  };
}
