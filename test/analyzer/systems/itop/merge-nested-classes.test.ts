import { describe, expect, it } from "vitest";
import { at, child, childrenNamed, textOf } from "../../../../analyzer/source/xml.ts";
import { MAX_CLASS_DEPTH } from "../../../../analyzer/systems/itop/merge/class-place.ts";
import { mergeNested, mergeNestedTree } from "../../../../analyzer/systems/itop/merge/nested.ts";
import { design } from "./xml-fixture.ts";

const ROOTS = ["DBObject", "CMDBObject", "cmdbAbstractObject"];

function klass(id: string, parent: string, flag = "define", inner = ""): string {
  return `<class id="${id}" _delta="${flag}"><parent>${parent}</parent>${inner}</class>`;
}

const HOSPITAL = [
  klass("Person", "cmdbAbstractObject"),
  klass("Patient", "Person"),
  klass("Inpatient", "Patient"),
  klass("Ward", "cmdbAbstractObject"),
].join("");

/** Merges contents of `<classes>`; answers class and parent in order, without the roots. */
function merge(...deltas: readonly string[]) {
  const documents = deltas.map((delta) => design(`<classes>${delta}</classes>`));
  const { root, failures, problems } = mergeNested(documents, { design: "1.7" });
  const shown = childrenNamed(child(root, "classes") ?? root, "class")
    .filter(({ attributes }) => !ROOTS.includes(attributes["id"] ?? ""))
    .map((each) => `${each.attributes["id"]}:${textOf(child(each, "parent"))}`);
  return { root, shown, errors: failures.map(({ code, document }) => [code, document]), problems };
}

describe("classes in the nested merge", () => {
  it("stand inside their parents while iTop merges, and side by side in the result", () => {
    const { root } = mergeNestedTree([design(`<classes>${HOSPITAL}</classes>`)], { design: "1.7" });
    const top = at(root, "classes");
    const person = top && child(child(top, "class", "cmdbAbstractObject") ?? top, "class", "Person");
    expect(person && child(person, "class", "Patient")).toBeDefined();
    expect(merge(HOSPITAL).shown).toEqual([
      "Person:cmdbAbstractObject",
      "Patient:Person",
      "Inpatient:Patient",
      "Ward:cmdbAbstractObject",
    ]);
  });

  it("are found wherever they stand, whatever parent the delta names", () => {
    const delta =
      '<class id="Inpatient"><parent>Ward</parent><fields><field id="bed" _delta="define"/></fields></class>';
    const { root, shown, problems } = merge(HOSPITAL, delta);
    const inpatient = child(child(root, "classes") ?? root, "class", "Inpatient");
    expect(child(at(inpatient, "fields") ?? root, "field", "bed")).toBeDefined();
    expect(shown).toContain("Inpatient:Patient");
    expect(problems).toMatchObject([{ lost: "classes/class[Inpatient]/parent" }]);
  });

  it.each([
    "",
    '_delta="merge"',
    '_delta="must_exist"',
    '_delta="redefine"',
    '_delta="delete"',
    '_delta="delete_if_exists"',
    '_delta="define_if_not_exists"',
    '_delta="bogus"',
  ])("give error 7 when they do not exist and the delta says %s", (flag) => {
    expect(merge(HOSPITAL, `<class id="Nurse" ${flag}/>`).errors).toEqual([[7, 1]]);
  });

  it("that do not exist are passed over by if_exists only", () => {
    expect(merge(HOSPITAL, '<class id="Nurse" _delta="if_exists"/>').problems).toEqual([]);
  });

  it("are not found under the id they are to be renamed to", () => {
    const delta = '<class id="Human" _rename_from="Person" _delta="must_exist"/>';
    expect(merge(HOSPITAL, delta).errors).toEqual([[7, 1]]);
  });

  it("that are nested in a delta are applied inside the outer class, with their own flag", () => {
    const delta = `<class id="Person">${klass("Nurse", "Person")}<class id="Doctor" _delta="must_exist"/></class>`;
    expect(merge(HOSPITAL, delta)).toMatchObject({
      shown: expect.arrayContaining(["Nurse:Person"]),
      errors: [[0, 1]],
    });
  });

  it("that are nested in a definition belong to it and are known afterwards", () => {
    const nested = klass("Staff", "cmdbAbstractObject", "define", '<class id="Nurse" _delta="must_exist"/>');
    expect(merge(HOSPITAL, nested, klass("HeadNurse", "Nurse"))).toMatchObject({
      shown: expect.arrayContaining(["Nurse:Staff", "HeadNurse:Nurse"]),
      errors: [],
    });
  });

  it("keep their subclasses when they are redefined or forced", () => {
    const deltas = ["redefine", "force"].map((flag) => klass("Person", "cmdbAbstractObject", flag));
    expect(merge(HOSPITAL, ...deltas)).toMatchObject({ shown: merge(HOSPITAL).shown, errors: [] });
  });

  it("take their subclasses along when they are deleted", () => {
    const { shown, errors } = merge(HOSPITAL, '<class id="Person" _delta="delete"/><class id="Inpatient"/>');
    expect(shown).toEqual(["Ward:cmdbAbstractObject"]);
    expect(errors).toEqual([[7, 1]]);
  });

  it("can be defined again after a deletion, without the subclasses they had", () => {
    const again = `<class id="Person" _delta="delete"/>${klass("Person", "cmdbAbstractObject")}`;
    expect(merge(HOSPITAL, again)).toMatchObject({
      shown: ["Ward:cmdbAbstractObject", "Person:cmdbAbstractObject"],
      errors: [],
    });
  });

  it("with the same id in a under meta are no classes of the model", () => {
    const rights = design('<meta><classes><class id="Nurse" _delta="define"/></classes></meta>');
    const delta = design(`<classes>${klass("HeadNurse", "Nurse")}</classes>`);
    expect(mergeNested([rights, delta], { design: "1.7" }).failures).toMatchObject([{ code: 8 }]);
  });

  it.each(['<classes _delta="delete"/>', '<classes _delta="redefine"><class id="Room"/></classes>'])(
    "are all gone with their section after %s",
    (delta) => {
      const documents = [
        `<classes>${HOSPITAL}</classes>`,
        delta,
        '<classes><class id="Inpatient"/></classes>',
      ].map((each) => design(each));
      expect(mergeNested(documents, { design: "1.7" }).failures).toMatchObject([{ code: 7, document: 2 }]);
    },
  );
});

describe("the parent of a class in the nested merge", () => {
  it.each(["define", "force"])(
    "must exist for %s; without it the class is kept and the parent is to blame",
    (flag) => {
      const { shown, errors, problems } = merge(`${HOSPITAL}\n${klass("Nurse", "Employee", flag)}`);
      expect(errors).toEqual([[8, 0]]);
      expect(shown).toContain("Nurse:Employee");
      expect(problems).toMatchObject([{ lost: "classes/class[Nurse]/parent", location: { line: 2 } }]);
    },
  );

  it("must be named", () => {
    const { shown, errors } = merge('<class id="Nurse" _delta="define"/>');
    expect([shown, errors]).toEqual([[], [[8, 0]]]);
  });

  it("may not have been deleted", () => {
    expect(merge(HOSPITAL, `<class id="Person" _delta="delete"/>${klass("Nurse", "Person")}`).errors).toEqual(
      [[8, 1]],
    );
  });

  it("decides where define looks: a class of that id below another parent is not seen", () => {
    const { shown, errors } = merge(HOSPITAL, klass("Patient", "Ward"));
    expect(errors).toEqual([]);
    expect(shown.filter((each) => each.startsWith("Patient"))).toEqual(["Patient:Person", "Patient:Ward"]);
  });

  it("moves a class that is redefined below another one, and its subclasses are lost", () => {
    expect(merge(HOSPITAL, klass("Patient", "Ward", "redefine"))).toMatchObject({
      shown: ["Person:cmdbAbstractObject", "Ward:cmdbAbstractObject", "Patient:Ward"],
      errors: [],
    });
  });

  it("that does not exist lets a redefined class stay where it is", () => {
    const { shown, errors } = merge(HOSPITAL, klass("Patient", "Visitor", "redefine"));
    expect(errors).toEqual([[8, 1]]);
    expect(shown).toContain("Inpatient:Patient");
  });

  it.each(["Patient", "Inpatient"])(
    "may not be the class itself or one below it: moved to %s it is lost",
    (parent) => {
      const { shown, errors, problems } = merge(HOSPITAL, klass("Patient", parent, "redefine"));
      expect(shown).toEqual(["Person:cmdbAbstractObject", "Ward:cmdbAbstractObject"]);
      expect(errors).toEqual([]);
      expect(problems).toMatchObject([{ kind: "merge", lost: "classes/class[Patient]" }]);
    },
  );

  it("may not stand too deep", () => {
    const line = Array.from({ length: MAX_CLASS_DEPTH }, (_, at) =>
      klass(`Level${at}`, at === 0 ? "cmdbAbstractObject" : `Level${at - 1}`),
    );
    const { shown, problems } = merge(line.join(""));
    expect(shown).toHaveLength(MAX_CLASS_DEPTH - 1);
    expect(problems[0]).toMatchObject({ kind: "limit", lost: `classes/class[Level${MAX_CLASS_DEPTH - 1}]` });
  });
});
