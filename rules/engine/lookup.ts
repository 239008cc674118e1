/** What rules look up in a snapshot, each thing computed once and only when asked for. */
import type { Entity } from "../../analyzer/model/entity.ts";
import { EntityIndex } from "../../analyzer/model/entity-index.ts";
import type { Field } from "../../analyzer/model/field.ts";
import type { ModelPath } from "../../analyzer/model/model-path.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { subjectPaths, type SubjectPath } from "./subject-path.ts";

/** The answer for a path that is no field of the estate. */
const NOTHING_KNOWN: Verdict = {
  personal: "no",
  category: "none",
  dpv: null,
  special: null,
  sensitivity: "ordinary",
  subject: "unknown",
  confidence: 0,
  evidence: [],
  decision: null,
};

export class Lookup {
  readonly snapshot: Snapshot;
  readonly #indexes = new Map<System, EntityIndex>();
  readonly #subjectPaths = new Map<System, ReadonlyMap<string, SubjectPath>>();
  #fields: ReadonlyMap<ModelPath, Field> | undefined;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  verdict(field: Field | ModelPath): Verdict {
    return this.snapshot.verdicts.get(typeof field === "string" ? field : field.path) ?? NOTHING_KNOWN;
  }

  entity(system: System, name: string): Entity | undefined {
    return this.#index(system).entity(name);
  }

  field(path: ModelPath): Field | undefined {
    this.#fields ??= new Map(
      this.snapshot.estate.systems.flatMap(({ entities }) =>
        entities.flatMap(({ fields }) => fields.map((field): [ModelPath, Field] => [field.path, field])),
      ),
    );
    return this.#fields.get(path);
  }

  subjectPath(system: System, entity: Entity): SubjectPath | null {
    let paths = this.#subjectPaths.get(system);
    if (paths === undefined) {
      paths = subjectPaths(system.entities, this.#index(system));
      this.#subjectPaths.set(system, paths);
    }
    return paths.get(entity.name) ?? null;
  }

  #index(system: System): EntityIndex {
    let index = this.#indexes.get(system);
    if (index === undefined) {
      index = new EntityIndex(system.entities);
      this.#indexes.set(system, index);
    }
    return index;
  }
}
