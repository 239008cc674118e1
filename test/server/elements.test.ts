import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "../../server/contract.ts";
import { definitionLines } from "../../server/store/definition-lines.ts";
import type { InputFile } from "../../analyzer/model/estate.ts";
import { graphBench, graphContent } from "./graph-content.ts";
import { BASE, bench, ESTATE, hospitalBench, contentFrom, FILES, type Bench } from "./support.ts";

const element = async (made: Bench, key: string): Promise<Element> =>
  (await made.ask(`${BASE}/elements?key=${encodeURIComponent(key)}`)).body as Element;

const factsOf = ({ facts }: Element): Record<string, string> =>
  Object.fromEntries(facts.map(({ name, value }) => [name, value]));

describe("an element", () => {
  let made: Bench;

  beforeAll(async () => {
    made = await graphBench();
  });

  it.each([
    ["itop", "system", "Product", "iTop"],
    [
      "itop:Person",
      "entity",
      "Personal fields",
      "name, email, phone, first_name, friendlyname, mobile_phone, employee_number, health_note",
    ],
    ["itop:Person.health_note", "field", "Special", "Art. 9"],
    ["itop:store/Mail log", "store", "Retention", "kept for ever (default)"],
    ["itop:sync/HR employees", "movement", "From", "itop:party/HR directory"],
    ["itop:notification/New ticket", "notification", "Copies kept in", "itop:store/Mail log"],
    ["itop:operation/rota reads staff", "operation", "Account", "itop:account/rota-app"],
    ["itop:party/Medtech Repairs Ltd", "party", "Audience", "external"],
    ["itop:role/Service Desk Agent", "role", "May read", "Person, UserRequest, Server"],
    ["itop:account/rota-app", "account", "May call the programming interface", "yes"],
    ["itop:view/My requests", "view", "Shows", "itop:UserRequest.title"],
    ["itop:query/menu Staff of a ward", "query", "Constants that name people", "name (2)"],
    ["itop:movement/history of Person", "movement", "Kind", "history"],
  ])("of the kind of %s is a %s with its facts", async (key, kind, name, value) => {
    const found = await element(made, key);
    expect([found.kind, factsOf(found)[name]]).toEqual([kind, value]);
  });

  it("is a module with its entities", async () => {
    expect(factsOf(await element(made, "itop:module/itop-request-mgmt"))).toEqual({
      Entities: "UserRequest",
    });
  });

  it("that is a query with a name in it has no place whose lines could be shown", async () => {
    expect((await element(made, "itop:query/menu Staff of a ward")).location).toBeNull();
  });

  it("that stands twice on the map is one element", async () => {
    expect(await element(made, "itop:party/HR directory#origin")).toEqual(
      await element(made, "itop:party/HR directory"),
    );
  });

  it("lists open findings of itself and of what it contains", async () => {
    const pathsOf = async (key: string): Promise<string[]> =>
      (await element(made, key)).findings.map(({ path }) => path);
    expect(await pathsOf("itop:Person.health_note")).toEqual(["itop:Person.health_note"]);
    expect(await pathsOf("itop:Person")).toEqual([
      "itop:Person.health_note",
      "itop:Contact.email",
      "itop:Person.mobile_phone",
    ]);
    expect(await pathsOf("itop")).toHaveLength(5);
    expect(await pathsOf("itop:Server")).toEqual([]);
  });

  it("that does not exist is not found", async () => {
    expect((await made.ask(`${BASE}/elements?key=itop:Invoice`)).status).toBe(404);
    expect((await made.ask(`${BASE}/elements`)).status).toBe(400);
  });

  it("comes with the classifier's evidence", async () => {
    const real = await hospitalBench();
    const { evidence } = await element(real, "itop:Person.emergency_phone");
    expect(evidence.map(({ signal }) => signal)).toContain("type");
  });
});

describe("code lines", () => {
  const DATAMODEL = "itop/extensions/saint-clair/datamodel.saint-clair.xml";

  function directory(files: Readonly<Record<string, string>>): string {
    const root = mkdtempSync(join(tmpdir(), "art30-lines-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  it("surround the place of an element in the directory that was analysed", async () => {
    const made = await bench();
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      await contentFrom(),
      definitionLines(directory(FILES)),
    );
    const { code, location } = await element(made, "itop:Person.badge_password");
    expect(location?.file).toBe(DATAMODEL);
    expect(code?.lines[(location?.line ?? 0) - (code?.firstLine ?? 0)]).toContain(
      '<field id="badge_password"',
    );
    expect(code?.lines.length).toBeLessThanOrEqual(24);
  });

  it("are not shown for an upload, whose files are gone", async () => {
    expect((await element(await hospitalBench(), "itop:Person.badge_password")).code).toBeNull();
  });

  it("are cut where a line is very long", async () => {
    const long = {
      ...FILES,
      [DATAMODEL]: (FILES[DATAMODEL] ?? "").replaceAll("<fields>", `<fields><!-- ${"x".repeat(5000)} -->`),
    };
    const made = await bench();
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      await contentFrom(long),
      definitionLines(directory(long)),
    );
    const { code } = await element(made, "itop:Person.occupational_health_note");
    expect(Math.max(...(code?.lines ?? []).map((line) => line.length))).toBe(240);
  });

  const input = (file: string, readAs: string | null): InputFile => ({
    file,
    readAs,
    system: "itop",
    state: "read",
    bytes: 9,
  });

  /** What is shown of the file the health note stands in, read as `readAs`. */
  async function shown(root: string, readAs: string | null): Promise<Element["code"]> {
    const { snapshot, ...rest } = graphContent();
    const estate = { ...snapshot.estate, inputs: [input("datamodel.hospital.xml", readAs)] };
    const made = await bench();
    await made.shelf.add(
      { id: ESTATE, name: "Saint Clair" },
      { ...rest, snapshot: { ...snapshot, estate } },
      definitionLines(root),
    );
    return (await element(made, "itop:Person.health_note")).code;
  }

  it("are shown of definitions, never of exports, logs, configuration or what was not read", async () => {
    const root = directory({ "datamodel.hospital.xml": "line of a person\n".repeat(20) });
    expect((await shown(root, "itop/datamodel-file"))?.firstLine).toBe(7);
    for (const readAs of ["itop/rest-export", "itop/csv-export", "itop/rest-log", "itop/config-file", null]) {
      expect([readAs, await shown(root, readAs)]).toEqual([readAs, null]);
    }
  });

  it("do not follow a link out of the directory", async () => {
    const outside = directory({ "payroll.xml": "salary of somebody\n".repeat(20) });
    const root = mkdtempSync(join(tmpdir(), "art30-lines-"));
    symlinkSync(join(outside, "payroll.xml"), join(root, "datamodel.hospital.xml"));
    expect(await shown(root, "itop/datamodel-file")).toBeNull();
  });

  it.each(["../payroll.xml", "a/../../payroll.xml", "gone.xml", "payroll.json"])("of %s are none", (file) => {
    const outside = directory({
      "payroll.xml": "salary\n",
      "inside/a/b.xml": "x",
      "inside/payroll.json": "{}",
    });
    expect(definitionLines(join(outside, "inside"))(file, 1, 2)).toBeNull();
  });
});
