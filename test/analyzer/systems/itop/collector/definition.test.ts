import { describe, expect, it } from "vitest";
import { attribute, collect, definition, type Files, LDAP, parameters, PLACEHOLDERS, synchronise } from "./lindenau.ts"; // prettier-ignore

const FILE = "collectors/StaffCollector.json";

async function source(json: string, xml = PLACEHOLDERS, more: Files = {}) {
  const files = { [FILE]: json, "conf/params.local.xml": parameters(xml), ...more };
  const { sources, problems, readProblems } = await collect(files);
  const [first] = sources;
  if (first === undefined) throw new Error("nothing collected");
  // Where the columns come from is another matter.
  const own = [...readProblems, ...problems].filter(({ kind }) => kind !== "not-analysed");
  return { ...first.source, problems: own };
}

describe("a definition", () => {
  it("is read with its placeholders replaced", async () => {
    expect(await source(definition())).toMatchObject({
      name: "Lindenau Staff",
      status: "production",
      fullLoadSeconds: 0,
      deletion: "delete",
      attributes: [
        { attcode: "email", update: true, reconcile: true, policy: "locked" },
        { attcode: "phone", update: true, reconcile: false },
      ],
    });
  });

  it("may have its class, a policy and a flag from parameters, even without quotes", async () => {
    const json = definition({
      scope_class: "$target$",
      delete_policy: "$policy$",
      attribute_list: [attribute("email", { update: "$flag$", update_policy: "$write$" })],
    }).replace('"$flag$"', "$flag$");
    const xml = PLACEHOLDERS.replace(
      "</json_placeholders>",
      "<target>UserLDAP</target><policy>update</policy><flag>0</flag><write>write_if_empty</write></json_placeholders>",
    );
    expect(await source(json, xml)).toMatchObject({
      scopeClass: "UserLDAP",
      deletion: "update",
      attributes: [{ update: false, policy: "if-empty" }],
    });
  });

  it("replaces in order: a value may hold a placeholder that comes later, not one that came before", async () => {
    const xml =
      "<json_placeholders><late>$early$</late><early>x</early><again>$late$</again></json_placeholders>";
    const read = await source(definition({ name: "$late$-$again$" }), `<early>global</early>${xml}`);
    // `$early$` in a value is a global parameter; `$late$` there is none.
    expect(read.name).toBe("StaffCollector");
    expect((await source(definition({ name: "$late$" }), `<early>global</early>${xml}`)).name).toBe("global");
  });

  it("takes an unresolved placeholder for unknown, never for a value", async () => {
    const read = await source(definition(), "");
    expect(read).toMatchObject({ name: "StaffCollector", status: "unknown", fullLoadSeconds: null });
    expect(read.problems).toContainEqual(
      expect.objectContaining({
        kind: "placeholder",
        lost: "status, full_load_periodicity",
        message: expect.stringContaining("$prefix$, $synchro_status$, $full_load_interval$") as string,
      }),
    );
  });

  it("loses nothing where only what the source is called is open", async () => {
    const xml = "<json_placeholders><synchro_status>production</synchro_status><full_load_interval>60</full_load_interval></json_placeholders>"; // prettier-ignore
    const { problems } = await source(definition({ database_table_name: "$prefix$_staff" }), xml);
    expect(problems).toMatchObject([{ kind: "placeholder", message: expect.stringContaining("$prefix$") }]);
    expect(problems[0]).not.toHaveProperty("lost");
  });

  it("does not take a secret or a person to notify for a value", async () => {
    const xml = `${PLACEHOLDERS}<contact_to_notify>gudrun.ahlers@lindenau.example</contact_to_notify>`;
    const read = await source(definition({ description: "by gudrun.ahlers@lindenau.example" }), xml);
    expect(read.description).toBe("by [address]");
    expect(JSON.stringify(read)).not.toContain("gudrun");
    expect(read.problems).toEqual([]);
  });

  it("says with its line where each attribute stands, before anything was put in", async () => {
    const read = await source(definition());
    const lines = definition().split("\n");
    for (const { attcode, location } of read.attributes ?? []) {
      expect(lines[location.line]).toContain(`"attcode": "${attcode}"`);
    }
  });

  it("knows its version from the module file beside it, which is no module of iTop", async () => {
    const module =
      "<?php SetupWebPage::AddModule(__FILE__, 'lindenau-staff/2.4.0', array('label' => 'Staff'));";
    const read = await source(definition({ description: "v$version$" }), PLACEHOLDERS, {
      "collectors/module.lindenau-staff.php": module,
    });
    expect(read.description).toBe("v2.4.0");
    expect((await source(definition({ description: "v$version$" }))).description).toBe("v1.0.0");
    const { others } = await collect({
      [FILE]: definition(),
      "collectors/module.lindenau-staff.php": module,
    });
    expect(others.map(({ kind }) => kind)).toEqual(["collector-definition"]);
  });

  it("reads flags as PHP compares them", async () => {
    const rows = ["1", 1, true, "01", "yes", "", "0", null].map((update) => attribute("email", { update }));
    const read = await source(definition({ attribute_list: rows }));
    expect(read.attributes?.map(({ update }) => update)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("takes a period that is empty for 0, as iTop does", async () => {
    expect((await source(definition({ full_load_periodicity: "" }))).fullLoadSeconds).toBe(0);
  });
});

describe("a broken definition", () => {
  it("that is cut is read as far as it goes", async () => {
    const json = definition();
    const read = await source(json.slice(0, json.indexOf('"phone"')));
    expect(read.attributes?.[0]).toMatchObject({ attcode: "email" });
    expect(read.problems).toMatchObject([{ kind: "truncated" }]);
  });

  it("is reported when only the parameters break it", async () => {
    const xml = PLACEHOLDERS.replace("Lindenau ", 'Lindenau "East" ');
    expect((await source(definition(), xml)).problems).toMatchObject([
      { kind: "malformed", message: expect.stringContaining("With the parameters put in") as string },
    ]);
  });

  it.each([
    ["no list of attributes", { attribute_list: "none" }],
    ["rows that are no objects", { attribute_list: [1, null, "email", []] }],
    ["nothing in its rows", { attribute_list: [{}] }],
    ["values of another kind", { name: ["x"], status: { a: 1 }, scope_class: 7, full_load_periodicity: -1 }],
    ["names that only look like ours", { __proto__: { name: "x" }, constructor: "x" }],
  ])("with %s throws nothing", async (_what, given) => {
    const { all } = await synchronise({ [FILE]: definition(given) });
    expect(all.every(({ location }) => location.file !== "")).toBe(true);
  });

  it("with very many attributes is read at one go", async () => {
    const rows = Array.from({ length: 5000 }, (_each, at) => attribute(`custom_${at}`));
    const read = await source(definition({ attribute_list: rows }));
    expect(read.attributes).toHaveLength(5000);
    expect(read.attributes?.at(-1)?.location.line).toBeGreaterThan(read.attributes?.[0]?.location.line ?? 0);
  });

  it("that is there twice counts in the folder that is looked in first", async () => {
    const { sources, problems } = await collect({
      ...LDAP,
      "hr/collectors/StaffLDAPCollector.json": definition({ name: "Plain" }),
      "hr/collectors/extensions/json/StaffLDAPCollector.json": definition({ name: "Extended" }),
    });
    expect(sources.map((each) => each.source.name)).toEqual(["Extended"]);
    expect(problems.map(({ kind, location }) => [kind, location.file])).toEqual([
      ["duplicate", "hr/collectors/json/StaffLDAPCollector.json"],
      ["duplicate", "hr/collectors/StaffLDAPCollector.json"],
    ]);
  });
});
