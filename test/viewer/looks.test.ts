import { describe, expect, it } from "vitest";
import { LINE_STYLES as PRINTED_LINES } from "../../analyzer/graph/export/legend.ts";
import * as printed from "../../analyzer/graph/export/marks.ts";
import { edgeLook, FADED, nodeLook } from "../../viewer/graph/appearance.ts";
import {
  FILLS,
  fillOf,
  LINE_STYLES,
  lineWidth,
  RINGS,
  SHAPES,
  shapeOf,
  worstOf,
} from "../../viewer/graph/marks.ts";
import { nameBox, overlap, withoutOverlap } from "../../viewer/graph/names.ts";
import { quietEdges } from "../../viewer/graph/quiet.ts";
import { steer } from "../../viewer/graph/steer.ts";
import { elementTwin, flowTwin } from "../../viewer/graph/twin.ts";
import { cutMiddle, nameOf, pathOf } from "../../viewer/graph/words.ts";
import { edge, hospital, node, viewOf } from "../browser/hospital-map.ts";

const THEME = {
  paper: "#fff",
  ink: "#111",
  muted: "#444",
  line: "#667085",
  lineOut: "#8a2f2f",
  lineCopy: "#b8c0cc",
  headOut: "#c62828",
  outline: "#344054",
  frame: "#f8f9fb",
  frameLine: "#c3c9d4",
  accent: "#14508c",
};
const REST = { bright: null, selected: null, hovered: null };
const ROWS = { dense: false, pitch: 60 };
const FEW = { lines: 1, quiet: new Set<string>() };
const person = node("itop:Person", "entity", "entity", "Person", "keep");

describe("marks", () => {
  it("give every sensitivity a letter of its own", () => {
    const letters = Object.values(FILLS).map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it("show free text as a question and no personal data as a dash", () => {
    expect(fillOf({ personal: "may-contain", sensitivity: "ordinary" }).letter).toBe("?");
    expect(fillOf({ personal: "no", sensitivity: "ordinary" }).letter).toBe("–");
  });

  it("show a secret even where nothing personal is known", () => {
    expect(fillOf({ personal: "no", sensitivity: "secret" }).letter).toBe("K");
  });

  it("tell history, logs and other stores apart", () => {
    expect(["history", "api-log", "attachment"].map((sort) => shapeOf({ kind: "store", sort }))).toEqual([
      "clock",
      "page",
      "drum",
    ]);
  });

  it("mean the same on screen as in an exported drawing", () => {
    expect(FILLS).toEqual(printed.FILLS);
    expect(SHAPES).toEqual(printed.SHAPES);
    for (const severity of ["error", "warning", "info"] as const) {
      const { colour, dash } = RINGS[severity];
      expect({ colour, dash: dash?.join(" ") ?? "" }).toEqual(printed.RINGS[severity]);
    }
    for (const style of Object.keys(PRINTED_LINES) as (keyof typeof PRINTED_LINES)[]) {
      const { dash, words } = LINE_STYLES[style];
      expect({ dash: dash?.join(" ") ?? "", words }).toEqual(PRINTED_LINES[style]);
    }
    for (const kind of ["party", "movement", "fold", "system", "module", "entity", "field"])
      expect(shapeOf({ kind, sort: "" } as Parameters<typeof shapeOf>[0])).toBe(
        printed.shapeOf({ kind, sort: "" }),
      );
  });

  it("ring a node by its worst finding", () => {
    expect(worstOf({ error: 0, warning: 2, info: 9 })).toBe("warning");
    expect(worstOf({ error: 0, warning: 0, info: 0 })).toBeNull();
  });

  it("grow lines by doublings and stop growing", () => {
    expect(lineWidth(2)).toBeGreaterThan(lineWidth(1));
    expect(lineWidth(4096)).toBe(5);
  });
});

describe("looks", () => {
  it("fade what is not bright", () => {
    const focus = { ...REST, bright: { nodes: new Set<string>(), edges: new Set<string>() } };
    expect(nodeLook(person, focus, THEME, ROWS).alpha).toBe(FADED.node);
    expect(nodeLook(person, REST, THEME, ROWS).alpha).toBe(1);
  });

  it("give each kind of evidence a stroke of its own", () => {
    const strokes = (["both", "declared", "claimed", "observed", "code"] as const).map(
      (evidence) => edgeLook(edge("itop:A", "itop:B", "reads", 1, evidence), REST, THEME, FEW).dash,
    );
    expect(new Set(strokes).size).toBe(5);
  });

  it("head what leaves the organisation in red", () => {
    expect(edgeLook(edge("itop:A", "itop:B", "sends", 1, "both", true), REST, THEME, FEW).head).toBe(
      THEME.headOut,
    );
  });
});

describe("a crowded picture", () => {
  it("draws a system no larger than the rows it stands in", () => {
    const system = node("itop", "system", "system", "iTop", "keep");
    expect(nodeLook(system, REST, THEME, { dense: false, pitch: 25 }).size).toBe(12.5);
    expect(nodeLook(system, REST, THEME, ROWS).size).toBeGreaterThan(
      nodeLook(person, REST, THEME, ROWS).size,
    );
  });

  const wards = Array.from({ length: 20 }, (_, index) =>
    edge(`itop:Ward${index}`, "itop:store/history", "keeps", 1, "declared"),
  );
  const mail = edge("itop:Ward1", "itop:notification/New ticket", "notifies", 1, "both");
  const out = edge("itop:Ward2", "itop:store/history", "sends", 1, "both", true);

  it("quietens the lines of a hub and of references, never what leaves", () => {
    const quiet = quietEdges([
      ...wards,
      mail,
      out,
      edge("itop:Person", "itop:Ward1", "shows", 1, "declared"),
    ]);
    expect(quiet.size).toBe(21);
    expect(quiet).not.toContain(mail.key);
    expect(quiet).not.toContain(out.key);
  });

  it("draws quiet lines pale at rest and bright when they are looked at", () => {
    const crowd = { lines: 500, quiet: quietEdges(wards) };
    const [first = mail] = wards;
    const lit = { ...REST, bright: { nodes: new Set<string>(), edges: new Set([first.key]) } };
    expect(edgeLook(first, REST, THEME, crowd).alpha).toBeLessThan(edgeLook(mail, REST, THEME, crowd).alpha);
    expect(edgeLook(first, lit, THEME, crowd).alpha).toBe(1);
  });
});

describe("names", () => {
  it("are dropped where a mark or a more relevant name stands", () => {
    const at = (key: string, y: number) => ({ key, strong: false, box: nameBox("right", 0, y, 10, 80) });
    const kept = withoutOverlap(
      [at("a", 0), at("b", 5), at("c", 40)],
      [{ x: 20, y: 35, width: 10, height: 10 }],
    );
    expect(kept.map(({ key }) => key)).toEqual(["a"]);
  });

  it("fall back to their shorter form before they are dropped", () => {
    const long = { key: "a", strong: false, box: nameBox("right", 0, 0, 10, 200) };
    const short = { key: "a", strong: false, box: nameBox("right", 0, 0, 10, 50) };
    expect(withoutOverlap([long, short], [{ x: 120, y: -5, width: 10, height: 10 }])).toEqual([short]);
  });

  it("never touch their own mark", () => {
    const mark = { x: -10, y: -10, width: 20, height: 20 };
    for (const side of ["left", "right", "below"] as const)
      expect(overlap(mark, nameBox(side, 0, 0, 10, 60))).toBe(false);
  });

  it("are cut in the middle, by characters rather than halves of them", () => {
    expect(cutMiddle("Directory of the hospitals", 13)).toBe("Direct…pitals");
    expect([...cutMiddle("🏥🏥🏥🏥🏥🏥", 3)]).toEqual(["🏥", "…", "🏥"]);
  });

  it("say the entity of a field and the one element behind both ends of a party", () => {
    expect(nameOf(node("itop:Person.email", "field", "string", "email", "keep"))).toBe("Person.email");
    expect(pathOf("itop:party/Caller#origin")).toBe("itop:party/Caller");
  });
});

describe("walking by arrow keys", () => {
  const points = new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 0, y: 50 }],
    ["c", { x: 100, y: 45 }],
  ]);

  it("goes along a column and across to the nearest height", () => {
    expect(steer(points, "a", "down")).toBe("b");
    expect(steer(points, "b", "right")).toBe("c");
    expect(steer(points, "c", "left")).toBe("b");
  });

  it("begins at the top left and stops at the border", () => {
    expect(steer(points, null, "down")).toBe("a");
    expect(steer(points, "b", "down")).toBe("b");
  });
});

describe("the table twin", () => {
  const view = viewOf(hospital(), new URLSearchParams());

  it("has a row for every node and every edge", () => {
    expect(
      elementTwin(view.nodes)
        .rows.map(({ key }) => key)
        .sort(),
    ).toEqual(view.nodes.map(({ key }) => key).sort());
    expect(flowTwin(view.nodes, view.edges).rows).toHaveLength(view.edges.length);
  });

  it("says when the input does not tell the fields", () => {
    const untold = { ...edge("itop:A", "itop:B", "reads", 0, "both"), untold: true };
    expect(flowTwin([], [untold]).rows[0]?.cells[2]).toBe("not told");
  });
});
