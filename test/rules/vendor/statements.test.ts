import { describe, expect, it } from "vitest";
import type { Claim } from "../../../analyzer/model/claim.ts";
import type { InputFile } from "../../../analyzer/model/estate.ts";
import type { System } from "../../../analyzer/model/system.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { runRules } from "../../../rules/engine/run.ts";
import contradictory from "../../../rules/vendor/contradictory-claims.ts";
import recommendation from "../../../rules/vendor/recommendation-not-measure.ts";
import stale from "../../../rules/vendor/stale-claim.ts";
import { at, AS_OF, snapshot, system } from "../tilleuls.ts";

const OWN_FILE = "phones.system.yaml";
const OWN_INPUT: InputFile = {
  file: OWN_FILE,
  readAs: "profile/profile",
  system: "itop",
  state: "read",
  bytes: 90,
};

/** A statement of a vendor's paper, quoted by a profile that ships with the product. */
function claim(id: string, parts: Partial<Claim> = {}): Claim {
  return {
    path: `itop:claim/${id}`,
    topic: "encryption",
    says: `Statement ${id}.`,
    quote: null,
    source: "Security paper",
    assertedOn: "2026-05",
    modality: "is",
    conflictsWith: [],
    proof: { location: at(7, "profiles/phones.yaml"), basis: null },
    ...parts,
  };
}

const ANSWER = claim("answer", { source: OWN_FILE, proof: { location: at(3, OWN_FILE), basis: null } });

function findings(rule: Rule, claims: readonly Claim[], parts: Partial<System> = {}) {
  const given = snapshot({
    systems: [system([], { claims, inputs: ["profile"], ...parts })],
    inputs: [OWN_INPUT],
  });
  return runRules(given, { rules: [rule], preset: "recommended" }).findings;
}

describe("vendor/contradictory-claims", () => {
  const pair = [
    claim("a", { conflictsWith: ["itop:claim/b"] }),
    claim("b", { conflictsWith: ["itop:claim/a"] }),
  ];

  it("makes one finding of a contradiction that both sides name", () => {
    expect(findings(contradictory, pair)).toMatchObject([
      { path: "itop:claim/a", discriminator: "itop:claim/b" },
    ]);
  });

  it("is settled by the organisation's own word on the topic, not by another paper", () => {
    expect(findings(contradictory, [...pair, ANSWER])).toEqual([]);
    expect(findings(contradictory, [...pair, claim("c")])).toHaveLength(1);
    expect(findings(contradictory, [...pair, { ...ANSWER, topic: "hosting" }])).toHaveLength(1);
  });
});

describe("vendor/stale-claim", () => {
  it.each([
    ["2024-08", ["found"]],
    ["2024-09", []],
    ["2023", ["found"]],
    ["2024", []],
    ["2024-08-31", ["found"]],
    [null, ["undated"]],
    ["spring", []],
  ])(`judges a paper of %s as of ${AS_OF}`, (assertedOn, expected) => {
    expect(findings(stale, [claim("a", { assertedOn })]).map(({ messageId }) => messageId)).toEqual(expected);
  });

  it("makes one finding of all that rests on one paper", () => {
    const old = { assertedOn: "2019" } as const;
    const claims = [
      claim("a", old),
      claim("b", { ...old, topic: "ml-use" }),
      claim("c", { ...old, source: "Overview" }),
    ];
    expect(findings(stale, claims).map(({ args }) => args["topics"])).toEqual([
      ["encryption"],
      ["encryption", "machine learning"],
    ]);
  });

  it("leaves out how a product is built", () => {
    expect(findings(stale, [claim("a", { assertedOn: null, topic: "inventory" })])).toEqual([]);
  });
});

describe("vendor/recommendation-not-measure", () => {
  const advice = claim("a", { topic: "transport", modality: "should", quote: "should be SSL encrypted" });

  it("quotes the statements of a topic in one finding", () => {
    const offer = claim("b", { topic: "transport", modality: "option" });
    const [found, ...others] = findings(recommendation, [advice, offer]);
    expect(others).toEqual([]);
    expect(found?.message).toContain(
      `"should be SSL encrypted", Statement b are only recommended or offered`,
    );
  });

  it("is silent when a setting shows it, whole words compared", () => {
    const setting = (name: string) => ({
      path: `itop:setting/${name}`,
      name,
      value: true,
      default: null,
      isDefault: false,
      secret: "none" as const,
      location: null,
      basis: null,
    });
    expect(findings(recommendation, [advice], { settings: [setting("use_tls")] })).toEqual([]);
    expect(findings(recommendation, [advice], { settings: [setting("titles")] })).toHaveLength(1);
  });

  it("does not speak of topics that protect nothing by themselves", () => {
    expect(findings(recommendation, [claim("a", { topic: "hosting", modality: "can" })])).toEqual([]);
  });
});
