import { beforeAll, describe, expect, it } from "vitest";
import type { MapNode, MapView, Trace } from "../../server/contract.ts";
import { finding, FINDINGS, graphBench } from "./graph-content.ts";
import { BASE, type Bench } from "./support.ts";

let made: Bench;

beforeAll(async () => {
  made = await graphBench();
});

const map = async (query: string, from = made): Promise<MapView> =>
  (await from.ask(`${BASE}/graph?${query}`)).body as MapView;
const node = (view: MapView, key: string): MapNode | undefined => view.nodes.find((each) => each.key === key);
const counted = (view: MapView): number =>
  view.nodes.reduce((sum, { findings }) => sum + findings.error + findings.warning + findings.info, 0);

describe("the map", () => {
  it("shows entities unless another level is asked for", async () => {
    const view = await map("");
    expect(view.level).toBe("entities");
    expect(node(view, "itop:Person")).toMatchObject({
      kind: "entity",
      lane: "keep",
      sensitivity: "art9",
      expandable: true,
    });
    expect(node(view, "itop:Person.email")).toBeUndefined();
  });

  it("says how much each node hides", async () => {
    const view = await map("");
    const fields = (await map("level=fields")).nodes.filter(({ parent }) => parent === "itop:Person");
    expect(node(view, "itop:Person")?.inside).toBe(fields.length);
    expect(node(view, "itop:party/HR directory")).toMatchObject({ inside: 0, expandable: false });
  });

  it("opens a node and keeps it closable", async () => {
    const view = await map("expanded=itop:Person");
    expect(node(view, "itop:Person.health_note")?.parent).toBe("itop:Person");
    expect(node(view, "itop:Person")).toMatchObject({ inside: 0, expandable: true });
    expect(node(view, "itop:UserRequest.title")).toBeUndefined();
  });

  it.each(["estate", "modules", "entities", "fields"])(
    "counts findings at whatever stands for their element, at level %s",
    async (level) => {
      const view = await map(`level=${level}`);
      // The address of an abstract contact stands at persons and teams, once for each visible node.
      expect(counted(view)).toBeGreaterThanOrEqual(FINDINGS.length - 1);
      expect(counted(view)).toBeLessThanOrEqual(FINDINGS.length);
      const holder =
        level === "fields" ? "itop:Person.health_note" : level === "entities" ? "itop:Person" : null;
      if (holder !== null) expect(node(view, holder)?.findings.error).toBe(1);
    },
  );

  it("does not count accepted findings", async () => {
    const suppressed = { by: "baseline", reason: null, until: null, approver: null } as const;
    const quiet = await graphBench([finding("itop:Person.name", { suppressed })]);
    expect(counted(await map("level=fields", quiet))).toBe(0);
  });

  it("keeps the worst finding of an element whatever comes after it", async () => {
    const two = await graphBench([
      finding("itop:Person.name", { severity: "warning" }),
      finding("itop:Person.name", { severity: "info", rule: "model/unresolved-reference" }),
    ]);
    expect(node(await map("level=fields", two), "itop:Person.name")?.findings).toEqual({
      error: 0,
      warning: 1,
      info: 1,
    });
  });

  it("is filtered by category, kind, party and system", async () => {
    const health = await map("category=health&level=fields");
    expect(
      health.nodes.every(({ kind, categories }) => kind !== "field" || categories.includes("health")),
    ).toBe(true);
    const webhook = await map("kind=webhook");
    expect(webhook.nodes.filter(({ kind }) => kind === "movement").map(({ sort }) => sort)).toEqual([
      "webhook",
    ]);
    const partner = await map("party=itop:party/Medtech%20Repairs%20Ltd");
    expect(node(partner, "itop:party/Medtech Repairs Ltd")).toMatchObject({
      lane: "recipient",
      audience: "external",
    });
    expect((await map("system=ivanti")).nodes).toEqual([]);
  });

  it("offers the same choices whatever is chosen", async () => {
    const all = (await map("")).facets;
    expect((await map("category=health&level=estate")).facets).toEqual(all);
    expect(all.systems).toEqual(["itop"]);
    expect(all.kinds).toContain("directory-sync");
    expect(all.parties.map(({ label }) => label)).toContain("HR directory");
  });

  it("shows what has no personal data only when asked for", async () => {
    expect(node(await map(""), "itop:Server")).toBeUndefined();
    const [some, all] = [await map("level=entities"), await map("level=entities&all=true")];
    expect(all.nodes.length).toBeGreaterThanOrEqual(some.nodes.length);
  });

  it("refuses a level or category there is not", async () => {
    expect((await made.ask(`${BASE}/graph?level=atoms`)).status).toBe(400);
    expect(await made.ask(`${BASE}/graph?category=shoe-size`)).toMatchObject({
      status: 400,
      body: { error: { code: "unknown-category" } },
    });
  });

  it("tells the place of an edge that is one edge of the graph", async () => {
    const view = await map("level=fields");
    const written = view.edges.find(
      ({ source, target }) => source === "itop:sync/HR employees" && target === "itop:Person.mobile_phone",
    );
    expect(written).toMatchObject({
      kind: "writes",
      untold: false,
      location: { file: "sync.json", line: 33 },
    });
  });
});

describe("the surroundings of an element", () => {
  it("are those of its entity, too, when it is a field", async () => {
    const { body, status } = await made.ask(`${BASE}/graph/neighbourhood?key=itop:Person.mobile_phone`);
    expect(status).toBe(200);
    const keys = (body as MapView).nodes.map(({ key }) => key);
    expect(keys).toContain("itop:sync/HR employees");
    expect(keys).toContain("itop:movement/history of Person");
  });

  it("grow with the steps, of which there are at most four", async () => {
    const size = async (hops: number): Promise<number> =>
      (
        (await made.ask(`${BASE}/graph/neighbourhood?key=itop:sync/HR%20employees&hops=${hops}`))
          .body as MapView
      ).nodes.length;
    expect(await size(2)).toBeGreaterThan(await size(1));
    expect((await made.ask(`${BASE}/graph/neighbourhood?key=itop&hops=5`)).status).toBe(400);
  });

  it("are nothing for what is not on the map", async () => {
    expect((await made.ask(`${BASE}/graph/neighbourhood?key=itop:Invoice`)).status).toBe(404);
  });
});

describe("a trace", () => {
  const trace = async (query: string): Promise<Trace> =>
    (await made.ask(`${BASE}/graph/trace?${query}`)).body as Trace;

  it("tells ways in both directions as sentences with steps", async () => {
    const { ways } = await trace("path=itop:Person.mobile_phone");
    expect(new Set(ways.map(({ direction }) => direction))).toEqual(new Set(["to", "from"]));
    const out = ways.find(({ sentence }) => sentence.includes("*New ticket*"));
    expect(out?.steps[0]).toMatchObject({ key: "itop:Person.mobile_phone", edge: null });
    expect(out?.steps.at(-1)?.kind).toBe("party");
  });

  it("keeps bright the nodes and edges of the view that is looked at", async () => {
    const view = await map("expanded=itop:Person");
    const { nodes, edges } = await trace("path=itop:Person.mobile_phone&expanded=itop:Person");
    const [visible, drawn] = [
      new Set(view.nodes.map(({ key }) => key)),
      new Map(view.edges.map((edge) => [edge.key, edge])),
    ];
    expect(nodes.filter((key) => visible.has(key))).toContain("itop:notification/New ticket");
    const bright = edges.flatMap((key) => drawn.get(key) ?? []);
    expect(bright.map(({ source, target }) => [source, target])).toContainEqual([
      "itop:sync/HR employees",
      "itop:Person.mobile_phone",
    ]);
    expect(bright.every(({ source, target }) => nodes.includes(source) && nodes.includes(target))).toBe(true);
    expect(bright.length).toBeLessThan(view.edges.length);
  });

  it("tells of each step by which node of the view it is seen", async () => {
    const [closed, open] = [await trace("path=itop:Person.mobile_phone"), await trace("path=itop:Person.mobile_phone&expanded=itop:Person")]; // prettier-ignore
    const seen = ({ ways }: Trace) =>
      ways.flatMap(({ steps }) => steps.map(({ key, shown }) => `${key} ${shown}`));
    expect(seen(closed)).toContain("itop:Person.mobile_phone itop:Person");
    expect(seen(open)).toContain("itop:Person.mobile_phone itop:Person.mobile_phone");
    const visible = new Set((await map("")).nodes.map(({ key }) => key));
    const shown = closed.ways.flatMap(({ steps }) => steps.flatMap((step) => step.shown ?? []));
    expect(shown.filter((key) => !visible.has(key))).toEqual([]);
  });

  it("names the edge of the view that stands for a hidden change history", async () => {
    const { edges } = await trace("path=itop:Person.mobile_phone");
    const view = await map("");
    const keeps = view.edges.find(
      ({ source, target }) => source === "itop:Person" && target === "itop:store/Change history",
    );
    expect(edges).toContain(keeps?.key);
  });

  it("is nothing for what is not on the map", async () => {
    expect((await made.ask(`${BASE}/graph/trace?path=itop:Invoice.iban`)).status).toBe(404);
    expect((await made.ask(`${BASE}/graph/trace`)).status).toBe(400);
  });
});
