/** What the model says of systems, entities and fields, as names and values to read. */
import { ownFields, type Entity } from "../../analyzer/model/entity.ts";
import type { Field } from "../../analyzer/model/field.ts";
import type { Labels, Origin } from "../../analyzer/model/provenance.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import { fact, flag, list, type Fact } from "./fact.ts";

export function systemFacts(system: System): readonly Fact[] {
  const { product, deployment, entities, stores, movements, notifications, operations, roles, accounts } =
    system;
  return [
    ...fact("Product", product.name),
    ...fact("Version", product.version ?? "unknown"),
    ...fact("Deployment", deployment.mode),
    ...fact("Host", deployment.host),
    ...fact("Region", deployment.region),
    ...fact("Inputs", list(system.inputs)),
    ...fact("Entities", entities.length),
    ...fact("Stores", stores.length),
    ...fact("Movements", movements.length + notifications.length + operations.length),
    ...fact("Roles", roles.length),
    ...fact("Accounts", accounts.length),
  ];
}

export function moduleFacts(entities: readonly Entity[]): readonly Fact[] {
  return fact("Entities", list(entities.map(({ name }) => name)));
}

export function entityFacts(entity: Entity, personal: (field: Field) => boolean): readonly Fact[] {
  const { lifecycle, identity } = entity;
  return [
    ...fact("Label", labels(entity.labels)),
    ...fact("Role", entity.role),
    ...fact("Parent", entity.parent),
    ...flag("Abstract", entity.abstract),
    ...flag("Joins two entities", entity.isLink),
    ...fact("Fields", entity.fields.length),
    ...fact("Declared here", ownFields(entity).length),
    ...fact("Personal fields", list(entity.fields.filter(personal).map(({ name }) => name))),
    ...fact("Shown as", list(identity.displayName)),
    ...fact("Matched by", list(identity.reconciliation)),
    ...fact("Change history", entity.tracked ? "tracked" : "not tracked"),
    ...fact("Obsolete when", lifecycle.obsolescence),
    ...flag("Archivable", lifecycle.archivable),
    ...fact("Belongs to an organisation through", entity.scope),
    ...fact("Origin", origin(entity.origin)),
  ];
}

export function fieldFacts(field: Field, owner: Entity): readonly Fact[] {
  const { validation, history, copyOf } = field;
  return [
    ...fact("Label", labels(field.labels)),
    ...fact("Entity", owner.name),
    ...fact("Declared in", field.declaredIn === owner.name ? null : field.declaredIn),
    ...fact("Type", `${field.declaredType} (${field.kind})`),
    ...fact("Free text", field.freeText === "none" ? null : field.freeText),
    ...fact(
      "Validation",
      validation.pattern === null ? validation.kind : `${validation.kind}: ${validation.pattern}`,
    ),
    ...fact("Validation can reject", validation.kind === "none" ? null : validation.holds ? "yes" : "no"),
    ...fact("Protection", field.protection),
    ...fact("Change history", history.tracked ? `keeps ${history.keeps}` : "not tracked"),
    ...fact("Longest value", field.length === null ? null : `${field.length} characters`),
    ...fact("Empty allowed", field.nullable ? "yes" : "no"),
    ...fact("Points to", field.target),
    ...fact("When the target is deleted", field.onTargetDelete),
    ...fact(
      "Copy of",
      copyOf === null ? null : `${copyOf.field ?? "an unresolved field"} through ${copyOf.through}`,
    ),
    ...flag("Added at run time", field.implicit),
    ...fact("Origin", origin(field.origin)),
    ...fact("Description", field.description),
  ];
}

export function verdictFacts(verdict: Verdict): readonly Fact[] {
  const { decision } = verdict;
  return [
    ...fact("Personal", verdict.personal),
    ...fact("Category", verdict.category === "none" ? null : verdict.category),
    ...fact("DPV concept", verdict.dpv),
    ...fact("Special", verdict.special === null ? null : verdict.special === "art9" ? "Art. 9" : "Art. 10"),
    ...fact("Sensitivity", verdict.sensitivity),
    ...fact("Whose", verdict.subject),
    ...fact("Confidence", verdict.confidence.toFixed(2)),
    ...fact("Decision", decision === null ? null : `${decision.by}, ${decision.on}: ${decision.reason}`),
  ];
}

function labels(texts: Labels): string {
  return Object.keys(texts)
    .sort()
    .map((language) => `${texts[language] ?? ""} (${language})`)
    .join(", ");
}

function origin({ by, module }: Origin): string {
  return module === null ? by : `${by}, ${module}`;
}
