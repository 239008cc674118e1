import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { catalogueDesign } from "../../../../analyzer/systems/itop/catalogue/catalogue-design.ts";
import {
  NO_RIGHTS,
  rightsDesign,
  rightsOf,
} from "../../../../analyzer/systems/itop/catalogue/catalogue-rights.ts";
import { writeCatalogue } from "../../../../analyzer/systems/itop/catalogue/catalogue-write.ts";
import {
  catalogueProblem,
  readCatalogue,
  type CatalogueModel,
} from "../../../../analyzer/systems/itop/catalogue/catalogue.ts";
import { phpClassSources } from "../../../../analyzer/systems/itop/model/class-source-php.ts";
import { xmlClasses } from "../../../../analyzer/systems/itop/model/class-source-xml.ts";
import { mergeFlat } from "../../../../analyzer/systems/itop/merge/flat.ts";
import { build, CLASSES, design, entityOf, fieldOf, phpClasses } from "./hospital-model.ts";

const FOLDER = new URL("../../../../analyzer/systems/itop/catalogue/", import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((file) => /^\d/.test(file))
  .sort();

function shipped(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8");
}

async function hospitalCatalogue(): Promise<string> {
  const code = `class BadgeEvent extends DBObject { public static function Init() {
    MetaModel::Init_Params(array('category' => 'core', 'name_attcode' => 'door', 'reconc_keys' => array(), 'state_attcode' => ''));
    MetaModel::Init_AddAttribute(new AttributeString('door', array('is_null_allowed' => true, 'validation_pattern' => '^D[0-9]+$')));
  } }`;
  return writeCatalogue({
    version: "3.1",
    release: "3.1.2",
    xml: xmlClasses(design(CLASSES)).classes,
    php: phpClassSources(await phpClasses(code)),
    rights: NO_RIGHTS,
    moduleOf: () => "marienberg-structure",
  });
}

/** What a model says apart from places, values and conditions, which a catalogue does not carry. */
function facts(model: ReturnType<typeof build>): unknown {
  return model.entities.map(({ name, parent, role, tracked, fields }) => ({
    name,
    parent,
    role,
    tracked,
    fields: fields.map((field) => ({
      ...field,
      origin: null,
      location: null,
      values: [],
      validation: field.validation.pattern,
    })),
  }));
}

describe("a catalogue that was written", () => {
  test("gives the same model as the sources it was written from", async () => {
    const catalogue = readCatalogue(await hospitalCatalogue());
    const entities = build({ root: null, catalogue }).entities.filter(
      (entity) => entity.name !== "BadgeEvent",
    );
    expect(facts({ entities, problems: [] })).toEqual(facts(build()));
  });

  test("carries the classes declared in PHP", async () => {
    const model = build({ root: null, catalogue: readCatalogue(await hospitalCatalogue()) });
    expect(entityOf(model, "BadgeEvent")).toMatchObject({
      tracked: false,
      location: null,
      origin: { by: "vendor" },
    });
    expect(fieldOf(model, "BadgeEvent", "door").validation.pattern).toBe("^D[0-9]+$");
  });

  test("is the same text again", async () => {
    expect(await hospitalCatalogue()).toBe(await hospitalCatalogue());
  });

  test("of another format is refused", () => {
    expect(() => readCatalogue(`{"format":"art30.model/1","classes":[]}`)).toThrow("not a catalogue");
  });
});

describe("a delta over the catalogue", () => {
  const DELTA = `<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.1"><classes>
    <class id="Person" _delta="must_exist"><fields>
      <field id="photo" _delta="delete"/>
      <field id="blood_group" xsi:type="AttributeString" _delta="define"><is_null_allowed>true</is_null_allowed></field>
    </fields></class></classes></itop_design>`;

  test("changes the standard class and keeps the rest of it", async () => {
    const catalogue = readCatalogue(await hospitalCatalogue());
    const { root } = readXml(new SourceText("data/production.delta.xml", DELTA));
    if (root === null) throw new Error("the fixture is not XML");
    const merged = mergeFlat([{ root, module: "", designVersion: "3.1" }], {
      strict: false,
      base: catalogueDesign(catalogue),
    });
    const model = build({ root: merged.root, catalogue });
    expect(merged.problems).toEqual([]);
    expect(entityOf(model, "Person").fields.some((field) => field.name === "photo")).toBe(false);
    expect(fieldOf(model, "Person", "blood_group")).toMatchObject({
      origin: { by: "customer" },
      location: { file: "data/production.delta.xml", line: 4 },
    });
    expect(fieldOf(model, "Person", "email")).toMatchObject({ location: null, origin: { by: "vendor" } });
  });

  test("is announced as standing on the catalogue", async () => {
    const place = { file: "art30.yaml", line: 3, column: 1, endLine: 3, endColumn: 1 };
    expect(catalogueProblem(readCatalogue(await hospitalCatalogue()), place)).toMatchObject({
      kind: "catalogue",
      location: place,
    });
  });
});

describe("the shipped catalogues", () => {
  test("are those of 2.7, 3.0, 3.1 and 3.2", () => {
    expect(FILES).toEqual(["2.7.json", "3.0.json", "3.1.json", "3.2.json"]);
  });

  test.each(FILES)("%s gives a whole model in which every copy resolves", (file) => {
    const catalogue: CatalogueModel = readCatalogue(shipped(file));
    const model = build({ root: null, catalogue });
    expect(`${catalogue.version}.json`).toBe(file);
    expect(model.entities.length).toBeGreaterThan(200);
    expect(model.problems).toEqual([]);
    expect(
      model.entities.flatMap((each) => each.fields).filter((field) => field.copyOf?.field === null),
    ).toEqual([]);
    expect(entityOf(model, "Person")).toMatchObject({ role: "subject", parent: "Contact" });
    expect(fieldOf(model, "UserLocal", "password").protection).toBe("hashed");
  });

  test("come with the names of the standard modules of each version", () => {
    const modules = JSON.parse(shipped("modules.json")) as Readonly<
      Record<string, readonly { name: string }[]>
    >;
    expect(Object.keys(modules).map((version) => `${version}.json`)).toEqual(FILES);
    for (const each of Object.values(modules)) {
      expect(each.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["itop-request-mgmt", "itop-request-mgmt-itil"]),
      );
    }
  });

  test.each(FILES)("%s holds names and facts, no texts", (file) => {
    const words = JSON.parse(shipped(file)) as { readonly classes: readonly unknown[] };
    const texts = words.classes.flat(5).filter((each) => typeof each === "string" && /\s/.test(each));
    expect(texts).toEqual([]);
  });
});

describe("the rights of a catalogue", () => {
  const RIGHTS = `<itop_design><user_rights>
    <groups><group id="Wards"><classes><class id="Person"/><class id="Bed"/></classes></group></groups>
    <profiles><profile id="41"><name>Ward clerk</name><description>left out</description><groups>
      <group id="Wards"><actions><action id="action:read">allow</action><action id="action:delete">deny</action>
        <action id="stimulus:ev_close">allow</action></actions></group>
    </groups></profile></profiles>
  </user_rights></itop_design>`;
  const root = readXml(new SourceText("rights.xml", RIGHTS)).root;

  test("are groups with classes and profiles with actions, nothing else", () => {
    expect(root === null ? null : rightsOf(root)).toEqual({
      groups: [["Wards", ["Bed", "Person"]]],
      profiles: [["41", "Ward clerk", ["Wards", ["read"], ["delete"]]]],
    });
  });

  test("give the same rights again when they are rendered as a model", () => {
    const rights = root === null ? NO_RIGHTS : rightsOf(root);
    const rendered = { ...rightsDesign(rights), name: "itop_design", children: [rightsDesign(rights)] };
    expect(rightsOf(rendered)).toEqual(rights);
  });
});
