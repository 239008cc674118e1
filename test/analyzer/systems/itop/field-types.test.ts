import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { FIELD_TYPE_TABLE } from "../../../../analyzer/systems/itop/model/field-type-table.ts";
import { FieldTypes, typeParents } from "../../../../analyzer/systems/itop/model/field-types.ts";
import { MAX_PATTERN_LENGTH, patternHolds } from "../../../../analyzer/systems/itop/model/validation.ts";
import { build, CLASSES, design, fieldOf, settings } from "./hospital-model.ts";

const PLACE = { file: "datamodel.xml", line: 3, column: 1, endLine: 3, endColumn: 9 };

describe("attribute types", () => {
  test("there are 58, each below AttributeDefinition", () => {
    const types = new FieldTypes();
    expect(FIELD_TYPE_TABLE).toHaveLength(58);
    expect(FIELD_TYPE_TABLE.filter((type) => !types.isA(type, "AttributeDefinition"))).toEqual([]);
  });

  test("names are PHP class names, so their case does not matter", () => {
    expect(new FieldTypes().of("attributeSTRING", PLACE).name).toBe("AttributeString");
  });

  test("a password is a secret in clear text, a one-way password a hash", () => {
    const types = new FieldTypes();
    expect(types.of("AttributePassword", PLACE).protection).toBe("clear-secret");
    expect(types.of("AttributeOneWayPassword", PLACE).protection).toBe("hashed");
  });

  test("a type nobody declares is unknown and reported once", () => {
    const types = new FieldTypes();
    expect(types.of("AttributeBadgeNumber", PLACE).kind).toBe("unknown");
    types.of("attributebadgenumber", { ...PLACE, line: 9 });
    expect(types.problems).toHaveLength(1);
    expect(types.problems[0]).toMatchObject({ kind: "unknown-value", location: PLACE });
  });

  test("an extension's type has the nature of the PHP class it extends", () => {
    const parents = typeParents(
      null,
      new Map([
        ["AttributeWardPhone", "AttributeClinicPhone"],
        ["AttributeClinicPhone", "AttributePhoneNumber"],
      ]),
    );
    const types = new FieldTypes(parents);
    expect(types.of("AttributeWardPhone", PLACE)).toMatchObject({
      name: "AttributeWardPhone",
      kind: "phone",
    });
    expect(types.problems).toEqual([]);
  });

  test("a definition in the model may name the parent", () => {
    const meta = `<meta><attribute_definitions><attribute_definition id="AttributeIPv6Address"><parent>AttributeString</parent></attribute_definition></attribute_definitions></meta>`;
    expect(
      new FieldTypes(typeParents(design("", meta), new Map())).of("AttributeIPv6Address", PLACE).kind,
    ).toBe("string");
  });

  test("types that extend each other end as unknown", () => {
    const parents = new Map([
      ["attributea", "AttributeB"],
      ["attributeb", "AttributeA"],
    ]);
    expect(new FieldTypes(parents).of("AttributeA", PLACE).kind).toBe("unknown");
  });
});

describe("what history keeps", () => {
  const types = new FieldTypes();
  test.each([
    ["AttributeString", "old+new"],
    ["AttributeText", "previous"],
    ["AttributeTagSet", "old+new"],
    ["AttributeURL", "old+new"],
    ["AttributeEncryptedString", "previous"],
    ["AttributeOneWayPassword", "previous"],
    ["AttributeCaseLog", "marker"],
    ["AttributeLinkedSetIndirect", "marker"],
    ["AttributeExternalField", "none"],
  ])("of %s: %s", (name, keeps) => {
    expect(types.of(name, PLACE).keeps).toBe(keeps);
  });
});

describe("validation", () => {
  test.each(["^M[0-9]{5}$", "[0-9]", "^[^<>]*$", "^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$"])(
    "%s holds",
    (pattern) => {
      expect(patternHolds(pattern)).toBe(true);
    },
  );

  test.each([".*", "^.*$", "", "^.{0,255}$", "(.+)", "[\\s\\S]*", "x*"])("%s refuses nothing", (pattern) => {
    expect(patternHolds(pattern)).toBe(false);
  });

  test("a pattern that cannot be compiled here counts as holding", () => {
    expect(patternHolds("(?i)^m[0-9]++$")).toBe(true);
  });

  test("an over-long pattern is not tried", () => {
    expect(patternHolds(".*".repeat(MAX_PATTERN_LENGTH))).toBe(true);
  });

  test("a hostile pattern takes no time", () => {
    const before = performance.now();
    patternHolds("^((((a|.)+)+)+)+!$");
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("a declared pattern makes a line of text controlled", () => {
    const field = fieldOf(build(), "Person", "staff_number");
    expect(field.validation).toMatchObject({ kind: "pattern", pattern: "^M[0-9]{5}$", holds: true });
    const line = CLASSES.split("\n").findIndex((text) => text.includes("validation_pattern")) + 1;
    expect(field.validation.location?.line).toBe(line);
    expect(field.freeText).toBe("none");
  });

  test("mail addresses are checked by the configured pattern, anchored", () => {
    const model = build({ setting: settings({ email_validation_pattern: ".*" }) });
    expect(fieldOf(model, "Person", "email").validation).toMatchObject({
      kind: "type",
      pattern: "^.*$",
      holds: false,
      location: { file: "conf/production/config-itop.php", line: 12 },
    });
  });

  test("without a configuration the type's default holds", () => {
    const { validation } = fieldOf(build(), "Person", "night_phone");
    expect(validation).toMatchObject({ kind: "type", holds: true, location: null });
    expect(new RegExp(validation.pattern ?? "").test("+49 (30) 555-0142")).toBe(true);
  });

  test("decimals are checked by their digits", () => {
    const field = `<field id="workload" xsi:type="AttributeDecimal"><digits>6</digits><decimals>2</decimals></field>`;
    const model = build({ root: design(CLASSES.replace("<fields/>", `<fields>${field}</fields>`)) });
    const pattern = new RegExp(fieldOf(model, "Team", "workload").validation.pattern ?? "");
    expect(["1234.56", "-7", "12345", "1.234"].map((text) => pattern.test(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("no pattern, whatever it is, makes the check fail", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (pattern) => typeof patternHolds(pattern) === "boolean"),
    );
  });
});
