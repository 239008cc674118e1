import { describe, expect, it } from "vitest";
import type { System } from "../../../../analyzer/model/system.ts";
import { analyseFiles } from "../../../../analyzer/workspace/analyse.ts";
import { modelJson } from "../../../../analyzer/workspace/model-json.ts";
import { asBatch, asReply, asSql, asXml, CANARIES, CLINIC } from "./clinic-dump.ts";

const row = (table: string, at = 0): Readonly<Record<string, string | null>> => CLINIC[table]?.[at] ?? {};

const REPLIES: Readonly<Record<string, string>> = {
  "action.json": asReply([
    ["ActionEmail", [row("priv_action"), row("priv_action_email"), row("priv_action_notification")]],
  ]),
  "link.json": asReply([["lnkTriggerAction", [row("priv_link_action_trigger")]]]),
  "trigger.json": asReply([["TriggerOnObjectCreate", [row("priv_trigger"), row("priv_trigger_onobject")]]]),
  "source.json": asReply([["SynchroDataSource", [row("priv_sync_datasource")]]]),
  "attributes.json": asReply([
    ["SynchroAttribute", [row("priv_sync_att")]],
    ["SynchroAttExtKey", [row("priv_sync_att", 1), row("priv_sync_att_extkey")]],
  ]),
  "users.json": asReply([["UserLocal", [row("priv_user")]]]),
  "profiles.json": asReply([["URP_UserProfile", [row("priv_urp_userprofile")]]]),
  "roles.json": asReply([["URP_Profiles", [row("priv_urp_profiles")]]]),
  "log.json": asReply(
    [0, 1].map((at) => ["EventRestService", [row("priv_event", at), row("priv_event_restservice", at)]]),
  ),
};

/** One query a class, joined as an administrator would. */
const RESULTS: Readonly<Record<string, string>> = {
  "action.tsv": asBatch([{ ...row("priv_action_email"), ...row("priv_action") }]),
  "link.tsv": asBatch(CLINIC["priv_link_action_trigger"] ?? []),
  "trigger.tsv": asBatch([{ ...row("priv_trigger_onobject"), ...row("priv_trigger") }]),
  "source.tsv": asBatch(CLINIC["priv_sync_datasource"] ?? []),
  "attributes.tsv": asBatch(CLINIC["priv_sync_att"] ?? []),
  "users.tsv": asBatch(CLINIC["priv_user"] ?? []),
  "profiles.tsv": asBatch(CLINIC["priv_urp_userprofile"] ?? []),
  "log.txt": asBatch(
    [0, 1].map((at) => ({ ...row("priv_event", at), ...row("priv_event_restservice", at) })),
  ),
};

const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "REST replies": REPLIES,
  "a SQL dump": { "itop.sql": asSql(CLINIC) },
  "a SQL dump with a table prefix": { "itop.sql": asSql(CLINIC, "prod_") },
  "a SQL dump of one INSERT per row": { "itop.sql": asSql(CLINIC, "", true) },
  "a SQL dump in another order": {
    "itop.sql": asSql(Object.fromEntries(Object.entries(CLINIC).toReversed())),
  },
  "an XML dump": { "itop.xml": asXml(CLINIC) },
  "results of queries": RESULTS,
};

/** A result without the table of the subclass lacks its attribute, and that is said. */
const CANNOT_CARRY: Readonly<Record<string, readonly string[]>> = {
  "results of queries": [
    'The export of SynchroAttExtKey lacks reconciliation_attcode; export the class itself, or with output_fields "*+".',
  ],
};

/** What was read, without the places it was read from. */
function facts(system: System | undefined): unknown {
  const { movements, notifications, operations, accounts } = system as System;
  const places = new Set(["location", "proof"]);
  return JSON.parse(
    JSON.stringify({ movements, notifications, operations, accounts }, (key, value: unknown) =>
      places.has(key) ? undefined : value,
    ),
  );
}

async function read(shape: string): Promise<Awaited<ReturnType<typeof analyseFiles>>> {
  return analyseFiles(SHAPES[shape] ?? {});
}

describe("the same definitions and the same log", () => {
  it("are all there in replies", async () => {
    const [system] = (await read("REST replies")).estate.systems;
    expect(facts(system)).toMatchObject({
      movements: [
        {
          name: "Payroll feed",
          account: "itop:account/ws-payroll",
          map: [{}, {}],
          deletion: { retentionDays: 10 },
        },
      ],
      notifications: [
        {
          name: "Tell the ward",
          status: "enabled",
          triggers: [{ entity: "UserRequest" }],
          recipients: [{ audience: "subject" }],
        },
      ],
      operations: [
        { verb: "update", failures: 1 },
        { verb: "read", from: "2026-03-01T08:00:00" },
      ],
    });
  });

  it("count once when a dump and replies hold them both", async () => {
    const { estate } = await analyseFiles({ ...REPLIES, ...SHAPES["a SQL dump"] });
    const [expected] = (await read("REST replies")).estate.systems;
    expect(facts(estate.systems[0])).toEqual(facts(expected));
    expect(estate.problems.map(({ kind }) => kind)).toContain("repeated");
  });

  it.each(Object.keys(SHAPES))("are the same facts in %s", async (shape) => {
    const { estate } = await read(shape);
    const [expected] = (await read("REST replies")).estate.systems;
    expect(facts(estate.systems[0])).toEqual(facts(expected));
    const problems = estate.problems.filter(({ kind }) => kind !== "catalogue");
    expect(problems.map(({ message }) => message)).toEqual(CANNOT_CARRY[shape] ?? []);
    expect(estate.inputs.map(({ state }) => state)).not.toContain("partial");
  });

  it.each(Object.keys(SHAPES))("leave no value behind in %s", async (shape) => {
    const snapshot = await read(shape);
    const everything = JSON.stringify([snapshot, modelJson(snapshot, { personalOnly: false })]);
    for (const canary of CANARIES) expect(everything).not.toContain(JSON.stringify(canary).slice(1, -1));
  });
});
