import { describe, expect, it } from "vitest";
import { at, child } from "../../../../analyzer/source/xml.ts";
import { mergeFlat } from "../../../../analyzer/systems/itop/merge/flat.ts";
import { design, element, show } from "./xml-fixture.ts";

const BASE = element(
  '<itop_design><menus><menu id="Wards"><rank>1</rank><oql>SELECT Ward</oql></menu><menu id="Staff"/></menus></itop_design>',
);

/** Merges contents of `<menus>` one after the other into the base; each is a document of its own. */
function merge(deltas: readonly string[], options: { strict?: boolean; attributes?: string } = {}) {
  const documents = deltas.map((delta) => design(`<menus>${delta}</menus>`, "clinic-hr", options.attributes));
  const { root, problems, failures } = mergeFlat(documents, { strict: options.strict ?? false, base: BASE });
  const menus = child(root, "menus");
  const shown = menus === undefined ? "" : show(menus).replace(/^<menus>|<\/menus>$/g, "");
  return { shown, problems, errors: failures.map(({ code, document }) => [code, document]) };
}

const WARDS = '<menu id="Wards"><rank>1</rank><oql>SELECT Ward</oql></menu>';
const STAFF = '<menu id="Staff"/>';

describe("a node without _delta", () => {
  it("gets new leaf values, keeps its attributes and what the delta does not mention", () => {
    expect(merge(['<menu id="Wards" xsi:type="OQL"><rank>2</rank></menu>']).shown).toBe(
      `<menu id="Wards"><rank>2</rank><oql>SELECT Ward</oql></menu>${STAFF}`,
    );
  });

  it("is not emptied by a blank leaf", () => {
    expect(merge(['<menu id="Wards"><rank> </rank></menu>']).shown).toBe(WARDS + STAFF);
  });

  it("is created with all its content when it does not exist", () => {
    expect(merge(['<menu id="Beds"><rank>3</rank></menu>']).shown).toBe(
      `${WARDS}${STAFF}<menu id="Beds"><rank>3</rank></menu>`,
    );
  });

  it("carries its type twice when it is created, as iTop writes it", () => {
    expect(merge(['<menu id="Beds" xsi:type="OQL"/>']).shown).toContain(
      '<menu id="Beds" xsi:type="OQL" type="OQL"/>',
    );
  });

  it("is created again in its place after a deletion", () => {
    expect(
      merge(['<menu id="Wards" _delta="delete"/>', '<menu id="Wards"><rank>9</rank></menu>']).shown,
    ).toBe(`<menu id="Wards"><rank>9</rank></menu>${STAFF}`);
  });
});

describe("strict loading", () => {
  it.each([
    ['<menu id="Beds"><rank>3</rank></menu>', 7],
    ['<menu id="Staff"><rank>3</rank></menu>', 7],
    ['<menu id="Wards"><rank>2</rank></menu>', 9],
  ])("refuses %s", (delta, code) => {
    const { shown, errors } = merge([delta], { strict: true });
    expect(errors).toEqual([[code, 0]]);
    expect(shown).toBe(WARDS + STAFF);
  });

  it("creates what is missing below a merge", () => {
    expect(merge(['<menu id="Beds" _delta="merge"><rank>3</rank></menu>'], { strict: true }).errors).toEqual(
      [],
    );
  });

  it("gives way to what the document says itself", () => {
    const delta = '<menu id="Beds"/>';
    expect(merge([delta], { strict: true, attributes: 'load="lax"' }).errors).toEqual([]);
    expect(merge([delta], { strict: false, attributes: 'load="strict"' }).errors).toEqual([[7, 0]]);
  });
});

describe("the flags", () => {
  it.each([
    [
      "must_exist changes what is there",
      '<menu id="Wards" _delta="must_exist"><rank>2</rank></menu>',
      "<rank>2</rank>",
    ],
    [
      "if_exists changes what is there",
      '<menu id="Wards" _delta="if_exists"><rank>2</rank></menu>',
      "<rank>2</rank>",
    ],
    [
      "define adds",
      '<menu id="Beds" _delta="define"><rank>3</rank></menu>',
      '<menu id="Beds"><rank>3</rank></menu>',
    ],
    [
      "force adds",
      '<menu id="Beds" _delta="force"><rank>3</rank></menu>',
      '<menu id="Beds"><rank>3</rank></menu>',
    ],
    [
      "force replaces",
      '<menu id="Wards" _delta="force"><rank>3</rank></menu>',
      '<menu id="Wards"><rank>3</rank></menu>',
    ],
    ["redefine replaces", '<menu id="Wards" _delta="redefine"/>', '<menu id="Wards"/>'],
    ["define_if_not_exists adds", '<menu id="Beds" _delta="define_if_not_exists"/>', '<menu id="Beds"/>'],
    ["define_if_not_exists leaves alone", '<menu id="Wards" _delta="define_if_not_exists"/>', WARDS],
  ])("%s", (_, delta, expected) => {
    const { shown, errors } = merge([delta]);
    expect(errors).toEqual([]);
    expect(shown).toContain(expected);
  });

  it("delete and delete_if_exists remove", () => {
    expect(
      merge(['<menu id="Wards" _delta="delete"/><menu id="Staff" _delta="delete_if_exists"/>']).shown,
    ).toBe("<menus/>");
  });

  it("if_exists and delete_if_exists pass over what is absent or deleted", () => {
    const gone = '<menu id="Wards" _delta="delete"/>';
    const after =
      '<menu id="Wards" _delta="if_exists"><rank>1</rank></menu><menu id="Beds" _delta="delete_if_exists"/><menu id="Wards" _delta="delete_if_exists"/>';
    expect(merge([gone, after])).toMatchObject({ shown: STAFF, errors: [] });
  });

  it("are stripped, never obeyed, inside a definition", () => {
    const delta =
      '<menu id="Beds" _delta="define"><rank _delta="delete">3</rank><oql _delta="bogus">SELECT Bed</oql></menu>';
    expect(merge([delta])).toMatchObject({
      shown: `${WARDS}${STAFF}<menu id="Beds"><rank>3</rank><oql>SELECT Bed</oql></menu>`,
      errors: [],
    });
  });

  it.each([
    [1, '<menu id="Wards" _delta="define"/>'],
    [2, '<menu id="Beds" _delta="delete"/>'],
    [3, '<menu id="Beds" _delta="redefine"/>'],
    [4, '<menu id="Wards" _delta="delete"/><menu id="Wards" _delta="redefine"/>'],
    [5, '<menu id="Wards" _delta="define_if_exists"/>'],
    [6, '<menu id="Wards" _delta="delete"/><menu id="Wards" _delta="delete"/>'],
    [7, '<menu id="Beds" _delta="must_exist"/>'],
  ])("give error %d on %s", (code, delta) => {
    expect(merge([delta]).errors).toEqual([[code, 0]]);
  });

  it("forget a node at once that a delta added and a later one deletes", () => {
    const deltas = [
      '<menu id="Beds" _delta="define"/>',
      '<menu id="Beds" _delta="delete"/>',
      '<menu id="Beds" _delta="redefine"/>',
    ];
    expect(merge(deltas).errors).toEqual([[3, 2]]);
  });
});

describe("a rename", () => {
  it("keeps the content under the new id", () => {
    expect(merge(['<menu id="Units" _rename_from="Wards" _delta="must_exist"/>']).shown).toContain(
      '<menu id="Units"><rank>1</rank>',
    );
  });

  it("can be followed by deltas that use the new id", () => {
    const deltas = [
      '<menu id="Units" _rename_from="Wards" _delta="must_exist"/>',
      '<menu id="Units" _delta="delete"/>',
    ];
    expect(merge(deltas)).toMatchObject({ shown: STAFF, errors: [] });
  });

  it("does not bring back the old id", () => {
    const deltas = [
      '<menu id="Units" _rename_from="Wards" _delta="must_exist"/>',
      '<menu id="Wards" _delta="must_exist"/>',
    ];
    expect(merge(deltas).errors).toEqual([[7, 1]]);
  });
});

describe("what fails", () => {
  it("is left as it was while the rest goes on", () => {
    const { shown, errors } = merge([
      '<menu id="Wards" _delta="define"/><menu id="Staff" _delta="redefine"><rank>5</rank></menu>',
    ]);
    expect(shown).toBe(`${WARDS}<menu id="Staff"><rank>5</rank></menu>`);
    expect(errors).toEqual([[1, 0]]);
  });

  it("is a problem with iTop's number, the element and its place; that iTop stops is said once per document", () => {
    const { problems } = merge([
      '<menu id="Beds" _delta="delete"/>\n<menu id="Rooms" _delta="redefine"/>',
      '<menu id="Beds" _delta="delete"/>',
    ]);
    expect(problems.map(({ kind, location }) => [kind, location.line])).toEqual([
      ["merge", 1],
      ["merge", 2],
      ["merge", 1],
    ]);
    expect(problems[0]?.message).toContain("error 2 (COULD_NOT_BE_DELETED): menus/menu[Beds]");
    expect(problems.map(({ message }) => message.includes("would not compile this"))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("provenance", () => {
  it("stays with every element: the file that defined it, not the one that touched its parent", () => {
    const first = design(
      '<classes><class id="Ward" _delta="define"><fields><field id="name"/></fields></class></classes>',
      "clinic-base",
    );
    const second = design(
      '<classes><class id="Ward"><fields><field id="beds" _delta="define"/></fields></class></classes>',
      "clinic-hr",
    );
    const { root } = mergeFlat([first, second], { strict: false });
    const ward = child(child(root, "classes") ?? root, "class", "Ward");
    const fileOf = (id: string) => child(at(ward, "fields") ?? root, "field", id)?.location.file;
    expect(ward?.location.file).toContain("clinic-base");
    expect([fileOf("name"), fileOf("beds")]).toEqual([
      "extensions/clinic-base/datamodel.clinic-base.xml",
      "extensions/clinic-hr/datamodel.clinic-hr.xml",
    ]);
  });

  it("keeps CDATA as it is", () => {
    const code = '<snippets><snippet id="x"><content><![CDATA[$a < 1]]></content></snippet></snippets>';
    const { root } = mergeFlat([design(code)], { strict: false });
    expect(at(root, "snippets", "snippet", "content")?.children).toMatchObject([
      { text: "$a < 1", cdata: true },
    ]);
  });
});
