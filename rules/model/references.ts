/** Every name in a system that should lead to an entity or a field, with where it is written. */
import { ownFields, type Location, type ModelPath, type System } from "../kit/facts.ts";

export interface Reference {
  /** Element that holds the reference. */
  readonly from: ModelPath;
  /** What kind of place it is, as it reads after the missing name: "relation", "mapping of Payroll feed". */
  readonly where: string;
  readonly to:
    { readonly kind: "entity"; readonly name: string } | { readonly kind: "field"; readonly path: ModelPath };
  readonly location: Location | null;
}

/** In the order of the system's own lists; placeholders and recipients have rules of their own. */
export function* referencesOf(system: System): Generator<Reference> {
  for (const entity of system.entities) {
    if (entity.parent !== null) {
      yield {
        from: entity.path,
        where: `the parent of ${entity.name}`,
        to: { kind: "entity", name: entity.parent },
        location: entity.location,
      };
    }
    for (const field of ownFields(entity)) {
      if (field.target === null || (field.kind !== "reference" && field.kind !== "back-reference")) continue;
      yield {
        from: field.path,
        where: `the relation ${entity.name}.${field.name}`,
        to: { kind: "entity", name: field.target },
        location: field.location,
      };
    }
  }
  for (const movement of system.movements) {
    for (const { to, proof } of movement.map) {
      if (to === null) continue;
      yield {
        from: movement.path,
        where: `the mapping of ${movement.name}`,
        to: { kind: "field", path: to },
        location: proof.location ?? movement.proof.location,
      };
    }
  }
  // One trigger may start several notifications.
  const triggers = new Map(
    system.notifications.flatMap((each) => each.triggers).map((each) => [each.path, each]),
  );
  for (const trigger of triggers.values()) {
    if (trigger.entity === null) continue;
    yield {
      from: trigger.path,
      where: `the trigger ${trigger.name}`,
      to: { kind: "entity", name: trigger.entity },
      location: trigger.proof.location,
    };
  }
  for (const role of system.roles) {
    for (const name of new Set(role.grants.map(({ entity }) => entity))) {
      if (name.includes("*")) continue;
      yield {
        from: role.path,
        where: `the rights of ${role.name}`,
        to: { kind: "entity", name },
        location: role.proof.location,
      };
    }
  }
  for (const view of system.views) {
    const { location } = view.proof;
    const where = `the view ${view.name}`;
    yield { from: view.path, where, to: { kind: "entity", name: view.entity }, location };
    for (const { field } of view.fields)
      yield { from: view.path, where, to: { kind: "field", path: field }, location };
  }
}
