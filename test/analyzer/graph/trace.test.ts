import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { neighbourhood } from "../../../analyzer/graph/neighbourhood.ts";
import { MAX_PATHS, trace } from "../../../analyzer/graph/trace.ts";
import { hospital, itop, verdicts } from "./hospital.ts";
import { movement, notification, operation, placeholder, recipient, store } from "./model-factory.ts";

const graph = buildGraph(hospital(), verdicts);
const ends = (path: string): (string | undefined)[] =>
  trace(graph, path).from.map(({ steps }) => steps.at(-1)?.key);

describe("a trace", () => {
  it("says each way in a sentence with the line that proves it", () => {
    expect(trace(graph, "itop:Person.mobile_phone").from.map(({ says }) => says)).toContain(
      "Person.mobile_phone goes by notification *New ticket* to an unknown recipient; template line 14",
    );
  });

  it("lists ways to the element from where the values begin", () => {
    const [way] = trace(graph, "itop:Person.mobile_phone").to;
    expect(way?.steps.map(({ key }) => key)).toEqual([
      "itop:party/HR directory",
      "itop:sync/HR employees",
      "itop:Person.mobile_phone",
    ]);
    expect(way?.steps.map(({ via }) => via?.kind ?? null)).toEqual([null, "imports", "writes"]);
    expect(way?.says).toBe(
      "HR directory gives data by synchronization *HR employees* to Person.mobile_phone; sync.json line 33",
    );
  });

  it("follows a field only where that field goes", () => {
    expect(ends("itop:Person.phone")).not.toContain("itop:party/unknown recipients");
    expect(ends("itop:Person.health_note")).not.toContain("itop:store/REST log");
  });

  it("follows a name through its copies to those who read the copy", () => {
    const way = trace(graph, "itop:Person.first_name").from.find(
      ({ steps }) => steps.at(-1)?.key === "itop:party/unknown recipients",
    );
    expect(way?.steps.map(({ key }) => key)).toContain("itop:UserRequest.caller_id_friendlyname");
  });

  it("does not let an address take the way of a name", () => {
    const ways = trace(graph, "itop:Person.email").from.filter(({ steps }) =>
      steps.some(({ key }) => key === "itop:UserRequest.caller_id_friendlyname"),
    );
    expect(ways).toEqual([]);
  });

  it("stands for every heir when asked for a field of an abstract entity", () => {
    const found = trace(graph, "itop:Contact.email");
    expect(found.elements).toEqual(["itop:Person.email", "itop:Team.email"]);
    expect(found.from.length).toBeGreaterThan(0);
  });

  it("follows a reference to a person although it has no node", () => {
    expect(ends("itop:Person.manager_id")).toContain("itop:account/rota-app");
    expect(ends("itop:Person.manager_id")).not.toContain("itop:party/data subject");
  });

  it("follows a field into the backup of its whole system", () => {
    const kept = buildGraph(hospital({ stores: [store("Nightly", "backup")] }), verdicts);
    expect(trace(kept, "itop:Person.phone").from.map(({ says }) => says)).toContain(
      "Person.phone goes to store Nightly; config-itop.php line 3",
    );
  });

  it("ends at a party: that who read something wrote something else later proves nothing", () => {
    const rota = { account: "itop:account/rota-app", entities: ["Person"] };
    const operations = [
      operation("reads phones", { ...rota, verb: "read", fields: ["itop:Person.phone"] }),
      operation("writes notes", { ...rota, verb: "update", fields: ["itop:Person.health_note"] }),
    ];
    const busy = buildGraph(hospital({ operations }), verdicts);
    const passed = (path: string) =>
      [...trace(busy, path).from, ...trace(busy, path).to].flatMap(({ steps }) =>
        steps.slice(1, -1).filter(({ kind }) => kind === "party"),
      );
    expect(passed("itop:Person.phone")).toEqual([]);
    expect(passed("itop:Person.health_note")).toEqual([]);
    expect(trace(busy, "itop:Person.health_note").to.map(({ steps }) => steps[0]?.key)).toContain(
      rota.account,
    );
  });

  it("goes on from a party that was asked for", () => {
    expect(ends("itop:party/HR directory")).toContain("itop:account/rota-app");
  });

  it("lists who may see a value where it is kept, and not again at its copies", () => {
    const lengths = new Map<string, Set<number>>();
    for (const { steps } of trace(graph, "itop:Person.first_name").from) {
      const right = steps.findIndex(({ key }) => key.startsWith("itop:movement/reading right of "));
      if (right === -1) continue;
      const { key } = steps[right] as (typeof steps)[number];
      lengths.set(key, (lengths.get(key) ?? new Set()).add(right));
    }
    expect(lengths.size).toBeGreaterThan(0);
    for (const found of lengths.values()) expect(found.size).toBe(1);
  });

  it("says once that a value ends in the backup, not for each place it passes", () => {
    const kept = buildGraph(hospital({ stores: [store("Nightly", "backup")] }), verdicts);
    const into = trace(kept, "itop:Person.phone").from.filter(
      ({ steps }) => steps.at(-1)?.label === "Nightly",
    );
    expect(into).toHaveLength(1);
  });

  it("is empty for something that is not on the map", () => {
    expect(trace(graph, "itop:Printer.colour")).toMatchObject({
      elements: [],
      from: [],
      to: [],
      truncated: false,
    });
    expect(trace(graph, "")).toMatchObject({ elements: [] });
  });

  it("marks the steps that leave the organisation", () => {
    const way = trace(graph, "itop:UserRequest.caller_email").from.find(
      ({ steps }) => steps.at(-1)?.key === "itop:party/Medtech Repairs Ltd",
    );
    expect(way?.steps.at(-1)?.via?.leaves).toBe(true);
  });

  it("ends in a graph that runs in circles", () => {
    const there = movement("there", {
      path: "itop:movement/there",
      kind: "replication",
      from: { kind: "entity", ref: "itop:Person" },
      to: { kind: "entity", ref: "itop:Team" },
    });
    const back = movement("back", {
      path: "itop:movement/back",
      kind: "replication",
      from: { kind: "entity", ref: "itop:Team" },
      to: { kind: "entity", ref: "itop:Person" },
    });
    const circle = buildGraph(
      hospital({ movements: [there, back], operations: [], notifications: [] }),
      verdicts,
    );
    expect(trace(circle, "itop:Person").truncated).toBe(false);
  });

  it("stops at the limit and says so", () => {
    const many = Array.from({ length: MAX_PATHS + 1 }, (_, index) =>
      notification(`Notice ${index}`, {
        placeholders: [placeholder("itop:Person.phone", index + 1)],
        recipients: [recipient("Person", "subject")],
      }),
    );
    const found = trace(buildGraph(hospital({ notifications: many }), verdicts), "itop:Person.phone");
    expect(found.from).toHaveLength(MAX_PATHS);
    expect(found.truncated).toBe(true);
    expect(found.limits.paths).toBe(MAX_PATHS);
  });
});

describe("the neighbourhood of a node", () => {
  it("grows with the number of hops", () => {
    expect(neighbourhood(graph, "itop:party/HR directory", 0).nodes).toEqual(["itop:party/HR directory"]);
    expect(neighbourhood(graph, "itop:party/HR directory", 1).nodes).toEqual([
      "itop:party/HR directory",
      "itop:sync/HR employees",
    ]);
    expect(neighbourhood(graph, "itop:party/HR directory", 2).nodes).toContain("itop:Person.name");
  });

  it("is empty for an unknown key", () => {
    expect(neighbourhood(graph, "itop:party/nobody", 3)).toEqual({ nodes: [], edges: [] });
  });

  it("holds only edges between its nodes", () => {
    const { nodes, edges } = neighbourhood(graph, itop.notifications[0]?.path ?? "", 1);
    expect(edges.every((edge) => graph.extremities(edge).every((end) => nodes.includes(end)))).toBe(true);
    expect(edges.length).toBeGreaterThan(0);
  });
});
