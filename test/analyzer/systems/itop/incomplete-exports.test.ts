import { describe, expect, it } from "vitest";
import type { ExportData, StoreRowsData } from "../../../../analyzer/systems/itop/fragments.ts";
import { callsNotTold, incompleteExports } from "../../../../analyzer/systems/itop/exports/incomplete.ts";

const PLACE = { file: "exports/Trigger.json", line: 1, column: 40, endLine: 1, endColumn: 41 };
const exported = (name: string, id: string, fields: ExportData["fields"]): ExportData => ({
  class: name,
  id,
  fields,
  location: PLACE,
});
const lacks = (exports: readonly ExportData[]) =>
  incompleteExports(exports).map(({ message }) => /export of (.+) lacks (.+?);/.exec(message)?.slice(1));

describe("incomplete exports", () => {
  it("are named once per class, with what they lack", () => {
    const exports = ["1", "2"].map((id) =>
      exported("TriggerOnStateEnter", id, { description: "Ward round" }),
    );
    expect(lacks(exports)).toEqual([["TriggerOnStateEnter", "target_class, filter, state"]]);
  });

  it("are complete when another export brings the rest", () => {
    const parent = exported("TriggerOnStateEnter", "1", { description: "Ward round" });
    const own = exported("TriggerOnStateEnter", "1", {
      target_class: "UserRequest",
      filter: "",
      state: "new",
    });
    expect(lacks([parent, own])).toEqual([]);
  });
});

describe("log rows that do not tell the call", () => {
  const rows: StoreRowsData = {
    class: "EventRestService",
    observation: { rows: 3, from: null, to: null, file: "exports/Event.json" },
    outcomes: {},
    location: PLACE,
  };

  it("are a problem while nothing else tells it", () => {
    expect(callsNotTold([rows], []).map(({ kind }) => kind)).toEqual(["incomplete-export"]);
  });

  it("are no problem where the log itself was exported", () => {
    const window = {
      channel: "rest" as const,
      from: null,
      to: null,
      rows: 3,
      truncatedRows: 0,
      unreadableRows: 0,
      file: "exports/EventRestService.json",
    };
    expect(callsNotTold([rows], [{ operations: [], window }])).toEqual([]);
  });
});
