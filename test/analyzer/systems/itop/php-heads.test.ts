import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPhpHeads } from "../../../../analyzer/systems/itop/model/php-heads.ts";
import { phpText } from "../../../php-fixture.ts";
import { classOf, itop, module } from "./itop-estate.ts";

const heads = (text: string) =>
  readPhpHeads(phpText(`<?php\n${text}`)).map(({ name, parent, checks }) => [name, parent, checks]);

describe("heads of PHP classes", () => {
  it("are read without namespaces, with whether the class checks values itself", () => {
    const code = `namespace Elodie\\Badges;
      class AttributeBadge extends \\AttributeString { public function CheckFormat($value) { return true; } }
      abstract class _Ward extends Elodie\\Model\\_Place { public function Check($x) {} }`;
    expect(heads(code)).toEqual([
      ["AttributeBadge", "AttributeString", true],
      ["_Ward", "_Place", false],
    ]);
  });

  it("are those that may stand behind a class of a model", () => {
    const code =
      "abstract class Pass extends User {} class Gate extends AbstractGate {} class Menu extends Bar {}";
    expect(heads(code).map(([name]) => name)).toEqual(["Pass", "Gate"]);
  });

  it.each([
    ["// class AttributeX extends AttributeString"],
    ["# class AttributeX extends AttributeString"],
    ["/* class AttributeX extends AttributeString { */"],
    ["$a = 'class AttributeX extends AttributeString';"],
    ['$a = "it\\"s class AttributeX extends AttributeString";'],
    ["$a = <<<EOT\nclass AttributeX extends AttributeString\nEOT;"],
    ["class Renderer extends Page {}"],
    ["/* class AttributeX extends AttributeString"],
  ])("are none in %j", (code) => {
    expect(heads(code)).toEqual([]);
  });

  it("are found behind comments, strings and heredocs", () => {
    const code = "/* it's */ $a = <<<'EOT'\n\"\nEOT;\n$b = '\\'';\nclass AttributeX extends AttributeURL {}";
    expect(heads(code)).toEqual([["AttributeX", "AttributeURL", false]]);
  });

  it("never fail, whatever the file holds", () => {
    const pieces = fc.constantFrom(
      "/*",
      "*/",
      "'",
      '"',
      "<<<A\n",
      "A",
      "\n",
      "class ",
      "extends ",
      "_X ",
      "\\",
      "#",
    );
    fc.assert(fc.property(fc.array(pieces), (parts) => Array.isArray(heads(parts.join("")))));
  });

  it("are found in linear time in a file of unclosed openings", () => {
    expect(heads(`${"<<<A\n".repeat(50_000)}${"/*".repeat(50_000)}`)).toEqual([]);
  });
});

describe("an attribute type an extension declares", () => {
  const PHP = `<?php
    class AttributeDigits extends AttributeString { public function GetValidationPattern() { return '^[0-9]+$'; } }
    class AttributePager extends AttributeDigits {}
    class AttributeRemark extends AttributeText {}`;
  const model = classOf(
    "Ward",
    ["AttributePager", "attributeremark", "AttributeString", "AttributeMystery"]
      .map((type, at) => `<field id="f${at}" xsi:type="${type}"/>`)
      .join(""),
  );
  const files = { ...module("ward-plan", { model }), "extensions/ward-plan/src/types.php": PHP };

  it("takes kind and free text from its PHP parent, over any number of steps and in any case", async () => {
    const { field } = await itop(files);
    expect(field("Ward", "f0")).toMatchObject({
      kind: "string",
      length: 255,
      declaredType: "AttributePager",
    });
    expect(field("Ward", "f1")).toMatchObject({ kind: "text", freeText: "long" });
  });

  it("counts as checked by type where a class on the way checks values, without saying how", async () => {
    const { field } = await itop(files);
    expect(field("Ward", "f0")?.validation).toEqual({
      kind: "type",
      pattern: null,
      holds: true,
      location: null,
    });
    expect(field("Ward", "f2")?.validation).toMatchObject({ kind: "none", holds: false });
  });

  it("stays unknown where nothing declares it, once said", async () => {
    const { field, says } = await itop(files);
    expect(field("Ward", "f3")?.kind).toBe("unknown");
    expect(says("unknown-value")).toEqual([expect.stringContaining('"AttributeMystery"')]);
  });

  it("may be declared in the model", async () => {
    const meta =
      '<meta><attribute_definitions><attribute_definition id="AttributeMystery"><parent>AttributeCaseLog</parent></attribute_definition></attribute_definitions></meta>';
    const { field } = await itop(module("ward-plan", { model: model + meta }));
    expect(field("Ward", "f3")).toMatchObject({ kind: "log", freeText: "log" });
  });

  it("is not declared by the code of a module that iTop leaves out", async () => {
    const lone = module("lone", { keys: "'dependencies' => array('absent/1.0')" });
    const { field, entity } = await itop({
      ...module("ward-plan", { model }),
      ...lone,
      "extensions/lone/types.php": PHP,
      "extensions/lone/model.lone.php":
        "<?php class Bed extends cmdbAbstractObject { public static function Init() { MetaModel::Init_Params(array('category' => 'bizmodel')); } }",
    });
    expect(field("Ward", "f0")?.kind).toBe("unknown");
    expect(entity("Bed")).toBeUndefined();
  });
});

describe("a PHP class behind a class of the model", () => {
  const ward = (parent: string): string =>
    `<classes><class id="Place" _delta="define"><parent>cmdbAbstractObject</parent><fields><field id="street" xsi:type="AttributeString"/></fields></class>
     <class id="Ward" _delta="define"><parent>Place</parent><php_parent><name>${parent}</name></php_parent><fields/></class></classes>`;

  it("is followed to the class of the model it extends", async () => {
    const { field, says } = await itop({
      ...module("ward-plan", { model: ward("Elodie\\Model\\_Ward") }),
      "extensions/ward-plan/src/Ward.php": "<?php namespace Elodie\\Model;\nclass _Ward extends \\Place {}",
    });
    expect(field("Ward", "street")?.declaredIn).toBe("Place");
    expect(says("unresolved")).toEqual([]);
  });

  it("may stand in a snippet of the model", async () => {
    const snippet = `<snippets><snippet id="ward" _delta="define"><content><![CDATA[
      class _Ward extends Place {}]]></content></snippet></snippets>`;
    const { field, says } = await itop(
      module("ward-plan", {
        model: ward("_Ward").replace("Place</parent><php", "cmdbAbstractObject</parent><php") + snippet,
      }),
    );
    expect(field("Ward", "street")?.declaredIn).toBe("Place");
    expect(says("unresolved")).toEqual([]);
  });

  it("gives way to the parent in the model where its code was not read, and says so", async () => {
    const { field, problems } = await itop(module("ward-plan", { model: ward("_Ward") }));
    expect(field("Ward", "street")).toBeDefined();
    const [problem] = problems.filter(({ kind }) => kind === "unresolved");
    expect(problem?.message).toBe(
      "The class Ward extends _Ward, whose code was not read; its parent in the model, Place, stands in.",
    );
    expect(problem?.lost).toBeUndefined();
  });
});

describe("PHP in a model that adds fields when it runs", () => {
  it("is named, one problem for each piece of code", async () => {
    const code = "<![CDATA[MetaModel::Init_AddAttribute(new AttributeString('bell', array()), 'Ward');]]>";
    const model = `${classOf("Ward").replace("<fields>", `<methods><method id="Init"><code>${code}</code></method><method id="Plain"><code>return 1;</code></method></methods><fields>`)}
      <snippets><snippet id="late" _delta="define"><content>${code}</content></snippet></snippets>`;
    const { problems } = await itop(module("ward-plan", { model }));
    expect(problems.filter(({ message }) => message.includes("by PHP code"))).toMatchObject([
      {
        message: "The snippet late adds fields by PHP code, which is not run.",
        lost: "the fields this code adds",
      },
      { message: "The method Ward::Init adds fields by PHP code, which is not run." },
    ]);
  });
});

describe("a data model file below the folder of its module", () => {
  it("is not merged, because iTop reads none there", async () => {
    const { entity, says } = await itop({
      ...module("ward-plan", { model: classOf("Ward") }),
      "extensions/ward-plan/tests/resources/sample.xml":
        module("x", { model: classOf("Bed") })["extensions/x/datamodel.x.xml"] ?? "",
    });
    expect(entity("Ward")).toBeDefined();
    expect(entity("Bed")).toBeUndefined();
    expect(says("not-analysed")).toEqual([expect.stringContaining("below its module")]);
  });
});
