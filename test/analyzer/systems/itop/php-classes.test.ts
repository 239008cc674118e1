import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { entry, stringOf, stringsOf } from "../../../../analyzer/source/php-value.ts";
import { readPhpClasses } from "../../../../analyzer/systems/itop/model/php-classes.ts";
import { phpEngine, phpText } from "../../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const read = (text: string) =>
  readPhpClasses(phpText(text, "extensions/visitors/model.visitors.php"), engine);

/** A class whose Init holds these statements. */
const visitor = (init: string, members = ""): string =>
  `<?php class Visitor extends cmdbAbstractObject { ${members} public static function Init() { ${init} } }`;

const attributesOf = (text: string) =>
  read(text).classes[0]?.attributes.map(({ name, type }) => [name, type]);

const VISITOR = `<?php
namespace Elodie\\Reception;

abstract class Visitor extends \\cmdbAbstractObject
{
	public static function Init()
	{
		$aParams = array(
			'category' => 'bizmodel,searchable',
			'name_attcode' => array('last_name', 'first_name'),
			'db_table' => 'elodie_visitor',
		);
		MetaModel::Init_Params($aParams);
		\\MetaModel::Init_InheritAttributes();
		MetaModel::Init_AddAttribute(new \\AttributeString("last_name", array("sql" => "last_name", "is_null_allowed" => false)));
		MetaModel::Init_AddAttribute(new AttributeEmailAddress("email", ["sql" => "email"]));
		MetaModel::Init_SetZListItems('details', array('last_name', 'email'));
	}

	public function Greet() { return 'Bonjour'; }
}
`;

describe("a class declared in PHP", () => {
  it("is read with parent, parameters and attributes", () => {
    const { classes, problems } = read(VISITOR);
    expect(problems).toEqual([]);
    expect(classes).toMatchObject([
      {
        name: "Visitor",
        parent: "cmdbAbstractObject",
        isAbstract: true,
        inherits: true,
        location: { file: "extensions/visitors/model.visitors.php", line: 4, column: 1, endLine: 4 },
        attributes: [
          { name: "last_name", type: "AttributeString", location: { line: 15 } },
          { name: "email", type: "AttributeEmailAddress", location: { line: 16 } },
        ],
      },
    ]);
    expect(stringsOf(entry(classes[0]?.params, "name_attcode"))).toEqual(["last_name", "first_name"]);
    expect(stringOf(entry(classes[0]?.attributes[0]?.params, "sql"))).toBe("last_name");
  });

  it("has the parameters that helper variables and constants hold", () => {
    const { classes } = read(
      visitor(
        `$aBase = array("sql" => self::COLUMN, "depends_on" => array()); $aBase["default_value"] = "none";
         MetaModel::Init_AddAttribute(new AttributeString("badge", array_merge($aBase, array("sql2" => "x"))));`,
        "const COLUMN = 'badge_no';",
      ),
    );
    const params = classes[0]?.attributes[0]?.params;
    expect(["sql", "default_value", "sql2"].map((key) => stringOf(entry(params, key)))).toEqual([
      "badge_no",
      "none",
      "x",
    ]);
  });

  it("has the parameters of a constant that follows the method", () => {
    const text = visitor(`MetaModel::Init_AddAttribute(new AttributeString(self::BADGE, array()));`);
    expect(attributesOf(text.replace(/}$/, "const BADGE = 'badge'; }"))).toEqual([
      ["badge", "AttributeString"],
    ]);
  });

  it("has an attribute that was put into a variable first", () => {
    const init = `$oAtt = new AttributePhoneNumber("phone", array()); MetaModel::Init_AddAttribute($oAtt);`;
    expect(attributesOf(visitor(init))).toEqual([["phone", "AttributePhoneNumber"]]);
  });

  it("has the attributes of every branch, each once", () => {
    const init = `if (Site::HasParking()) { MetaModel::Init_AddAttribute(new AttributeString("plate", array())); }
      elseif ($x) { MetaModel::Init_AddAttribute(new AttributeText("note", array())); }
      else { MetaModel::Init_AddAttribute(new AttributeText("plate", array())); }`;
    expect(attributesOf(visitor(init))).toEqual([
      ["plate", "AttributeString"],
      ["note", "AttributeText"],
    ]);
  });

  it("does not see the helper variables of another method", () => {
    const other = `public static function Other() { $aP = array("sql" => "wrong"); MetaModel::Init_InheritAttributes(); }`;
    const { classes } = read(
      visitor(`MetaModel::Init_AddAttribute(new AttributeString("name", $aP));`, other),
    );
    expect(classes[0]?.attributes[0]?.params?.kind).toBe("expression");
  });

  it("stands beside classes that are none", () => {
    const text = `${VISITOR} class Helper { function Run() {} } class Guest extends Visitor { static function Init() { MetaModel::Init_Params(array()); } }`;
    expect(read(text).classes.map((each) => each.name)).toEqual(["Visitor", "Guest"]);
  });
});

describe("what is not read", () => {
  it("is a file without a declaring call: it is not even parsed", () => {
    expect(read("<?php class Broken extends {{{ \0")).toEqual({ classes: [], problems: [] });
  });

  it("is a class that only asks the model", () => {
    expect(read(visitor("MetaModel::Init_IsKnownClass('Person');")).classes).toEqual([]);
  });

  it("is a call in a comment or a text", () => {
    const init = `// MetaModel::Init_Params(array());
      $s = 'MetaModel::Init_InheritAttributes();';`;
    expect(read(visitor(init)).classes).toEqual([]);
  });

  it.each([
    [
      "an attribute with a computed name",
      `MetaModel::Init_AddAttribute(new AttributeString($sCode, array()));`,
    ],
    [
      "an attribute that a loop names",
      `$s = "a"; foreach ($a as $s) MetaModel::Init_AddAttribute(new AttributeString($s, array()));`,
    ],
    ["an attribute made elsewhere", `MetaModel::Init_AddAttribute(Factory::Make("badge"));`],
    [
      "an attribute for another class",
      `MetaModel::Init_AddAttribute(new AttributeString("badge", array()), "Person");`,
    ],
    ["an overload of parameters", `MetaModel::Init_OverloadAttributeParams("name", array());`],
  ])("is %s, and that is a problem", (_, init) => {
    const { classes, problems } = read(visitor(`MetaModel::Init_Params(array()); ${init}`));
    expect(classes).toMatchObject([{ name: "Visitor", attributes: [] }]);
    expect(problems).toMatchObject([{ kind: "not-analysed" }]);
  });

  it("is a declaration outside any class, and that is a problem", () => {
    const { classes, problems } = read(
      "<?php MetaModel::Init_AddAttribute(new AttributeString('badge', array()));",
    );
    expect(classes).toEqual([]);
    expect(problems).toMatchObject([{ kind: "not-analysed" }]);
  });
});

describe("a broken file", () => {
  it("is read up to the place where it breaks off", () => {
    const { classes, problems } = read(VISITOR.slice(0, VISITOR.indexOf('"email"')));
    expect(classes).toMatchObject([
      { name: "Visitor", isAbstract: true, attributes: [{ name: "last_name" }] },
    ]);
    expect(problems).toMatchObject([{ kind: "truncated" }]);
  });

  it("is read around an error", () => {
    const { classes, problems } = read(
      VISITOR.replace("MetaModel::Init_SetZListItems('details',", "MetaModel::::("),
    );
    expect(classes[0]?.attributes).toHaveLength(2);
    expect(problems.map((problem) => problem.kind)).toEqual(["malformed"]);
  });

  it("is read up to any place without a throw, and never gains an attribute", () => {
    for (let end = 0; end < VISITOR.length; end += 7) {
      const names = read(VISITOR.slice(0, end)).classes.flatMap((each) =>
        each.attributes.map(({ name }) => name),
      );
      expect(["last_name", "email"]).toEqual(expect.arrayContaining(names));
    }
  });
});
