import { describe, expect, it } from "vitest";
import { at, child, childrenNamed, textOf } from "../../../../analyzer/source/xml.ts";
import { MAX_CLASS_DEPTH } from "../../../../analyzer/systems/itop/merge/class-place.ts";
import { mergeNested, mergeNestedTree } from "../../../../analyzer/systems/itop/merge/nested.ts";
import { sideBySide } from "../../../../analyzer/systems/itop/merge/side-by-side.ts";
import { design, element, show } from "./xml-fixture.ts";

const COMPILED = `<classes><class id="DBObject"/><class id="cmdbAbstractObject">
  <class id="Person" _created_in="clinic-base"><parent>cmdbAbstractObject</parent>
    <fields><field id="phone" xsi:type="AttributeString" _delta="if_exists"><sql>phone</sql></field></fields>
    <class id="Patient" _created_in="clinic-base"><parent>Person</parent></class>
  </class></class></classes>
  <menus><menu id="Wards"><rank>1</rank></menu></menus><constants><constant id="SITE">north</constant></constants>`;

const CATALOGUE = `<classes>
  <class id="Inpatient" _created_in=""><parent>Patient</parent></class>
  <class id="Patient" _created_in="clinic-base"><parent>Person</parent></class>
  <class id="Person" _created_in="clinic-base"><parent>cmdbAbstractObject</parent></class>
  <class id="BadgeAction" _created_in="clinic-base"><parent>ActionNotification</parent></class></classes>`;

function merge(...documents: readonly string[]) {
  const { root, failures, problems } = mergeNested(
    documents.map((each) => design(each)),
    { design: "1.7" },
  );
  const classes = childrenNamed(child(root, "classes") ?? root, "class");
  const ids = classes.map(({ attributes }) => attributes["id"]);
  return { root, classes, ids, failures, problems };
}

describe("a model that was merged before", () => {
  it("is taken as it stands, texts and leftover flags notwithstanding", () => {
    const { root, classes, problems } = merge(COMPILED);
    const person = classes.find(({ attributes }) => attributes["id"] === "Person");
    expect(problems).toEqual([]);
    expect(textOf(at(person, "fields", "field", "sql"))).toBe("phone");
    expect(textOf(at(root, "menus", "menu", "rank"))).toBe("1");
    expect(textOf(at(root, "constants", "constant"))).toBe("north");
  });

  it("nests its classes by their parents, so that deltas over it find them there", () => {
    const { ids, failures } = merge(CATALOGUE, '<classes><class id="Person" _delta="delete"/></classes>');
    expect(failures).toEqual([]);
    expect(ids).toEqual(["DBObject", "CMDBObject", "cmdbAbstractObject", "BadgeAction"]);
  });

  it("adds nothing to what is there already", () => {
    const { root, ids } = merge('<menus><menu id="Wards" _delta="define"/></menus>', COMPILED, COMPILED);
    expect(ids).toEqual(["DBObject", "CMDBObject", "cmdbAbstractObject", "Person", "Patient"]);
    expect(at(root, "menus")?.children).toHaveLength(1);
  });

  it("keeps classes that inherit in a circle, and lines without end, side by side", () => {
    const line = Array.from(
      { length: 3 * MAX_CLASS_DEPTH },
      (_, at) => `<class id="Level${at}" _created_in=""><parent>Level${at - 1}</parent></class>`,
    );
    const circle = ["A", "B"].map(
      (id, at, all) => `<class id="${id}" _created_in=""><parent>${all[1 - at]}</parent></class>`,
    );
    expect(merge(`<classes>${line.join("")}${circle.join("")}</classes>`).ids).toHaveLength(
      3 + line.length + 2,
    );
  });

  it.each([
    ["has no trace", '<class id="Person"><parent>cmdbAbstractObject</parent></class>'],
    ["carries a flag", '<class id="Person" _created_in="clinic-base"><fields _delta="define"/></class>'],
  ])("is something else than a document that %s", (_, classes) => {
    expect(merge(`<classes>${classes}</classes>`).failures).toMatchObject([{ code: 7 }]);
  });
});

describe("classes put side by side", () => {
  it("name the class they were nested in where they named none", () => {
    const nested = element(
      '<itop_design><classes><class id="Person"><class id="Nurse"><parent/><fields/></class><class id="Guest"><parent>Visitor</parent></class></class></classes></itop_design>',
    );
    expect(show(sideBySide(nested))).toBe(
      '<itop_design><classes><class id="Person"/><class id="Nurse"><parent>Person</parent><fields/></class><class id="Guest"><parent>Visitor</parent></class></classes></itop_design>',
    );
  });

  it("leave other classes of the model alone", () => {
    const text =
      '<itop_design><meta><classes><class id="User"><class id="UserLocal"/></class></classes></meta></itop_design>';
    expect(show(sideBySide(element(text)))).toBe(text);
  });

  it("keep the place of every element", () => {
    const documents = [
      design(COMPILED, "clinic-base"),
      design('<classes>\n<class id="Ward" _delta="define"><parent>Person</parent></class></classes>'),
    ];
    const { root } = mergeNestedTree(documents, { design: "1.7" });
    const classes = childrenNamed(child(sideBySide(root), "classes") ?? root, "class");
    const ward = classes.find(({ attributes }) => attributes["id"] === "Ward");
    expect(ward?.location).toMatchObject({ file: "extensions/clinic-hr/datamodel.clinic-hr.xml", line: 2 });
  });
});
