/** What a reference says: it leads to a person, or it says where a person belongs. */
import type { FieldKind } from "../model/field.ts";
import type { EntityContext } from "./entity-context.ts";
import type { FieldInput } from "./field-input.ts";
import type { Reading } from "./reading.ts";
import type { Signal } from "./signal.ts";
import { contextOf } from "./entity-context.ts";
import { LINK } from "./weights.ts";

export function isReference(kind: FieldKind): boolean {
  return kind === "reference" || kind === "back-reference";
}

export function byReference(
  input: FieldInput,
  context: EntityContext,
  readings: readonly Reading[],
): readonly Signal[] {
  const target = targetOf(input);
  const role = readings.find((reading) => reading.role !== null)?.role ?? null;
  if (target === "person" || (target === null && role !== null)) {
    const superior = readings.some((reading) => reading.role?.superior === true);
    const group = input.targetRole === "organisation";
    const category = group ? "org-unit" : superior ? "reporting-line" : "other-personal";
    const says = group ? "refers to a group of people" : "refers to a person";
    return [
      {
        signal: "reference",
        claim: "links",
        category,
        says,
        weight: LINK,
        quote: input.target ?? role?.quote ?? null,
      },
    ];
  }
  if (context.about !== "person" || input.kind === "back-reference") return [];
  if (target === "site") return [belongs("work-location", input)];
  if (target === "organisation") return [belongs("org-unit", input)];
  return [];
}

function belongs(category: "work-location" | "org-unit", input: FieldInput): Signal {
  const says = category === "org-unit" ? "where a person belongs" : "where a person works";
  return { signal: "reference", claim: "holds", category, says, weight: LINK, quote: input.target ?? null };
}

function targetOf(input: FieldInput): "person" | "site" | "organisation" | "other" | null {
  if (input.targetReachesPeople === true) return "person";
  if (input.target === undefined && input.targetRole === undefined) return null;
  const about = contextOf({
    field: "",
    ...(input.target !== undefined && { entity: input.target }),
    ...(input.targetRole !== undefined && { role: input.targetRole }),
  }).about;
  if (about === "person" || about === "account")
    return input.targetReachesPeople === false ? "other" : "person";
  return about === "site" || about === "organisation" ? about : "other";
}
