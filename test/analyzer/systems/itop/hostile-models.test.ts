import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../analyzer/model/problem.ts";
import { classOf, design, itop, module, type Files } from "./itop-estate.ts";

const BROKEN = "extensions/broken/datamodel.broken.xml";

/** A sound module, and one whose data model file is what a test makes of it. */
const beside = (content: string | Uint8Array): Files => ({
  ...module("a-ward-plan/1.0.0", { model: classOf("Ward", '<field id="bell" xsi:type="AttributeString"/>') }),
  ...module("broken/1.0.0"),
  [BROKEN]: content,
});

/** The built-in catalogue stands in for the standard model; that is said at some file. */
const ofBroken = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ kind, location }) => kind !== "catalogue" && location.file === BROKEN);

const read = async (content: string | Uint8Array) => {
  const found = await itop(beside(content), { version: "3.2.0" });
  const problems = ofBroken(found.problems);
  return { ...found, problems };
};

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a data model file that cannot be read", () => {
  it.each<[string, string | Uint8Array, string, number]>([
    ["ends too early", '<itop_design version="3.2">\n<classes>\n<class id="Bed"', "malformed", 3],
    ["closes another tag", '<itop_design version="3.2">\n<classes></class>', "malformed", 2],
    ["nests 100,000 deep", `<itop_design version="3.2">${"<class>".repeat(100_000)}`, "limit", 1],
    [
      "holds a NUL byte",
      bytes('<itop_design version="3.2">\n<classes>\u0000</classes></itop_design>'),
      "binary",
      1,
    ],
    [
      "uses an entity of its own",
      '<!DOCTYPE itop_design [<!ENTITY a "x">]>\n<itop_design version="3.2">&a;</itop_design>',
      "malformed",
      2,
    ],
    [
      "is a bomb of entities",
      `<!DOCTYPE itop_design [<!ENTITY a "${"x".repeat(99)}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<itop_design version="3.2"><menus>&c;</menus></itop_design>`,
      "malformed",
      2,
    ],
    [
      "asks for a file of the server",
      '<!DOCTYPE itop_design [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<itop_design version="3.2">&a;</itop_design>',
      "malformed",
      2,
    ],
    [
      "holds the end of a CDATA section in a plain text",
      '<itop_design version="3.2">\n<snippets>a ]]> b</snippets></itop_design>',
      "malformed",
      2,
    ],
  ])("because it %s is a located problem, and the rest is read", async (_, content, kind, line) => {
    const { problems, field } = await read(content);
    expect(problems.map((each) => each.kind)).toContain(kind);
    expect(problems.find((each) => each.kind === kind)?.location.line).toBe(line);
    expect(field("Ward", "bell")).toBeDefined();
  });
});

describe("a data model file that only looks broken", () => {
  const bed = design(classOf("Bed", '<field id="number" xsi:type="AttributeString"/>'));

  it.each<[string, string | Uint8Array]>([
    ["starts with a byte order mark", `\uFEFF${bed}`],
    ["is UTF-16, little end first", utf16(bed, false)],
    ["is UTF-16, big end first", utf16(bed, true)],
    [
      "has a document type without entities",
      bed.replace("<itop_design", "<!DOCTYPE itop_design>\n<itop_design"),
    ],
    ["ends its lines as Windows does", bed.replaceAll("<", "\r\n<").trimStart()],
    [
      "holds CDATA that ends in ]]]>",
      bed.replace(
        "</classes>",
        '</classes><snippets><snippet id="x" _delta="define"><content><![CDATA[$a[$b[0]]]></content></snippet></snippets>',
      ),
    ],
  ])("is read although it %s", async (_, content) => {
    const { field } = await read(content);
    expect(field("Bed", "number")).toBeDefined();
    expect(field("Ward", "bell")).toBeDefined();
  });
});

describe("a model that does not hold together", () => {
  const model = async (content: string, version = "3.2.0") => {
    const found = await itop(beside(design(content, "3.0")), { version });
    return { ...found, problems: ofBroken(found.problems) };
  };
  const define = (id: string, parent: string, inner = ""): string =>
    `<class id="${id}" _delta="define"><parent>${parent}</parent>${inner}</class>`;

  it.each(["2.7.11", "3.2.0"])("reports classes that inherit in a circle, for iTop %s", async (version) => {
    const { problems, field } = await itop(
      {
        ...module("ward-plan/1.0.0", {
          version: "1.7",
          model: classOf("Ward", '<field id="bell" xsi:type="AttributeString"/>'),
        }),
        ...module("broken/1.0.0"),
        [BROKEN]: design(
          `<classes>\n${define("Chicken", "Egg")}\n${define("Egg", "Chicken")}</classes>`,
          "1.7",
        ),
      },
      { version },
    );
    expect(problems.filter(({ kind, location }) => kind === "merge" && location.file === BROKEN)).not.toEqual(
      [],
    );
    expect(field("Ward", "bell")).toBeDefined();
  });

  it("reports a class whose parent is missing, and keeps its own fields", async () => {
    const fields = '<fields><field id="number" xsi:type="AttributeString"/></fields>';
    const { problems, field } = await model(`<classes>\n${define("Bed", "Furniture", fields)}</classes>`);
    expect(problems).toMatchObject([{ kind: "unresolved", location: { line: 3 } }]);
    expect(field("Bed", "number")).toBeDefined();
  });

  it("reports a class that is deleted and then extended", async () => {
    const { problems, entity } = await model(
      '<classes><class id="Ward" _delta="delete"/>\n<class id="Ward" _delta="must_exist"><fields><field id="siren" xsi:type="AttributeString" _delta="define"/></fields></class></classes>',
    );
    expect(problems).toMatchObject([{ kind: "merge", location: { line: 3 } }]);
    expect(problems[0]?.message).toContain("NOT_FOUND");
    expect(entity("Ward")).toBeUndefined();
  });

  it("reports a class that is deleted and then extended on iTop 2.7", async () => {
    const content =
      '<classes><class id="Ward" _delta="delete"/>\n<class id="Ward" _delta="if_exists"><fields/></class>\n<class id="Ward" _delta="redefine"><parent>cmdbAbstractObject</parent></class></classes>';
    const { problems } = await itop(
      {
        ...module("a-ward-plan/1.0.0", { version: "1.7", model: classOf("Ward") }),
        ...module("broken/1.0.0"),
        [BROKEN]: design(content, "1.7"),
      },
      { version: "2.7.11" },
    );
    expect(problems.filter(({ kind }) => kind === "merge")).toMatchObject([
      { location: { file: BROKEN, line: 4 } },
    ]);
  });

  it("reports a field that is defined twice, the second time where it stands", async () => {
    const fields =
      '<fields>\n<field id="mac" xsi:type="AttributeString"/>\n<field id="mac" xsi:type="AttributeText"/></fields>';
    const { problems, field } = await model(
      `<classes>${define("Port", "cmdbAbstractObject", fields)}</classes>`,
    );
    expect(problems).toMatchObject([{ kind: "duplicate", location: { line: 4 } }]);
    expect(field("Port", "mac")?.kind).toBe("string");
  });

  it("reads types in any case and ids in any spelling", async () => {
    const fields = '<fields><field id="Room_Number" xsi:type="attributeString"/></fields>';
    const { problems, field } = await model(
      `<classes>${define("Night_Ward", "cmdbAbstractObject", fields)}</classes>`,
    );
    expect(problems).toEqual([]);
    expect(field("Night_Ward", "Room_Number")).toMatchObject({
      kind: "string",
      declaredType: "attributeString",
    });
  });

  it("takes no misspelt _define for a flag, and says where it stands", async () => {
    const { problems } = await model(
      '<classes>\n<class id="Ward" _define="define"><fields/></class></classes>',
    );
    expect(problems).toMatchObject([{ kind: "unknown-value", location: { line: 3 } }]);
  });

  it("says of every element that its flag is misspelt, however many there are", async () => {
    const { problems, field } = await model(
      `<classes>${'<class id="Ward" _define="x"/>'.repeat(150_000)}</classes>`,
    );
    expect(problems.filter(({ kind }) => kind === "unknown-value")).toHaveLength(150_000);
    expect(field("Ward", "bell")).toBeDefined();
  });

  it("takes a whole old model in one module as redefinitions of what is there", async () => {
    const redefined =
      '<class id="Ward" _delta="redefine"><parent>cmdbAbstractObject</parent><fields><field id="horn" xsi:type="AttributeString"/></fields></class>';
    const { entity } = await itop(
      {
        ...module("ward-plan/1.0.0", {
          model: classOf("Ward", '<field id="bell" xsi:type="AttributeString"/>'),
        }),
        ...module("old-model/1.0.0", {
          keys: "'dependencies' => array('ward-plan/1.0.0')",
          model: `<classes>${redefined}</classes>`,
        }),
      },
      { version: "3.2.0" },
    );
    expect(
      entity("Ward")
        ?.fields.filter(({ implicit }) => !implicit)
        .map(({ name }) => name),
    ).toEqual(["horn"]);
  });
});

describe("a module file that PHP cannot parse", () => {
  it("is a located problem, and other modules are read", async () => {
    const { problems, field, system } = await itop({
      ...module("ward-plan/1.0.0", {
        model: classOf("Ward", '<field id="bell" xsi:type="AttributeString"/>'),
      }),
      "extensions/odd/module.odd.php":
        "<?php\nSetupWebPage::AddModule(__FILE__, 'odd/1.0.0', array(\n'label' => ",
    });
    expect(problems.find(({ location }) => location.file === "extensions/odd/module.odd.php")).toMatchObject({
      location: { line: expect.any(Number) },
    });
    expect(system.modules).toEqual(["ward-plan"]);
    expect(field("Ward", "bell")).toBeDefined();
  });

  it("may lie below a path of more than 200 characters", async () => {
    const folder = `extensions/${"a-long-folder-name/".repeat(15)}ward-plan`;
    const { entity } = await itop(module("ward-plan/1.0.0", { folder, model: classOf("Ward") }));
    expect(entity("Ward")?.location?.file.length).toBeGreaterThan(200);
  });
});
