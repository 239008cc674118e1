/** How an iTop erases or pseudonymises a person: deleting by hand, and the vendor's anonymizer. */
import type { Entity } from "../../../model/entity.ts";
import { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import { elementPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { ErasureProcedure } from "../../../model/party.ts";
import type { Provenance, Ternary } from "../../../model/provenance.ts";
import type { Store } from "../../../model/store.ts";
import { isOn } from "./store-context.ts";
import type { SettingLookup } from "../model/validation.ts";

const ANONYMIZER = "combodo-anonymizer";
/** The anonymizer resets this class and no other, not even classes below it. */
const ANONYMIZED_CLASS = "Person";
/** Its negative default means that nothing is ever anonymised by itself. */
const NEVER = -1;

const NOT_RESET: ReadonlySet<Field["kind"]> = new Set(["back-reference", "log", "copy", "computed"]);

export interface ErasureInput {
  readonly system: SystemId;
  readonly entities: readonly Entity[];
  readonly stores: readonly Store[];
  readonly setting: SettingLookup;
  /** Modules in force; `null` when the input does not tell. */
  readonly modules: readonly string[] | null;
}

/** Procedures sorted by path. */
export function itopErasure(input: ErasureInput): readonly ErasureProcedure[] {
  return [anonymizer(input), deletion(input)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Deletes the person, what a mandatory key cascades to, and the history of the rows deleted. */
function deletion({ system, entities, stores }: ErasureInput): ErasureProcedure {
  const subjects = entities.filter((entity) => entity.role === "subject" && !entity.abstract);
  const gone = stores.filter(
    (store) => store.erasedWithSubject !== "no" && store.erasedWithSubject !== "unknown",
  );
  return {
    path: elementPath(system, "erasure", "Deleting the person"),
    name: "Deleting the person",
    kind: "delete",
    installed: "yes",
    automatic: false,
    delayDays: null,
    reaches: sorted([
      ...subjects.flatMap((entity) => entity.fields.filter(isStored).map((field) => field.path)),
      ...gone.map((store) => store.path),
    ]),
    proof: { location: null, basis: "iTop deletes objects by hand; keys that must be handled first stop it" },
  };
}

/**
 * Rewrites the person, case logs the person wrote in, logged mails, accounts and authors, and purges the person's
 * history. Links, attachments, other events, staging tables and texts others wrote stay (version 1.3.2).
 */
function anonymizer(input: ErasureInput): ErasureProcedure {
  const { system, setting } = input;
  const enabled = setting(`${ANONYMIZER}/anonymize_obsolete_persons`);
  const period = setting(`${ANONYMIZER}/obsolete_persons_retention`);
  const days = Number(period?.value ?? NEVER);
  const on = isOn(enabled, false) && days >= 0;
  const installed = isInstalled(input);
  return {
    path: elementPath(system, "erasure", "Anonymizer"),
    name: "Anonymizer",
    kind: "pseudonymise",
    installed,
    automatic: installed !== "no" && on,
    delayDays: on ? days : null,
    reaches: sorted(anonymizerReach(input)),
    proof: proofOf(enabled?.location ?? period?.location ?? null, installed),
  };
}

function isInstalled({ modules, entities }: ErasureInput): Ternary {
  if (modules?.includes(ANONYMIZER) === true) return "yes";
  // The field it adds to persons shows it even where only the model was given.
  if (new EntityIndex(entities).field(ANONYMIZED_CLASS, "anonymized") !== undefined) return "yes";
  return modules === null ? "unknown" : "no";
}

function anonymizerReach({ entities, stores }: ErasureInput): readonly ModelPath[] {
  const index = new EntityIndex(entities);
  const person = index.entity(ANONYMIZED_CLASS)?.fields ?? [];
  const accounts = index.withDescendants("User").flatMap((entity) => entity.fields);
  const rewritten = new Set(["EventNotificationEmail", "Change authors", "Change history"]);
  return [
    ...person.filter(isReset).map((field) => field.path),
    ...accounts
      .filter((field) => field.name === "login" || field.name === "password")
      .map((field) => field.path),
    ...stores
      .filter((store) => store.kind === "case-log" || rewritten.has(store.name))
      .map((store) => store.path),
    ...entities.flatMap((entity) =>
      entity.fields.filter((field) => field.kind === "log").map((field) => field.path),
    ),
  ];
}

function isStored(field: Field): boolean {
  return !field.implicit && !["back-reference", "copy", "computed"].includes(field.kind);
}

/** A mandatory reference keeps its target: there is no default to reset it to. */
function isReset(field: Field): boolean {
  if (field.implicit || !field.writable || NOT_RESET.has(field.kind)) return false;
  return field.kind !== "reference" || field.nullable;
}

function proofOf(location: Provenance["location"], installed: Ternary): Provenance {
  if (location !== null) return { location, basis: null };
  if (installed === "no")
    return { location: null, basis: `the module ${ANONYMIZER} is not among the modules` };
  return {
    location: null,
    basis: `default of ${ANONYMIZER}: anonymize_obsolete_persons is off and obsolete_persons_retention is ${NEVER}`,
  };
}

function sorted(paths: readonly ModelPath[]): readonly ModelPath[] {
  return [...new Set(paths)].sort();
}
