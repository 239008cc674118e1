import { describe, expect, it } from "vitest";
import { TAXONOMY } from "../../../analyzer/classify/taxonomy.ts";
import { LEXICONS } from "../../../analyzer/classify/vocabulary.ts";
import { CATEGORIES } from "../../../analyzer/model/category.ts";
import { judge, said } from "./judge.ts";

describe("types, patterns and annotations", () => {
  it("trusts a declared e-mail type whatever the code", () => {
    expect(said("test_recipient", "Mailing", { kind: "email" })).toBe("yes email");
  });

  it("knows vendors' and databases' type names", () => {
    expect(said("zz9", "Employee", { type: "AttributePhoneNumber" })).toBe("yes phone");
    expect(said("email", "Employee", { type: "tinyint(1)" })).toBe("no none");
  });

  it("looks at a pattern without running it", () => {
    expect(said("account", "Employee", { pattern: "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$" })).toBe(
      "yes financial",
    );
    expect(judge("code", "Server", { pattern: "(a+)+$".repeat(10_000) }).personal).toBe("no");
  });

  it("lets an annotation decide both ways", () => {
    expect(said("zz9", "Ledger", { declaredCategory: "user.contact.email" })).toBe("yes email");
    expect(judge("email", "Employee", { declaredCategory: "not personal" }).personal).toBe("no");
  });
});

describe("secrets", () => {
  it("are personal in an account", () => {
    expect(judge("password", "UserAccount", { kind: "hash" })).toMatchObject({
      personal: "yes",
      category: "credential",
      sensitivity: "secret",
    });
  });

  it("of a machine are secret, not personal", () => {
    expect(judge("api_key", "Connector", { kind: "string" })).toMatchObject({
      personal: "no",
      category: "secret-token",
      sensitivity: "secret",
    });
  });
});

describe("references", () => {
  it("to a person link to one, with the reporting line told apart", () => {
    expect(
      said("caller_id", "Incident", { kind: "reference", target: "Person", targetRole: "subject" }),
    ).toBe("person-link other-personal");
    expect(said("manager_id", "Person", { kind: "reference", target: "Person", targetRole: "subject" })).toBe(
      "person-link reporting-line",
    );
  });

  it("of a person to a site or a unit say where the person belongs", () => {
    expect(
      said("base_id", "Person", {
        kind: "reference",
        role: "subject",
        target: "Location",
        targetRole: "site",
      }),
    ).toBe("yes work-location");
    expect(
      said("org_id", "Person", {
        kind: "reference",
        role: "subject",
        target: "Clinic",
        targetRole: "organisation",
      }),
    ).toBe("yes org-unit");
  });

  it("of a device to a site say nothing of people", () => {
    expect(
      said("location_id", "Server", {
        kind: "reference",
        role: "configuration-item",
        target: "Location",
        targetRole: "site",
      }),
    ).toBe("no none");
  });

  it("without a target are judged by their name", () => {
    expect(said("assigned_to", "Incident", { kind: "reference" })).toBe("person-link other-personal");
  });
});

describe("free text", () => {
  const text = { kind: "text", freeText: "long" } as const;

  it("of a record that leads to people may contain anything", () => {
    expect(said("description", "Incident", text)).toBe("may-contain communication-content");
  });

  it("of a thing does not, unless people are near", () => {
    expect(said("description", "Rack", text)).toBe("no none");
    expect(said("description", "Rack", { ...text, reachesPeople: true })).toBe(
      "may-contain communication-content",
    );
  });

  it("that asks for health is health", () => {
    expect(said("medical_note", "Incident", text)).toBe("yes health");
  });
});

describe("verdicts", () => {
  it("rest on evidence that names the signal and quotes its words", () => {
    const evidence = judge("caller_email", "Incident").evidence;
    expect(evidence).toContainEqual({ signal: "code", says: "names email", weight: 3.6, quote: "email" });
    expect(evidence.every((each) => Number.isFinite(each.weight))).toBe(true);
  });

  it("do not depend on what was judged before", () => {
    const first = judge("location", "Employee");
    judge("location", "Server");
    expect(judge("location", "Employee")).toEqual(first);
  });

  it("stay calm on names of JavaScript's own", () => {
    for (const name of ["__proto__", "constructor", "toString"]) expect(said(name, name)).toBe("no none");
  });

  it("bear names a million characters long", () => {
    expect(judge("email".repeat(200_000), "x".repeat(1_000_000)).personal).toBeDefined();
  });
});

describe("taxonomy", () => {
  it("gives every category but none a DPV term", () => {
    for (const category of CATEGORIES)
      expect(TAXONOMY[category].iri === null, category).toBe(category === "none");
  });

  it("calls special exactly what Articles 9 and 10 call special", () => {
    const special = CATEGORIES.filter((category) => TAXONOMY[category].special !== null);
    expect(special).toEqual(["health", "ethnic", "religion", "union", "biometric", "criminal"]);
  });
});

describe("lexicons", () => {
  it.each(LEXICONS.map((lexicon) => [lexicon.lang, lexicon] as const))(
    "%s lists no phrase twice for one concept",
    (_lang, lexicon) => {
      for (const [concept, text] of Object.entries(lexicon.concepts)) {
        const phrases = text.split(",").map((phrase) => phrase.trim());
        expect([
          concept,
          phrases.filter((phrase, at) => phrase === "" || phrases.indexOf(phrase) !== at),
        ]).toEqual([concept, []]);
      }
    },
  );
});
