import { describe, expect, it } from "vitest";
import type { Location } from "../../../analyzer/model/location.ts";
import { codeFrame, type SourceLines } from "../../../rules/report/code-frame.ts";
import { painter } from "../../../rules/report/paint.ts";

const LINES = [
  "<fields>",
  '  <field id="badge" xsi:type="AttributeString">',
  "    <sql>badge</sql>",
  "  </field>",
  "</fields>",
];
const source: SourceLines = (_, from, to) => LINES.slice(from - 1, to);

function frame(parts: Partial<Location>, lines: SourceLines = source, width = 80): readonly string[] {
  const location = { file: "datamodel.xml", line: 2, column: 3, endLine: 2, endColumn: 21, ...parts };
  return codeFrame(location, lines, width, painter(false));
}

describe("a code frame", () => {
  it("marks the place under its line, with one line before", () => {
    expect(frame({})).toEqual([
      "  1 | <fields>",
      '> 2 |   <field id="badge" xsi:type="AttributeString">',
      "    |   ^^^^^^^^^^^^^^^^^^",
    ]);
  });

  it("shows at most three lines of a long place", () => {
    expect(
      frame({ line: 1, column: 1, endLine: 5, endColumn: 10 }).filter((line) => line.startsWith(">")),
    ).toHaveLength(3);
  });

  it("marks one column where the place is a point", () => {
    expect(frame({ endColumn: 3 }).at(-1)).toBe("    |   ^");
  });

  it("is empty without source, or beyond its end", () => {
    expect(frame({}, () => null)).toEqual([]);
    expect(frame({ line: 40, endLine: 40 })).toEqual([]);
  });

  it("cuts a table on one line around the place, and marks the right characters", () => {
    const long = `[${"{},".repeat(4000)}"payroll_number",${"{},".repeat(4000)}]`;
    const column = long.indexOf('"payroll_number"') + 1;
    const [line = "", marks = ""] = frame(
      { line: 1, column, endLine: 1, endColumn: column + 16 },
      () => [long],
      60,
    );
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^> 1 \| ….*…$/);
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe('"payroll_number"');
  });

  it("keeps marks in place behind tabs and unseen characters", () => {
    const [line = "", marks = ""] = frame({ line: 1, column: 3, endLine: 1, endColumn: 8 }, () => [
      "\t\u001bbadge",
    ]);
    expect(line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("badge");
    expect(line).not.toContain("\u001b");
  });
});
