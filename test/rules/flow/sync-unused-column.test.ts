import { describe, expect, it } from "vitest";
import type { FieldMapping, Movement } from "../../../analyzer/model/movement.ts";
import { withoutSuperseded } from "../../../rules/engine/precedence.ts";
import syncUnusedColumn from "../../../rules/flow/sync-unused-column.ts";
import { feed } from "../estate-parts.ts";
import { at, entity, verdict } from "../tilleuls.ts";
import { findingsOf, request, staff } from "./ward.ts";

const column = (from: string | null, to: string | null, more: Partial<FieldMapping> = {}): FieldMapping => ({
  from,
  to,
  update: false,
  match: false,
  policy: "unknown",
  proof: { location: at(4, "hr/conf/params.local.xml"), basis: null },
  ...more,
});

function found(map: readonly FieldMapping[], more: Partial<Movement> = {}, options = {}) {
  const movement = feed("HR feed", [], { map, ...more });
  return findingsOf(syncUnusedColumn, { movements: [movement] }, options);
}

describe("flow/sync-unused-column", () => {
  it("reports a column that goes nowhere by what its name says, at its own place", () => {
    expect(found([column("DATE_NAISSANCE", null)])).toMatchObject([
      {
        messageId: "unmapped",
        severity: "warning",
        message:
          "HR feed reads the column DATE_NAISSANCE (birth-date) at its source and fills nothing with it",
        location: { file: "hr/conf/params.local.xml", line: 4 },
        discriminator: "DATE_NAISSANCE",
      },
    ]);
  });

  it("reports a column whose field is switched off by what the field holds, whatever the column is called", () => {
    expect(found([column("X17", "itop:Person.mobile_phone")])).toMatchObject([
      { messageId: "staged", discriminator: "itop:Person.mobile_phone", args: { category: "phone" } },
    ]);
  });

  it("reports it by the column's name where the field is none of people", () => {
    expect(found([column("birth_date", "itop:Person.name_suffix")])).toMatchObject([
      { messageId: "staged", args: { category: "birth-date" } },
    ]);
  });

  it.each<[string, FieldMapping]>([
    ["is written", column("mobile", "itop:Person.mobile_phone", { update: true })],
    ["is matched on", column("mail", "itop:Person.email", { match: true })],
    ["is the source's own key", column("employee_number", null, { match: true })],
    ["says nothing about people", column("checksum", null)],
    ["has no name", column(null, "itop:Person.mobile_phone")],
  ])("is silent on a column that %s", (_what, mapping) => {
    expect(found([mapping])).toEqual([]);
  });

  it("is silent on a column that fills another field as well", () => {
    const used = column("mobile", "itop:Person.mobile_phone", { update: true });
    expect(found([used, column("mobile", "itop:Person.email")])).toEqual([]);
  });

  it("does not take a column of machines for one of people because of a word they share", () => {
    const server = entity("Server", [], { role: "configuration-item" });
    const movement = feed("Inventory", [], {
      map: [column("room", null)],
      to: { kind: "entity", ref: server.path },
    });
    const desk = { entities: [staff, request, server], movements: [movement] };
    expect(findingsOf(syncUnusedColumn, desk)).toEqual([]);
  });

  it("is silent on a verdict that is not firm", () => {
    const verdicts = { "itop:Person.shelf": verdict({ category: "work-location", confidence: 0.6 }) };
    const movement = feed("HR feed", [], { map: [column("X17", "itop:Person.shelf")] });
    expect(findingsOf(syncUnusedColumn, { movements: [movement], verdicts })).toEqual([]);
  });

  it.each<[string, Partial<Movement>]>([
    ["sources that are switched off", { status: "disabled" }],
    ["retired sources", { status: "obsolete" }],
    ["code, whose queries only look a field up", { basis: "code" }],
    [
      "exports, which need no field",
      {
        kind: "export",
        from: { kind: "entity", ref: "itop:Person" },
        to: { kind: "party", ref: "itop:party/Users" },
      },
    ],
  ])("leaves out %s", (_what, more) => {
    expect(found([column("birth_date", null)], more)).toEqual([]);
  });

  it("lets named columns pass", () => {
    const map = [column("birth_date", null), column("street", null)];
    expect(found(map, {}, { ignoreColumns: ["birth_date"] })).toMatchObject([{ discriminator: "street" }]);
  });

  it("stands for the unused field of the same column", () => {
    const [staged] = found([column("X17", "itop:Person.mobile_phone")]);
    const unused = {
      rule: "storage/unused-personal-field",
      path: "itop:Person.mobile_phone",
      discriminator: "",
    };
    expect(staged).toBeDefined();
    expect(withoutSuperseded([unused, staged!]).map(({ rule }) => rule)).toEqual(["flow/sync-unused-column"]);
  });
});
