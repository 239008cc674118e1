import { describe, expect, it } from "vitest";
import { registerJson } from "../../../../analyzer/records/documents/json.ts";
import { COLUMNS } from "../../../../analyzer/records/register.ts";
import { registerOf } from "../hospital-register.ts";
import { DECLARED, OPTIONS } from "./options.ts";

interface Written {
  readonly [key: string]: unknown;
  readonly records: readonly { readonly id: string; readonly cells: Readonly<Record<string, unknown>> }[];
}

describe("art30.register/1", () => {
  const text = registerJson(registerOf(DECLARED), OPTIONS);
  const written = JSON.parse(text) as Written;

  it("begins with its format and keeps all other keys sorted", () => {
    const [first, ...rest] = Object.keys(written);
    expect(first).toBe("format");
    expect(rest).toEqual([...rest].sort());
    expect(written["format"]).toBe("art30.register/1");
    expect(written["asOf"]).toBe("2026-07-01");
    expect(written["generator"]).toEqual(OPTIONS.generator);
  });

  it("holds every column of every record", () => {
    for (const { cells } of written.records) expect(Object.keys(cells)).toEqual([...COLUMNS].sort());
  });

  it("holds the two counts apart and no single score", () => {
    expect(Object.keys(written)).toEqual(expect.arrayContaining(["completeness", "coverage"]));
    expect(text).not.toMatch(/score/i);
  });

  it("leaves the text of register.yaml out", () => {
    expect(written).not.toHaveProperty("declarations");
  });

  it("is the same for the same register", () => {
    expect(registerJson(registerOf(DECLARED), OPTIONS)).toBe(text);
  });
});
