import { describe, expect, it } from "vitest";
import { githubReport } from "../../../rules/report/github.ts";
import { finding } from "../findings.ts";
import { at } from "../tilleuls.ts";
import { ACCEPTED, HOSTILE, input } from "./input.ts";

function lines(...findings: readonly Parameters<typeof finding>[0][]): readonly string[] {
  return githubReport(input(findings.map((parts) => finding(parts)))).split("\n");
}

describe("the annotations for GitHub", () => {
  it("say where and what, with why and fix on lines of their own", () => {
    expect(lines({})[0]).toBe(
      "::error file=itop/datamodel.tilleuls-hr.xml,line=12,endLine=12,col=5,endColumn=40," +
        "title=storage/special-category-in-clear itop%3APerson.health_restrictions::" +
        "Health restrictions holds health data in clear%0ASuch data need a condition of Art. 9(2).%0AEncrypt the field.",
    );
  });

  it("are notices for information, and have no place where there is none", () => {
    expect(lines({ severity: "info", location: null })[0]).toMatch(/^::notice title=/);
  });

  it("give no columns across lines, which GitHub refuses", () => {
    expect(lines({ location: { ...at(3), endLine: 5 } })[0]).not.toContain("col=");
  });

  it("escape what could end the command or begin another", () => {
    const all = lines({ message: `100 % ${HOSTILE}`, path: "itop:a,b:c", location: at(1, "a,b:c%.xml") });
    expect(all.filter((line) => line.startsWith("::"))).toHaveLength(1);
    expect(all[0]).toContain("file=a%2Cb%3Ac%25.xml,");
    expect(all[0]).toContain("100 %25 badge ::error::forged");
  });

  it("leave out what was accepted and end with the sum", () => {
    expect(lines({ suppressed: ACCEPTED })).toEqual([
      "No findings; 1 not counted (1 by exception); 2 of 3 files read, 1 in part",
      "",
    ]);
  });
});
