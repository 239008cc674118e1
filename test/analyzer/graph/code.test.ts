import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { toMermaid } from "../../../analyzer/graph/export/mermaid.ts";
import { toSvg } from "../../../analyzer/graph/export/svg.ts";
import { tablesOf } from "../../../analyzer/graph/export/table.ts";
import { collapse } from "../../../analyzer/graph/levels.ts";
import { confirm, joint } from "../../../analyzer/graph/strength.ts";
import { trace } from "../../../analyzer/graph/trace.ts";
import type { Movement } from "../../../analyzer/model/movement.ts";
import { hospital, verdicts } from "./hospital.ts";
import { at, mapped, movement } from "./model-factory.ts";

const person = { kind: "entity", ref: "itop:Person" } as const;
const request = { kind: "entity", ref: "itop:UserRequest" } as const;

function code(name: string, more: Partial<Movement> & Pick<Movement, "from" | "to">): Movement {
  return movement(name, {
    path: `itop:movement/${name}`,
    kind: "code",
    basis: "code",
    status: "unknown",
    ...more,
  });
}

function copied(from: string, to: string, line: number): Movement["map"][number] {
  return { ...mapped(to, line), from, proof: { location: at("datamodel.ward.xml", line), basis: null } };
}

const COPY = code("UserRequest::OnInsert from Person to UserRequest", {
  from: person,
  to: request,
  map: [
    copied("itop:Person.mobile_phone", "itop:UserRequest.title", 41),
    copied("itop:Person.health_note", "itop:UserRequest.description", 42),
  ],
});

const LOOKUP = code("UserRequest::OnInsert reads Person", {
  from: person,
  to: person,
  map: [mapped("itop:Person.email", 51, "match")],
});

const graph = buildGraph(hospital({ movements: [COPY, LOOKUP] }), verdicts);
const ways = (path: string) => trace(graph, path).from.map(({ says }) => says);

describe("a copy made by code", () => {
  it("goes from each field to the field it is put into, and no other", () => {
    const way = ways("itop:Person.mobile_phone").find((says) => says.includes("program code"));
    expect(way).toMatch(
      /^Person\.mobile_phone goes by program code \*UserRequest::OnInsert from Person to UserRequest\* to UserRequest\.title, from there .*; from code$/,
    );
    expect(ways("itop:Person.mobile_phone").join()).not.toContain("UserRequest.description");
  });

  it("is evidence from code on every edge", () => {
    const edges = graph.edges(COPY.path).map((edge) => graph.getEdgeAttribute(edge, "evidence"));
    expect(new Set(edges)).toEqual(new Set(["code"]));
    expect(edges).toHaveLength(4);
  });

  it("is one line between the fields on the map, drawn and named as from code", () => {
    const view = collapse(graph, { level: "fields" });
    const line = view.edges.find(
      ({ target, evidence }) => target === "itop:UserRequest.title" && evidence === "code",
    );
    expect(line?.source).toBe("itop:Person.mobile_phone");
    expect(line?.says.join()).toContain("program code UserRequest::OnInsert");
    const alone = { ...view, edges: view.edges.filter(({ evidence }) => evidence === "code") };
    expect(JSON.stringify(tablesOf(alone))).toContain("from code");
    expect(toSvg(alone, { title: "Wards", asOf: "2026-01-01" })).toContain(">from code<");
    expect(toMermaid(alone)).toContain("-.->");
  });

  it("of a field that is not personal is no edge", () => {
    const dull = code("dull", {
      from: request,
      to: person,
      map: [copied("itop:UserRequest.ref", "itop:Person.name", 1)],
    });
    const found = buildGraph(hospital({ movements: [dull] }), verdicts);
    expect(found.hasNode(dull.path) ? found.edges(dull.path) : []).toEqual([]);
  });
});

describe("a query made by code", () => {
  it("uses the field it asks by, and takes it nowhere", () => {
    expect(ways("itop:Person.email")).toContain(
      "Person.email is used by program code *UserRequest::OnInsert reads Person*; sync.json line 51; from code",
    );
    expect(graph.outDegree(LOOKUP.path)).toBe(0);
  });
});

describe("evidence from code", () => {
  it("gives way to a definition and to what was observed, and outdoes a claim", () => {
    expect(confirm("code", "declared")).toBe("declared");
    expect(confirm("observed", "code")).toBe("observed");
    expect(confirm("claimed", "code")).toBe("code");
    expect(joint("code", "declared")).toBe("declared");
    expect(joint("code", "claimed")).toBe("code");
  });
});
