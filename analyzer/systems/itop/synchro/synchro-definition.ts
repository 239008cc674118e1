/** A data source and its attribute rows as definitions, whatever export they were read from. */
import type { Location } from "../../../model/location.ts";
import type { DeletionPolicy, FieldMapping, MovementStatus } from "../../../model/movement.ts";
import { flagValue, keyValue, linkSetValue, textValue } from "../exports/export-values.ts";
import { type MergedObject, objectsOf } from "../exports/export-objects.ts";
import type { ExportData } from "../fragments.ts";

/** One SynchroAttribute, SynchroAttExtKey or SynchroAttLinkSet. */
export interface SynchroAttribute {
  readonly attcode: string;
  /** `null` when the export lacks the flag or holds a placeholder. */
  readonly update: boolean | null;
  readonly reconcile: boolean | null;
  readonly policy: FieldMapping["policy"];
  /** Columns of the imported file that make up the attribute; empty when it is the one of its own name. */
  readonly importColumns: readonly string[];
  readonly location: Location;
}

export interface SynchroSource {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status: MovementStatus;
  readonly scopeClass: string;
  /** Staging table; derived from class and id when the source names none. */
  readonly table: string;
  /** Seconds; `null` when unknown. */
  readonly fullLoadSeconds: number | null;
  readonly matchesBy: "attributes" | "primary-key" | "unknown";
  readonly onZero: string;
  readonly onOne: string;
  readonly onMany: string;
  readonly deletion: DeletionPolicy["policy"];
  readonly retentionSeconds: number | null;
  /** Id of the bound user, `null` for nobody, `undefined` when the export does not tell. */
  readonly user: string | null | undefined;
  /** Name of the bound account as the source's export repeats it; empty when it does not. */
  readonly userAccount: string;
  /** `null` when no export carries the attribute rows. */
  readonly attributes: readonly SynchroAttribute[] | null;
  readonly location: Location;
}

type Fields = Readonly<Record<string, unknown>>;

/** Data sources in export order. Rows exported on their own count before the list inlined in the source. */
export function synchroSources(exports: readonly ExportData[]): readonly SynchroSource[] {
  const rows = new Map<string, SynchroAttribute[]>();
  for (const { fields, location } of objectsOf(exports, "source-attribute")) {
    const source = textValue(fields["sync_source_id"]) || byName(textValue(fields["sync_source_name"]));
    const own = rows.get(source);
    if (own === undefined) rows.set(source, [attributeRow(fields, location)]);
    else own.push(attributeRow(fields, location));
  }
  return objectsOf(exports, "source").map((source) => {
    const inlined = linkSetValue(source.fields["attribute_list"])?.map((row) =>
      attributeRow(row, source.location),
    );
    const own = rows.get(source.id) ?? rows.get(byName(textValue(source.fields["name"])));
    return synchroSource(source, own !== undefined && own.length >= (inlined?.length ?? 0) ? own : inlined);
  });
}

/** Older exports leave out ids and tell a source by its name; no id has a space. */
function byName(name: string): string {
  return name === "" ? "" : `name ${name}`;
}

export function synchroStatus(status: string): MovementStatus {
  switch (status) {
    case "production":
      return "production";
    case "implementation":
      return "test";
    case "obsolete":
      return "obsolete";
    default:
      return "unknown";
  }
}

export function synchroDeletion(policy: string): DeletionPolicy["policy"] {
  switch (policy) {
    case "ignore":
    case "delete":
    case "update":
      return policy;
    case "update_then_delete":
      return "update-then-delete";
    default:
      return "unknown";
  }
}

export function synchroPolicy(policy: string): FieldMapping["policy"] {
  switch (policy) {
    case "master_locked":
      return "locked";
    case "master_unlocked":
      return "unlocked";
    case "write_if_empty":
      return "if-empty";
    default:
      return "unknown";
  }
}

/** A duration in seconds; `null` for empty text and unresolved placeholders. */
export function synchroSeconds(value: unknown): number | null {
  const text = textValue(value);
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** iTop takes a period that was left empty for 0. */
function fullLoadSeconds(value: unknown): number | null {
  return value === null || value === "" ? 0 : synchroSeconds(value);
}

export function attributeRow(fields: Fields, location: Location): SynchroAttribute {
  return {
    attcode: textValue(fields["attcode"]),
    update: flagValue(fields["update"]),
    reconcile: flagValue(fields["reconcile"]),
    policy: synchroPolicy(textValue(fields["update_policy"])),
    importColumns: textValue(fields["import_columns"])
      .split(",")
      .filter((column) => column !== ""),
    location,
  };
}

/** `attributes` are `undefined` when nothing tells them. */
export function synchroSource(
  object: MergedObject,
  attributes: readonly SynchroAttribute[] | undefined,
): SynchroSource {
  const { id, fields, location } = object;
  const text = (name: string): string => textValue(fields[name]);
  const scopeClass = text("scope_class");
  const matchesBy = text("reconciliation_policy");
  return {
    id,
    name: text("name") || `data source ${id}`,
    description: text("description").trim(),
    status: synchroStatus(text("status")),
    scopeClass,
    table: text("database_table_name") || `synchro_data_${scopeClass.toLowerCase()}_${id}`,
    fullLoadSeconds: fullLoadSeconds(fields["full_load_periodicity"]),
    matchesBy:
      matchesBy === "use_attributes"
        ? "attributes"
        : matchesBy === "use_primary_key"
          ? "primary-key"
          : "unknown",
    onZero: text("action_on_zero"),
    onOne: text("action_on_one"),
    onMany: text("action_on_multiple"),
    deletion: synchroDeletion(text("delete_policy")),
    retentionSeconds: synchroSeconds(fields["delete_policy_retention"]),
    user: keyValue(fields["user_id"]),
    userAccount: text("userAccount"),
    attributes: attributes ?? null,
    location,
  };
}
