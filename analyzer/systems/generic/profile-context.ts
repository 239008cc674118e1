/** What every part of a profile needs to become model: paths of what it names, proofs, and a place for problems. */
import type { Location } from "../../model/location.ts";
import {
  elementPath,
  entityPath,
  fieldPath,
  type ModelPath,
  type PathKind,
  type SystemId,
} from "../../model/model-path.ts";
import type { Problem, ProblemKind } from "../../model/problem.ts";
import type { Provenance } from "../../model/provenance.ts";
import { closest } from "../../source/closest.ts";
import { lineageOf } from "./profile-lineage.ts";
import type { Profile } from "./profile-schema.ts";
import { pointer, type ProfileSource } from "./profile-source.ts";

export type Steps = readonly (string | number)[];

interface Stated {
  readonly source?: string;
  readonly quote?: string;
  readonly condition?: string;
}

export class ProfileContext {
  readonly system: SystemId;
  readonly profile: Profile;
  readonly problems: Problem[] = [];
  readonly #source: ProfileSource;
  readonly #shipped: ReadonlySet<string>;
  readonly #fields = new Map<string, ModelPath>();

  /** `shipped` are the files that come with the product; everything else is the customer's word. */
  constructor(system: SystemId, source: ProfileSource, shipped: ReadonlySet<string>) {
    this.system = system;
    this.profile = source.profile;
    this.#source = source;
    this.#shipped = shipped;
    const entities = source.profile.entities ?? {};
    for (const entity of Object.keys(entities)) {
      for (const [, { fields }] of lineageOf(entities, entity)) {
        for (const field of Object.keys(fields ?? {})) {
          this.#fields.set(`${entity}.${field}`, fieldPath(system, entity, field));
        }
      }
    }
  }

  /** Where the deepest known step stands. */
  locate(...steps: Steps): Location {
    for (let length = steps.length; length > 0; length--) {
      const place = this.#source.places[pointer(steps.slice(0, length))];
      if (place !== undefined) return place;
    }
    return { file: this.#source.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  }

  isShipped(...steps: Steps): boolean {
    return this.#shipped.has(this.locate(...steps).file);
  }

  /** Place, and the document with the words a statement rests on. */
  proof(steps: Steps, stated: Stated = {}): Provenance {
    const quote = this.#saidHere(steps, "quote") ? stated.quote : undefined;
    const words = [
      this.documentOf(steps, stated)?.title,
      quote === undefined ? undefined : `"${quote}"`,
      stated.condition === undefined ? undefined : `only ${stated.condition}`,
    ].filter((part) => part !== undefined);
    return { location: this.locate(...steps), basis: words.length === 0 ? null : words.join(": ") };
  }

  /** The document a statement names, else the one its file rests on. */
  documentOf(
    steps: Steps,
    stated: Stated,
  ): { readonly title: string; readonly assertedOn: string | null } | null {
    const named = this.#saidHere(steps, "source") ? stated.source : undefined;
    const id = named ?? lookUp(this.#source.defaults, this.locate(...steps).file);
    if (id === undefined) return null;
    const document = lookUp(this.profile.documents, id);
    return {
      title: document?.title ?? id,
      assertedOn: document?.assertedOn === undefined ? null : String(document.assertedOn),
    };
  }

  /** Words of a lower profile do not speak for what an upper one changed. */
  #saidHere(steps: Steps, property: string): boolean {
    return this.locate(...steps, property).file === this.locate(...steps).file;
  }

  path(kind: PathKind, name: string): ModelPath {
    return elementPath(this.system, kind, name);
  }

  /** Name of an entity the profile describes; anything else is reported and kept as written. */
  entity(name: string, steps: Steps): string {
    if (lookUp(this.profile.entities, name) === undefined) {
      this.unresolved(steps, "entity", name, Object.keys(this.profile.entities ?? {}));
    }
    return name;
  }

  field(name: string, steps: Steps): ModelPath | null {
    const path = this.#fields.get(name);
    if (path === undefined) this.unresolved(steps, "field", name, this.#fields.keys());
    return path ?? null;
  }

  fields(names: readonly string[] | undefined, steps: Steps): readonly ModelPath[] {
    return (names ?? [])
      .map((name, index) => this.field(name, [...steps, index]))
      .filter((path) => path !== null);
  }

  element(kind: PathKind, name: string, steps: Steps): ModelPath {
    const known = Object.keys(this.profile[SECTIONS[kind] ?? "claims"] ?? {});
    if (!known.includes(name)) this.unresolved(steps, kind, name, known);
    return this.path(kind, name);
  }

  /** `store/…`, or the name of an entity. */
  storeOrEntity(name: string, steps: Steps): ModelPath {
    const store = afterPrefix(name, "store/");
    return store === null
      ? entityPath(this.system, this.entity(name, steps))
      : this.element("store", store, steps);
  }

  problem(kind: ProblemKind, steps: Steps, message: string, lost?: string): void {
    const location = this.locate(...steps);
    this.problems.push({ kind, message, location, ...(lost !== undefined && { lost }) });
  }

  unresolved(steps: Steps, what: string, name: string, known: Iterable<string>): void {
    const near = closest(name, known);
    const hint = near === null ? "." : `; did you mean "${near}"?`;
    this.problem(
      "unresolved",
      steps,
      `The profile describes no ${what} "${name}"${hint}`,
      "what the name stands for",
    );
  }
}

const SECTIONS: Readonly<Partial<Record<PathKind, keyof Profile>>> = {
  store: "stores",
  party: "parties",
  role: "roles",
  setting: "settings",
  movement: "movements",
  claim: "claims",
};

export function entriesOf<Value>(
  record: Readonly<Record<string, Value>> | undefined,
): readonly [string, Value][] {
  return Object.entries(record ?? {});
}

/** Own properties only: a name from a file may be `constructor`. */
export function lookUp<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function afterPrefix(name: string, prefix: string): string | null {
  return name.startsWith(prefix) ? name.slice(prefix.length) : null;
}

export function byPath<Element extends { readonly path: ModelPath }>(
  elements: readonly Element[],
): readonly Element[] {
  return [...elements].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
