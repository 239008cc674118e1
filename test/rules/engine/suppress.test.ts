import { describe, expect, it } from "vitest";
import { acceptanceOfEntry, acceptancesOfComments } from "../../../rules/engine/acceptance.ts";
import { DEFAULT_POLICY } from "../../../rules/engine/acceptance-policy.ts";
import type { ExceptionEntry } from "../../../rules/engine/exceptions.ts";
import { suppress, type SuppressOptions } from "../../../rules/engine/suppress.ts";
import type { Finding } from "../../../rules/kit/finding.ts";
import { finding } from "../findings.ts";
import { AS_OF, at } from "../tilleuls.ts";

const FINDING = finding();
const REASON = "Needed by the duty physician until the health system goes live.";
const ENTRY: ExceptionEntry = {
  system: "itop",
  rule: FINDING.rule,
  path: FINDING.path,
  reason: REASON,
  until: "2027-03-31",
  approver: "data-protection-officer",
  ticket: null,
  match: { variant: null, discriminator: null },
  location: at(4, "exceptions.yaml"),
};
const RULES = ["storage/special-category-in-clear", "model/merge-error", "model/expired-exception"].map(
  (id) => ({ id }),
);

function review(
  entry: Partial<ExceptionEntry>,
  options: Partial<SuppressOptions> = {},
  findings = [FINDING],
) {
  const result = suppress(findings, {
    acceptances: [acceptanceOfEntry({ ...ENTRY, ...entry })],
    baseline: null,
    policy: DEFAULT_POLICY,
    asOf: AS_OF,
    rules: RULES,
    off: new Set(),
    notRun: [],
    partial: false,
    ...options,
  });
  const [reviewed] = result.reviewed;
  return { state: reviewed?.state, fault: reviewed?.fault, reviewed, hidden: hidden(result.findings) };
}

function hidden(findings: readonly Finding[]): readonly (string | null)[] {
  return findings.map(({ suppressed }) => suppressed?.by ?? null);
}

describe("an exception", () => {
  it("hides its finding, with reason, date and approver", () => {
    const { findings } = suppress([FINDING], {
      acceptances: [acceptanceOfEntry(ENTRY)],
      baseline: null,
      policy: DEFAULT_POLICY,
      asOf: AS_OF,
      rules: RULES,
      off: new Set<string>(),
      notRun: [],
      partial: false,
    });
    expect(findings[0]?.suppressed).toEqual({
      by: "exception",
      reason: REASON,
      until: "2027-03-31",
      approver: "data-protection-officer",
    });
  });

  it.each<[string, Partial<ExceptionEntry>, string]>([
    ["no reason", { reason: null }, "the reason is missing"],
    ["a short reason", { reason: "ok for now" }, "the reason has fewer than 15 characters"],
    [
      "no such rule",
      { rule: "storage/special-category-in-cleer" },
      "did you mean storage/special-category-in-clear?",
    ],
    ["a rule nothing hides", { rule: "model/expired-exception" }, "this rule cannot be suppressed"],
    ["no date at all", { until: null }, "until is missing"],
    ["a date that is none", { until: "2027-02-30" }, "until is not a date"],
    ["a date in other words", { until: "next spring" }, "until is not a date"],
    ["a date too far ahead", { until: "2028-09-02" }, "until is more than 2 years ahead"],
    ["no approver for an error", { approver: null }, "the approver is missing"],
    ["a wildcard", { path: "itop:Person.*" }, "wildcards are not allowed"],
    ["an empty path", { path: "itop: " }, "the model path is empty"],
  ])("is not applied with %s", (_, entry, fault) => {
    const result = review(entry);
    expect(result.state).toBe("invalid");
    expect(result.fault).toContain(fault);
    expect(result.hidden).toEqual([null]);
  });

  it("is not applied with a stock phrase for a reason, however long", () => {
    const policy = { ...DEFAULT_POLICY, minReason: 3 };
    expect(review({ reason: "false positive" }, { policy }).fault).toBe("the reason is a stock phrase");
  });

  it("needs neither approver nor date for a warning", () => {
    const warning = finding({ severity: "warning" });
    expect(review({ approver: null, until: null }, {}, [warning])).toMatchObject({
      state: "applied",
      hidden: ["exception"],
    });
  });

  it("stops on the day after its date, and the finding is back", () => {
    expect(review({ until: AS_OF })).toMatchObject({ state: "ending", hidden: ["exception"] });
    expect(review({ until: "2026-08-31" })).toMatchObject({ state: "expired", hidden: [null] });
  });

  it("is announced in its last days", () => {
    expect(review({ until: "2026-10-01" }).state).toBe("ending");
    expect(review({ until: "2026-10-02" }).state).toBe("applied");
  });

  it("may be narrowed to a variant or a second element", () => {
    expect(review({ match: { variant: "history", discriminator: null } }).state).toBe("unused");
    expect(review({ match: { variant: "found", discriminator: "" } }).state).toBe("applied");
  });

  it("takes wildcards in the last segment when they are allowed", () => {
    const policy = { ...DEFAULT_POLICY, allowWildcards: true };
    expect(review({ path: "itop:Person.health_*" }, { policy })).toMatchObject({ hidden: ["exception"] });
    expect(review({ path: "itop:Person.home_*" }, { policy })).toMatchObject({ state: "unused" });
    expect(review({ path: "itop:*.health_restrictions" }, { policy }).fault).toContain("last segment");
  });

  it("is unused when it matches nothing, with the nearest path", () => {
    const { state, reviewed } = review({ path: "itop:Person.health_restriction" });
    expect(state).toBe("unused");
    expect(reviewed?.nearest).toBe(FINDING.path);
  });

  it("is not judged unused in a partial run, or where its rule lacked input", () => {
    expect(review({}, { partial: true }, []).state).toBe("unjudged");
    const notRun = [{ rule: ENTRY.rule, system: "itop", missing: ["model" as const] }];
    expect(review({}, { notRun }, []).state).toBe("unjudged");
  });

  it("says when its rule is off", () => {
    expect(review({}, { off: new Set([ENTRY.rule]) }, []).reviewed).toMatchObject({
      state: "unused",
      ruleOff: true,
    });
  });
});

describe("a comment", () => {
  const comment = {
    file: "datamodel.xml",
    line: 3,
    rule: FINDING.rule,
    reason: REASON,
    until: null,
    scope: "next" as const,
    location: at(3, "datamodel.xml"),
  };
  const estate = { name: "", asOf: AS_OF, internalDomains: [], systems: [], inputs: [], problems: [] };
  const acceptances = acceptancesOfComments([comment], estate);

  it("does not hide an error that rests on Art. 9, 10 or 32 unless the configuration allows it", () => {
    const findings = [finding({ location: at(4, "datamodel.xml") })];
    expect(review({}, { acceptances }, findings).fault).toContain(
      "an error that rests on Art. 9(1) needs an entry",
    );
    const policy = { ...DEFAULT_POLICY, allowInlineForErrors: true };
    expect(review({}, { acceptances, policy }, findings)).toMatchObject({
      state: "applied",
      hidden: ["comment"],
    });
  });

  it("hides other errors without approver or date", () => {
    const findings = [finding({ location: at(4, "datamodel.xml"), articles: ["Art. 5(1)(c)"] })];
    expect(review({}, { acceptances }, findings).state).toBe("applied");
  });

  it("never hides what the linter says about its own input", () => {
    const about = acceptancesOfComments([{ ...comment, rule: "model/merge-error" }], estate);
    expect(review({}, { acceptances: about }).fault).toBe(
      "this rule is suppressed in the exceptions file only",
    );
  });
});

describe("a baseline", () => {
  const entry = { fingerprint: FINDING.fingerprint, rule: FINDING.rule, path: FINDING.path };
  const gone = { ...entry, fingerprint: "f".repeat(32) };
  const none = {
    acceptances: [],
    policy: DEFAULT_POLICY,
    asOf: AS_OF,
    rules: RULES,
    off: new Set<string>(),
    notRun: [],
  };

  it("hides what it knows and names what is no longer there", () => {
    const result = suppress([FINDING], { ...none, baseline: { entries: [entry, gone] }, partial: false });
    expect(hidden(result.findings)).toEqual(["baseline"]);
    expect(result.staleBaseline).toEqual([gone]);
  });

  it("is not called stale by a partial run", () => {
    expect(suppress([], { ...none, baseline: { entries: [gone] }, partial: true }).staleBaseline).toEqual([]);
  });

  it("does not hide findings of the linter about itself", () => {
    const own = finding({ rule: "model/merge-error" });
    expect(
      hidden(suppress([own], { ...none, baseline: { entries: [entry] }, partial: false }).findings),
    ).toEqual([null]);
  });
});
