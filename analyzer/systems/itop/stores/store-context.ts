/** What every builder of iTop stores needs: the model, the settings in force and the words for their proof. */
import type { Entity } from "../../../model/entity.ts";
import { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Provenance } from "../../../model/provenance.ts";
import type { Retention } from "../../../model/retention.ts";
import type { Setting } from "../../../model/setting.ts";
import type { Purge, Store } from "../../../model/store.ts";
import type { SettingLookup } from "../model/validation.ts";

export class StoreContext {
  readonly system: SystemId;
  readonly entities: readonly Entity[];
  readonly index: EntityIndex;
  readonly setting: SettingLookup;
  /** `3.1.2`; `null` when unknown. */
  readonly version: string | null;

  constructor(system: SystemId, entities: readonly Entity[], setting: SettingLookup, version: string | null) {
    this.system = system;
    this.entities = entities;
    this.index = new EntityIndex(entities);
    this.setting = setting;
    this.version = version;
  }

  get product(): string {
    return this.version === null ? "iTop (version unknown)" : `iTop ${this.version}`;
  }

  path(name: string): ModelPath {
    return elementPath(this.system, "store", name);
  }

  /** Paths of those of the named fields that this version's class has. */
  fields(entity: string, names: readonly string[]): readonly ModelPath[] {
    return names.flatMap((name) => this.index.field(entity, name)?.path ?? []);
  }

  says(basis: string): Provenance {
    return { location: null, basis };
  }

  /** Where a setting stands, or which default holds. */
  proofOf(setting: Setting | undefined, name: string, initial: string): Provenance {
    if (setting === undefined) {
      return this.says(`default of ${this.product} for ${name} is ${initial}; no configuration was read`);
    }
    if (setting.location !== null) return { location: setting.location, basis: null };
    return this.says(setting.basis ?? `default of ${this.product}; ${name} is absent`);
  }

  /** Switched by a boolean setting; `unknown` when no configuration was read. */
  switchedBy(name: string, initial: boolean): Store["active"] {
    const setting = this.setting(name);
    const proof = this.proofOf(setting, name, String(initial));
    if (setting === undefined) return { state: "unknown", setting: null, proof };
    return { state: isOn(setting, initial) ? "on" : "off", setting: setting.path, proof };
  }

  always(): Store["active"] {
    return { state: "on", setting: null, proof: this.says(`${this.product} always fills it`) };
  }

  /** Nothing in the product ends the rows. */
  endless(): Pick<Store, "retention" | "purge"> {
    const proof = this.says(`${this.product} has no purge for it`);
    return { retention: { kind: "none", source: "default", proof }, purge: NO_PURGE };
  }

  /** A number of a setting, else its default. */
  numberOf(name: string, initial: number): { value: number; source: Retention["source"]; proof: Provenance } {
    const setting = this.setting(name);
    const value = Number(setting?.value ?? initial);
    return {
      value: Number.isFinite(value) ? value : initial,
      source: setting !== undefined && !setting.isDefault ? "configured" : "default",
      proof: this.proofOf(setting, name, String(initial)),
    };
  }

  /** Whether the version is at least `major.minor`; an unknown version counts as recent. */
  atLeast(major: number, minor: number): boolean {
    const parts = /^(\d+)\.(\d+)/.exec(this.version ?? "");
    if (parts === null) return true;
    const [found, below] = [Number(parts[1]), Number(parts[2])];
    return found > major || (found === major && below >= minor);
  }
}

export const NO_PURGE: Purge = { exists: "no", enabled: "no", scheduled: "no", covers: "none" };

/** PHP truth of a configured value. */
export function isOn(setting: Setting | undefined, initial: boolean): boolean {
  const value = setting?.value ?? setting?.default ?? initial;
  return value !== false && value !== 0 && value !== "" && value !== "0" && value !== "false";
}

/** What a store says when nothing more specific is given. */
export function store(
  context: StoreContext,
  given: Partial<Store> &
    Pick<Store, "name" | "kind" | "entity" | "subjectKey" | "holds" | "erasedWithSubject">,
): Store {
  const entity = given.entity === null ? undefined : context.index.entity(given.entity);
  return {
    path: context.path(given.name),
    of: [],
    active: context.always(),
    ...context.endless(),
    derivedFrom: [],
    observed: null,
    proof:
      entity?.location == null
        ? context.says(`part of ${context.product}`)
        : { location: entity.location, basis: null },
    ...given,
  };
}
