/** Values of a collector's parameters, without secrets and without what names people. */
import type { Location } from "../../../model/location.ts";
import type { Setting } from "../../../model/setting.ts";

export type ParameterValue = ParameterText | ParameterMap;

export interface ParameterText {
  readonly kind: "text";
  /** `null` when the value is withheld: a secret, a login, a person's address. */
  readonly text: string | null;
  readonly secret: Setting["secret"];
  readonly location: Location;
}

/** A hash or a list; the entries of a list are named "0", "1" … as PHP counts them. */
export interface ParameterMap {
  readonly kind: "map";
  readonly isList: boolean;
  readonly entries: ReadonlyMap<string, ParameterValue>;
  readonly location: Location;
}

/** Later values win; maps and lists are merged entry by entry, so that a shorter list keeps the tail of a longer one. */
export function mergedParameters(base: ParameterMap, over: ParameterMap): ParameterMap {
  const entries = new Map(base.entries);
  for (const [name, value] of over.entries) {
    const known = entries.get(name);
    const both = known?.kind === "map" && value.kind === "map";
    entries.set(name, both ? mergedParameters(known, value) : value);
  }
  return { kind: "map", isList: base.isList && over.isList, entries, location: over.location };
}

/** Follows names downwards; `undefined` where one is missing. */
export function parameterAt(
  map: ParameterMap | undefined,
  ...names: readonly string[]
): ParameterValue | undefined {
  let at: ParameterValue | undefined = map;
  for (const name of names) at = at?.kind === "map" ? at.entries.get(name) : undefined;
  return at;
}

export function mapAt(map: ParameterMap | undefined, ...names: readonly string[]): ParameterMap | undefined {
  const value = parameterAt(map, ...names);
  return value?.kind === "map" ? value : undefined;
}
