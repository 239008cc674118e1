import { parseXml } from "@rgrove/parse-xml";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../../analyzer/graph/build.ts";
import { toHtml } from "../../../../analyzer/graph/export/html.ts";
import { BOX, layOut } from "../../../../analyzer/graph/export/layout.ts";
import { linesOf } from "../../../../analyzer/graph/export/lines.ts";
import { toMermaid } from "../../../../analyzer/graph/export/mermaid.ts";
import { toSvg } from "../../../../analyzer/graph/export/svg.ts";
import { tablesOf } from "../../../../analyzer/graph/export/table.ts";
import { collapse } from "../../../../analyzer/graph/levels.ts";
import { cutMiddle } from "../../../../analyzer/graph/plain-text.ts";
import { hospital, verdicts } from "../hospital.ts";

const graph = buildGraph(hospital(), verdicts);
const caption = { title: "St Clair", asOf: "2026-07-01", filters: { category: ["health" as const] } };
const views = (["estate", "modules", "entities", "fields"] as const).map((level) =>
  collapse(graph, { level }),
);
const entities = collapse(graph, { level: "entities" });

describe("the layout", () => {
  it("never lets two boxes overlap, at any level", () => {
    for (const view of views) {
      const boxes = [...layOut(view, 100).boxes.values()];
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const apart = Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height;
          expect(apart, `${a.node.key} and ${b.node.key}`).toBe(true);
        }
      }
    }
  });

  it("keeps every box in its frame", () => {
    for (const view of views) {
      const { boxes, frames } = layOut(view, 100);
      for (const { node, y } of boxes.values()) {
        const frame = frames.find(({ system }) => system === node.system);
        expect(y).toBeGreaterThanOrEqual(frame?.y ?? Infinity);
        expect(y + BOX.height).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
      }
    }
  });

  it("goes from origins at the left to recipients at the right", () => {
    const { boxes } = layOut(entities, 100);
    const x = (key: string): number => boxes.get(key)?.x ?? NaN;
    expect(x("itop:party/HR directory")).toBeLessThan(x("itop:sync/HR employees"));
    expect(x("itop:sync/HR employees")).toBeLessThan(x("itop:Person"));
    expect(x("itop:Person")).toBeLessThan(x("itop:notification/New ticket"));
    expect(x("itop:notification/New ticket")).toBeLessThan(x("itop:party/data subject"));
  });

  it("never lets two labels of lines overlap each other or a box", () => {
    const layout = layOut(entities, 100);
    const labels = linesOf(entities.edges, layout).flatMap(({ label }) =>
      label === null ? [] : [{ ...label, height: 13 }],
    );
    const boxes = [...layout.boxes.values()].map(({ x, y }) => ({
      x,
      y,
      width: BOX.width,
      height: BOX.height,
    }));
    expect(labels.length).toBeGreaterThan(5);
    for (const [index, a] of labels.entries()) {
      for (const b of [...labels.slice(index + 1), ...boxes]) {
        expect(
          a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
        ).toBe(false);
      }
    }
  });
});

describe("the SVG", () => {
  it("is the same for the same view, and well-formed", () => {
    const svg = toSvg(entities, caption);
    expect(toSvg(collapse(graph, { level: "entities" }), caption)).toBe(svg);
    expect(() => parseXml(svg)).not.toThrow();
  });

  it("has lane headings, date, filter in words and a legend of the marks that occur", () => {
    const svg = toSvg(entities, caption);
    for (const words of ["Origins", "Movements in", "Entities and stores", "Movements out", "Recipients"])
      expect(svg).toContain(words);
    expect(svg).toContain("as of 2026-07-01 · level: entities · categories: health");
    expect(svg).toContain("special category (Art. 9)");
    expect(svg).not.toContain("criminal convictions");
  });

  it("gives delicate data a letter and a pattern besides its colour", () => {
    expect(toSvg(entities, caption)).toMatch(/url\(#p-crossed\)"[^>]*\/><text class="letter"[^>]*>9</);
  });

  it("draws lines that leave the organisation with their own head", () => {
    expect(toSvg(entities, caption)).toContain('marker-end="url(#head-out)"');
    const inside = collapse(buildGraph(hospital({ movements: [], notifications: [] }), verdicts), {
      level: "entities",
    });
    expect(toSvg(inside, caption)).not.toContain('marker-end="url(#head-out)"');
  });

  it("says so when there is nothing to draw", () => {
    const empty = collapse(graph, { level: "entities", filters: { system: ["payroll"] } });
    expect(toSvg(empty, caption)).toContain("Nothing to show with these filters.");
  });
});

describe("the page and the table", () => {
  it("list every line and every element of the drawing", () => {
    const [flows, elements] = tablesOf(entities);
    expect(flows?.rows).toHaveLength(entities.edges.length);
    expect(elements?.rows).toHaveLength(entities.nodes.length);
    expect(toHtml(entities, caption)).toContain(`Flows (${entities.edges.length})`);
  });
});

describe("Mermaid", () => {
  it("frames each system and names each node once", () => {
    const text = toMermaid(entities);
    expect(text.startsWith("flowchart LR\n  subgraph s0[")).toBe(true);
    expect(text.match(/^ {6}n\d+/gm)).toHaveLength(entities.nodes.length);
    expect(text).toMatch(/linkStyle \d+(,\d+)* stroke:#c62828/);
  });
});

describe("long names", () => {
  it("are cut in the middle, counted in characters, not in halves of them", () => {
    expect(cutMiddle("lnkContactToFunctionalCI", 11)).toBe("lnkCo…nalCI");
    expect(cutMiddle("🏥🏥🏥🏥🏥", 3)).toBe("🏥…🏥");
    expect(cutMiddle("Person", 6)).toBe("Person");
  });
});
