import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../../../analyzer/workspace/analyse.ts";

const MODULE = (name: string, version = "1.0.0") => `<?php
SetupWebPage::AddModule(__FILE__, '${name}/${version}', array(
  'label' => 'Ferry desk', 'category' => 'business', 'dependencies' => array('itop-tickets/3.1.0'),
  'mandatory' => false, 'visible' => true, 'datamodel' => array(), 'data.struct' => array(), 'data.sample' => array(),
  'doc.manual_setup' => '', 'doc.more_information' => '',
));`;

const copies = (
  method: string,
  delta: string,
  field = "title",
): string => `<itop_design version="3.1"><classes>
  <class id="UserRequest" _delta="must_exist"><methods><method id="${method}" _delta="${delta}"><code><![CDATA[
    public function ${method}() { $this->Set('${field}', $this->Get('caller_id->mobile_phone')); }
  ]]></code></method></methods></class></classes></itop_design>`;

const FILL = `<?php class Fill { public static function Now(UserRequest $o) { $o->Set('title', $o->Get('caller_id->email')); } }`;

async function namesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { estate } = await analyseFiles(files);
  return estate.systems.flatMap(({ movements }) => movements.map(({ name }) => name));
}

describe("code that runs", () => {
  it("is that of modules: their models and their PHP files", async () => {
    const names = await namesOf({
      "extensions/ferry-desk/module.ferry-desk.php": MODULE("ferry-desk"),
      "extensions/ferry-desk/datamodel.ferry-desk.xml": copies("OnFerry", "define"),
      "extensions/ferry-desk/src/Fill.php": FILL,
    });
    expect(names).toEqual([
      "Fill::Now from Person to UserRequest",
      "UserRequest::OnFerry from Person to UserRequest",
    ]);
  });

  it("is not what lies in third-party folders, in iTop's own, or outside of all modules", async () => {
    const names = await namesOf({
      "extensions/ferry-desk/module.ferry-desk.php": MODULE("ferry-desk"),
      "extensions/ferry-desk/vendor/acme/Fill.php": FILL,
      "core/fill.class.inc.php": FILL,
      "webservices/fill.php": FILL,
      "scratch/Fill.php": FILL,
    });
    expect(names).toEqual([]);
  });

  it("is an extension's own where its folder alone is analysed, in sources as well", async () => {
    const names = await namesOf({
      "module.ferry-desk.php": MODULE("ferry-desk"),
      "sources/Fill.php": FILL.replace("<?php", "<?php\nnamespace Saltmarsh\\Ferry;\n"),
    });
    expect(names).toEqual(["Fill::Now from Person to UserRequest"]);
  });

  it("is not that of a module that a newer one of the same name replaces", async () => {
    const names = await namesOf({
      "extensions/new/module.ferry-desk.php": MODULE("ferry-desk", "2.0.0"),
      "extensions/old/module.ferry-desk.php": MODULE("ferry-desk", "1.0.0"),
      "extensions/old/src/Fill.php": FILL,
      "extensions/old/datamodel.ferry-desk.xml": copies("OnFerry", "define"),
    });
    expect(names).toEqual([]);
  });

  it("is what a compiled model holds, not what it was made of", async () => {
    const names = await namesOf({
      "data/datamodel-production.xml": copies("OnFerry", "define").replaceAll(/ _delta="\w+"/g, ""),
      "extensions/ferry-desk/module.ferry-desk.php": MODULE("ferry-desk"),
      "extensions/ferry-desk/datamodel.ferry-desk.xml": copies("OnOld", "define"),
    });
    expect(names.filter((name) => name.includes("OnOld"))).toEqual([]);
  });

  it("is a customisation's as well, where a catalogue stands in for the class", async () => {
    expect(await namesOf({ "data/production.delta.xml": copies("OnFerry", "define") })).toEqual([
      "UserRequest::OnFerry from Person to UserRequest",
    ]);
  });

  it("names fields, hosts and places, never a value of the code", async () => {
    const { estate } = await analyseFiles({
      "extensions/ferry-desk/module.ferry-desk.php": MODULE("ferry-desk"),
      "extensions/ferry-desk/Push.php": `<?php class Push { function Now(Person $o) { mail('amina.diallo@example.org', 'x', $o->Get('email'));
        file_get_contents('https://amina:hunter2@parts.example/?k=hunter2&m='.$o->Get('email')); } }`,
    });
    const text = JSON.stringify(estate);
    expect(text).toContain("parts.example");
    expect(text).not.toMatch(/amina|hunter2/);
  });
});
