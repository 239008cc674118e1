import ELK from "elkjs/lib/elk.bundled.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { MapView } from "../../server/contract.ts";
import { arrange } from "../../viewer/graph/arrange.ts";
import { elkGraphs, wishesOf, type Wishes } from "../../viewer/graph/elk-graph.ts";
import { columnOf } from "../../viewer/graph/lanes.ts";
import { MAX_ROWS } from "../../viewer/graph/grid.ts";
import { layOut, type Layout } from "../../viewer/graph/layout.ts";
import { mergedGroup } from "../browser/crowded-map.ts";
import { hospital, viewOf } from "../browser/hospital-map.ts";

const WINDOW = { width: 956, height: 711 };
const PERSON = viewOf(hospital(), new URLSearchParams({ expanded: "itop:Person,hr:Employee" }));

async function wishesFor(view: MapView): Promise<Wishes> {
  const engine = new ELK.default();
  return wishesOf(await Promise.all(elkGraphs(view).map((graph) => engine.layout(graph))));
}

describe("the layout of the hospital group", () => {
  const view = viewOf(hospital(), new URLSearchParams());
  let wishes: Wishes;
  let layout: Layout;

  beforeAll(async () => {
    wishes = await wishesFor(view);
    layout = layOut(view, wishes, WINDOW, ["field"]);
  });

  it("has a place for every node", () => {
    expect([...layout.points.keys()].sort()).toEqual(view.nodes.map(({ key }) => key).sort());
  });

  it("sets lanes from left to right in the order of the flow", () => {
    const xs = ["origin", "movement-in", "keep", "movement-out", "recipient"].map((lane) =>
      view.nodes.filter((node) => node.lane === lane).map(({ key }) => layout.points.get(key)?.x ?? NaN),
    );
    for (const [index, here] of xs.slice(0, -1).entries()) {
      expect(Math.max(...here)).toBeLessThan(Math.min(...(xs[index + 1] ?? [])));
    }
  });

  it("frames each system around all of its nodes, one under the other", () => {
    expect(layout.frames.map(({ system }) => system)).toEqual(["hr", "itop"]);
    for (const { key, system } of view.nodes) {
      const frame = layout.frames.find((each) => each.system === system);
      const y = layout.points.get(key)?.y ?? NaN;
      expect(y).toBeGreaterThan(frame?.y ?? NaN);
      expect(y).toBeLessThan((frame?.y ?? NaN) + (frame?.height ?? NaN));
    }
  });

  it("keeps nodes of a column at least a row apart", () => {
    expect(closest(view, layout)).toBeGreaterThanOrEqual(layout.pitch - 1e-6);
  });

  it("fills the window's proportions", () => {
    expect(layout.width / WINDOW.width).toBeGreaterThanOrEqual(layout.height / WINDOW.height - 0.01);
  });

  it("gives the same places whatever the order of the answer", async () => {
    const shuffled = { ...view, nodes: view.nodes.toReversed(), edges: view.edges.toReversed() };
    const again = layOut(shuffled, await wishesFor(shuffled), WINDOW, ["field"]);
    expect([...again.points].sort()).toEqual([...layout.points].sort());
  });

  it("moves nothing sideways and nothing of the system above when entities are opened", () => {
    const opened = arrange(layout, PERSON.nodes, PERSON.edges);
    for (const { key, system } of view.nodes) {
      const [before, after] = [layout.points.get(key), opened.points.get(key)];
      expect(after?.x).toBe(before?.x);
      if (system === "hr") expect(after).toEqual(before);
    }
  });

  it("seats opened fields beside their entity, a row apart", () => {
    const opened = arrange(layout, PERSON.nodes, PERSON.edges);
    const fields = PERSON.nodes.filter(({ parent }) => parent === "itop:Person");
    expect(fields).toHaveLength(5);
    const person = opened.points.get("itop:Person");
    for (const { key } of fields) {
      const point = opened.points.get(key);
      expect(point?.x).toBeGreaterThan(person?.x ?? NaN);
      expect(Math.abs((point?.y ?? NaN) - (person?.y ?? NaN))).toBeLessThan(200);
    }
    expect(closest(PERSON, opened)).toBeGreaterThan(20);
  });

  it("leaves every place as it is when a filter takes nodes away", () => {
    const filtered = viewOf(hospital(), new URLSearchParams({ category: "health" }));
    const arranged = arrange(layout, filtered.nodes, filtered.edges);
    expect(arranged.points.size).toBe(filtered.nodes.length);
    for (const [key, point] of arranged.points) expect(point).toEqual(layout.points.get(key));
  });

  it("gives a system that shows up only now a frame of its own", () => {
    const nodes = view.nodes.filter(({ system }) => system === "itop");
    const ground = layOut({ nodes, edges: view.edges }, wishes, WINDOW);
    const arranged = arrange(ground, view.nodes, view.edges);
    expect(arranged.frames.map(({ system }) => system)).toEqual(["itop", "hr"]);
    expect(arranged.points.size).toBe(view.nodes.length);
  });
});

describe("the layout of a crowded estate", () => {
  const view = viewOf(mergedGroup(), new URLSearchParams());

  it("sets a tall column in parts, none of them taller than the limit", async () => {
    const layout = layOut(view, await wishesFor(view), WINDOW);
    expect(layout.dense).toBe(true);
    const rows = new Map<number, number>();
    for (const { x } of layout.points.values()) rows.set(x, (rows.get(x) ?? 0) + 1);
    expect(Math.max(...rows.values())).toBeLessThanOrEqual(MAX_ROWS);
  });
});

describe("a column in parts", () => {
  it("has its most relevant nodes in the last part, where names have room", async () => {
    const view = viewOf(mergedGroup(), new URLSearchParams());
    const { points } = layOut(view, await wishesFor(view), WINDOW);
    const last = Math.max(
      ...view.nodes.filter((node) => columnOf(node) === "entity").map(({ key }) => points.get(key)?.x ?? 0),
    );
    for (const key of ["itop:UserRequest", "itop:CareDevice"]) expect(points.get(key)?.x).toBe(last);
  });
});

describe("an empty view", () => {
  it("lays out to nothing", () => {
    expect(layOut({ nodes: [], edges: [] }, new Map(), WINDOW).points.size).toBe(0);
  });
});

/** Least vertical distance of two nodes in one place of a column. */
function closest(view: MapView, { points }: Layout): number {
  let least = Infinity;
  for (const a of view.nodes) {
    for (const b of view.nodes) {
      const [here, there] = [points.get(a.key), points.get(b.key)];
      if (a.key >= b.key || here === undefined || there === undefined) continue;
      if (columnOf(a) === columnOf(b) && here.x === there.x)
        least = Math.min(least, Math.abs(here.y - there.y));
    }
  }
  return least;
}
