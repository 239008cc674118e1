import { describe, expect, it } from "vitest";
import type { Entity } from "../../../analyzer/model/entity.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import added from "../../../rules/storage/customer-added-personal-field.ts";
import candidate from "../../../rules/storage/unclassified-candidate.ts";
import freeText from "../../../rules/storage/personal-data-in-free-text.ts";
import unvalidated from "../../../rules/storage/unvalidated-personal-field.ts";
import { feed, findingsOf } from "../estate-parts.ts";
import { entity, field, person, snapshot, system, verdict } from "../tilleuls.ts";

const VENDOR = { by: "vendor", module: "itop-structure" } as const;
const PHONE = verdict({ category: "phone" });
const LONG = { kind: "text", freeText: "long", declaredType: "AttributeText" } as const;

function clinic(entities: readonly Entity[], judged: Verdict = PHONE) {
  const paths = entities.flatMap((each) => each.fields.map(({ path }) => path));
  return snapshot({
    systems: [system(entities, { movements: [feed("HR", ["next_of_kin"])] })],
    verdicts: Object.fromEntries(paths.map((path) => [path, judged])),
  });
}

describe("storage/personal-data-in-free-text", () => {
  it("takes no export for a source of the field", () => {
    const to = { kind: "party", ref: "itop:party/Readers" } as const;
    const readers = { ...clinic([person(field("next_of_kin", LONG))]) };
    const [found] = findingsOf(freeText, {
      ...readers,
      estate: {
        ...readers.estate,
        systems: readers.estate.systems.map((each) => ({
          ...each,
          movements: each.movements.map((movement) => ({ ...movement, to })),
        })),
      },
    });
    expect(found?.related).toEqual([]);
  });

  it("names the source that has to change with the field", () => {
    const [found] = findingsOf(freeText, clinic([person(field("next_of_kin", LONG))]));
    expect(found).toMatchObject({
      messageId: "dedicated",
      related: [{ role: "writes it", path: "itop:sync/HR" }],
    });
  });

  it("quotes the strongest words of a label, and needs some", () => {
    const cue = (signal: string) =>
      verdict({
        category: "phone",
        confidence: 0.6,
        evidence: [
          { signal, says: "names phone", weight: 1.4, quote: "number to call" },
          { signal, says: "names name", weight: 0.4, quote: "who" },
        ],
      });
    const wards = [entity("WardNote", [field("note", LONG)])];
    const [found] = findingsOf(freeText, clinic(wards, cue("label")));
    expect(found).toMatchObject({ messageId: "invited" });
    expect(found?.message).toContain('its label asks for phone data ("number to call")');
    expect(findingsOf(freeText, clinic(wards, cue("context")))).toEqual([]);
  });

  it("leaves logs and queues of the product to the rules about stores", () => {
    const log = entity("MailLog", [field("recipients", LONG)], { role: "log-record" });
    expect(findingsOf(freeText, clinic([log]))).toEqual([]);
  });
});

describe("storage/unclassified-candidate", () => {
  const maybe = verdict({ category: "name", confidence: 0.65 });

  it("leaves the vendor's own fields out unless they are asked for", () => {
    const vendors = clinic([entity("Device", [field("contact", { origin: VENDOR })])], maybe);
    expect(findingsOf(candidate, vendors)).toEqual([]);
  });

  it("asks from the lower limit on, and not at the upper one", () => {
    const at = (confidence: number) =>
      findingsOf(candidate, clinic([entity("Device", [field("contact")])], { ...maybe, confidence })).length;
    expect([at(0.49), at(0.5), at(0.79), at(0.8)]).toEqual([0, 1, 1, 0]);
  });

  it("leaves a text whose label asks for people's data to the rule about free text", () => {
    const evidence = [{ signal: "label", says: "names phone", weight: 1.4, quote: "number to call" }];
    const text = clinic([entity("WardNote", [field("note", LONG)])], { ...maybe, evidence });
    expect(findingsOf(candidate, text)).toEqual([]);
    expect(findingsOf(freeText, text)).toHaveLength(1);
  });
});

describe("storage/customer-added-personal-field", () => {
  it.each([
    [verdict({ category: "salary" }), "warning"],
    [verdict({ category: "phone", subject: "third-party" }), "warning"],
    [PHONE, "info"],
  ] as const)("weighs what is added: %#", (judged, severity) => {
    expect(findingsOf(added, clinic([person(field("entry"))], judged))).toMatchObject([{ severity }]);
  });

  it("says nothing of the vendor's fields, and of those nobody knows the origin of", () => {
    const unknown = { by: "unknown", module: null } as const;
    const staff = person(field("phone", { origin: VENDOR }), field("pager", { origin: unknown }));
    expect(findingsOf(added, clinic([staff]))).toEqual([]);
  });
});

describe("storage/unvalidated-personal-field", () => {
  it("quotes a field of the same category that is checked", () => {
    const validation = { kind: "type", pattern: null, holds: true, location: null } as const;
    const checked = field("mobile", {
      kind: "phone",
      freeText: "none",
      validation,
      declaredType: "AttributePhoneNumber",
    });
    const [found] = findingsOf(unvalidated, clinic([person(field("pager"), checked)]));
    expect(found?.path).toBe("itop:Person.pager");
    expect(found?.evidence.map(({ text }) => text)).toContain(
      "mobile holds phone data too and is checked (AttributePhoneNumber)",
    );
  });

  it("takes the code of a postal address, not the street", () => {
    const address = verdict({ category: "postal-address" });
    const staff = person(field("home_postal_code"), field("home_street"));
    expect(findingsOf(unvalidated, clinic([staff], address)).map(({ path }) => path)).toEqual([
      "itop:Person.home_postal_code",
    ]);
  });

  it.each([{ writable: false }, { freeText: "none" as const }, { protection: "hashed" as const }])(
    "leaves out %o",
    (parts) => {
      expect(findingsOf(unvalidated, clinic([person(field("pager", parts))]))).toEqual([]);
    },
  );
});
