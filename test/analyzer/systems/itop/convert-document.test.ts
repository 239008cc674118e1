import { describe, expect, it } from "vitest";
import { childrenNamed, at } from "../../../../analyzer/source/xml.ts";
import { mergeModel } from "../../../../analyzer/systems/itop/merge/merge.ts";
import { design } from "./xml-fixture.ts";

const WARD =
  '<classes><class id="Ward" _delta="define"><parent>cmdbAbstractObject</parent></class></classes>';
const BED = '<classes><class id="Bed" _delta="define"><parent>cmdbAbstractObject</parent></class></classes>';

function merge(version: string, targetVersion: string | null, content = WARD, assumed = false) {
  const documents = [
    design(content, "ward-plan", version === "" ? "" : `version="${version}"`),
    design(BED, "bed-plan", 'version="1.0"'),
  ];
  const { root, problems } = mergeModel(documents, { targetVersion, assumed });
  const classes = childrenNamed(at(root, "classes") ?? root, "class").map(
    ({ attributes }) => attributes["id"],
  );
  return { classes: classes.slice(3), problems };
}

describe("a file of a design version the target does not know", () => {
  it("is left out and told with what iTop says, while the rest is read", () => {
    const { classes, problems } = merge("3.2", "2.7.11");
    expect(classes).toEqual(["Bed"]);
    expect(problems).toMatchObject([{ kind: "merge", lost: "the whole file", location: { line: 1 } }]);
    expect(problems[0]?.message).toContain(
      'iTop would not compile this: it cannot load module ward-plan, "Unknown source format version: 3.2"',
    );
  });

  it("tells what it would have to give up for that version", () => {
    const { problems } = merge("3.1", "3.0.4", '<events><event id="E" _delta="define"/></events>');
    expect(problems[0]?.message).toContain("Rewritten for 3.0 it would change: events is removed.");
  });

  it.each(["3.3", "three", "1.8", " 3.1"])("is refused as version %j by every known release", (version) => {
    expect(merge(version, "3.2.0").classes).toEqual(["Bed"]);
  });

  it("never quotes more of a version than a version has", () => {
    const { problems } = merge("&lt;script&gt;alert(1)&lt;/script&gt;", "3.2.0");
    expect(problems[0]?.message).toContain('version: ?script?alert?1???sc"');
  });

  it.each([
    ["3.3", null, false],
    ["3.3", "3.2", true],
    ["3.3", "3.3.0", false],
    ["4.0", "4.0.1", false],
  ])("is read as the newest known when iTop itself may be newer: %s for %s", (version, target, assumed) => {
    const { classes, problems } = merge(version, target, WARD, assumed);
    expect(classes).toEqual(["Ward", "Bed"]);
    expect(problems).toMatchObject([{ kind: "merge" }]);
    expect(problems[0]?.message).toContain("newer than any iTop that is known here");
  });

  it("is 1.0 where it says none", () => {
    expect(merge("", "2.7.11")).toMatchObject({ classes: ["Ward", "Bed"], problems: [] });
  });

  it("is converted down where it is a compiled model, which no iTop has to load any more", () => {
    const compiled =
      '<classes><class id="DBObject"/><class id="CMDBObject"/><class id="cmdbAbstractObject"/><class id="Ward"><parent>cmdbAbstractObject</parent><event_listeners/></class></classes>';
    const { classes, problems } = merge("3.1", "3.0.4", compiled);
    expect(classes).toEqual(["Ward", "Bed"]);
    expect(problems[0]?.message).toContain(
      "compiled in design version 3.1 and is read for 3.0: event_listeners",
    );
  });
});

describe("a value without text in a file of version 1.7 or before", () => {
  const values =
    '<classes><class id="Ward" _delta="define"><parent>cmdbAbstractObject</parent><fields><field id="kind" xsi:type="AttributeEnum"><values>\n<value id="icu" _delta="delete"/></values></field></fields></class></classes>';

  it("stops iTop 3.0, which is said while the file is read", () => {
    const { classes, problems } = merge("1.7", "3.0.4", values);
    expect(classes).toEqual(["Ward", "Bed"]);
    expect(problems).toMatchObject([{ kind: "merge", location: { line: 2 } }]);
    expect(problems[0]?.message).toContain("iTop 3.0 would not compile this");
  });

  it.each([
    ["1.7", "2.7.11"],
    ["1.7", "3.1.2"],
    ["3.0", "3.0.4"],
  ])("is nothing to speak of in version %s for iTop %s", (version, target) => {
    expect(merge(version, target, values).problems).toEqual([]);
  });
});
