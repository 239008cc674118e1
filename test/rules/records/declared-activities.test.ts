import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../../analyzer/workspace/analyse.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { readExceptions } from "../../../rules/engine/exceptions.ts";
import { runRules } from "../../../rules/engine/run.ts";
import legalBasis from "../../../rules/records/legal-basis-missing.ts";
import party from "../../../rules/records/party-missing.ts";
import purpose from "../../../rules/records/purpose-missing.ts";
import retention from "../../../rules/records/retention-missing.ts";
import special from "../../../rules/records/special-category-condition-missing.ts";
import undeclared from "../../../rules/records/undeclared-category.ts";

/** The body of one activity, its lines indented by the test. */
async function findings(rule: Rule, activity: string, files: Readonly<Record<string, string>> = {}) {
  const lines = activity.split("\n").map((line) => `    ${line.trim()}`);
  const register = `activities:\n  STAFF:\n${lines.join("\n")}\n`;
  return run(rule, { ...files, "register.yaml": register });
}

async function run(rule: Rule, files: Readonly<Record<string, string>>) {
  return runRules(await analyseFiles(files), { rules: [rule], preset: "recommended" }).findings;
}

const DIRECTORY = {
  "directory.system.yaml": `format: art30.system/1
system: directory
product: { name: Staff directory }
entities:
  Colleague:
    role: subject
    fields:
      name: { kind: string, category: name }
      conviction: { kind: text, category: criminal }
`,
};

describe("rules about declared activities", () => {
  it("point to the key they speak of, else to the activity", async () => {
    const [basis] = await findings(
      legalBasis,
      "purpose: Plan shifts\nlegal-basis: { value: See the notice }",
    );
    expect(basis?.location).toMatchObject({ file: "register.yaml", line: 4 });
    const [none] = await findings(legalBasis, "purpose: Plan shifts");
    expect(none?.location).toMatchObject({ file: "register.yaml", line: 2 });
  });

  it.each([purpose, legalBasis, retention])("leave retired activities alone: $meta.id", async (rule) => {
    expect(await findings(rule, "name: Time clock\nstatus: retired")).toEqual([]);
  });

  it("can be accepted in the exceptions file under the estate", async () => {
    const snapshot = await analyseFiles({ "register.yaml": "activities: { STAFF: { status: draft } }\n" });
    const entry =
      "record/STAFF: { reason: Agreed with the works council in spring, until: 2026-03-01, approver: dpo }";
    const accepted = readExceptions(
      `exceptions: { estate: { records/purpose-missing: { ${entry} } } }`,
      "exceptions.yaml",
    );
    const { findings: found } = runRules(snapshot, {
      rules: [purpose],
      preset: "recommended",
      exceptions: accepted.entries,
    });
    expect(found.map(({ suppressed }) => suppressed?.by)).toEqual(["exception"]);
  });

  it("do not speak of activities that are only proposed", async () => {
    expect(
      (await run(purpose, { ...DIRECTORY, "register.yaml": "activities: {}\n" })).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("records/purpose-missing", () => {
  it("takes a second line that says more for a purpose", async () => {
    const given = "name: Time clock\npurpose: [Time clock, Pay hours that were worked]";
    expect(await findings(purpose, given)).toEqual([]);
    expect(await findings(purpose, "name: Time clock\npurpose: time-clock")).toMatchObject([
      { messageId: "name" },
    ]);
  });
});

describe("records/legal-basis-missing", () => {
  it.each(["Art. 6(1)(b) GDPR", "6 (1) (c)", "Art. 6 (1) lit. e"])(
    "reads the letter in %s",
    async (words) => {
      expect(await findings(legalBasis, `legal-basis: { value: "${words}" }`)).toEqual([]);
    },
  );

  it("asks for interest and assessment when the letter stands in words only", async () => {
    const [found] = await findings(legalBasis, `legal-basis: { value: "Art. 6(1)(f)" }`);
    expect(found?.message).toContain("the interest and the assessment are missing");
  });
});

describe("records/special-category-condition-missing", () => {
  it("reports criminal data of a system by the fields that hold them", async () => {
    const [found] = await findings(special, `elements: ["directory:*"]`, DIRECTORY);
    expect(found).toMatchObject({
      discriminator: "art10",
      related: [{ path: "directory:Colleague.conviction" }],
    });
  });

  it("takes the regime of Article 10 for criminal data only", async () => {
    const declared = `data-categories: [health]\nart9-condition: { condition: article 10 }`;
    expect(await findings(special, declared)).toMatchObject([{ discriminator: "art9" }]);
  });
});

describe("records/retention-missing", () => {
  it("names the categories that no limit covers", async () => {
    const declared =
      "data-categories: [name, photo, health]\nretention: { items: [{ category: Photograph, criterion: on request }] }";
    expect(await findings(retention, declared)).toMatchObject([{ args: { categories: ["Name", "Health"] } }]);
  });

  it("takes words beside the items for a limit of everything else", async () => {
    const declared =
      "data-categories: [name, photo]\nretention: { value: The rest when staff leave, items: [{ category: photo, criterion: on request }] }";
    expect(await findings(retention, declared)).toEqual([]);
  });
});

describe("records/party-missing", () => {
  const activity = "activities:\n  STAFF: { purpose: Plan shifts }\n";

  it("asks for a representative outside the European Economic Area only", async () => {
    const controller = (country: string) =>
      `parties:\n  us: { name: Harbour works, role: controller, contact: p@harbour.example, country: ${country} }\n${activity}`;
    expect(await run(party, { "register.yaml": controller("NO") })).toEqual([]);
    expect(await run(party, { "register.yaml": controller("CH") })).toMatchObject([
      { messageId: "representative", severity: "warning" },
    ]);
  });

  it("needs no controller in a register of a processor alone", async () => {
    const register =
      "parties:\n  c: { name: Client, role: recipient }\nactivities:\n  MSP: { role: processor, onBehalfOf: [c] }\n";
    expect(await run(party, { "register.yaml": register })).toEqual([]);
  });
});

describe("records/undeclared-category", () => {
  it("says whose fields they are when the activity has them and does not name the category", async () => {
    const found = await findings(undeclared, `elements: ["directory:*"]\ndata-categories: [name]`, DIRECTORY);
    expect(found).toMatchObject([{ discriminator: "criminal", severity: "error" }]);
    expect(found[0]?.message).toContain("the fields belong to STAFF");
  });

  it("takes what was inferred for an activity in force as part of it", async () => {
    expect(await findings(undeclared, `elements: ["directory:*"]`, DIRECTORY)).toEqual([]);
  });
});
