import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, childrenNamed, isElement, textOf, type XmlElement } from "../../../../analyzer/source/xml.ts";
import { mergeFlat } from "../../../../analyzer/systems/itop/merge/flat.ts";
import { mergeNested } from "../../../../analyzer/systems/itop/merge/nested.ts";
import { design } from "./xml-fixture.ts";

/** A model as plain data: classes by name, each with its parent, its fields and whether it is abstract. */
type Fields = Readonly<Record<string, FieldModel>>;
interface FieldModel {
  readonly type: string;
  readonly sql: string;
  readonly values: readonly string[];
}
interface ClassModel {
  readonly parent: string;
  readonly abstract: string;
  readonly fields: Fields;
}
type Model = Readonly<Record<string, ClassModel>>;

const NAMES = ["Bed", "Nurse", "Room", "Shift", "Ward"];
const ROOT = "cmdbAbstractObject";

const field: fc.Arbitrary<FieldModel> = fc.record({
  type: fc.constantFrom("AttributeString", "AttributeEnum", "AttributeText"),
  sql: fc.constantFrom("a", "b", "c"),
  values: fc.uniqueArray(fc.constantFrom("early", "late", "night"), { maxLength: 3 }),
});

/** A class only has parents that stand before it in the alphabet, so there are no circles. */
const model: fc.Arbitrary<Model> = fc
  .tuple(
    ...NAMES.map((_, index) =>
      fc.option(
        fc.record({
          parent: fc.nat({ max: index }),
          abstract: fc.constantFrom("true", "false"),
          fields: fc.dictionary(fc.constantFrom("bell", "email", "floor", "phone"), field, { maxKeys: 4 }),
        }),
      ),
    ),
  )
  .map((classes) => {
    const result: Record<string, ClassModel> = {};
    for (const [index, each] of classes.entries()) {
      if (each === null) continue;
      const parent = each.parent === index ? ROOT : (NAMES[each.parent] as string);
      result[NAMES[index] as string] = { ...each, parent: parent in result ? parent : ROOT };
    }
    return result;
  });

const flagged = (flag: string): string => (flag === "" ? "" : ` _delta="${flag}"`);

function fieldXml(name: string, { type, sql, values }: FieldModel, flag = ""): string {
  const list = values.map((each) => `<value id="${each}"><code>${each}</code></value>`).join("");
  return `<field id="${name}" xsi:type="${type}"${flagged(flag)}><sql>${sql}</sql><values>${list}</values></field>`;
}

function classXml(name: string, { parent, abstract, fields }: ClassModel, flag: string): string {
  const inner = Object.entries(fields).map(([id, each]) => fieldXml(id, each));
  return `<class id="${name}"${flagged(flag)}><parent>${parent}</parent><properties><abstract>${abstract}</abstract></properties><fields>${inner.join("")}</fields></class>`;
}

/** What has to be written to make the second model of the first. */
function deltaBetween(before: Model, after: Model): string {
  const gone = Object.keys(before).filter((name) => !(name in after));
  // Whoever moves to another parent, and everybody below, is deleted and defined anew: a deleted class takes its own along.
  const anew = new Set<string>(gone);
  for (const name of NAMES) {
    const [old, now] = [before[name], after[name]];
    if (old !== undefined && (anew.has(old.parent) || (now !== undefined && now.parent !== old.parent)))
      anew.add(name);
  }
  const deleted = [...anew].filter((name) => !anew.has(before[name]?.parent ?? ""));
  const parts = deleted.map((name) => `<class id="${name}" _delta="delete"/>`);
  for (const name of NAMES) {
    const [old, now] = [before[name], after[name]];
    if (now === undefined) continue;
    parts.push(
      old === undefined || anew.has(name) ? classXml(name, now, "define") : changedClass(name, old, now),
    );
  }
  return `<classes>${parts.join("")}</classes>`;
}

function changedClass(name: string, old: ClassModel, now: ClassModel): string {
  const properties =
    old.abstract === now.abstract
      ? ""
      : `<properties><abstract _delta="redefine">${now.abstract}</abstract></properties>`;
  const fields = [
    ...Object.keys(old.fields)
      .filter((id) => !(id in now.fields))
      .map((id) => `<field id="${id}" _delta="delete"/>`),
    ...Object.entries(now.fields).map(([id, each]) => changedField(id, old.fields[id], each)),
  ];
  return `<class id="${name}" _delta="must_exist">${properties}<fields>${fields.join("")}</fields></class>`;
}

/** A new type asks for a new field; text and values are changed where they stand. */
function changedField(id: string, old: FieldModel | undefined, now: FieldModel): string {
  if (old === undefined) return fieldXml(id, now, "define");
  if (old.type !== now.type) return fieldXml(id, now, "redefine");
  const values = [
    ...old.values
      .filter((each) => !now.values.includes(each))
      .map((each) => `<value id="${each}" _delta="delete"/>`),
    ...now.values
      .filter((each) => !old.values.includes(each))
      .map((each) => `<value id="${each}" _delta="define"><code>${each}</code></value>`),
  ];
  const sql = old.sql === now.sql ? "" : `<sql _delta="redefine">${now.sql}</sql>`;
  return `<field id="${id}" _delta="must_exist">${sql}<values>${values.join("")}</values></field>`;
}

/** The model a merged tree holds; order means nothing. */
function modelOf(root: XmlElement): Model {
  const classes = childrenNamed(at(root, "classes") as XmlElement, "class").filter(({ attributes }) =>
    NAMES.includes(attributes["id"] ?? ""),
  );
  return Object.fromEntries(
    classes.map((klass) => [
      klass.attributes["id"] as string,
      {
        parent: textOf(at(klass, "parent")),
        abstract: textOf(at(klass, "properties", "abstract")),
        fields: Object.fromEntries(
          (at(klass, "fields")?.children ?? [])
            .filter(isElement)
            .map((each) => [each.attributes["id"], fieldOf(each)]),
        ) as Fields,
      },
    ]),
  );
}

function fieldOf(element: XmlElement): FieldModel {
  const values = at(element, "values");
  return {
    type: element.attributes["xsi:type"] ?? "",
    sql: textOf(at(element, "sql")),
    values: (values === undefined ? [] : childrenNamed(values, "value"))
      .map((each) => textOf(at(each, "code")))
      .sort(),
  };
}

const sorted = (given: Model): Model =>
  Object.fromEntries(
    Object.entries(given).map(([name, each]) => [
      name,
      {
        ...each,
        fields: Object.fromEntries(
          Object.entries(each.fields).map(([id, one]) => [id, { ...one, values: [...one.values].sort() }]),
        ),
      },
    ]),
  );

const define = (given: Model): string =>
  `<classes>${NAMES.flatMap((name) => (given[name] === undefined ? [] : [classXml(name, given[name], "define")])).join("")}</classes>`;

/** A base of its own, so that nothing of the first document is still flagged as new. */
const ALGORITHMS = {
  flat: (documents: readonly string[], base?: XmlElement) =>
    mergeFlat(
      documents.map((each) => design(each)),
      { strict: false, ...(base === undefined ? {} : { base }) },
    ),
  strict: (documents: readonly string[], base?: XmlElement) =>
    mergeFlat(
      documents.map((each) => design(each)),
      { strict: true, ...(base === undefined ? {} : { base }) },
    ),
  nested: (documents: readonly string[]) =>
    mergeNested(
      documents.map((each) => design(each)),
      { design: "1.7" },
    ),
} as const;

describe.each(["flat", "strict", "nested"] as const)("the %s merge", (algorithm) => {
  const merge = ALGORITHMS[algorithm];

  it("makes a second model of a first by the delta between them", () => {
    fc.assert(
      fc.property(model, model, (before, after) => {
        const { root, failures } = merge([define(before), deltaBetween(before, after)]);
        expect(failures).toEqual([]);
        expect(modelOf(root)).toEqual(sorted(after));
      }),
    );
  });

  it("does so over any number of deltas, and back to the first", () => {
    fc.assert(
      fc.property(fc.array(model, { minLength: 2, maxLength: 4 }), (models) => {
        const [first = {}] = models;
        const way = [...models, first];
        const deltas = way.slice(1).map((after, index) => deltaBetween(way[index] as Model, after));
        const { root, failures } = merge([define(first), ...deltas]);
        expect(failures).toEqual([]);
        expect(modelOf(root)).toEqual(sorted(first));
      }),
    );
  });

  it("changes nothing by the delta between a model and itself", () => {
    fc.assert(
      fc.property(model, (same) => {
        expect(modelOf(merge([define(same), deltaBetween(same, same)]).root)).toEqual(sorted(same));
      }),
    );
  });
});

describe("the flat merge over a model that is finished", () => {
  it("makes a second model of it just the same", () => {
    fc.assert(
      fc.property(model, model, (before, after) => {
        const base = ALGORITHMS.flat([define(before)]).root;
        expect(modelOf(ALGORITHMS.flat([deltaBetween(before, after)], base).root)).toEqual(sorted(after));
      }),
    );
  });
});
