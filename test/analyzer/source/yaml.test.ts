import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { MAX_YAML_DEPTH, MAX_YAML_VALUES } from "../../../analyzer/source/yaml-structure.ts";
import { readYaml } from "../../../analyzer/source/yaml.ts";

const Ward = Type.Object(
  { name: Type.String(), beds: Type.Optional(Type.Integer()) },
  { additionalProperties: false },
);
const Hospital = Type.Object({ wards: Type.Array(Ward) }, { additionalProperties: false });
const defects = (text: string) =>
  readYaml(text, "hospital.yaml", Hospital).problems.map(
    ({ path, expected, location }) => `${location.line}: ${path} ${expected}`,
  );

describe("YAML against a schema", () => {
  it("gives the value when everything fits", () => {
    expect(readYaml("wards: [{ name: North }]", "hospital.yaml", Hospital)).toEqual({
      value: { wards: [{ name: "North" }] },
      problems: [],
    });
  });

  it("names a mandatory key that is missing", () => {
    expect(defects("wards:\n  - beds: 4\n")).toEqual([
      expect.stringContaining("wards.0.name a value, it is mandatory"),
    ]);
  });

  it("is not confused by percent signs, slashes and tildes in keys", () => {
    expect(defects('"a%": 1\nwards: []\n')).toEqual([expect.stringContaining("a%")]);
    expect(defects('"a/b~c": 1\nwards: []\n')).toEqual([expect.stringContaining("a/b~c")]);
  });
});

describe("hostile YAML", () => {
  it("is refused before aliases multiply", () => {
    const bomb = ["a: &a [x, x]", "b: &b [*a, *a]", "wards: [*b, *b]"].join("\n");
    expect(defects(bomb)).toEqual(["2:  values written out, not YAML aliases"]);
  });

  it("is refused before nesting ends the process", () => {
    expect(defects(`wards:\n${"- ".repeat(20_000)}x`)).toEqual([
      expect.stringContaining(`at most ${MAX_YAML_DEPTH} levels`),
    ]);
  });

  it("is refused where lines that only look alike nest without end", () => {
    expect(defects(`wards:\n  bed:\n cot: 2\n${"    bed: 3\n".repeat(100_000)}end: 1\n`)).toEqual([
      expect.stringContaining(`at most ${MAX_YAML_DEPTH} levels`),
    ]);
  });

  it("is refused before a map of many names takes minutes", () => {
    const many = Array.from({ length: MAX_YAML_VALUES }, (_, index) => `k${index}: 1`).join("\n");
    expect(defects(many)).toEqual([expect.stringContaining(`at most ${MAX_YAML_VALUES} names and values`)]);
  });

  it("is refused where a tag or a map stands for a name", () => {
    expect(defects("wards: !!js/function x")).toEqual([expect.stringContaining("not YAML tags")]);
    expect(defects("? { a: 1 }\n: x")).toEqual([expect.stringContaining("names that are words")]);
  });
});
