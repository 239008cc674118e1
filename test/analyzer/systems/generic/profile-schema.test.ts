import { Compile } from "typebox/compile";
import { describe, expect, test } from "vitest";
import { CATEGORIES } from "../../../../analyzer/model/category.ts";
import { profileAdapter } from "../../../../analyzer/systems/generic/profile.ts";
import { profileJsonSchema } from "../../../../analyzer/systems/generic/profile-schema.ts";
import { fileOf, profile, shelf, systemOf } from "./profile-fixture.ts";

async function problemsOf(text: string) {
  return (await profileAdapter.read(fileOf("helpdesk.system.yaml", text), "profile", shelf({}))).problems;
}

describe("a file is taken for a profile", () => {
  test.each([
    ["system.yaml", ""],
    ["profiles/phones.system.yml", ""],
    ["anything.yaml", "# ours\nformat: art30.system/1\n"],
  ])("by name or by its first lines: %s", (path, text) => {
    expect(profileAdapter.accepts(fileOf(path, text))).toBe("profile");
  });

  test.each([
    ["docker-compose.yaml", "services: {}\n"],
    ["operating-system.yaml", "kernel: linux\n"],
    ["notes.txt", "format: art30.system/1\n"],
  ])("and not otherwise: %s", (path, text) => {
    expect(profileAdapter.accepts(fileOf(path, text))).toBeNull();
  });
});

describe("a defect names path, line and what was expected", () => {
  test("with a suggestion for a misspelt section", async () => {
    expect(await problemsOf(profile("movments: {}\n"))).toMatchObject([
      {
        kind: "malformed",
        message: 'movments: expected a known key; did you mean "movements"?',
        location: { file: "helpdesk.system.yaml", line: 2 },
        lost: "the whole profile",
      },
    ]);
  });

  test("with a suggestion for a misspelt property of a field, however deep", async () => {
    const text = profile("entities:\n  Ticket:\n    fields:\n      subject:\n        categry: name\n");
    expect(await problemsOf(text)).toMatchObject([
      { message: expect.stringContaining('did you mean "category"?'), location: { line: 6, column: 9 } },
    ]);
  });

  test("with the choices for an unknown kind of store", async () => {
    const text = profile("stores:\n  archive:\n    kind: cupboard\n");
    const [problem] = await problemsOf(text);
    expect(problem).toMatchObject({ location: { line: 4 } });
    expect(problem?.message).toMatch(/^stores\.archive\.kind: expected one of primary, history, /);
  });

  test("for every defect of the file, not only the first", async () => {
    const text = profile("deployment: cellar\nstores: { mails: { retention: { days: -1 } } }\n");
    expect(await problemsOf(text)).toHaveLength(2);
  });

  test("for YAML that does not parse", async () => {
    expect(await problemsOf("format: [art30.system/1\nstores: {\n")).not.toEqual([]);
  });
});

describe("the format", () => {
  test("must be stated, so an empty file is no profile", async () => {
    expect(await problemsOf("")).toMatchObject([{ message: "format: expected a value, it is mandatory." }]);
  });

  test("of another version is refused with the version that is read", async () => {
    expect(await problemsOf("system: helpdesk\nformat: art30.system/2\n")).toMatchObject([
      { kind: "unknown-format", message: "format: expected art30.system/1.", location: { line: 2 } },
    ]);
  });

  test("alone describes a system without elements", async () => {
    const { system, problems } = await systemOf({ "system.yaml": "format: art30.system/1\n" });
    expect(problems).toEqual([]);
    expect(system).toMatchObject({ id: "desk", adapter: "profile", entities: [], inputs: ["profile"] });
  });
});

describe("a category", () => {
  test("is one of the analysis' own or a term of another vocabulary", async () => {
    const text = profile("entities: { Caller: { fields: { mail: { category: user.contact.email } } } }\n");
    expect((await systemOf({ "system.yaml": text })).problems).toEqual([]);
  });

  test("that is neither is reported with the nearest one and left to the classifier", async () => {
    const text = profile("entities: { Caller: { fields: { mail: { category: emial } } } }\n");
    const { system, problems } = await systemOf({ "system.yaml": text });
    expect(problems).toMatchObject([
      { kind: "unknown-value", message: expect.stringContaining('did you mean "email"?') },
    ]);
    expect(system.entities[0]?.fields[0]?.declaredCategory).toBe("emial");
    expect(CATEGORIES).not.toContain("emial");
  });
});

describe("the JSON Schema for editors", () => {
  test("is plain JSON that says what is mandatory", () => {
    const schema = profileJsonSchema();
    expect(schema).toMatchObject({ required: ["format"] });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  test("judges as the reader does", () => {
    const check = Compile(profileJsonSchema());
    expect(check.Check({ format: "art30.system/1", stores: { mails: { kind: "raw-mail" } } })).toBe(true);
    expect(check.Check({ format: "art30.system/1", stores: { mails: { kind: "cupboard" } } })).toBe(false);
  });
});
