import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { profileAdapter } from "../../../../analyzer/systems/generic/profile.ts";
import {
  MAX_PROFILE_BYTES,
  pointer,
  readProfile,
} from "../../../../analyzer/systems/generic/profile-source.ts";
import {
  MAX_YAML_DEPTH,
  MAX_YAML_VALUES,
  structureDefect,
} from "../../../../analyzer/source/yaml-structure.ts";
import { fileOf, profile, shelf, systemOf } from "./profile-fixture.ts";

function read(text: string) {
  return readProfile(new SourceText("system.yaml", text));
}

describe("hostile YAML is refused before anything is built from it", () => {
  test("aliases that multiply", () => {
    const rows = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de", "ef"]) {
      rows.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(", ")}]`);
    }
    expect(read(rows.join("\n"))).toMatchObject({
      source: null,
      problems: [{ kind: "not-analysed", location: { line: 2, column: 8 }, lost: "the whole profile" }],
    });
  });

  test.each([
    ["flow lists", "format: art30.system/1\nstores: " + "[".repeat(20_000)],
    ["flow maps", "{a: ".repeat(20_000)],
    ["lists on one line", "- ".repeat(20_000) + "x"],
    ["indented maps", Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s nested without end", (_, text) => {
    expect(read(text)).toMatchObject({ source: null, problems: [{ kind: "limit" }] });
  });

  test("more names than the library compares in reasonable time", () => {
    const names = Array.from({ length: MAX_YAML_VALUES }, (_, at) => `s${at}:`).join("\n");
    expect(read(names)).toMatchObject({ source: null, problems: [{ kind: "limit" }] });
  });

  test("a map as a name, which the library would print", () => {
    expect(read("format: art30.system/1\nstores:\n  ? { ward: 7 }\n  : { kind: backup }\n")).toMatchObject({
      source: null,
      problems: [{ kind: "malformed", location: { line: 3, column: 5 } }],
    });
  });

  test.each(["!!binary wards: {}", "stores: !!set { wards }", "stores: [!ward 7]", "!!map {}"])(
    "a tag, which turns text into something else: %s",
    (text) => {
      expect(read(text)).toMatchObject({ source: null, problems: [{ kind: "not-analysed" }] });
    },
  );

  test("a file above the limit is not even read", async () => {
    const file = fileOf("system.yaml", profile(""), MAX_PROFILE_BYTES + 1);
    const result = await profileAdapter.read(file, "profile", shelf({}));
    expect(result).toMatchObject({ fragments: [], problems: [{ kind: "limit", lost: "the whole profile" }] });
  });

  test("any text is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a:- \n[]{}&*!|>\"'#,?") }), (text) => {
        const { source, problems } = read(text);
        expect(source === null).toBe(problems.length > 0);
      }),
    );
  });
});

describe("nesting", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

  test("up to the limit is fine", () => {
    expect(structureDefect(nested(MAX_YAML_DEPTH - 1))).toBeNull();
  });

  test("beyond it is told at the first value that lies too deep", () => {
    expect(structureDefect(nested(MAX_YAML_DEPTH + 5))).toEqual({ kind: "depth", offset: MAX_YAML_DEPTH });
  });
});

describe("names no object should have", () => {
  test.each(["__proto__", "constructor", "toString"])("%s is a name like any other", async (name) => {
    const text = profile(`entities:\n  ${name}:\n    fields: { ${name}: { kind: email } }\n`);
    const { system, problems } = await systemOf({ "system.yaml": text });
    expect(problems).toEqual([]);
    expect(system.entities.map((entity) => entity.path)).toEqual([`desk:${name}`]);
    expect(system.entities[0]?.fields.map((field) => field.path)).toEqual([`desk:${name}.${name}`]);
  });

  test("a reference to one of them resolves to nothing", async () => {
    const text = profile("movements: { import: { kind: file-import, from: party/constructor, to: self } }\n");
    const { problems } = await systemOf({ "system.yaml": text });
    expect(problems).toMatchObject([{ kind: "unresolved", message: expect.stringContaining("constructor") }]);
  });
});

describe("places", () => {
  const { source } = read(
    profile("stores:\n  ticket/log:\n    kind: history\n    of:\n      - Ticket\n      - Message\n"),
  );

  test("are kept for elements, with names that hold a slash", () => {
    expect(source?.places[pointer(["stores", "ticket/log"])]).toEqual({
      file: "system.yaml",
      line: 3,
      column: 3,
      endLine: 3,
      endColumn: 13,
    });
  });

  test("are kept for the entries of a list", () => {
    expect(source?.places[pointer(["stores", "ticket/log", "of", 1])]).toMatchObject({ line: 7, column: 9 });
  });

  test("never mix up two names", () => {
    const steps = fc.array(fc.string());
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        expect(pointer(a) === pointer(b)).toBe(
          a.length === b.length && a.every((step, at) => step === b[at]),
        );
      }),
    );
  });
});
