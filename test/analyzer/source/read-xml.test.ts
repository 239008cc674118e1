import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS, readXml } from "../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../analyzer/source/text.ts";
import { at, child, isElement, isText, textOf, type XmlElement } from "../../../analyzer/source/xml.ts";

const FILE = "extensions/stadtklinik-hr/datamodel.stadtklinik-hr.xml";

function read(text: string) {
  return readXml(new SourceText(FILE, text));
}

describe("readXml", () => {
  it("locates the start tag of an element, even when an attribute holds a closing bracket", () => {
    const { root } = read(
      '<itop_design>\n  <field id="ward" note="beds > 4">\n    <sql>ward</sql>\n  </field>\n</itop_design>',
    );
    expect(root && child(root, "field")?.location).toEqual({
      file: FILE,
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 36,
    });
  });

  it("drops blank text between elements and keeps text with its blanks", () => {
    const { root } = read("<class>\n  <parent> Person </parent>\n</class>");
    expect(root?.children).toHaveLength(1);
    expect(root && child(root, "parent")?.children).toMatchObject([{ text: " Person ", cdata: false }]);
  });

  it("keeps CDATA apart from text, also an empty one", () => {
    const { root } = read("<code><![CDATA[if ($a < $b) { }]]></code>");
    expect(root?.children).toMatchObject([{ text: "if ($a < $b) { }", cdata: true }]);
    expect(read("<code><![CDATA[]]></code>").root?.children).toMatchObject([{ text: "", cdata: true }]);
  });

  it("lists every comment, also outside the root, and keeps those inside as nodes", () => {
    const { root, comments } = read(
      "<!-- head --><a><!-- art30-ignore storage/x: agreed --><b/></a><!-- tail -->",
    );
    expect(comments.map(({ comment }) => comment.trim())).toEqual([
      "head",
      "art30-ignore storage/x: agreed",
      "tail",
    ]);
    expect(root?.children[0]).toBe(comments[1]);
  });

  it("tolerates a byte order mark and CRLF, with lines and columns as an editor shows them", () => {
    const { root, problems } = read('\uFEFF<?xml version="1.0"?>\r\n<a>\r\n  <b>one\r\ntwo</b>\r\n</a>');
    expect(problems).toEqual([]);
    expect(root && child(root, "b")?.location).toMatchObject({ line: 3, column: 3 });
    expect(textOf(root ? child(root, "b") : undefined)).toBe("one\ntwo");
  });

  it("counts columns in UTF-16 units behind characters outside the basic plane", () => {
    const { root } = read("<a><b>🏥</b><c/></a>");
    expect(root && child(root, "c")?.location).toMatchObject({ line: 1, column: 13 });
  });

  it("says where a document is not well-formed", () => {
    const { root, problems } = read("<class>\n  <fields>\n    <field id='ward'>\n  </fields>\n</class>");
    expect(root).toBeNull();
    expect(problems).toMatchObject([{ kind: "malformed", location: { file: FILE, line: 4, column: 3 } }]);
  });

  it("places a syntax error behind characters outside the basic plane correctly", () => {
    expect(read("<a>🏥🏥 <b></a>").problems).toMatchObject([
      { kind: "malformed", location: { line: 1, column: 12 } },
    ]);
  });

  it("never expands an entity, and does not repeat what may be cut out of a value", () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "haha"><!ENTITY y "&x;&x;">]><a>&y;</a>';
    expect(read(bomb)).toMatchObject({ root: null, problems: [{ kind: "malformed" }] });
    const { problems } = read("<person><name>Brandt &Keller; Co</name></person>");
    expect(problems[0]?.message).not.toContain("Keller");
  });

  it("reports a document type and reads on", () => {
    const { root, problems } = read('<!DOCTYPE itop_design SYSTEM "file:///etc/passwd"><itop_design/>');
    expect(root?.name).toBe("itop_design");
    expect(problems).toMatchObject([{ kind: "not-analysed" }]);
  });

  it.each(["", "   ", "not xml at all", "<", "<a", '<a b="', "<a><![CDATA[", "<!--", "\u0000<a/>"])(
    "answers %j with a problem",
    (text) => {
      const { root, problems } = read(text);
      expect(root).toBeNull();
      expect(problems).toHaveLength(1);
    },
  );

  it("accepts nesting up to the limit and refuses more before it can exhaust the stack", () => {
    const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(read(nested(MAX_XML_DEPTH)).problems).toEqual([]);
    expect(read(nested(MAX_XML_DEPTH + 1)).problems).toMatchObject([{ kind: "limit" }]);
    expect(read("<a>".repeat(200_000)).problems).toMatchObject([{ kind: "limit" }]);
  });

  it("refuses more elements than the limit", () => {
    const text = `<a>${"<b/>".repeat(MAX_XML_ELEMENTS)}</a>`;
    expect(read(text)).toMatchObject({ root: null, problems: [{ kind: "limit" }] });
  });

  it("does not count what only looks like tags", () => {
    const looks = `<a><![CDATA[${"<b>".repeat(MAX_XML_DEPTH + 1)}]]><!-- ${"<b>".repeat(MAX_XML_DEPTH + 1)} --></a>`;
    expect(read(looks).problems).toEqual([]);
  });

  it("reads a megabyte of carriage returns in one text within a moment", () => {
    const started = performance.now();
    expect(read(`<a><![CDATA[${"x\r".repeat(500_000)}]]></a>`).problems).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("follows child names and ignores other nodes on the way", () => {
    const { root } = read("<class><!-- x --><properties>text<abstract>true</abstract></properties></class>");
    expect(textOf(at(root ?? undefined, "properties", "abstract"))).toBe("true");
  });
});

describe("readXml on written trees", () => {
  const name = fc.constantFrom("class", "fields", "field", "sql", "value");
  const text = fc
    .string({ unit: fc.constantFrom(..."aé🏥 <>&\"'\n"), minLength: 1, maxLength: 12 })
    .filter((each) => each.trim() !== "");
  const { tree } = fc.letrec<{ tree: Written }>((tie) => ({
    tree: fc.record({
      name,
      attributes: fc.dictionary(
        fc.constantFrom("id", "_delta", "xsi:type"),
        fc.constantFrom("", "a > b", "é", "&<'\""),
      ),
      content: fc.oneof({ depthSize: "small" }, text, fc.array(tie("tree"), { maxLength: 3 })),
    }),
  }));

  it("reads back what was written", () => {
    fc.assert(
      fc.property(tree, (written) => {
        const { root, problems } = read(write(written));
        expect(problems).toEqual([]);
        expect(root && simplify(root)).toEqual(written);
      }),
    );
  });
});

interface Written {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly content: string | Written[];
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function write({ name, attributes, content }: Written): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const inner = typeof content === "string" ? escape(content) : content.map(write).join("\n");
  return `<${name}${written.join("")}>${inner}</${name}>`;
}

function simplify(element: XmlElement): Written {
  const texts = element.children.filter(isText).map(({ text }) => text);
  return {
    name: element.name,
    attributes: { ...element.attributes },
    content: texts.length > 0 ? texts.join("") : element.children.filter(isElement).map(simplify),
  };
}
