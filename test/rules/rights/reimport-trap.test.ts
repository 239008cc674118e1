import { describe, expect, it } from "vitest";
import type { Movement } from "../../../analyzer/model/movement.ts";
import type { ErasureProcedure } from "../../../analyzer/model/party.ts";
import trap from "../../../rules/rights/reimport-trap.ts";
import blocked from "../../../rules/rights/erasure-blocked.ts";
import { feed, findingsOf, procedure } from "../estate-parts.ts";
import { entity, field, person, reference, snapshot, system, verdict } from "../tilleuls.ts";

const DELETION = procedure("Deletion", { kind: "delete" });

function clinic(movement: Movement, ...erasure: readonly ErasureProcedure[]) {
  const staff = person(field("email"), field("job"));
  return snapshot({
    systems: [system([staff], { inputs: ["model", "sync"], movements: [movement], erasure })],
    verdicts: {
      "itop:Person.email": verdict({ category: "email" }),
      "itop:Person.job": verdict({ category: "job" }),
    },
  });
}

describe("rights/reimport-trap", () => {
  it("names what identifies the person who is created again, and how often", () => {
    const [found] = findingsOf(trap, clinic(feed("HR", ["email", "job"]), DELETION));
    expect(found?.message).toBe("HR creates an erased Person again (email), at least once a day");
    expect(found?.flow.map(({ path }) => path)).toEqual(["itop:party/HR", "itop:Person.email"]);
  });

  it("is silent when nothing that is written identifies anybody", () => {
    expect(findingsOf(trap, clinic(feed("Titles", ["job"]), DELETION))).toEqual([]);
  });

  it("has no locked fields to write back to a person who was deleted", () => {
    const matching = { keys: ["email"], onZero: "error", onOne: "update", onMany: "error" };
    const strict = feed("HR", ["email"], { matching });
    expect(findingsOf(trap, clinic(strict, DELETION))).toEqual([]);
    expect(findingsOf(trap, clinic(strict, procedure("Anonymizer")))).toMatchObject([
      { messageId: "rewrites" },
    ]);
  });

  it("needs a procedure that something can undo", () => {
    expect(findingsOf(trap, clinic(feed("HR", ["email"])))).toEqual([]);
  });

  it("follows a source on the parent to the people below it", () => {
    const nurse = entity("Nurse", [], { parent: "Person", role: "subject" });
    const base = clinic(feed("HR", ["email"]), DELETION);
    const [only] = base.estate.systems;
    const wards = { ...only!, entities: [...only!.entities, nurse] };
    const found = findingsOf(trap, { ...base, estate: { ...base.estate, systems: [wards] } });
    expect(found.map(({ discriminator }) => discriminator)).toEqual(["itop:Nurse", "itop:Person"]);
  });
});

describe("rights/erasure-blocked", () => {
  const rota = (parts: object) =>
    snapshot({
      systems: [
        system([
          person(),
          entity("Shift", [
            reference("nurse_id", "Person", { nullable: false, onTargetDelete: "cascade", ...parts }),
            reference("deputy_id", "Person", { nullable: true, onTargetDelete: "ask" }),
          ]),
        ]),
      ],
    });

  it("counts a record that leads to somebody else as not the person's own", () => {
    expect(findingsOf(blocked, rota({}))).toMatchObject([{ messageId: "cascade", path: "itop:Person" }]);
  });

  it("is blocked only by a mandatory reference", () => {
    expect(findingsOf(blocked, rota({ onTargetDelete: "ask" }))).toMatchObject([{ messageId: "blocked" }]);
    expect(findingsOf(blocked, rota({ onTargetDelete: "ask", nullable: true }))).toEqual([]);
  });

  it("takes an unknown effect for no effect", () => {
    expect(findingsOf(blocked, rota({ onTargetDelete: "unknown" }))).toEqual([]);
  });
});
