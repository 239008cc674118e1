import { describe, expect, it } from "vitest";
import type { Entity } from "../../../analyzer/model/entity.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import { runRules } from "../../../rules/engine/run.ts";
import specialCategoryInClear from "../../../rules/storage/special-category-in-clear.ts";
import { entity, field, HEALTH, person, reference, snapshot, system, verdict } from "../tilleuls.ts";

function findings(entities: readonly Entity[], path: string, judged: Verdict = HEALTH) {
  const clinic = snapshot({ systems: [system(entities)], verdicts: { [path]: judged } });
  return runRules(clinic, { rules: [specialCategoryInClear], preset: "recommended" }).findings;
}

const PATH = "itop:Person.health_restrictions";

describe("storage/special-category-in-clear", () => {
  it("fires on health data of a person, free text included", () => {
    const text = field("health_restrictions", {
      kind: "text",
      freeText: "long",
      labels: { en: "Health restrictions" },
    });
    expect(findings([person(text)], PATH)).toMatchObject([
      {
        path: PATH,
        severity: "error",
        message: expect.stringContaining("Health restrictions holds health data") as string,
      },
    ]);
  });

  it("names the article the data fall under", () => {
    const criminal = verdict({ category: "criminal", special: "art10", sensitivity: "art10" });
    const [found] = findings([person(field("health_restrictions"))], PATH, criminal);
    expect(found?.articles).toEqual(["Art. 10", "Art. 32(1)(a)", "Art. 35(3)(b)"]);
    expect(found?.message).toContain("(Art. 10)");
  });

  it("gives the classifier's reasons as evidence", () => {
    const [found] = findings([person(field("health_restrictions"))], PATH);
    expect(found?.evidence.map(({ text }) => text)).toEqual([
      "health_restrictions is AttributeString, brought by customer (tilleuls-hr)",
      'code: the code names health ("health")',
    ]);
  });

  it.each(["encrypted", "hashed"] as const)("is silent on what is %s", (protection) => {
    expect(findings([person(field("health_restrictions", { protection }))], PATH)).toEqual([]);
  });

  it("is silent on copies, which are reported where the value stands", () => {
    expect(findings([person(field("health_restrictions", { kind: "copy" }))], PATH)).toEqual([]);
  });

  it("is silent below the confidence asked for, and on a rejected verdict", () => {
    const entities = [person(field("health_restrictions"))];
    expect(findings(entities, PATH, { ...HEALTH, confidence: 0.74 })).toEqual([]);
    expect(findings(entities, PATH, { ...HEALTH, confidence: 0.75 })).toHaveLength(1);
    expect(findings(entities, PATH, { ...HEALTH, personal: "no" })).toEqual([]);
  });

  it("counts on an entity one relation from a person, not further away", () => {
    const leave = entity("SickLeave", [reference("person_id", "Person"), field("diagnosis")]);
    const note = entity("LeaveNote", [reference("leave_id", "SickLeave"), field("diagnosis")]);
    expect(findings([person(), leave], "itop:SickLeave.diagnosis")).toHaveLength(1);
    expect(findings([person(), leave, note], "itop:LeaveNote.diagnosis")).toEqual([]);
  });

  it("counts on a parent whose heirs are people", () => {
    const contact = entity("Contact", [field("diagnosis")]);
    const nurse = entity("Nurse", [field("diagnosis", { declaredIn: "Contact" })], {
      parent: "Contact",
      role: "subject",
    });
    expect(findings([contact, nurse], "itop:Contact.diagnosis").map(({ path }) => path)).toEqual([
      "itop:Contact.diagnosis",
    ]);
  });

  it("is silent on the health of a machine that belongs to somebody", () => {
    const owner = reference("owner_id", "Person");
    const server = (kind: "enum" | "text") =>
      entity("Server", [owner, field("health_status", { kind })], { role: "configuration-item" });
    expect(findings([person(), server("enum")], "itop:Server.health_status")).toEqual([]);
    expect(findings([person(), server("text")], "itop:Server.health_status")).toHaveLength(1);
  });
});
