import { describe, expect, it } from "vitest";
import { incompleteExports } from "../../../../../analyzer/systems/itop/exports/incomplete.ts";
import { dataOf } from "../../../../../analyzer/systems/itop/fragments.ts";
import { collectNotificationExports } from "../../../../../analyzer/systems/itop/notifications/notification-exports.ts";
import { synchroSources } from "../../../../../analyzer/systems/itop/synchro/synchro-definition.ts";
import { readFile } from "./source-files.ts";

const ATTRIBUTES =
  "Synchro Data Source->Name,Attribute Code,Update,Reconcile,Update Policy\nPilots,email,Yes,No,Locked\nPilots,name,No,Yes,Unlocked\nTugs,phone,Yes,No,Locked\n";
const SOURCES =
  "Name,Target class,Full load interval,Delete Policy\nPilots,Person,86400,Delete\nTugs,Person,0,Ignore\n";

async function exportsOf(files: Readonly<Record<string, string>>) {
  const read = await Promise.all(Object.entries(files).map(([name, text]) => readFile(name, text)));
  return dataOf(
    read.flatMap(({ fragments }) => fragments),
    "export",
  );
}

describe("older exports without ids", () => {
  it("join attributes to their data source by its name", async () => {
    const sources = synchroSources(await exportsOf({ "sources.csv": SOURCES, "attributes.csv": ATTRIBUTES }));
    expect(sources.map(({ name, attributes }) => [name, attributes?.map(({ attcode }) => attcode)])).toEqual([
      ["Pilots", ["email", "name"]],
      ["Tugs", ["phone"]],
    ]);
  });

  it("are the same objects as those another export has with ids", async () => {
    const reply = JSON.stringify({
      code: 0,
      objects: {
        "SynchroDataSource::4": {
          class: "SynchroDataSource",
          key: "4",
          fields: { name: "Pilots", scope_class: "Person" },
        },
      },
    });
    const sources = synchroSources(await exportsOf({ "sources.csv": SOURCES, "reply.json": reply }));
    expect(sources.map(({ id, name }) => [id, name])).toEqual([
      ["4", "Pilots"],
      ["", "Tugs"],
    ]);
  });

  it("are not one object because none has an id", async () => {
    const actions = await exportsOf({
      "ActionEmail.csv": "Name,Subject,Test recipient\nBerth freed,Berth,\nPilot on board,Pilot,\n",
    });
    expect(collectNotificationExports(actions).actions.size).toBe(2);
  });
});

describe("actions without a word on their triggers", () => {
  const action = '{"class":"ActionEmail","key":"3","fields":{"name":"Berth freed","to":"","body":""';

  it("are incomplete", async () => {
    const problems = incompleteExports(await exportsOf({ "a.json": `[${action}}}]` }));
    expect(problems.map(({ kind, lost }) => [kind, lost])).toEqual([
      ["incomplete-export", "when the notifications are sent"],
    ]);
  });

  it("are complete with an empty list of them", async () => {
    expect(incompleteExports(await exportsOf({ "a.json": `[${action},"trigger_list":[]}}]` }))).toEqual([]);
  });
});
