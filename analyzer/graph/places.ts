/**
 * Says at which entities a field stands. The one rule: fields live at concrete entities. `Contact.email` of an abstract
 * `Contact` is another name for `Person.email` and `Team.email`, never a node of its own.
 */
import { EntityIndex } from "../model/entity-index.ts";
import type { Entity } from "../model/entity.ts";
import type { Field } from "../model/field.ts";
import { entityPath, fieldPath, systemOf, type ModelPath } from "../model/model-path.ts";
import type { System } from "../model/system.ts";
import type { Verdict, Verdicts } from "../model/verdict.ts";

export interface Place {
  readonly key: ModelPath;
  readonly entity: Entity;
  readonly field: Field;
}

/** One system's fields, by any path that names them. */
export class Places {
  readonly system: System;
  readonly index: EntityIndex;
  readonly #verdicts: Verdicts;
  readonly #byPath = new Map<ModelPath, Place>();
  readonly #judged = new Map<ModelPath, Verdict | undefined>();
  readonly #concrete = new Map<string, readonly Entity[]>();
  readonly #personal = new Map<string, readonly ModelPath[]>();

  constructor(system: System, verdicts: Verdicts) {
    this.system = system;
    this.index = new EntityIndex(system.entities);
    this.#verdicts = verdicts;
    for (const entity of system.entities) {
      for (const field of entity.fields) {
        const key = fieldPath(system.id, entity.name, field.name);
        this.#byPath.set(key, { key, entity, field });
      }
    }
  }

  /** Concrete entities an entity stands for: itself, or all concrete heirs of an abstract one. */
  concrete(name: string): readonly Entity[] {
    let found = this.#concrete.get(name);
    if (found !== undefined) return found;
    const entity = this.index.entity(name);
    if (entity === undefined) found = [];
    else if (!entity.abstract) found = [entity];
    else {
      const heirs = this.index.withDescendants(name).filter((heir) => !heir.abstract);
      found = heirs.length > 0 ? heirs : [entity];
    }
    this.#concrete.set(name, found);
    return found;
  }

  /** Every place a field path means; empty when it names nothing. */
  resolve(path: ModelPath): readonly Place[] {
    const named = this.#byPath.get(path);
    if (named === undefined) return [];
    if (!named.entity.abstract) return [named];
    const found: Place[] = [];
    for (const entity of this.concrete(named.entity.name)) {
      const place = this.#byPath.get(fieldPath(this.system.id, entity.name, named.field.name));
      if (place !== undefined) found.push(place);
    }
    return found;
  }

  /** The place of exactly this path, at an abstract entity too. */
  at(path: ModelPath): Place | undefined {
    return this.#byPath.get(path);
  }

  place(entity: Entity, field: Field): Place | undefined {
    return this.#byPath.get(fieldPath(this.system.id, entity.name, field.name));
  }

  /** The field's verdict; a copy that shows a person's field has that field's verdict when its own says no. */
  verdict(place: Place): Verdict | undefined {
    if (this.#judged.has(place.key)) return this.#judged.get(place.key);
    const verdict = this.#judge(place);
    this.#judged.set(place.key, verdict);
    return verdict;
  }

  #judge(place: Place): Verdict | undefined {
    const own = this.#verdicts.get(place.key) ?? this.#verdicts.get(place.field.path);
    if (own !== undefined && own.personal !== "no") return own;
    const shown = this.shows(place)[0];
    return shown === undefined ? own : this.#verdicts.get(shown.key);
  }

  /** Personal fields of people and accounts that a reference copy shows. */
  shows(place: Place): readonly Place[] {
    const source = place.field.copyOf?.field;
    if (source === null || source === undefined) return [];
    return this.resolve(source).filter(
      ({ key, entity }) =>
        key !== place.key &&
        (entity.role === "subject" || entity.role === "account") &&
        this.#verdicts.get(key)?.personal === "yes",
    );
  }

  /** Whether the field is a node of the map. References to people are not: they travel on edges only. */
  onMap(place: Place): boolean {
    const personal = this.verdict(place)?.personal;
    return personal === "yes" || personal === "may-contain";
  }

  /** Paths of an entity's fields that hold, may hold or point to personal data, sorted. */
  personalFields(entity: Entity): readonly ModelPath[] {
    let paths = this.#personal.get(entity.name);
    if (paths !== undefined) return paths;
    const found: ModelPath[] = [];
    for (const field of entity.fields) {
      const place = this.place(entity, field);
      if (place !== undefined && (this.verdict(place)?.personal ?? "no") !== "no") found.push(place.key);
    }
    paths = found.sort();
    this.#personal.set(entity.name, paths);
    return paths;
  }

  /** Paths of the same entity or field at abstract parents. */
  aliases(entity: Entity, field?: Field): readonly ModelPath[] {
    const parents = this.index.lineage(entity.name).filter((parent) => parent !== entity && parent.abstract);
    if (field === undefined) return parents.map((parent) => entityPath(this.system.id, parent.name)).sort();
    return parents
      .filter((parent) => this.index.field(parent.name, field.name) !== undefined)
      .map((parent) => fieldPath(this.system.id, parent.name, field.name))
      .sort();
  }
}

/** All systems' places; paths find their own system. */
export class Atlas {
  readonly all: readonly Places[];
  readonly #bySystem: ReadonlyMap<string, Places>;

  constructor(systems: readonly System[], verdicts: Verdicts) {
    this.all = [...systems]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((system) => new Places(system, verdicts));
    this.#bySystem = new Map(this.all.map((places) => [places.system.id, places]));
  }

  of(path: ModelPath): Places | undefined {
    return this.#bySystem.get(systemOf(path)) ?? this.#bySystem.get(path);
  }

  resolve(path: ModelPath): readonly Place[] {
    return this.of(path)?.resolve(path) ?? [];
  }

  verdict(path: ModelPath): Verdict | undefined {
    const places = this.of(path);
    const place = places?.at(path);
    return place === undefined ? undefined : places?.verdict(place);
  }

  /** Holds, may hold or points to personal data. */
  isPersonal(path: ModelPath): boolean {
    return (this.verdict(path)?.personal ?? "no") !== "no";
  }
}
