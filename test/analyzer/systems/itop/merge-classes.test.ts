import { describe, expect, it } from "vitest";
import { child, childrenNamed, textOf } from "../../../../analyzer/source/xml.ts";
import { mergeFlat } from "../../../../analyzer/systems/itop/merge/flat.ts";
import { mergeModel } from "../../../../analyzer/systems/itop/merge/merge.ts";
import { design } from "./xml-fixture.ts";

const ROOTS = ["DBObject", "CMDBObject", "cmdbAbstractObject"];

function klass(id: string, parent: string, attributes = '_delta="define"', inner = ""): string {
  return `<class id="${id}" ${attributes}><parent>${parent}</parent>${inner}</class>`;
}

const HOSPITAL = [
  klass("Person", "cmdbAbstractObject"),
  klass("Patient", "Person"),
  klass("Ward", "cmdbAbstractObject"),
].join("");

/** Merges contents of `<classes>`; answers class and parent in order, without the roots. */
function merge(...deltas: readonly string[]) {
  const documents = deltas.map((delta) => design(`<classes>${delta}</classes>`));
  const { root, failures, problems } = mergeFlat(documents, { strict: false });
  const classes = childrenNamed(child(root, "classes") ?? root, "class");
  const shown = classes
    .filter(({ attributes }) => !ROOTS.includes(attributes["id"] ?? ""))
    .map((each) => `${each.attributes["id"]}:${textOf(child(each, "parent"))}`);
  return { shown, errors: failures.map(({ code, document }) => [code, document]), problems };
}

describe("classes in the flat merge", () => {
  it("stand side by side in the order of their definition", () => {
    expect(merge(HOSPITAL).shown).toEqual([
      "Person:cmdbAbstractObject",
      "Patient:Person",
      "Ward:cmdbAbstractObject",
    ]);
  });

  it("are taken out of each other first, and forced below a definition", () => {
    const nested = klass(
      "Person",
      "cmdbAbstractObject",
      '_delta="define"',
      klass("Nurse", "Person", '_delta="must_exist"'),
    );
    expect(merge(nested)).toMatchObject({ shown: ["Person:cmdbAbstractObject", "Nurse:Person"], errors: [] });
  });

  it("keep their own flag when nested in a class that is only changed", () => {
    const nested = `<class id="Person">${klass("Nurse", "Person", '_delta="must_exist"')}</class>`;
    expect(merge(HOSPITAL, nested).errors).toEqual([[7, 1]]);
  });

  it.each(["if_exists", "define_if_not_exists"])("cannot be nested in a class that is %s", (flag) => {
    const nested = klass("Person", "cmdbAbstractObject", `_delta="${flag}"`, klass("Nurse", "Person"));
    expect(merge(nested)).toMatchObject({ shown: [], errors: [[7, 0]] });
  });

  it("may be defined below a parent that does not exist", () => {
    expect(merge(klass("Nurse", "Employee"))).toMatchObject({ shown: ["Nurse:Employee"], errors: [] });
  });

  it("move behind a new parent that stands later", () => {
    expect(merge(HOSPITAL, klass("Person", "Ward", '_delta="redefine"')).shown).toEqual([
      "Patient:Person",
      "Ward:cmdbAbstractObject",
      "Person:Ward",
    ]);
  });

  it("stay where they are behind a new parent that stands earlier", () => {
    expect(
      merge(HOSPITAL, '<class id="Ward"><parent _delta="redefine">Person</parent></class>').shown,
    ).toEqual(["Person:cmdbAbstractObject", "Patient:Person", "Ward:Person"]);
  });

  it.each([
    ["is nowhere", '<class id="Ward" _delta="must_exist"><parent>Building</parent></class>'],
    ["was deleted", `<class id="Person" _delta="delete"/>${klass("Ward", "Person", '_delta="redefine"')}`],
  ])("may not get a parent that %s", (_, delta) => {
    expect(merge(HOSPITAL, delta).errors).toEqual([[7, 1]]);
  });

  it("keep what else a delta says when the parent it names does not exist", () => {
    const delta =
      '<class id="Ward">\n<parent>Building</parent><fields><field id="beds" _delta="define"/></fields></class>';
    const { root, failures } = mergeFlat(
      [design(`<classes>${HOSPITAL}</classes>`), design(`<classes>${delta}</classes>`)],
      {
        strict: false,
      },
    );
    const ward = child(child(root, "classes") ?? root, "class", "Ward");
    expect(ward && child(ward, "fields")?.children).toHaveLength(1);
    expect(failures).toMatchObject([{ element: "classes/class[Ward]/parent", location: { line: 2 } }]);
  });

  it("take their subclasses along when they are deleted", () => {
    const deep = klass("Inpatient", "Patient");
    expect(merge(HOSPITAL + deep, '<class id="Person" _delta="delete"/>')).toMatchObject({
      shown: ["Ward:cmdbAbstractObject"],
      errors: [],
    });
  });

  it("with the same id under meta are no classes of the model", () => {
    const meta = design(
      '<meta><classes><class id="Person" _delta="define"><parent>Nowhere</parent></class></classes></meta>',
    );
    const { failures } = mergeFlat([meta, design(`<classes>${HOSPITAL}</classes>`)], { strict: false });
    expect(failures).toEqual([]);
  });
});

describe("where iTop crashes", () => {
  it("a class that became its own ancestor and is deleted is reported", () => {
    const circle = '<class id="Ward"><parent _delta="force">Ward</parent></class>';
    const { errors } = merge(HOSPITAL, circle, '<class id="Ward" _delta="delete"/>');
    expect(errors).toEqual([[null, 2]]);
  });

  it("a renamed class that stands right behind its parent already is reported", () => {
    const first = klass("Person", "cmdbAbstractObject", '_delta="force"');
    const { errors, problems } = merge(
      first,
      '<class id="Human" _rename_from="Person" _delta="force"><parent>cmdbAbstractObject</parent></class>',
    );
    expect(errors).toEqual([[null, 1]]);
    expect(problems[0]?.message).toContain("crashes");
  });
});

describe("mergeModel", () => {
  const OLD =
    '<classes><class id="Ward" _delta="define"><parent>cmdbAbstractObject</parent><fields><field id="kind" xsi:type="AttributeEnum"><values><value>icu</value></values></field></fields></class></classes>';

  it("converts each document to the design of the target first", () => {
    const { root, problems } = mergeModel([design(OLD, "clinic-hr", "")], { targetVersion: "3.1.2" });
    expect(problems).toEqual([]);
    expect(JSON.stringify(root)).toContain('"name":"code"');
  });

  it("merges by the rules of the target: releases before 3.1.2 create no class without a _delta", () => {
    const delta = design(
      '<classes><class id="Nurse"><parent>Person</parent></class></classes>',
      "clinic-hr",
      "",
    );
    const refused = (targetVersion: string) =>
      mergeModel([delta], { targetVersion }).problems.some(({ message }) => message.includes("error 7"));
    const nested = ["2.7.11", "3.0", "3.0.4", "3.1.0", "3.1.1-1"];
    const flat = ["3.1", "3.1.2", "3.2.0", "3.2"];
    expect([nested.map(refused), flat.map(refused)]).toEqual([nested.map(() => true), flat.map(() => false)]);
  });

  it("answers classes side by side for every target", () => {
    const nested = design(
      `<classes>${klass("Person", "cmdbAbstractObject", '_delta="define"', klass("Nurse", "Person"))}</classes>`,
      "clinic-hr",
      "",
    );
    const idsFor = (targetVersion: string) => {
      const { root } = mergeModel([nested], { targetVersion });
      return childrenNamed(child(root, "classes") ?? root, "class").map(({ attributes }) => attributes["id"]);
    };
    expect(idsFor("2.7.11").toSorted()).toEqual(idsFor("3.2.0").toSorted());
  });

  it.each([
    ["3.3", "3.2.0"],
    ["3.2", "2.7.11"],
    ["draft", "3.2.0"],
  ])("reports design version %s for iTop %s and leaves the file out", (version, targetVersion) => {
    const { root, problems } = mergeModel([design(OLD, "clinic-hr", `version="${version}"`)], {
      targetVersion,
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: "merge", message: expect.stringContaining(version) }),
    );
    expect(child(child(root, "classes") ?? root, "class", "Ward")).toBeUndefined();
  });

  it("reports the misspelling of _delta", () => {
    const { problems } = mergeModel([design('<menus>\n<menu id="x" _define="define"/></menus>')], {
      targetVersion: null,
    });
    expect(problems).toMatchObject([{ kind: "unknown-value", location: { line: 2 } }]);
  });

  it("reports a field that a class defines twice, at the second definition", () => {
    const twice = klass(
      "Ward",
      "cmdbAbstractObject",
      '_delta="define"',
      '<fields>\n<field id="beds"/>\n<field id="beds"/></fields>',
    );
    const { problems } = mergeModel([design(`<classes>${twice}</classes>`)], { targetVersion: null });
    expect(problems).toMatchObject([{ kind: "duplicate", location: { line: 3 } }]);
  });

  it("reports a circle of parents once", () => {
    const circle = klass("A", "C") + klass("B", "A") + klass("C", "B") + klass("D", "A");
    const { problems } = mergeModel([design(`<classes>${circle}</classes>`)], { targetVersion: null });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("A → C → B → A");
  });

  it("merges nothing into an empty model", () => {
    expect(mergeModel([], { targetVersion: "3.2.0" }).problems).toEqual([]);
  });
});
