import { describe, expect, it } from "vitest";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension, moduleFile, personDelta } from "./workspace-fixture.ts";

const HOSPITAL = hospitalExtension(field("payroll_number", "AttributeString"));

interface ModelJson {
  readonly problems: readonly {
    readonly kind: string;
    readonly message: string;
    readonly location: { readonly file: string; readonly line: number; readonly column: number };
  }[];
  readonly systems: readonly {
    readonly entities: readonly {
      readonly name: string;
      readonly fields: readonly { readonly name: string }[];
    }[];
  }[];
}

async function model(files: Readonly<Record<string, string | Uint8Array>>): Promise<ModelJson> {
  const { out, code } = await art30(["model", "--format", "json"], directoryWith({ ...HOSPITAL, ...files }));
  expect(code).toBe(0);
  return JSON.parse(out) as ModelJson;
}

const person = ({ systems }: ModelJson) =>
  systems[0]?.entities.find(({ name }) => name === "Person")?.fields.map(({ name }) => name) ?? [];
const problem = ({ problems }: ModelJson, kind: string) => problems.find((each) => each.kind === kind);

describe("bad input", () => {
  it("malformed XML is a problem with line and column, and the rest is still read", async () => {
    const read = await model({
      "extensions/broken/module.broken.php": moduleFile("broken"),
      "extensions/broken/datamodel.broken.xml":
        '<itop_design version="3.2">\n  <classes>\n    <class id="Person"></clas>\n',
    });
    expect(problem(read, "malformed")?.location).toMatchObject({
      file: "extensions/broken/datamodel.broken.xml",
      line: 3,
    });
    expect(person(read)).toContain("payroll_number");
  });

  it("an unknown field type is kept as unknown, once said", async () => {
    const read = await model(hospitalExtension(field("shift", "AttributeShiftPlan")));
    expect(problem(read, "unknown-value")?.message).toContain("AttributeShiftPlan");
    expect(person(read)).toContain("shift");
  });

  it("an unknown _delta is what iTop's compiler would refuse", async () => {
    const delta = personDelta('        <field id="phone" _delta="replace"/>');
    const read = await model({
      "extensions/odd/module.odd.php": moduleFile("odd"),
      "extensions/odd/datamodel.odd.xml": delta,
    });
    expect(problem(read, "merge")?.message).toMatch(/iTop/);
  });

  it("a module with unmet dependencies is left out by name, with what it lacks", async () => {
    const read = await model({
      "extensions/lonely/module.lonely.php": moduleFile("lonely", ["tilleuls-pharmacy/2.0.0"]),
      "extensions/lonely/datamodel.lonely.xml": personDelta(field("ward", "AttributeString")),
    });
    expect(problem(read, "module-dropped")?.message).toMatch(/lonely.*tilleuls-pharmacy\/2\.0\.0/);
    expect(person(read)).not.toContain("ward");
  });

  it("a binary file where XML was expected is named", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('<itop_design version="3.2">'), 0, 1, 2, 3]);
    const read = await model({ "extensions/odd/datamodel.odd.xml": bytes });
    expect(problem(read, "binary")?.location.file).toBe("extensions/odd/datamodel.odd.xml");
  });

  it("a file above the limit is not read, and says which limit", async () => {
    const read = await model({
      "art30.yaml": "systems:\n  itop:\n    paths: [extensions]\nlimits:\n  maxFileBytes: 2000\n",
      "extensions/huge/datamodel.huge.xml": `<itop_design version="3.2">${" ".repeat(4000)}</itop_design>`,
    });
    expect(problem(read, "limit")?.message).toMatch(/limits\.maxFileBytes/);
    expect(person(read)).toContain("payroll_number");
  });

  it("bytes that are not UTF-8 are read and reported", async () => {
    const text = '<itop_design version="3.2"><classes/><!-- é --></itop_design>';
    const latin = Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
    const read = await model({ "extensions/odd/datamodel.odd.xml": latin });
    expect(problem(read, "encoding")?.location.file).toBe("extensions/odd/datamodel.odd.xml");
  });

  it("a log that was cut is read as far as it goes", async () => {
    const row = (id: number) =>
      `"EventRestService::${id}":{"code":0,"message":"","class":"EventRestService","key":"${id}","fields":{"date":"2026-03-0${id} 10:00:00","userinfo":"ws-portal","operation":"core/get","json_input":"{\\"operation\\":\\"core/get\\",\\"class\\":\\"Person\\",\\"key\\":1}","code":"0","json_output":""}}`;
    const log = `{"code":0,"message":"Found: 3","objects":{${row(1)},${row(2)},"EventRestService::3":{"code":0,"cl`;
    const read = await model({ "logs/EventRestService.json": log });
    expect(problem(read, "truncated")?.location.file).toBe("logs/EventRestService.json");
  });

  it("a file that looks like input and nothing reads is listed", async () => {
    const read = await model({ "exports/people.sql": "INSERT INTO person VALUES (1);" });
    expect(problem(read, "unknown-format")?.location.file).toBe("exports/people.sql");
  });
});
