/** Directories for command-line tests, gone when the test is over. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), "art30-test-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

const MODULE_KEYS =
  "'label', 'category', 'dependencies', 'mandatory', 'visible', 'datamodel', 'data.struct', 'data.sample', 'doc.manual_setup', 'doc.more_information'";

/** A complete module file of an extension on iTop 3.2's standard model. */
export function moduleFile(name: string, dependencies: readonly string[] = ["itop-structure/3.2.0"]): string {
  const values = MODULE_KEYS.split(", ").map((key) => {
    if (key === "'dependencies'")
      return `${key} => array(${dependencies.map((each) => `'${each}'`).join(", ")})`;
    if (key === "'mandatory'") return `${key} => false`;
    if (key === "'visible'") return `${key} => true`;
    return `${key} => ${/datamodel|data\./.test(key) ? "array()" : "''"}`;
  });
  return `<?php\nSetupWebPage::AddModule(__FILE__, '${name}/1.0.0', array(${values.join(", ")}));\n`;
}

/** A delta of iTop 3.2 that changes one class. */
export function personDelta(fields: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.2">',
    '  <classes>\n    <class id="Person" _delta="must_exist">\n      <fields>',
    fields,
    "      </fields>\n    </class>\n  </classes>\n</itop_design>\n",
  ].join("\n");
}

export function field(id: string, type: string, more = ""): string {
  return `        <field id="${id}" xsi:type="${type}" _delta="define"><sql>${id}</sql><default_value/><is_null_allowed>true</is_null_allowed>${more}</field>`;
}

/** An extension of an invented hospital with the given fields on Person. */
export function hospitalExtension(fields: string): Readonly<Record<string, string>> {
  return {
    "extensions/tilleuls-hr/module.tilleuls-hr.php": moduleFile("tilleuls-hr"),
    "extensions/tilleuls-hr/datamodel.tilleuls-hr.xml": personDelta(fields),
  };
}
