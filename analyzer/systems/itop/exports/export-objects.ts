/** Joins what several exports say of one object: JSON and CSV of the same class, parent and subclass queries. */
import type { Location } from "../../../model/location.ts";
import { type ExportFamily, familyOf } from "./export-classes.ts";
import type { ExportData } from "../fragments.ts";

export interface MergedObject {
  readonly class: string;
  readonly id: string;
  /** Of each field the first export that carries it. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly location: Location;
}

/**
 * Objects of one family by id, in export order; ids are unique within a family because it shares one root table.
 * An object without an id is another export's object of the same class and name, where there is one.
 */
export function objectsOf(exports: readonly ExportData[], family: ExportFamily): readonly MergedObject[] {
  const byId = new Map<string, MergedObject>();
  const anonymous: MergedObject[] = [];
  for (const each of exports) {
    if (familyOf(each.class) !== family) continue;
    const known = byId.get(each.id);
    if (each.id === "") anonymous.push(each);
    else if (known === undefined) byId.set(each.id, each);
    else byId.set(each.id, { ...known, fields: { ...each.fields, ...known.fields } });
  }
  const taken = new Map<string, string>();
  for (const each of byId.values()) taken.set(nameOf(each), "");
  const others = anonymous.filter((each) => {
    const name = nameOf(each);
    const file = taken.get(name);
    if (name !== "" && file !== undefined && file !== each.location.file) return false;
    taken.set(name, each.location.file);
    return true;
  });
  return [...byId.values(), ...others];
}

function nameOf({ class: className, fields }: MergedObject): string {
  const name = fields["name"];
  return typeof name === "string" && name !== "" ? `${className} ${name}` : "";
}
