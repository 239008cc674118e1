import { describe, expect, it } from "vitest";
import { daysOf } from "../../../analyzer/records/retention-conflict.ts";
import type { Retention } from "../../../analyzer/model/retention.ts";
import type { Purge } from "../../../analyzer/model/store.ts";
import { proof, store } from "../graph/model-factory.ts";
import { cellOf, registerOf } from "./hospital-register.ts";

const activity = (body: string): string => `activities:\n  ITSM-05:\n${body.replace(/^/gm, "    ")}\n`;
const limit = (rest: string): string => activity(`retention:\n  items: [{ category: email, ${rest} }]`);

const mailLog = (retention: Retention, purge: Partial<Purge> = {}) => ({
  stores: [
    store("Mail log", "notification-log", {
      holds: { parts: ["addresses"], fields: [] },
      retention,
      purge: { exists: "yes", enabled: "yes", scheduled: "yes", covers: "all", ...purge },
    }),
  ],
});
const days = (count: number): Retention => ({
  kind: "days",
  days: count,
  source: "configured",
  proof: proof("config-itop.php", 9),
});
const NO_END: Retention = { kind: "none", source: "default", proof: proof("config-itop.php", 9) };

describe("declared and found categories", () => {
  it("agree when each found one is named by id or label, in any case", () => {
    const register = registerOf(
      "activities:\n  ITSM-01:\n    data-categories: [name, e-mail address of the caller]\n",
    );
    expect(cellOf(register, "ITSM-01", "data-categories").state).toBe("declared");
  });

  it("conflict when one was found that nobody declared, and both sides are said", () => {
    const register = registerOf(
      "activities:\n  ITSM-02:\n    data-categories: [Name, E-mail address, Telephone number]\n",
    );
    const { state, note, value } = cellOf(register, "ITSM-02", "data-categories");
    expect(state).toBe("conflict");
    expect(value).toEqual(["Name", "E-mail address", "Telephone number"]);
    expect(note).toBe(
      "Declared: Name; E-mail address; Telephone number. Found and not declared: Health (special category, Art. 9); Personnel, customer or member number.",
    );
    expect(register.gaps).toContainEqual(
      expect.objectContaining({ record: "ITSM-02", column: "data-categories", kind: "conflict" }),
    );
  });
});

describe("declared and found recipients", () => {
  const yaml = (recipients: string): string =>
    `parties:\n  repair: { name: Medtech Repairs Ltd, role: processor }\n  other: { name: Anne Frank Archive, role: recipient, known: [Contact] }\nactivities:\n  ITSM-01:\n    external-recipients: { items: [${recipients}] }\n`;

  it("agree when every party the data leave to is named, by its name or by one the systems use", () => {
    const register = registerOf(yaml("{ party: repair }, { party: other }"));
    expect(cellOf(register, "ITSM-01", "external-recipients").state).toBe("declared");
  });

  it("conflict when data leave to somebody who is not named", () => {
    const { state, note } = cellOf(registerOf(yaml("{ party: other }")), "ITSM-01", "external-recipients");
    expect(state).toBe("conflict");
    expect(note).toContain("Found and not declared: Medtech Repairs Ltd.");
  });

  it("keep asking for those nobody can place, whatever was declared", () => {
    const { question } = cellOf(
      registerOf(yaml("{ party: repair }, { party: other }")),
      "ITSM-01",
      "external-recipients",
    );
    expect(question).toMatch(/^Not known whether inside or outside: .*Who is behind them\?$/);
  });
});

describe("declared and found sources", () => {
  it("conflict when a synchronization feeds the activity and is not named", () => {
    const register = registerOf(
      "activities:\n  ITSM-02:\n    sources: { items: [{ name: Paper form, evidence: manual }] }\n",
    );
    const { state, note } = cellOf(register, "ITSM-02", "sources");
    expect(state).toBe("conflict");
    expect(note).toContain("Found and not declared: HR directory by HR employees: synchronization.");
  });

  it("agree when the source is named as the systems name it", () => {
    const register = registerOf(
      "activities:\n  ITSM-02:\n    sources: { items: [{ name: HR directory }] }\n",
    );
    expect(cellOf(register, "ITSM-02", "sources").state).toBe("declared");
  });
});

describe("a declared time limit", () => {
  const stateOf = (yaml: string, more: ReturnType<typeof mailLog>): string | null => {
    const { state, note } = cellOf(registerOf(yaml, more), "ITSM-05", "retention");
    return state === "conflict" ? note : state;
  };

  it("agrees with a store that keeps no longer", () => {
    expect(stateOf(limit("duration: 3 months"), mailLog(days(90)))).toBe("declared");
  });

  it("conflicts with a store that keeps longer", () => {
    expect(stateOf(limit("duration: 30 days"), mailLog(days(90)))).toBe(
      "Declared for email: 30 days. The systems: Mail log keeps 90 days.",
    );
  });

  it("conflicts with a store that shows no end", () => {
    expect(stateOf(limit("duration: 12 months"), mailLog(NO_END))).toContain("Mail log shows no end");
  });

  it("conflicts with a purge that is switched off", () => {
    expect(stateOf(limit("duration: 12 months"), mailLog(days(90), { enabled: "no" }))).toContain(
      "but the purge is off",
    );
  });

  it("needs no timer when people erase by hand, and none where a criterion holds", () => {
    expect(stateOf(limit("duration: 12 months, enforcement: manual"), mailLog(NO_END))).toBe("declared");
    expect(stateOf(limit("criterion: as long as the ticket is open"), mailLog(NO_END))).toBe("declared");
  });

  it("for all categories leaves out those with a limit of their own", () => {
    const yaml = activity(`retention:
  items:
    - { category: all, duration: 30 days }
    - { category: email, duration: 12 months }
    - { category: communication-metadata, duration: 12 months }`);
    expect(stateOf(yaml, mailLog(days(90)))).toBe("declared");
  });

  it.each([
    ["24 months", 744],
    ["P24M", 744],
    ["1 day", 1],
    ["2 weeks", 14],
    ["10 years", 3660],
    ["soon", null],
  ])("counts the most days %s can have", (text, count) => {
    expect(daysOf(text)).toBe(count);
  });
});
