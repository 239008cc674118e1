import { describe, expect, it } from "vitest";
import type { System } from "../../../analyzer/model/system.ts";
import rule from "../../../rules/retention/subject-record-unbounded.ts";
import { feed, findingsOf, keptDays, procedure, store } from "../estate-parts.ts";
import { entity, field, person, snapshot, system } from "../tilleuls.ts";

const leavers = (parts: Partial<System>, entities = [person(field("email"))]) =>
  findingsOf(rule, snapshot({ systems: [system(entities, { inputs: ["model", "config"], ...parts })] }));

const REACHES = { automatic: true, delayDays: 180, reaches: ["itop:Person.email"] };

describe("retention/subject-record-unbounded", () => {
  it("proposes the procedure that is installed and waits", () => {
    const [found] = leavers({ erasure: [procedure("Anonymizer")] });
    expect(found?.fix).toMatch(/^Enable Anonymizer with a period/);
  });

  it("is silent when a procedure runs by itself and reaches the record", () => {
    expect(leavers({ erasure: [procedure("Anonymizer", REACHES)] })).toEqual([]);
  });

  it("does not count a procedure that is not installed, or reaches other records", () => {
    expect(leavers({ erasure: [procedure("Anonymizer", { ...REACHES, installed: "no" })] })).toHaveLength(1);
    const other = { ...REACHES, reaches: ["itop:PersonCard.email"] };
    expect(leavers({ erasure: [procedure("Anonymizer", other)] })).toHaveLength(1);
  });

  it("counts a source that deletes, only while it runs and can act", () => {
    const deletion = { policy: "delete", retentionDays: null, canFire: "yes", why: "" } as const;
    expect(leavers({ movements: [feed("HR", ["email"], { deletion })] })).toEqual([]);
    expect(leavers({ movements: [feed("HR", ["email"], { deletion, status: "obsolete" })] })).toHaveLength(1);
    const idle = { ...deletion, canFire: "unknown" } as const;
    expect(leavers({ movements: [feed("HR", ["email"], { deletion: idle })] })).toHaveLength(1);
  });

  it("counts a source on the parent for those that inherit from it", () => {
    const nurse = entity("Nurse", [field("ward")], { parent: "Person", role: "subject" });
    const deletion = { policy: "delete", retentionDays: null, canFire: "yes", why: "" } as const;
    expect(leavers({ movements: [feed("HR", ["email"], { deletion })] }, [person(), nurse])).toEqual([]);
  });

  it("counts a purge of the table itself", () => {
    const table = store("Person", { kind: "primary", entity: "Person", ...keptDays(700) });
    expect(leavers({ stores: [table] })).toEqual([]);
  });

  it("says that obsolete records are only hidden", () => {
    const hidden = {
      ...person(),
      lifecycle: { states: [], obsolescence: "status='inactive'", archivable: false },
    };
    expect(leavers({}, [hidden])[0]?.message).toContain("obsolete ones are only hidden");
  });
});
