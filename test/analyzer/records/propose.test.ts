import { describe, expect, it } from "vitest";
import { hospital } from "../graph/hospital.ts";
import { entity, field, verdict } from "../graph/model-factory.ts";
import { proposeRegister } from "../../../analyzer/records/propose.ts";
import { declarationsOf, registerOf } from "./hospital-register.ts";

const draft = proposeRegister(registerOf(), hospital());

describe("the draft of register.yaml", () => {
  it("declares nothing: read back, only drafts stand there", () => {
    const { activities, parties } = declarationsOf(draft).register;
    expect(parties).toEqual({});
    for (const activity of Object.values(activities ?? {})) expect(activity).toEqual({ status: "draft" });
  });

  it("leaves the register as it was", () => {
    const { gaps, completeness, coverage, records } = registerOf(draft);
    const before = registerOf();
    expect({ gaps, completeness, coverage }).toEqual({
      gaps: before.gaps,
      completeness: before.completeness,
      coverage: before.coverage,
    });
    expect(records.map(({ cells }) => cells)).toEqual(before.records.map(({ cells }) => cells));
  });

  it("shows what was found, and asks, in comments", () => {
    expect(draft).toContain(
      "    # Categories of personal data (Art. 30(1)(c)), found: E-mail address; Health (special category, Art. 9)",
    );
    expect(draft).toMatch(/ {4}# Purposes \(Art\. 30\(1\)\(b\)\): What are the data used for\?/);
  });

  it("asks who is behind each account that may call the interface", () => {
    expect(draft).toContain("#   - account: rota-app");
  });

  it("keeps a name with a line break inside its comment", () => {
    const name = "notes\nactivities:\n  EVIL: {}";
    const hostile = entity("Ward", [field("Ward", name)], { role: "other" });
    const verdicts = new Map([[`itop:Ward.${name}`, verdict("yes", "health")]]);
    const register = registerOf(null, { entities: [hostile] }, verdicts);
    const { activities } = declarationsOf(
      proposeRegister(register, hospital({ entities: [hostile] })),
    ).register;
    expect(Object.keys(activities ?? {})).not.toContain("EVIL");
  });
});
