import { describe, expect, it } from "vitest";
import { at, child } from "../../../../analyzer/source/xml.ts";
import { mergeNested } from "../../../../analyzer/systems/itop/merge/nested.ts";
import { design, element, show } from "./xml-fixture.ts";

const BASE = element(
  '<itop_design><menus><menu id="Wards"><rank>1</rank><oql>SELECT Ward</oql></menu><menu id="Staff"/></menus></itop_design>',
);
const WARDS = '<menu id="Wards"><rank>1</rank><oql>SELECT Ward</oql></menu>';
const STAFF = '<menu id="Staff"/>';

/** Merges contents of `<menus>` one after the other into the base; each is a document of its own. */
function merge(...deltas: readonly string[]) {
  const documents = deltas.map((delta) => design(`<menus>${delta}</menus>`));
  const { root, problems, failures } = mergeNested(documents, { design: "1.7", base: BASE });
  const menus = child(root, "menus");
  const shown = menus === undefined ? "" : show(menus).replace(/^<menus>|<\/menus>$/g, "");
  return { shown, problems, errors: failures.map(({ code, document }) => [code, document]) };
}

describe("a text without _delta in the nested merge", () => {
  it("is passed over where the element is there, and that is said", () => {
    const { shown, errors, problems } = merge('<menu id="Wards">\n<rank>2</rank></menu>');
    expect(shown).toBe(WARDS + STAFF);
    expect(errors).toEqual([]);
    expect(problems).toMatchObject([
      { kind: "merge", lost: "menus/menu[Wards]/rank", location: { line: 2 } },
    ]);
    expect(problems[0]?.message).toContain("it has no effect");
  });

  it("leaves an element empty that is created", () => {
    const { shown, problems } = merge('<menu id="Beds"><rank>3</rank><oql/></menu>');
    expect(shown).toBe(`${WARDS}${STAFF}<menu id="Beds"><rank/><oql/></menu>`);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("it has no effect")]);
  });

  it("is no surprise when it says what is there already, or nothing", () => {
    expect(merge('<menu id="Wards"><rank>1</rank><oql> </oql></menu>')).toMatchObject({
      shown: WARDS + STAFF,
      problems: [],
    });
  });

  it("is passed over under merge, must_exist and if_exists as well", () => {
    const deltas = ["merge", "must_exist", "if_exists"].map(
      (flag) => `<menu id="Wards"><rank _delta="${flag}">2</rank></menu>`,
    );
    expect(merge(...deltas)).toMatchObject({ shown: WARDS + STAFF, errors: [] });
    expect(merge(...deltas).problems).toHaveLength(3);
  });

  it("counts inside a definition and under a flag that sets it", () => {
    const delta =
      '<menu id="Beds" _delta="define"><rank>3</rank></menu><menu id="Wards"><rank _delta="redefine">2</rank></menu>';
    expect(merge(delta)).toMatchObject({
      shown: `${WARDS.replace("1", "2")}${STAFF}<menu id="Beds"><rank>3</rank></menu>`,
      problems: [],
    });
  });
});

describe("a node without _delta in the nested merge", () => {
  it("is created with its attributes as they are", () => {
    expect(merge('<menu id="Beds" xsi:type="OQL"/>').shown).toContain('<menu id="Beds" xsi:type="OQL"/>');
  });

  it("is created behind all others after a deletion, not in its place", () => {
    expect(merge('<menu id="Wards" _delta="delete"/>', '<menu id="Wards"><rank/></menu>').shown).toBe(
      `${STAFF}<menu id="Wards"><rank/></menu>`,
    );
  });

  it("bears no mark of its creation, so that it can be deleted once only", () => {
    const gone = '<menu id="Beds" _delta="delete"/>';
    expect(merge('<menu id="Beds"/>', gone, gone).errors).toEqual([[6, 2]]);
    expect(merge('<menu id="Beds" _delta="define"/>', gone, gone).errors).toEqual([[2, 2]]);
  });
});

describe("the flags in the nested merge", () => {
  it.each([
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
    ["force replaces", '<menu id="Wards" _delta="force"/>', '<menu id="Wards"/>'],
    ["redefine replaces", '<menu id="Wards" _delta="redefine"/>', '<menu id="Wards"/>'],
    ["define_if_not_exists adds", '<menu id="Beds" _delta="define_if_not_exists"/>', '<menu id="Beds"/>'],
    ["define_if_not_exists leaves alone", '<menu id="Wards" _delta="define_if_not_exists"/>', WARDS],
    [
      "must_exist reaches inside",
      '<menu id="Wards" _delta="must_exist"><oql _delta="delete"/></menu>',
      '<menu id="Wards"><rank>1</rank></menu>',
    ],
    [
      "if_exists reaches inside",
      '<menu id="Wards" _delta="if_exists"><oql _delta="delete"/></menu>',
      '<menu id="Wards"><rank>1</rank></menu>',
    ],
  ])("%s", (_, delta, expected) => {
    const { shown, problems } = merge(delta);
    expect(problems).toEqual([]);
    expect(shown).toContain(expected);
  });

  it.each([
    [0, '<menu id="Beds" _delta="must_exist"/>'],
    [0, '<menu id="Wards" _delta="delete"/><menu id="Wards" _delta="must_exist"/>'],
    [1, '<menu id="Wards" _delta="define"/>'],
    [2, '<menu id="Beds" _delta="delete"/>'],
    [3, '<menu id="Beds" _delta="redefine"/>'],
    [4, '<menu id="Wards" _delta="delete"/><menu id="Wards" _delta="redefine"/>'],
    [5, '<menu id="Wards" _delta="define_if_exists"/>'],
    [6, '<menu id="Wards" _delta="delete"/><menu id="Wards" _delta="delete"/>'],
  ])("give error %d on %s", (code, delta) => {
    expect(merge(delta).errors).toEqual([[code, 0]]);
  });

  it("say of a failed must_exist that iTop gives no number", () => {
    const [problem] = merge('<menu id="Beds" _delta="must_exist"/>').problems;
    expect(problem?.message).toContain(
      "without number: menus/menu[Beds] does not exist. iTop would not compile this",
    );
  });

  it("if_exists and delete_if_exists pass over what is absent", () => {
    const delta =
      '<menu id="Beds" _delta="if_exists"><rank>1</rank></menu><menu id="Beds" _delta="delete_if_exists"/>';
    expect(merge(delta, delta)).toMatchObject({ shown: WARDS + STAFF, problems: [] });
  });

  it("if_exists does not bring back what was deleted, as iTop does by mistake, and says so", () => {
    const { shown, errors, problems } = merge(
      '<menu id="Wards" _delta="delete_if_exists"/>',
      '<menu id="Wards" _delta="if_exists"><rank/></menu>',
    );
    expect(shown).toBe(STAFF);
    expect(errors).toEqual([]);
    expect(problems).toMatchObject([{ kind: "merge", lost: "menus/menu[Wards]" }]);
  });

  it("define puts a node in the place where one was deleted", () => {
    expect(merge('<menu id="Wards" _delta="delete"/>', '<menu id="Wards" _delta="define"/>').shown).toBe(
      `<menu id="Wards"/>${STAFF}`,
    );
  });

  it("define_if_not_exists takes over what is there: deleting it leaves no mark", () => {
    const gone = '<menu id="Staff" _delta="delete"/>';
    expect(merge('<menu id="Staff" _delta="define_if_not_exists"/>', gone, gone).errors).toEqual([[2, 2]]);
    expect(merge(gone, gone).errors).toEqual([[6, 1]]);
  });

  it("inside a definition are neither obeyed nor left in the result", () => {
    const delta =
      '<menu id="Beds" _delta="define"><rank _delta="delete">3</rank><oql _delta="bogus">SELECT Bed</oql></menu>';
    expect(merge(delta)).toMatchObject({
      shown: `${WARDS}${STAFF}<menu id="Beds"><rank>3</rank><oql>SELECT Bed</oql></menu>`,
      errors: [],
    });
  });
});

describe("a rename in the nested merge", () => {
  it("keeps the content under the new id, which later deltas use", () => {
    const renamed = merge(
      '<menu id="Units" _rename_from="Wards"/>',
      '<menu id="Units"><rank _delta="redefine">7</rank></menu>',
    );
    expect(renamed).toMatchObject({
      shown: `<menu id="Units"><rank>7</rank><oql>SELECT Ward</oql></menu>${STAFF}`,
      errors: [],
    });
  });

  it("is not made by force, which leaves the old node alone", () => {
    expect(merge('<menu id="Units" _rename_from="Wards" _delta="force"/>').shown).toContain(WARDS + STAFF);
  });

  it("takes the old node's place when it redefines", () => {
    expect(merge('<menu id="Units" _rename_from="Wards" _delta="redefine"/>').shown).toBe(
      `<menu id="Units"/>${STAFF}`,
    );
  });
});

describe("what fails in the nested merge", () => {
  it("is left as it was while the rest goes on; that iTop stops is said once per document", () => {
    const { shown, problems } = merge(
      '<menu id="Wards" _delta="define"/>\n<menu id="Staff" _delta="define"/><menu id="Beds" _delta="define"/>',
      '<menu id="Rooms" _delta="redefine"/>',
    );
    expect(shown).toBe(`${WARDS}${STAFF}<menu id="Beds"/>`);
    expect(
      problems.map(({ message, location }) => [message.includes("would not compile this"), location.line]),
    ).toEqual([
      [true, 1],
      [false, 2],
      [true, 1],
    ]);
  });
});

describe("the empty model of older versions", () => {
  it("has a section for events from design 3.1 on", () => {
    const sections = (version: "3.0" | "3.1") => mergeNested([], { design: version }).root;
    expect(at(sections("3.0"), "events")).toBeUndefined();
    expect(at(sections("3.1"), "events")).toBeDefined();
  });
});
