import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { MAX_XML_DEPTH } from "../../../analyzer/source/read-xml.ts";
import { xmlRecords, type XmlShape } from "../../../analyzer/source/xml-records.ts";

const SHAPE: XmlShape = {
  containers: new Set(["Set", "Row"]),
  isSkipped: (name, before) => name === "data" && before.some((each) => each.name === "mimetype"),
};

async function read(text: string | Uint8Array, size = 7) {
  const bytes = Buffer.from(text as string);
  const problems: Problem[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const records = [];
  for await (const record of xmlRecords(chunks(), "quay.xml", SHAPE, (problem) => problems.push(problem))) {
    records.push({
      name: record.name,
      ...record.attributes,
      fields: Object.fromEntries(record.fields.map((field) => [field.name, field.text])),
      line: record.location.line,
    });
  }
  return { records, kinds: problems.map(({ kind }) => kind), problems };
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

describe("records of an XML file", () => {
  it("come one by one with attributes, texts and lines, whatever the chunks", async () => {
    const { records, kinds } = await read(
      '<?xml version="1.0"?>\n<Set>\n<Crane id="3"><name>Søndre &amp; &lt;kai&gt;</name><note></note></Crane>\n<Crane id="4"/>\n</Set>',
    );
    expect(records).toEqual([
      { name: "Crane", id: "3", fields: { name: "Søndre & <kai>", note: "" }, line: 3 },
      { name: "Crane", id: "4", fields: {}, line: 4 },
    ]);
    expect(kinds).toEqual([]);
  });

  it("stand in any of the containers", async () => {
    const { records } = await read('<Set><Row><Crane id="1"/><Quay id="2"/></Row></Set>');
    expect(records.map(({ name }) => name)).toEqual(["Crane", "Quay"]);
  });

  it("give every text back as it was written", async () => {
    const texts = fc.array(
      fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !/[\r]/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 50 }), async (all, size) => {
        const xml = `<Set>${all.map((text) => `<Crane><name>${escape(text)}</name></Crane>`).join("")}</Set>`;
        const { records, kinds } = await read(xml, size);
        expect(records.map(({ fields }) => fields["name"])).toEqual(all);
        expect(kinds).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("leave out what the caller does not want, such as the bytes of a picture", async () => {
    const problems: Problem[] = [];
    async function* chunks() {
      yield Buffer.from(
        "<Set><Crane><photo><mimetype>image/png</mimetype><data>aGVsbG8=</data></photo></Crane></Set>",
      );
    }
    for await (const { fields } of xmlRecords(chunks(), "f", SHAPE, (problem) => problems.push(problem))) {
      expect(fields[0]?.children.map(({ text }) => text)).toEqual(["image/png", ""]);
    }
  });

  it("never expand an entity, and say that the document type is not used", async () => {
    const { records, problems } = await read(
      '<!DOCTYPE Set [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><Set><Crane><name>&b;&c;</name></Crane></Set>',
    );
    expect(JSON.stringify(records)).not.toContain("xxxxxxxx");
    expect(problems.map(({ kind }) => kind)).toEqual(["not-analysed", "malformed"]);
    expect(problems.map(({ message }) => message).join(" ")).not.toContain("passwd");
  });

  it("are read as far as a cut file goes", async () => {
    const { records, kinds } = await read(
      "<Set><Crane id='1'><name>Nordre</name></Crane><Crane id='2'><name>Vest",
    );
    expect(records.map(({ fields }) => fields["name"])).toEqual(["Nordre", "Vest"]);
    expect(kinds).toEqual(["truncated"]);
  });

  it("go on after broken syntax", async () => {
    const { records, kinds } = await read(
      "<Set><Crane><name>A &nosuch; B</name></Crane><Crane><name>C</name></Crane></Set>",
    );
    expect(records.at(-1)?.fields["name"]).toBe("C");
    expect(kinds).toEqual(["malformed"]);
  });

  it("read Windows-1252 where the bytes are no UTF-8", async () => {
    const { records, kinds } = await read(
      Buffer.from("<Set><Crane><name>S\u00F8ndre</name></Crane></Set>", "latin1"),
    );
    expect(records[0]?.fields["name"]).toBe("Søndre");
    expect(kinds).toEqual(["encoding"]);
  });

  it("read UTF-16 by its byte-order mark", async () => {
    const { records } = await read(
      Buffer.from("\uFEFF<Set><Crane><name>Søndre</name></Crane></Set>", "utf16le"),
    );
    expect(records[0]?.fields["name"]).toBe("Søndre");
  });

  it("end where the text is no longer XML", async () => {
    const broken = `<Set><Crane><name>${"</b>".repeat(100_000)}</name></Crane></Set>`;
    const { problems, kinds } = await read(`<Set><Crane><name>A</name></Crane>${broken}`, 100_000);
    expect(kinds).toEqual(["malformed", "limit"]);
    expect(problems[1]?.message).toContain("MAX_XML_ERRORS");
  });

  it("end at hostile nesting", async () => {
    const { kinds } = await read("<Set>".repeat(MAX_XML_DEPTH * 20), 1000);
    expect(kinds).toEqual(["limit"]);
  });
});
