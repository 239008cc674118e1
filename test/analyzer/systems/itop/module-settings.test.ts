import { describe, expect, it } from "vitest";
import { itop, module, type Files } from "./itop-estate.ts";

const MODULE = module("elodie-visitors/2.0.0", {
  version: "3.0",
  keys: `'settings' => array('keep_days' => 90, 'ledger_password' => 'Lavande-1907', 'sites' => array('Nord', 'Sud'))`,
  model: `<module_parameters><parameters id="elodie-visitors" _delta="define"><purge_hour>02:30</purge_hour>
    <rooms type="array"><item>Hall</item><item>Salon</item></rooms><tree type="hash"><a><b>1</b></a></tree>
    <gate_token>Glycine-88</gate_token></parameters></module_parameters>`,
});

const config = (settings: string, given = ""): Files => ({
  "conf/production/config-itop.php": `<?php\n$MySettings = array(${given});\n$MyModuleSettings = array(\n${settings});\n$MyModules = array();\n`,
});

const read = async (settings: string, given = "'log_usage' => true", files: Files = MODULE) => {
  const { system } = await itop({ ...files, ...config(settings, given) }, { version: "3.1.2" });
  const setting = (name: string) => system.settings.find((each) => each.name === name);
  return { setting, text: JSON.stringify(system.settings) };
};

describe("a module's setting", () => {
  it("has the default its module file brings, and the place where it is set", async () => {
    const { setting } = await read(
      "'elodie-visitors' => array('keep_days' => 3650, 'sites' => array('Nord', 'Sud')),",
    );
    expect(setting("elodie-visitors/keep_days")).toMatchObject({
      value: 3650,
      default: 90,
      isDefault: false,
      location: { file: "conf/production/config-itop.php", line: 4 },
    });
    expect(setting("elodie-visitors/sites")).toMatchObject({ value: ["Nord", "Sud"], isDefault: true });
  });

  it("that only the module file brings is not in force: the setup has not written it", async () => {
    expect((await read("")).setting("elodie-visitors/keep_days")).toBeUndefined();
  });

  it("is a parameter of the model where the configuration has none", async () => {
    const { setting } = await read("");
    expect(setting("elodie-visitors/purge_hour")).toMatchObject({
      value: "02:30",
      isDefault: true,
      location: null,
      basis: expect.stringContaining("extensions/elodie-visitors/datamodel.elodie-visitors.xml:2"),
    });
    expect(setting("elodie-visitors/rooms")?.value).toEqual(["Hall", "Salon"]);
    expect(setting("elodie-visitors/tree")).toBeUndefined();
  });

  it("is what the configuration says where both say it", async () => {
    const { setting } = await read("'elodie-visitors' => array('purge_hour' => '05:00'),");
    expect(setting("elodie-visitors/purge_hour")).toMatchObject({
      value: "05:00",
      default: "02:30",
      isDefault: false,
    });
  });

  it("never keeps a secret, neither a given one nor one brought as default", async () => {
    const { setting, text } = await read("'elodie-visitors' => array('ledger_password' => 'Mimosa-21'),");
    expect(setting("elodie-visitors/ledger_password")).toMatchObject({
      value: null,
      default: null,
      secret: "literal",
    });
    expect(setting("elodie-visitors/gate_token")?.value).toBeNull();
    expect(text).not.toMatch(/Lavande|Glycine|Mimosa/);
  });

  it("of a module that is not installed brings no default", async () => {
    const files = module("elodie-visitors/2.0.0", {
      keys: "'dependencies' => array('absent/1.0'), 'settings' => array('keep_days' => 90)",
    });
    const { setting } = await read("'elodie-visitors' => array('keep_days' => 90),", undefined, files);
    expect(setting("elodie-visitors/keep_days")).toMatchObject({ value: 90, isDefault: false });
  });
});

describe("a parameter of no bearing on privacy", () => {
  it("has its default per version where a file sets it, and is not listed where none does", async () => {
    const { setting } = await read("", "'backoffice_default_theme' => 'fullmoon'");
    expect(setting("backoffice_default_theme")).toMatchObject({ default: "fullmoon", isDefault: true });
    expect(setting("breadcrumb.max_count")).toBeUndefined();
  });
});
