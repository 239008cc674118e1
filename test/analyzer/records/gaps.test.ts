import { describe, expect, it } from "vitest";
import type { Gap } from "../../../analyzer/records/register.ts";
import { recordOf, registerOf } from "./hospital-register.ts";

const gapsOf = (yaml: string | null, record: string | null): readonly string[] =>
  registerOf(yaml)
    .gaps.filter((gap: Gap) => gap.record === record)
    .map(({ column, article, kind }) => `${column} ${article} ${kind}`);

const COMPLETE = `parties:
  clinic: { name: St Clair, role: controller, contact: 1 Hill Road }
activities:
  ITSM-10:
    purpose: Know who works here
    legal-basis: { article6: c, reference: Labour code }
    data-subjects: Staff
    external-recipients: { value: None outside, by: Head of human resources }
    internal-recipients: Human resources
    third-countries: { state: none identified }
    retention: { items: [{ category: all, criterion: while the person works here }] }
    measures: { value: Staff sign an undertaking }
`;

describe("gaps", () => {
  it("name what Article 30(1) asks of a controller and nobody declared", () => {
    expect(gapsOf(null, "ITSM-10")).toEqual([
      "purpose Art. 30(1)(b) missing",
      "legal-basis Art. 6(1) missing",
      "data-subjects Art. 30(1)(c) missing",
      "internal-recipients Art. 30(1)(d) missing",
      "external-recipients Art. 30(1)(d) missing",
      "third-countries Art. 30(1)(e) missing",
      "transfer-mechanism Art. 44 to 49 missing",
      "retention Art. 30(1)(f) missing",
    ]);
  });

  it("are gone for an activity that is declared in full", () => {
    expect(gapsOf(COMPLETE, "ITSM-10")).toEqual([]);
  });

  it("ask no purpose, subjects or retention of a processor, but the controller it acts for", () => {
    expect(gapsOf("activities:\n  ITSM-10:\n    role: processor\n", "ITSM-10")).toEqual([
      "third-countries Art. 30(1)(e) missing",
      "transfer-mechanism Art. 44 to 49 missing",
      "controller Art. 30(2)(a) missing",
    ]);
  });

  it("ask for the controller's contact and the officer", () => {
    expect(gapsOf("parties:\n  clinic: { name: St Clair, role: controller }\n", null)).toEqual([
      "controller Art. 30(1)(a) missing",
      "officer Art. 30(1)(a) missing",
    ]);
  });

  it("ask for the agreement with a named processor and for the balancing of an interest", () => {
    const yaml = `parties:\n  host: { name: Harbour Hosting, role: processor }\nactivities:\n  ITSM-10:\n    processors: { items: [{ party: host }] }\n    legal-basis: { article6: f, interest: Order }\n`;
    expect(gapsOf(yaml, "ITSM-10")).toEqual(
      expect.arrayContaining(["processors Art. 28(3) missing", "legal-basis Art. 6(1)(f) missing"]),
    );
  });

  it("name the categories no declared limit covers", () => {
    const register = registerOf(
      "activities:\n  ITSM-02:\n    retention: { items: [{ category: name, criterion: while employed }, { category: health, duration: 6 months, enforcement: manual }] }\n",
    );
    const gap = register.gaps.find(({ record, column }) => record === "ITSM-02" && column === "retention");
    expect(gap?.says).toBe(
      "No limit covers: E-mail address, Personnel, customer or member number, Telephone number.",
    );
  });

  it("leave a retired activity alone", () => {
    expect(gapsOf("activities:\n  ITSM-10:\n    status: retired\n", "ITSM-10")).toEqual([]);
  });

  it("say when an approval stands on other evidence", () => {
    const approved = (digest: string): string =>
      `${COMPLETE}    review: { approvedBy: Officer, approvedOn: 2026-01-15, evidence: ${digest} }\n`;
    expect(gapsOf(approved("0123456789abcdef"), "ITSM-10")).toEqual(["activity Art. 5(2) conflict"]);
    const current = recordOf(registerOf(COMPLETE), "ITSM-10").evidenceDigest ?? "";
    expect(gapsOf(approved(`"${current}"`), "ITSM-10")).toEqual([]);
  });
});

describe("completeness", () => {
  it("counts six items a record and one for the controller", () => {
    const { records, completeness } = registerOf();
    expect(completeness.of).toBe(records.length * 6 + 1);
  });

  it("counts an item once all its columns are filled or justified", () => {
    const before = registerOf().completeness.filled;
    expect(registerOf(COMPLETE).completeness.filled - before).toBe(7 - 1);
  });

  it("counts a proposal only once somebody has confirmed it", () => {
    const proposed = registerOf("activities: {}\n");
    expect(recordOf(proposed, "ITSM-01").cells["data-subjects"].state).toBe("inferred");
    const confirmed = registerOf("activities:\n  ITSM-01:\n    data-subjects: Staff\n");
    expect(confirmed.completeness.filled - proposed.completeness.filled).toBe(1);
  });
});
