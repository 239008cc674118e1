import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import type { ClaimTopic } from "../../../analyzer/model/claim.ts";
import type { System } from "../../../analyzer/model/system.ts";
import { collectElements } from "../../../analyzer/records/elements.ts";
import { ACTIVITIES } from "../../../analyzer/records/library/activities.ts";
import { buildRecord } from "../../../analyzer/records/record.ts";
import type { Column } from "../../../analyzer/records/register.ts";
import { estateOf, hospital, itop, verdicts } from "../graph/hospital.ts";
import { movement, proof } from "../graph/model-factory.ts";
import { registerOfEstate } from "./hospital-register.ts";

/** What no artefact can tell, however much it hints at it. */
const DECLARED_ONLY: readonly Column[] = [
  "owner",
  "purpose",
  "legal-basis",
  "art9-condition",
  "processors",
  "third-countries",
  "transfer-mechanism",
  "retention",
  "location",
  "dpia",
];

describe("cells that only people can fill", () => {
  const estate = hospital();
  const graph = buildGraph(estate, verdicts);
  const elements = collectElements(estate, verdicts);

  it.each(ACTIVITIES.map((library) => [library.id, library] as const))(
    "stay open questions in %s, whatever the estate shows",
    (id, library) => {
      const record = buildRecord({
        id,
        library,
        declared: null,
        elements,
        estate,
        verdicts,
        graph,
        declarations: null,
      });
      for (const column of DECLARED_ONLY) {
        const { state, value, question } = record.cells[column];
        expect([column, state, value]).toEqual([column, "missing", []]);
        expect(question).toMatch(/\?/);
      }
    },
  );

  it("stay open whatever a vendor claims, a synchronization states, a contract or a country suggests", () => {
    const topics: readonly ClaimTopic[] = ["role", "hosting", "retention", "encryption", "support", "ml-use"];
    const word = fc.constantFrom(
      "Payroll",
      "consent",
      "Art. 6(1)(b)",
      "adequacy decision",
      "24 months",
      "processor",
      "Frankfurt",
    );
    const systems: fc.Arbitrary<System> = fc
      .record({
        mode: fc.constantFrom("on-premises", "vendor-cloud", "hosted", "unknown" as const),
        host: fc.option(word),
        region: fc.option(word),
        product: word,
        topic: fc.constantFrom(...topics),
        says: word,
        modality: fc.constantFrom("is", "can", "should", "option" as const),
        purpose: word,
        country: fc.option(fc.constantFrom("US", "CH", "FR")),
      })
      .map(({ mode, host, region, product, topic, says, modality, purpose, country }) => ({
        ...itop,
        product: { ...itop.product, name: product },
        deployment: { mode: mode as System["deployment"]["mode"], host, region, proof: proof("art30.yaml") },
        claims: [
          {
            path: "itop:claim/one",
            topic,
            says,
            quote: says,
            source: "white paper",
            assertedOn: "2019",
            modality: modality as "is",
            conflictsWith: [],
            proof: proof("white-paper.txt"),
          },
        ],
        movements: [
          movement("Staff", {
            from: { kind: "party", ref: "itop:party/HR directory" },
            to: { kind: "entity", ref: "itop:Person" },
            statedPurpose: purpose,
          }),
        ],
        parties: itop.parties.map((party) => ({ ...party, country })),
      }));
    fc.assert(
      fc.property(systems, (system) => {
        const { records } = registerOfEstate(estateOf(system));
        for (const { cells } of records) {
          for (const column of DECLARED_ONLY) {
            expect(cells[column].state).toBe("missing");
            expect(cells[column].value).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
