import { describe, expect, it } from "vitest";
import { atLeast, baseSeverity, severityOf } from "../../../rules/engine/severity.ts";
import { rule } from "../findings.ts";

const { meta } = rule({ severity: { minimal: "off", recommended: "warning", strict: "error" } });

describe("severity", () => {
  it("starts from the preset", () => {
    expect(baseSeverity(meta, "minimal", undefined)).toBe("off");
    expect(baseSeverity(meta, "strict", undefined)).toBe("error");
  });

  it("starts from the configuration where that says something", () => {
    expect(baseSeverity(meta, "strict", "off")).toBe("off");
    expect(baseSeverity(meta, "minimal", "info")).toBe("info");
  });

  it.each([
    ["info", 1, "warning"],
    ["warning", -1, "info"],
    ["error", 1, "error"],
    ["info", -3, "info"],
    ["info", 5, "error"],
  ] as const)("moves %s by %i to %s", (base, raise, moved) => {
    expect(severityOf(base, { raise }, undefined)).toBe(moved);
  });

  it("is not moved when the configuration has set it", () => {
    expect(severityOf("warning", { raise: 1 }, "warning")).toBe("warning");
  });

  it("is information for what cannot be verified", () => {
    expect(severityOf("error", { certainty: "not-verifiable", raise: 1 }, undefined)).toBe("info");
  });

  it("compares with a threshold", () => {
    expect([atLeast("error", "warning"), atLeast("warning", "warning"), atLeast("info", "warning")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
