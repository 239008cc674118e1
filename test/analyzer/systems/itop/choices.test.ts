import { describe, expect, it } from "vitest";
import { classOf, itop, module, type Files } from "./itop-estate.ts";

const choice = (code: string, modules: readonly string[], more = ""): string =>
  `<choice><extension_code>${code}</extension_code><title>${code}</title><modules type="array">${modules
    .map((name) => `<module>${name}</module>`)
    .join("")}</modules>${more}</choice>`;

const sub = (content: string): string =>
  `<sub_options><options type="array">${content}</options></sub_options>`;

/** Wards or beds, night shifts below wards, a base everybody gets and an extra nobody gets unasked. */
const WIZARD = `<?xml version="1.0"?><installation><steps type="array">
  <step><options type="array">${choice("clinic-base-code", ["clinic-base"], "<mandatory>true</mandatory>")}${choice("extra", ["clinic-extra"])}</options></step>
  <step><alternatives type="array">
    ${choice("wards", ["ward-plan"], `<default>true</default>${sub(choice("nights", ["night-shift"]))}`)}
    ${choice("beds", ["bed-plan"])}${choice("neither", [])}
  </alternatives></step></steps></installation>`;

const standard = (name: string, keys?: string): Files =>
  module(`${name}/3.2.0`, {
    folder: `datamodels/2.x/${name}`,
    model: classOf(`Has${name.replaceAll("-", "")}`),
    ...(keys === undefined ? {} : { keys }),
  });

const CLINIC: Files = {
  "datamodels/2.x/installation.xml": WIZARD,
  ...standard("clinic-base"),
  ...standard("clinic-extra"),
  ...standard("ward-plan"),
  ...standard("night-shift"),
  ...standard("bed-plan"),
  ...standard("clinic-login", "'category' => 'authentication'"),
  ...standard("clinic-bridge", `'auto_select' => 'SetupInfo::ModuleIsSelected("ward-plan")'`),
  ...module("clinic-hr/1.0.0", { model: classOf("Nurse") }),
};

const names = async (config: Parameters<typeof itop>[1] = {}, files: Files = CLINIC) => {
  const read = await itop(files, config);
  return { modules: read.system.modules, says: read.says, read };
};

describe("the modules of an installation nobody told of", () => {
  it("are all that fit together; of alternatives the default one, which is said once", async () => {
    const { modules, read, says } = await names();
    expect(modules).toEqual([
      "clinic-base",
      "clinic-bridge",
      "clinic-extra",
      "clinic-hr",
      "clinic-login",
      "night-shift",
      "ward-plan",
    ]);
    expect(read.entity("Hasbedplan")).toBeUndefined();
    expect(says("module-dropped")).toEqual([
      expect.stringContaining("Left out because they exclude others: bed-plan."),
    ]);
  });
});

describe("choices in art30.yaml", () => {
  it("bring their modules, the mandatory ones, what the setup adds by itself, and every extension", async () => {
    const { modules, says } = await names({ choices: ["beds"] });
    expect(modules).toEqual(["bed-plan", "clinic-base", "clinic-hr", "clinic-login"]);
    expect(says("module-dropped")).toEqual([]);
    expect(says("not-analysed")).toEqual([
      "Not installed according to art30.yaml, and not read: clinic-extra, night-shift, ward-plan.",
    ]);
  });

  it("count below another choice only together with it", async () => {
    expect((await names({ choices: ["nights"] })).modules).not.toContain("night-shift");
    const { modules } = await names({ choices: ["wards", "nights"] });
    expect(modules).toContain("night-shift");
    expect(modules).toContain("clinic-bridge");
  });

  it("that no installation.xml offers are named", async () => {
    const { says } = await names({ choices: ["beds", "wings"] });
    expect(says("unresolved")).toEqual(["No installation.xml offers these choices of art30.yaml: wings."]);
  });
});

describe("modules in art30.yaml", () => {
  it("are installed with those the setup adds by itself, and nothing else", async () => {
    const { modules } = await names({ modules: ["clinic-base", "bed-plan"] });
    expect(modules).toEqual(["bed-plan", "clinic-base", "clinic-login"]);
  });

  it("that are not there are named as a loss", async () => {
    const { read } = await names({ modules: ["clinic-base", "clinic-pharmacy"] });
    expect(read.problems.find(({ kind }) => kind === "unresolved")).toMatchObject({
      message: "Installed according to art30.yaml, but not among the sources: clinic-pharmacy.",
      lost: "everything these modules define",
    });
  });

  it("give way to excludeModules", async () => {
    const { modules } = await names({ modules: ["clinic-base", "bed-plan"], excludeModules: ["bed-plan"] });
    expect(modules).not.toContain("bed-plan");
  });

  it("leave the standard modules an extension depends on where their sources were not given", async () => {
    const files = module("clinic-hr/1.0.0", {
      keys: "'dependencies' => array('itop-structure/3.0.0')",
      model: classOf("Nurse"),
    });
    const { modules, says } = await names({ modules: ["clinic-hr"] }, files);
    expect(modules).toEqual(["clinic-hr"]);
    expect(says("not-analysed")).toEqual([]);
  });
});

describe("what an instance tells of its modules", () => {
  const rows = (list: readonly (readonly [string, number, number])[]): string =>
    JSON.stringify({
      code: 0,
      message: "",
      objects: Object.fromEntries(
        list.map(([name, id, parent]) => [
          `ModuleInstallation::${id}`,
          {
            code: 0,
            message: "",
            class: "ModuleInstallation",
            key: String(id),
            fields: { name, version: "3.2.0", installed: "2025-03-01 08:00:00", parent_id: String(parent) },
          },
        ]),
      ),
    });

  it("counts before art30.yaml, and only its newest installation", async () => {
    const record = rows([
      ["datamodel", 1, 0],
      ["ward-plan", 2, 1],
      ["datamodel", 3, 0],
      ["iTop", 4, 3],
      ["clinic-base", 5, 3],
      ["bed-plan", 6, 3],
    ]);
    const { modules, says } = await names(
      { choices: ["wards"] },
      { ...CLINIC, "exports/ModuleInstallation.json": record },
    );
    expect(modules).toEqual(["bed-plan", "clinic-base"]);
    expect(says("duplicate")).toEqual([expect.stringContaining("passed over")]);
    expect(says("not-analysed")[0]).toMatch(/ModuleInstallation.*clinic-hr/);
  });

  it("may be the answers of its last setup, of which nothing but the selection is kept", async () => {
    const answers = (module: string): string =>
      `<?xml version="1.0"?><installation><admin_account><user>ines.carvalho</user><pwd>N0t-For-You</pwd></admin_account><selected_modules type="array"><item>clinic-base</item><item>${module}</item></selected_modules></installation>`;
    const { modules, read } = await names(
      {},
      {
        ...CLINIC,
        "log/install-2024-01-09.xml": answers("ward-plan"),
        "log/install-2025-01-09.xml": answers("bed-plan"),
      },
    );
    expect(modules).toEqual(["bed-plan", "clinic-base"]);
    expect(JSON.stringify(read)).not.toMatch(/carvalho|N0t-For-You/);
  });

  it("is not in answers for the tests of an extension", async () => {
    const answers =
      "<installation><selected_modules><item>clinic-base</item></selected_modules></installation>";
    const { modules, says } = await names(
      {},
      { ...CLINIC, "extensions/clinic-hr/test/install.xml": answers },
    );
    expect(modules).toContain("ward-plan");
    expect(says("not-analysed")).toEqual([]);
  });

  it("may be the choices answered to an unattended setup", async () => {
    const answers =
      "<installation><selected_modules/><selected_extensions><item>beds</item></selected_extensions></installation>";
    const { modules } = await names({}, { ...CLINIC, "unattended.xml": answers });
    expect(modules).toEqual(["bed-plan", "clinic-base", "clinic-hr", "clinic-login"]);
  });

  it("is in the compiled model, whose modules are named", async () => {
    const compiled = `<itop_design version="3.2"><loaded_modules><module id="core"/><module id="bed-plan"/></loaded_modules><classes><class id="DBObject"/><class id="Bed"><parent>cmdbAbstractObject</parent></class></classes></itop_design>`;
    const { modules, read } = await names({}, { ...CLINIC, "data/datamodel-production.xml": compiled });
    expect(modules).toEqual(["bed-plan"]);
    expect(read.entity("Bed")).toBeDefined();
    expect(read.entity("Nurse")).toBeUndefined();
  });
});
