import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceText } from "../../../analyzer/source/text.ts";

describe("positions in a text", () => {
  it("count lines and columns from one", () => {
    const source = new SourceText("model.xml", "<a>\n  <b/>\n</a>");
    expect(source.locate(6, 10)).toEqual({ file: "model.xml", line: 2, column: 3, endLine: 2, endColumn: 7 });
  });

  it("find every offset again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "é", "\n", "😀"), { minLength: 1 }), (parts) => {
        const text = parts.join("");
        const source = new SourceText("f", text);
        const lines = text.split("\n");
        for (let offset = 0; offset <= text.length; offset++) {
          const [line, column] = source.position(offset);
          const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
          expect(before + column - 1).toBe(offset);
        }
      }),
    );
  });
});
