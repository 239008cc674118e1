import { describe, expect, it } from "vitest";
import { classOf, design, itop, module, type Files } from "./itop-estate.ts";

const config = (name: string, logged: boolean): Files => ({
  [`conf/${name}/config-itop.php`]: `<?php\n$MySettings = array('log_rest_service' => ${logged});\n$MyModuleSettings = array();\n$MyModules = array();\n`,
});

const delta = (name: string, field: string): Files => ({
  [`data/${name}.delta.xml`]: design(
    `<classes><class id="Ward" _delta="must_exist"><fields><field id="${field}" xsi:type="AttributeString" _delta="define"/></fields></class></classes>`,
  ),
});

const generated = (environment: string, name: string): Files =>
  module(`${name}/1.0.0`, {
    folder: `data/${environment}-modules/${name}`,
    model: classOf(`Of${environment}`),
  });

const BASE = module("ward-plan/1.0.0", { model: classOf("Ward") });

const TWO: Files = {
  ...BASE,
  ...delta("production", "bell"),
  ...delta("test", "siren"),
  ...generated("production", "clinic-designed"),
  ...generated("test", "clinic-tried"),
  ...config("production", true),
  ...config("test", false),
};

describe("several environments in one tree", () => {
  it("are read as the production one: its delta, its modules, its configuration", async () => {
    const { system, entity, field } = await itop(TWO);
    expect(system.modules).toEqual(["clinic-designed", "ward-plan"]);
    expect(entity("Oftest")).toBeUndefined();
    expect(field("Ward", "bell")).toMatchObject({ origin: { by: "customer" } });
    expect(field("Ward", "siren")).toBeUndefined();
    expect(system.settings.find(({ name }) => name === "log_rest_service")?.value).toBe(true);
  });

  it("are named, each once", async () => {
    const { says } = await itop(TWO);
    expect(says("not-analysed")).toEqual([
      "The tree holds several environments; production is read, test is not.",
    ]);
  });

  it("are read as the first by name where there is no production one", async () => {
    const { field, says } = await itop({ ...BASE, ...delta("staging", "bell"), ...delta("try", "siren") });
    expect(field("Ward", "bell")).toBeDefined();
    expect(says("not-analysed")).toEqual([expect.stringContaining("staging is read, try is not")]);
  });

  it("are none where there is only one, whatever its name", async () => {
    const { field, says } = await itop({
      ...BASE,
      ...delta("staging", "bell"),
      ...generated("staging", "x"),
    });
    expect(field("Ward", "bell")).toBeDefined();
    expect(says("not-analysed")).toEqual([]);
  });
});

describe("the modules of an environment", () => {
  it("are installed whatever choices are told", async () => {
    const { system } = await itop(
      { ...BASE, ...generated("production", "clinic-designed") },
      { modules: ["ward-plan"] },
    );
    expect(system.modules).toEqual(["clinic-designed", "ward-plan"]);
  });
});

describe("extension.xml", () => {
  const extension = (more: string): Files => ({
    ...module("ward-plan/1.2.0", {
      folder: "extensions/wards/ward-plan",
      model: classOf("Ward"),
      version: "3.0",
    }),
    "extensions/wards/extension.xml": `<?xml version="1.0"?>\n<extension format="1.0"><extension_code>wards</extension_code><label>Wards</label><version>2.0.0</version>${more}</extension>`,
  });

  it("that agrees with what is there is nothing to speak of", async () => {
    const listed =
      '<modules type="array"><module><id>ward-plan</id><version>1.2.0</version></module></modules>';
    const { problems } = await itop(extension(listed), { version: "3.2.0" });
    expect(problems.map(({ kind }) => kind)).toEqual(["catalogue"]);
  });

  it("may ask for a later iTop: that is said, and its modules are read as iTop reads them", async () => {
    const { problems, entity } = await itop(extension("<itop_version_min>3.2.0</itop_version_min>"), {
      version: "3.1.2",
    });
    const [problem] = problems.filter(({ message }) => message.includes("asks for"));
    expect(problem).toMatchObject({
      kind: "not-analysed",
      location: { file: "extensions/wards/extension.xml", line: 2 },
    });
    expect(problem?.message).toContain(
      "Extension wards/2.0.0 asks for iTop 3.2.0 or later, and this is 3.1.2",
    );
    expect(entity("Ward")).toBeDefined();
  });

  it.each([["3.2.0"], ["3.2.1-2"]])("is content with iTop %s", async (version) => {
    const { problems } = await itop(extension("<itop_version_min>3.2.0</itop_version_min>"), { version });
    expect(problems.filter(({ message }) => message.includes("asks for"))).toEqual([]);
  });

  it.each([
    [
      '<module id="ward-plan" version="1.1.0"/>',
      "duplicate",
      "lists the module ward-plan in version 1.1.0, its module file says 1.2.0",
    ],
    [
      "<module><id>night-shift</id><version>1.0.0</version></module>",
      "unresolved",
      "lists the module night-shift, which does not lie in its folder",
    ],
  ] as const)("that lists %s disagrees with what is there", async (listed, kind, message) => {
    const { says } = await itop(extension(`<modules>${listed}</modules>`));
    expect(says(kind)).toEqual([expect.stringContaining(message)]);
  });

  it("that is broken is a located problem, and the modules are read", async () => {
    const { problems, entity } = await itop({
      ...extension(""),
      "extensions/wards/extension.xml": "<extension format='1.0'>\n<version>",
    });
    expect(problems.find(({ kind }) => kind === "malformed")?.location.file).toBe(
      "extensions/wards/extension.xml",
    );
    expect(entity("Ward")).toBeDefined();
  });
});
