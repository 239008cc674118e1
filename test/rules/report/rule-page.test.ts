import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../../rules/catalogue.ts";
import { renderRulePage } from "../../../rules/report/rule-page.ts";

const [{ meta }] = CATALOGUE.filter((rule) => rule.meta.id === "storage/secret-in-clear") as [
  (typeof CATALOGUE)[number],
];
const markdown = readFileSync(new URL(`../../../rules/${meta.id}.md`, import.meta.url), "utf8");
const page = renderRulePage(meta, markdown, { colour: false, width: 80 });

describe("a rule explained in the terminal", () => {
  it("begins with title, id and what the rule rests on", () => {
    expect(page.split("\n").slice(0, 7)).toEqual([
      "Password, token or key stored readable",
      "storage/secret-in-clear",
      "",
      "Severity  error (minimal: error, strict: error)",
      "Rests on  Art. 5(1)(f), Art. 32(1)(a) · law",
      "Systems   all",
      "Needs     model",
    ]);
  });

  it("sets prose to the width and keeps examples as they are", () => {
    const prose = page.split("\n").filter((line) => !line.startsWith("    "));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(page).toContain('        <field id="oauth_refresh_token" xsi:type="AttributeText">'.trimStart());
  });

  it("leaves no Markdown behind", () => {
    expect(page).not.toMatch(/^#|```|\*\*|`/m);
  });

  it("names files, options and findings of the examples", () => {
    expect(page).toContain("    data/production.delta.xml:");
    expect(page).toContain("    with these options:");
    expect(page).toContain("    finding at:");
  });
});
