import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { readModuleFile } from "../../../../analyzer/systems/itop/modules/module-file.ts";
import { phpEngine, phpText } from "../../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const read = (text: string) => readModuleFile(phpText(text), engine);

const VISITORS = `<?php
// Reception of the Sainte-Élodie hospitals
SetupWebPage::AddModule(
	__FILE__,
	'elodie-visitors/2.3.1',
	array(
		'label' => 'Visiteurs de l\\'hôpital',
		'category' => 'business',
		'dependencies' => array(
			'itop-structure/3.0.0||itop-config-mgmt/2.7.0',
			"itop-tickets/3.1.0",
		),
		'mandatory' => false,
		'visible' => true,
		'auto_select' => 'SetupInfo::ModuleIsSelected("itop-tickets")',
		'datamodel' => ['model.elodie-visitors.php', /* 'old.php', */ 'main.elodie-visitors.php'],
		'data.struct' => array(),
		'data.sample' => array(),
		'doc.manual_setup' => '',
		'doc.more_information' => 'https://wiki.elodie.example/'.Wiki::Version(),
		'settings' => array('keep_days' => 90),
	)
);
class VisitorsInstaller extends ModuleInstallerAPI {}
`;

describe("a module file", () => {
  it("is read into what the module is and needs", () => {
    expect(read(VISITORS)).toEqual({
      problems: [],
      module: {
        name: "elodie-visitors",
        version: "2.3.1",
        folder: "extensions/visitors",
        label: "Visiteurs de l'hôpital",
        category: "business",
        dependencies: ["itop-structure/3.0.0||itop-config-mgmt/2.7.0", "itop-tickets/3.1.0"],
        mandatory: false,
        visible: true,
        autoSelect: 'SetupInfo::ModuleIsSelected("itop-tickets")',
        settings: [expect.objectContaining({ name: "elodie-visitors/keep_days", value: 90, secret: "none" })],
        phpFiles: ["model.elodie-visitors.php", "main.elodie-visitors.php"],
        missingKeys: [],
        location: expect.objectContaining({
          file: "extensions/visitors/module.visitors.php",
          line: 3,
          column: 1,
        }),
      },
    });
  });

  it("tells the folder from the name below the system's root", () => {
    const source = phpText(VISITORS, "hospital/itop/extensions/visitors/module.visitors.php");
    expect(readModuleFile(source, engine, "module.visitors.php").module?.folder).toBe("");
    expect(readModuleFile(source, engine, "extensions/visitors/module.visitors.php").module?.folder).toBe(
      "extensions/visitors",
    );
  });

  it("without a version has version 1.0.0", () => {
    expect(read("<?php SetupWebPage::AddModule(__FILE__, 'elodie-wards', array());").module).toMatchObject({
      name: "elodie-wards",
      version: "1.0.0",
    });
  });

  it("names the mandatory keys it lacks", () => {
    const { module } = read(
      VISITORS.replace("'mandatory' => false,", "").replace("'data.sample' => array(),", ""),
    );
    expect(module?.missingKeys).toEqual(["mandatory", "data.sample"]);
  });

  it("may keep its description in a variable", () => {
    const text =
      "<?php $aModule = array('label' => 'Wards'); SetupWebPage::AddModule(__FILE__, 'elodie-wards/1.1', $aModule);";
    expect(read(text).module?.label).toBe("Wards");
  });

  it("counts with its first declaration when it makes two, and says so", () => {
    const { module, problems } = read(
      `${VISITORS} SetupWebPage::AddModule(__FILE__, 'elodie-wards/1.1', array());`,
    );
    expect(module?.name).toBe("elodie-visitors");
    expect(problems).toMatchObject([{ kind: "duplicate" }]);
  });
});

describe("a module file that cannot be read in full", () => {
  it("reports values that only running it would tell", () => {
    const text = VISITORS.replace("=> true,", "=> Site::IsMain(),").replace(
      "'main.elodie-visitors.php'",
      "FILES",
    );
    const { module, problems } = read(text);
    expect(module).toMatchObject({ visible: true, phpFiles: ["model.elodie-visitors.php"] });
    expect(problems).toMatchObject([
      { kind: "unknown-value", location: { line: 14 } },
      { kind: "unknown-value", location: { line: 16 } },
    ]);
  });

  it("is read up to the place where it breaks off", () => {
    const { module, problems } = read(VISITORS.slice(0, VISITORS.indexOf("'auto_select'")));
    expect(module).toMatchObject({ name: "elodie-visitors", label: "Visiteurs de l'hôpital", visible: true });
    expect(module?.missingKeys).toContain("datamodel");
    expect(problems).toMatchObject([{ kind: "truncated" }]);
  });

  it.each([
    ["declares nothing", "<?php echo 'hello';", ["malformed"]],
    ["has a computed name", "<?php SetupWebPage::AddModule(__FILE__, NAME, array());", ["malformed"]],
    ["is binary", "<?php \0", ["binary"]],
    ["is empty", "", ["malformed"]],
  ])("gives no module when it %s", (_, text, kinds) => {
    const { module, problems } = read(text);
    expect(module).toBeNull();
    expect(problems.map((problem) => problem.kind)).toEqual(kinds);
  });
});
