import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { htmlRows } from "../../../analyzer/source/html-tables.ts";
import { LineCounter } from "../../../analyzer/source/line-counter.ts";

async function read(html: string, size = 9) {
  const bytes = Buffer.from(html);
  const problems: Problem[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const rows = [];
  for await (const row of htmlRows(chunks(), "quay.html", (problem) => problems.push(problem)))
    rows.push(row);
  return { rows, texts: rows.map(({ cells }) => cells.map(({ text }) => text)), problems };
}

describe("rows of HTML tables", () => {
  it("come with cells as text, links, and the line they begin at", async () => {
    const { rows, problems } = await read(
      '<html><body>\n<table class="listResults"><tr><th>Crane</th><th>Quay</th></tr>\n<tr><td><a href="?id=3">Søndre &amp; co</a></td><td>&nbsp;</td></tr></table></body></html>',
    );
    expect(rows).toMatchObject([
      {
        tableClass: "listResults",
        heading: true,
        cells: [{ text: "Crane" }, { text: "Quay" }],
        location: { line: 2 },
      },
      {
        heading: false,
        cells: [{ text: "Søndre & co", links: ["?id=3"] }, { text: "" }],
        location: { line: 3 },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("keep the lines of a text and pass over scripts", async () => {
    const { texts } = await read(
      "<table><tr><td><p>one</p><p>two<br/>three</p><script>var a = '<td>';</script></td></tr></table>",
    );
    expect(texts).toEqual([["one\n\ntwo\nthree".replace("\n\n", "\n")]]);
  });

  it("take a table within a cell as text of the cell", async () => {
    const { texts } = await read(
      "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>",
    );
    expect(texts.map((cells) => cells.map((text) => text.replace(/\s+/g, " ")))).toEqual([["a b", "c"]]);
  });

  it("are told by their width where an exporter forgot to open them", async () => {
    const { texts } = await read(
      "<table border='1'><tr><td>Crane</td><td>Quay</td></tr><td>1</td>\n<td>2</td></tr>\n<td>3</td>\n<td>4</td></tr></table>",
    );
    expect(texts).toEqual([
      ["Crane", "Quay"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("tell a text that is only emphasis from one that is not", async () => {
    const { rows } = await read("<table><tr><td><em>none</em></td><td>very <em>good</em></td></tr></table>");
    expect(rows[0]?.cells.map(({ emphasised }) => emphasised)).toEqual([true, false]);
  });

  it("say when the page ends too early", async () => {
    const { texts, problems } = await read("<table><tr><td>1</td></tr><tr><td>2");
    expect(texts).toEqual([["1"], ["2"]]);
    expect(problems.map(({ kind }) => kind)).toEqual(["truncated"]);
  });

  it("read whatever a cell holds, escaped", async () => {
    const text = fc.string({ unit: "grapheme-ascii", maxLength: 20 }).map((each) => each.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        async (cells, size) => {
          const escaped = cells.map((each) => each.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
          const { texts } = await read(
            `<table><tr>${escaped.map((each) => `<td>${each}</td>`).join("")}</tr></table>`,
            size,
          );
          expect(texts).toEqual([cells]);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("a page made to keep the parser busy", () => {
  it.each([
    ["tags nobody closes", "<b>"],
    ["tables in tables", "<table><tr><td>"],
    ["rows that do not end", "<tr><td><b>"],
  ])("is read up to where it nests too deep: %s", async (_, tags) => {
    const { texts, problems } = await read(
      `<table><tr><td>Crane</td></tr>\n<tr><td>${tags.repeat(100_000)}</b></p>`,
      50_000,
    );
    expect(texts[0]).toEqual(["Crane"]);
    expect(problems).toMatchObject([{ kind: "limit", location: { file: "quay.html" } }]);
    expect(problems[0]?.message).toContain("MAX_HTML_DEPTH");
  });
});

describe("lines of a stream", () => {
  it("are those of the whole text, however it is cut", () => {
    const text = fc.array(fc.constantFrom("a", "\n", "bc"), { maxLength: 40 });
    fc.assert(
      fc.property(text, (pieces) => {
        const lines = new LineCounter();
        let whole = "";
        for (const piece of pieces) {
          lines.push(piece);
          whole += piece;
          const offset = whole.length - piece.length;
          expect(lines.lineAt(offset)).toBe(whole.slice(0, offset).split("\n").length);
        }
      }),
    );
  });
});
