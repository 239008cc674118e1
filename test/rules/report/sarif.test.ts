import { describe, expect, it } from "vitest";
import { sarifReport } from "../../../rules/report/sarif.ts";
import { finding } from "../findings.ts";
import { at } from "../tilleuls.ts";
import { ACCEPTED, input } from "./input.ts";

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly Record<string, unknown>[];
    readonly invocations: readonly Record<string, unknown>[];
  }[];
}

function run(findings: Parameters<typeof input>[0], parts: Parameters<typeof input>[1] = {}) {
  const sarif = JSON.parse(sarifReport(input(findings, parts))) as Sarif;
  expect(sarif.version).toBe("2.1.0");
  return sarif.runs[0] as Sarif["runs"][number];
}

describe("the SARIF report", () => {
  it("describes every rule, and results point at theirs", () => {
    const { tool, results } = run([finding()]);
    const index = results[0]?.["ruleIndex"] as number;
    expect(tool.driver.rules[index]?.id).toBe("storage/special-category-in-clear");
    expect(tool.driver.rules[index]).toMatchObject({
      shortDescription: { text: "Special-category or criminal data without encryption" },
      defaultConfiguration: { enabled: true, level: "error" },
      properties: { tags: ["privacy", "Art. 9(1)", "Art. 10", "Art. 32(1)(a)", "Art. 35(3)(b)"] },
    });
  });

  it("places a result in the file and in the model, with the fingerprint all reports share", () => {
    expect(run([finding({ location: at(12, "modèle/data model.xml") })]).results[0]).toMatchObject({
      level: "error",
      partialFingerprints: { "art30/v1": "0123456789abcdef0123456789abcdef" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "mod%C3%A8le/data%20model.xml" },
            region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 40 },
          },
          logicalLocations: [{ fullyQualifiedName: "itop:Person.health_restrictions" }],
        },
      ],
    });
  });

  it("places a result without a file in the model only", () => {
    expect(run([finding({ location: null })]).results[0]?.["locations"]).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "itop:Person.health_restrictions" }] },
    ]);
  });

  it("calls information a note", () => {
    expect(run([finding({ severity: "info" })]).results[0]?.["level"]).toBe("note");
  });

  it("carries the reason of what was accepted, and where it was said", () => {
    expect(run([finding({ suppressed: ACCEPTED })]).results[0]?.["suppressions"]).toEqual([
      { kind: "external", status: "accepted", justification: "Needed by the duty physician." },
    ]);
    const comment = { ...ACCEPTED, by: "comment" as const };
    expect(run([finding({ suppressed: comment })]).results[0]?.["suppressions"]).toMatchObject([
      { kind: "inSource" },
    ]);
    expect(run([finding()]).results[0]).not.toHaveProperty("suppressions");
  });

  it("shows the way data take as a code flow, and what else belongs to it", () => {
    const flow = [
      { kind: "source" as const, path: "itop:party/HR", label: "HR system", location: null },
      { kind: "field" as const, path: "itop:Person.iban", label: "Person.iban", location: at(40) },
    ];
    const related = [{ role: "keeps former values", path: "itop:store/History", location: at(50) }];
    const [result] = run([finding({ flow, related })]).results;
    expect(result?.["codeFlows"]).toMatchObject([
      {
        threadFlows: [
          {
            locations: [
              { location: { message: { text: "HR system" } }, kinds: ["source"] },
              { location: { physicalLocation: { region: { startLine: 40 } } }, kinds: ["field"] },
            ],
          },
        ],
      },
    ]);
    expect(result?.["relatedLocations"]).toMatchObject([
      { id: 1, message: { text: "keeps former values" }, physicalLocation: { region: { startLine: 50 } } },
    ]);
  });

  it("tells what was not read", () => {
    const problems = [{ kind: "malformed" as const, message: "A tag is not closed.", location: at(3) }];
    expect(run([], { problems }).invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          { descriptor: { id: "malformed" }, message: { text: "A tag is not closed." } },
        ],
      },
    ]);
  });
});
