import { describe, expect, it } from "vitest";
import { EntityIndex } from "../../../../analyzer/model/entity-index.ts";
import type { Entity } from "../../../../analyzer/model/entity.ts";
import type { Movement } from "../../../../analyzer/model/movement.ts";
import { accountPaths } from "../../../../analyzer/systems/itop/rights/accounts.ts";
import { definitionFields } from "../../../../analyzer/systems/itop/exports/export-values.ts";
import type { ExportData } from "../../../../analyzer/systems/itop/fragments.ts";
import { type Synchronisation, synchroMovements } from "../../../../analyzer/systems/itop/synchro/synchro.ts";
import {
  type Runner,
  synchroDeletionPolicy,
} from "../../../../analyzer/systems/itop/synchro/synchro-deletion.ts";

const names = ["name", "email", "phone", "health_notes"];
const fields = [
  ...names.map((name) => ({
    name,
    path: `itop:Person.${name}`,
    writable: true,
    kind: "string",
    implicit: false,
  })),
  {
    name: "friendlyname",
    path: "itop:Person.friendlyname",
    writable: false,
    kind: "computed",
    implicit: true,
  },
];
const person = { name: "Person", parent: null, fields, identity: { reconciliation: ["email"] } };
const index = new EntityIndex([person as unknown as Entity]);

type Row = Readonly<Record<string, unknown>>;

function exported(className: string, id: string, given: Row): ExportData {
  const location = {
    file: "sync.json",
    line: 1,
    column: Number(id) * 10,
    endLine: 1,
    endColumn: Number(id) * 10 + 5,
  };
  return { class: className, id, fields: definitionFields(className, given), location };
}

function row(attcode: string, given: Row = {}): Row {
  return { attcode, update: true, reconcile: false, update_policy: "master_locked", ...given };
}

function source(given: Row = {}, id = "1"): ExportData {
  return exported("SynchroDataSource", id, {
    name: "HR employees",
    description: "",
    status: "production",
    scope_class: "Person",
    user_id: "0",
    full_load_periodicity: "86400",
    reconciliation_policy: "use_attributes",
    action_on_zero: "create",
    action_on_one: "update",
    action_on_multiple: "error",
    delete_policy: "ignore",
    attribute_list: [row("email", { reconcile: true })],
    ...given,
  });
}

function synchronise(...exports: readonly ExportData[]): Synchronisation {
  return synchroMovements(exports, { system: "itop", index, accounts: accountPaths(exports, "itop") });
}

function movement(...exports: readonly ExportData[]): Movement {
  return synchronise(...exports).movements[0] as Movement;
}

describe("a data source", () => {
  it("is a movement from its source into the class, through a staging table", () => {
    const { movements, stores, parties } = synchronise(source());
    expect(movements).toMatchObject([
      {
        path: "itop:sync/HR employees",
        status: "production",
        from: { kind: "party", ref: "itop:party/HR employees" },
        to: { kind: "entity", ref: "itop:Person" },
        staging: "itop:store/synchro_data_person_1",
        schedule: { fullLoadDays: 1, runner: "unknown" },
        matching: { keys: ["email"], onZero: "create", onOne: "update", onMany: "error" },
      },
    ]);
    expect(parties).toMatchObject([{ path: "itop:party/HR employees", kind: "source" }]);
    expect(stores).toMatchObject([
      { kind: "sync-staging", of: ["Person"], holds: { fields: names.map((name) => `itop:Person.${name}`) } },
    ]);
  });

  it.each([
    ["production", "production"],
    ["implementation", "test"],
    ["obsolete", "obsolete"],
    ["$synchro_status$", "unknown"],
  ])("of status %s is %s", (status, expected) => {
    expect(movement(source({ status })).status).toBe(expected);
  });

  it("moves what it updates or matches on, and nothing else", () => {
    const attribute_list = [
      row("email", { update: false, reconcile: true }),
      row("phone", { update_policy: "write_if_empty" }),
      row("health_notes", { update: false }),
    ];
    expect(movement(source({ attribute_list })).map).toMatchObject([
      { to: "itop:Person.email", update: false, match: true, policy: "locked" },
      { to: "itop:Person.phone", update: true, match: false, policy: "if-empty" },
    ]);
  });

  it("takes its attributes from exports of their own, as CSV writes flags", () => {
    const own = { sync_source_id: "1", attcode: "phone", update: "yes", reconcile: "no" };
    const { map } = movement(
      source({ attribute_list: undefined }),
      exported("SynchroAttribute", "30", { ...own, update_policy: "master_unlocked" }),
      exported("SynchroAttribute", "31", { ...own, attcode: "email", update: "no" }),
    );
    expect(map).toMatchObject([
      { to: "itop:Person.phone", policy: "unlocked", proof: { location: { column: 300 } } },
    ]);
  });

  it("exported twice is one movement", () => {
    expect(synchronise(source(), source({ attribute_list: undefined })).movements).toHaveLength(1);
  });

  it("with the name of another keeps a path of its own", () => {
    const paths = synchronise(source(), source({}, "2")).movements.map((each) => each.path);
    expect(paths).toEqual(["itop:sync/HR employees", "itop:sync/HR employees (2)"]);
  });

  it("with a directory word in its name is a directory synchronisation", () => {
    expect(movement(source({ name: "Active Directory staff" })).kind).toBe("directory-sync");
    expect(movement(source({ name: "Roadmap admissions" })).kind).toBe("database-sync");
  });
});

describe("the account of a data source", () => {
  it("is none when nobody is bound", () => {
    expect(movement(source()).account).toBeNull();
  });

  it("is the exported account", () => {
    const account = exported("UserLocal", "5", { login: "synchro-hr", contactid: "0", status: "enabled" });
    expect(movement(source({ user_id: "5" }), account).account).toBe("itop:account/synchro-hr");
  });

  it("is named by the source when accounts were not exported", () => {
    const given = { user_id: "5", user_id_friendlyname: "synchro-hr" };
    expect(movement(source(given)).account).toBe("itop:account/synchro-hr");
  });

  it("is unknown when the export does not tell", () => {
    expect("account" in movement(source({ user_id: undefined }))).toBe(false);
  });
});

describe("generated defaults", () => {
  const generated = [row("name"), row("email", { reconcile: true }), row("phone"), row("health_notes")];

  it("are untouched when every writable attribute is updated, locked and matched as the class says", () => {
    expect(movement(source({ attribute_list: generated })).defaults).toBe("untouched");
  });

  it.each([
    ["one attribute is not updated", [...generated.slice(0, 3), row("health_notes", { update: false })]],
    [
      "one policy was changed",
      [...generated.slice(0, 3), row("health_notes", { update_policy: "write_if_empty" })],
    ],
    ["another key matches", [row("name", { reconcile: true }), ...generated.slice(1)]],
    ["one attribute has no row", generated.slice(0, 3)],
  ])("are edited when %s", (_what, attribute_list) => {
    expect(movement(source({ attribute_list })).defaults).toBe("edited");
  });

  it("are unknown without attribute rows or without the class", () => {
    expect(movement(source({ attribute_list: undefined })).defaults).toBe("unknown");
    expect(movement(source({ scope_class: "Patient", attribute_list: generated })).defaults).toBe("unknown");
  });
});

describe("deletion", () => {
  const facts = { policy: "delete", fullLoadSeconds: 0, retentionSeconds: null, obsolete: false } as const;

  it.each<[Runner, string]>([
    ["combined", "yes"],
    ["separate", "no"],
    ["unknown", "unknown"],
  ])("without a full-load period, run %s, fires: %s", (runner, expected) => {
    expect(synchroDeletionPolicy({ ...facts, runner }).canFire).toBe(expected);
  });

  it("with a period fires however the source is run", () => {
    expect(synchroDeletionPolicy({ ...facts, fullLoadSeconds: 3600, runner: "separate" }).canFire).toBe(
      "yes",
    );
  });

  it("never fires from an obsolete source or when it is ignored", () => {
    expect(synchroDeletionPolicy({ ...facts, obsolete: true, runner: "combined" }).canFire).toBe("no");
    expect(synchroDeletionPolicy({ ...facts, policy: "ignore", runner: "combined" }).canFire).toBe("no");
  });

  it("is unknown while the period is a placeholder", () => {
    const given = { delete_policy: "update_then_delete", delete_policy_retention: "7776000" };
    const { deletion, schedule } = movement(
      source({ ...given, full_load_periodicity: "$full_load_interval$" }),
    );
    expect(deletion).toMatchObject({ policy: "update-then-delete", retentionDays: 90, canFire: "unknown" });
    expect(schedule.fullLoadDays).toBeNull();
  });
});

describe("problems of a data source", () => {
  it.each([
    ["an unknown class", { scope_class: "Patient" }, ["unresolved"]],
    ["an attribute the class lacks", { attribute_list: [row("badge")] }, ["unresolved"]],
    ["an attribute listed twice", { attribute_list: [row("email"), row("email")] }, ["duplicate"]],
    ["no attributes in any export", { attribute_list: undefined }, ["incomplete-export"]],
  ])("tell of %s", (_what, given, kinds) => {
    expect(synchronise(source(given)).problems.map((each) => each.kind)).toEqual(kinds);
  });
});
