import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { ALIKE_SHOWN } from "../../../analyzer/graph/fold.ts";
import { collapse, MAP_LIMIT, type CollapseOptions } from "../../../analyzer/graph/levels.ts";
import type { MapView } from "../../../analyzer/graph/map-view.ts";
import type { Role } from "../../../analyzer/model/access.ts";
import type { Movement } from "../../../analyzer/model/movement.ts";
import type { System } from "../../../analyzer/model/system.ts";
import { entities, estateOf, hospital, itop, verdicts } from "./hospital.ts";
import { entity, field, verdict } from "./model-factory.ts";

const graph = buildGraph(hospital(), verdicts);
const view = (options: CollapseOptions): MapView => collapse(graph, options);
const keys = ({ nodes }: MapView): readonly string[] => nodes.map(({ key }) => key);
const edge = ({ edges }: MapView, source: string, target: string) =>
  edges.find((each) => each.source === source && each.target === target);

/** The hospital with `count` more entities that each hold an e-mail address. */
function crowded(count: number) {
  const more = Array.from({ length: count }, (_, index) =>
    entity(`Clinic${index}`, [field(`Clinic${index}`, "mail")]),
  );
  const judged = new Map(verdicts);
  for (const each of more) judged.set(`itop:${each.name}.mail`, verdict("yes", "email"));
  return buildGraph(hospital({ entities: [...entities, ...more] }), judged);
}

describe("levels of the map", () => {
  it("shows one node for a system among its parties at the level of the estate", () => {
    const estate = view({ level: "estate" });
    expect(estate.nodes.filter(({ kind }) => kind !== "party").map(({ key }) => key)).toEqual(["itop"]);
    expect(edge(estate, "itop:party/HR directory", "itop")?.fields).toContain("itop:Person.health_note");
    expect(edge(estate, "itop", "itop:party/Medtech Repairs Ltd")?.leaves).toBe(true);
  });

  it("gathers entities by the module that defines them", () => {
    const modules = view({ level: "modules" });
    expect(keys(modules)).toContain("itop:module/itop-request-mgmt");
    expect(keys(modules)).not.toContain("itop:UserRequest");
  });

  it("unites the fields and categories of all edges between two entities", () => {
    const united = edge(view({ level: "entities" }), "itop:sync/HR employees", "itop:Person");
    expect(united?.kinds).toEqual(["matches", "writes"]);
    expect(united?.fields).toHaveLength(6);
    expect(united?.sensitivity).toBe("art9");
  });

  it("shows a log instead of the entity that holds its rows", () => {
    const shown = keys(view({ level: "entities" }));
    expect(shown).toContain("itop:store/Mail log");
    expect(shown).not.toContain("itop:EventNotificationEmail");
  });

  it("draws change history and reference copies as lines, not as nodes between", () => {
    const shown = view({ level: "entities" });
    expect(keys(shown).filter((key) => key.startsWith("itop:movement/history"))).toEqual([]);
    expect(edge(shown, "itop:Person", "itop:store/Change history")?.kinds).toEqual(["keeps"]);
    expect(edge(shown, "itop:Person", "itop:UserRequest")?.kinds).toEqual(["shows"]);
  });

  it("keeps apart which field is shown by which copy", () => {
    const fields = view({ level: "fields" });
    expect(edge(fields, "itop:Person.email", "itop:UserRequest.caller_email")).toBeDefined();
    expect(edge(fields, "itop:Person.email", "itop:UserRequest.caller_id_friendlyname")).toBeUndefined();
  });

  it("opens an expanded node by one level", () => {
    const opened = view({ level: "entities", expanded: ["itop:Person"] });
    expect(opened.nodes.find(({ key }) => key === "itop:Person.email")?.parent).toBe("itop:Person");
    expect(keys(opened)).not.toContain("itop:UserRequest.title");
    expect(keys(view({ level: "estate", expanded: ["itop"] }))).toContain("itop:module/itop-structure");
  });

  it("gives a party that takes and gives a place in both lanes", () => {
    const both = itop.operations.map((each) => ({ ...each, account: "itop:account/rota-app" }));
    const shown = collapse(buildGraph(hospital({ operations: both }), verdicts), { level: "entities" });
    const places = shown.nodes.filter(({ path }) => path === "itop:account/rota-app");
    expect(places.map(({ key, lane }) => [key, lane])).toEqual([
      ["itop:account/rota-app", "recipient"],
      ["itop:account/rota-app#origin", "origin"],
    ]);
  });

  it("shows what was observed without a definition even when a declared line runs beside it", () => {
    const roles = itop.roles.map((role) => ({
      ...role,
      grants: role.grants.filter((grant) => grant.entity === "Person"),
    }));
    const shown = collapse(buildGraph(hospital({ roles }), verdicts), { level: "estate" });
    expect(edge(shown, "itop", "itop:account/rota-app")?.evidence).toBe("observed");
  });

  it("carries the worst finding of what a node stands for", () => {
    const findings = new Map([
      ["itop:Person.health_note", "error"],
      ["itop:Person.email", "info"],
    ] as const);
    expect(
      view({ level: "entities", findings }).nodes.find(({ key }) => key === "itop:Person")?.findings,
    ).toBe("error");
  });

  it("has both ends of every edge among its nodes at every level", () => {
    for (const level of ["estate", "modules", "entities", "fields"] as const) {
      const shown = view({ level });
      const present = new Set(keys(shown));
      expect(
        shown.edges.filter(({ source, target }) => !present.has(source) || !present.has(target)),
      ).toEqual([]);
    }
  });
});

describe("filters", () => {
  it("keep only edges and fields of a category", () => {
    const health = view({ level: "entities", filters: { category: ["health"] } });
    expect(edge(health, "itop:sync/HR employees", "itop:Person")?.fields).toEqual([
      "itop:Person.health_note",
    ]);
    expect(keys(health)).not.toContain("itop:Team");
  });

  it("keep only what can reach a party", () => {
    const shown = keys(view({ level: "entities", filters: { party: ["itop:party/Medtech Repairs Ltd"] } }));
    expect(shown).toContain("itop:movement/Repair partner");
    expect(shown).not.toContain("itop:notification/New ticket");
  });

  it("keep only a kind of movement and what it touches", () => {
    const shown = view({ level: "entities", filters: { kind: ["webhook"] } });
    expect(shown.nodes.filter(({ kind }) => kind === "movement").map(({ key }) => key)).toEqual([
      "itop:movement/Repair partner",
    ]);
  });

  it("keep only one system and those it exchanges data with", () => {
    const other: System = {
      ...itop,
      id: "desk",
      entities: [],
      stores: [],
      movements: [],
      notifications: [],
      operations: [],
      roles: [],
      accounts: [],
      views: [],
      parties: [],
    };
    const two = buildGraph(estateOf(itop, other), verdicts);
    expect(collapse(two, { level: "estate" }).nodes.map(({ key }) => key)).toContain("desk");
    expect(collapse(two, { level: "entities", filters: { system: ["desk"] } }).nodes).toEqual([]);
  });
});

describe("folding", () => {
  it("leaves a view within the limit as it is", () => {
    expect(view({ level: "entities" }).folded).toEqual([]);
  });

  it("folds the least relevant nodes into groups named after what they hold", () => {
    const folded = collapse(crowded(MAP_LIMIT + 40), { level: "entities" });
    expect(folded.nodes.length).toBeLessThanOrEqual(MAP_LIMIT);
    const group = folded.folded.find(({ label }) => label.includes("entities with contact data"));
    expect(group?.label).toBe(`${group?.count} more entities with contact data`);
    expect(keys(folded)).toContain("itop:Person");
    expect(keys(folded)).toContain(group?.key);
  });

  it("never folds the parts of what somebody opened", () => {
    const opened = collapse(crowded(60), { level: "entities", limit: 20, expanded: ["itop:Person"] });
    const parts = keys(collapse(crowded(60), { level: "entities", limit: 500, expanded: ["itop:Person"] }));
    const fields = parts.filter((key) => key.startsWith("itop:Person."));
    expect(fields.length).toBeGreaterThan(0);
    expect(keys(opened)).toEqual(expect.arrayContaining(fields));
  });

  it("loses no flow: lines of folded nodes end at their group", () => {
    const folded = collapse(crowded(60), { level: "entities", limit: 20 });
    const present = new Set(keys(folded));
    expect(folded.edges.every(({ source, target }) => present.has(source) && present.has(target))).toBe(true);
    const group = folded.folded.find(({ label }) => label.includes("entities"))?.key ?? "";
    const history =
      folded.folded.find(({ members }) => members.includes("itop:store/Change history"))?.key ??
      "itop:store/Change history";
    expect(edge(folded, group, history)?.fields.length).toBeGreaterThan(40);
  });

  it("opens a group on demand", () => {
    const closed = collapse(crowded(60), { level: "entities", limit: 40 });
    const group = closed.folded.find(({ label }) => label.includes("entities"));
    const opened = collapse(crowded(60), { level: "entities", limit: 40, expanded: [group?.key ?? ""] });
    expect(opened.nodes.map(({ key }) => key)).toEqual(
      expect.arrayContaining([...(group?.members ?? ["missing"])]),
    );
  });

  it("draws many exports as one, and a few as they are", () => {
    const exports = (count: number): readonly Movement[] =>
      Array.from({ length: count }, (_, index) => ({
        ...(itop.movements[0] as Movement),
        path: `itop:movement/phrasebook Ward ${index}`,
        name: `Query Ward ${index}`,
        kind: "export",
        from: { kind: "entity", ref: "itop:Person" },
        to: { kind: "party", ref: "itop:party/Users of the query phrasebook" },
      }));
    const labels = (count: number): readonly string[] =>
      collapse(buildGraph(hospital({ movements: exports(count) }), verdicts), {
        level: "entities",
      }).folded.map(({ label }) => label);
    expect(labels(ALIKE_SHOWN)).toEqual([]);
    expect(labels(ALIKE_SHOWN + 1)).toEqual([expect.stringMatching(/^5 exports with /)]);
  });

  it("draws many roles as one, and opens them on demand", () => {
    const roles = Array.from({ length: ALIKE_SHOWN + 1 }, (_, index) => {
      const name = `Ward ${index}`;
      return { ...(itop.roles[0] as Role), path: `itop:role/${name}`, name };
    });
    const warded = buildGraph(hospital({ roles }), verdicts);
    const group = "itop:fold/movement-out/movement/role-read";
    const bundled = collapse(warded, { level: "entities" });
    expect(bundled.folded.map(({ label }) => label)).toEqual([
      `${roles.length} reading rights with special-category data`,
      `${roles.length} roles with special-category data`,
    ]);
    expect(edge(bundled, "itop:Person", group)?.members).toBe(roles.length);
    expect(keys(collapse(warded, { level: "entities", expanded: [group] }))).toContain(
      "itop:movement/reading right of Ward 0",
    );
  });
});
