import { describe, expect, it } from "vitest";
import { describeBug } from "../../cli/bug.ts";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));

describe("the edges of the process", () => {
  it("says that a report cannot be written where it was asked to go", async () => {
    const { code, err } = await art30(
      ["lint", "--format", "json=missing/report.json"],
      directoryWith(HOSPITAL),
    );
    expect([code, err]).toEqual([2, expect.stringContaining("cannot write missing/report.json")]);
    expect(err).not.toContain("bug");
  });

  it("shows where a bug is, but not its message, which may quote what was read", () => {
    const text = describeBug(new SyntaxError('Unexpected token in JSON: "claire.delorme@tilleuls.example"'));
    expect(text).toContain("SyntaxError");
    expect(text).toMatch(/\n\s+at /);
    expect(text).not.toContain("tilleuls.example");
  });
});
