import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import { toJson } from "../../../analyzer/graph/export/json.ts";
import type { FlowGraph } from "../../../analyzer/graph/shape.ts";
import { hospital, itop, newTicket, staffSync, verdicts } from "./hospital.ts";
import { mapped, movement, notification, placeholder, recipient } from "./model-factory.ts";

const edgesOf = (graph: FlowGraph, key: string): string[] => (graph.hasNode(key) ? graph.edges(key) : []);
const build = (more: Parameters<typeof hospital>[0] = {}): FlowGraph => buildGraph(hospital(more), verdicts);

describe("nodes of the model", () => {
  it("puts an inherited field at the concrete entity and keeps the abstract path as another name", () => {
    const graph = build();
    expect(graph.hasNode("itop:Contact.email")).toBe(false);
    expect(graph.hasNode("itop:Contact")).toBe(false);
    expect(graph.getNodeAttribute("itop:Person.email", "aliases")).toEqual(["itop:Contact.email"]);
    expect(graph.getNodeAttribute("itop:Team.email", "aliases")).toEqual(["itop:Contact.email"]);
  });

  it("leaves out entities and fields without personal data, and references to people", () => {
    const graph = build();
    expect(graph.hasNode("itop:Server")).toBe(false);
    expect(graph.hasNode("itop:Person.manager_id")).toBe(false);
  });

  it("gives a copy of a person's name a node although the copy itself was judged to be nothing", () => {
    const graph = build();
    expect(verdicts.has("itop:UserRequest.caller_id_friendlyname")).toBe(false);
    expect(graph.getNodeAttribute("itop:UserRequest.caller_id_friendlyname", "categories")).toEqual(["name"]);
  });

  it("hangs the rows of a log below their store", () => {
    expect(build().getNodeAttribute("itop:EventNotificationEmail", "parent")).toBe("itop:store/Mail log");
  });

  it("makes an entity a node when a movement touches it, personal or not", () => {
    const inventory = movement("Inventory", {
      from: { kind: "party", ref: "itop:party/HR directory" },
      to: { kind: "entity", ref: "itop:Server" },
      map: [mapped("itop:Server.cpu", 5)],
    });
    const graph = build({ movements: [inventory] });
    expect(graph.getNodeAttribute("itop:Server", "personal")).toBe("no");
    expect(graph.getEdgeAttribute("writes|itop:sync/Inventory|itop:Server", "fields")).toEqual([
      "itop:Server.cpu",
    ]);
    expect(graph.getNodeAttribute("itop:sync/Inventory", "personal")).toBe("no");
  });
});

describe("synchronization", () => {
  it("runs from the source through the movement into each field, with the line of the mapping", () => {
    const graph = build();
    expect(graph.hasEdge("imports|itop:party/HR directory|itop:sync/HR employees")).toBe(true);
    const written = graph.getEdgeAttributes("writes|itop:sync/HR employees|itop:Person.mobile_phone");
    expect(written.location?.line).toBe(33);
    expect(written.evidence).toBe("declared");
  });

  it("tells a field used to find the record from one that is written", () => {
    const graph = build();
    expect(graph.hasEdge("matches|itop:sync/HR employees|itop:Person.employee_number")).toBe(true);
    expect(graph.hasEdge("writes|itop:sync/HR employees|itop:Person.employee_number")).toBe(false);
  });

  it("carries references to people on the edge of the entity", () => {
    const edge = build().getEdgeAttributes("writes|itop:sync/HR employees|itop:Person");
    expect(edge.fields).toEqual(["itop:Person.manager_id"]);
    expect(edge.categories).toEqual(["reporting-line"]);
  });

  it("keeps a copy in the staging table", () => {
    expect(
      build().getEdgeAttribute(
        "stages|itop:sync/HR employees|itop:store/synchro_data_person_1",
        "sensitivity",
      ),
    ).toBe("art9");
  });

  it("lets an open mapping carry untold fields", () => {
    const graph = build({ movements: [{ ...staffSync, mapOpen: "others" }] });
    expect(graph.getEdgeAttribute("writes|itop:sync/HR employees|itop:Person", "fields")).toEqual([]);
  });

  it.each(["disabled", "obsolete"] as const)("stands without edges when it is %s", (status) => {
    const graph = build({ movements: [{ ...staffSync, status }] });
    expect(graph.getNodeAttribute("itop:sync/HR employees", "status")).toBe("off");
    expect(edgesOf(graph, "itop:sync/HR employees")).toEqual([]);
  });

  it("keeps an end that nothing defines as an unknown party", () => {
    const graph = build({
      movements: [{ ...staffSync, from: { kind: "party", ref: "itop:party/Payroll office" } }],
    });
    expect(graph.getNodeAttributes("itop:party/Payroll office")).toMatchObject({
      sort: "unknown",
      lane: "origin",
    });
  });

  it("marks what goes to a party outside as leaving the organisation", () => {
    expect(
      build().getEdgeAttribute(
        "discloses|itop:movement/Repair partner|itop:party/Medtech Repairs Ltd",
        "leaves",
      ),
    ).toBe(true);
  });

  it("calls a vendor's claim a claim", () => {
    const graph = build({ movements: [{ ...staffSync, basis: "claim" }] });
    expect(graph.getEdgeAttribute("imports|itop:party/HR directory|itop:sync/HR employees", "evidence")).toBe(
      "claimed",
    );
  });
});

describe("notifications", () => {
  it("run from each inserted field to every recipient and into the log", () => {
    const graph = build();
    expect(
      graph.getEdgeAttribute("notifies|itop:Person.mobile_phone|itop:notification/New ticket", "location")
        ?.line,
    ).toBe(14);
    expect(graph.getNodeAttribute("itop:party/unknown recipients", "audience")).toBe("unknown");
    expect(
      graph.getEdgeAttribute("logs|itop:notification/New ticket|itop:store/Mail log", "fields"),
    ).toContain("itop:Person.email");
  });

  it("are proved twice where the log holds messages of them", () => {
    const addresses = { internal: 2, external: 1, unknown: 0 };
    const counts = { messages: 3, outcomes: { sent: 3 }, addresses, byTrigger: {}, widest: 1 };
    const observed = { ...counts, from: null, to: null, testAddresses: 0, wrongRecipients: 0 };
    const graph = build({ notifications: [{ ...newTicket, observed }] });
    const edge = graph.getEdgeAttributes("logs|itop:notification/New ticket|itop:store/Mail log");
    expect([edge.evidence, edge.says]).toEqual(["both", expect.stringContaining("; 3 were seen there")]);
  });

  it("go nowhere when disabled", () => {
    const graph = build({ notifications: [{ ...newTicket, status: "disabled" }] });
    expect(edgesOf(graph, newTicket.path)).toEqual([]);
  });

  it("go to the test recipient alone in test mode, yet the log keeps the real addresses", () => {
    const tested = notification("New ticket", {
      status: "test",
      placeholders: [placeholder("itop:UserRequest.title", 3)],
      recipients: [recipient("Person", "subject"), recipient(null, "internal", { slot: "test" })],
      logStore: "itop:store/Mail log",
    });
    const graph = build({ notifications: [tested] });
    expect(graph.outNeighbors(tested.path).sort()).toEqual([
      "itop:party/internal recipients",
      "itop:store/Mail log",
    ]);
    expect(graph.getEdgeAttribute(`logs|${tested.path}|itop:store/Mail log`, "fields")).toContain(
      "itop:Person.email",
    );
  });

  it("send all personal fields of the triggering entity when the whole record goes", () => {
    const trigger = {
      path: "itop:trigger/t",
      name: "t",
      entity: "Contact",
      event: "create",
      condition: null,
      proof: newTicket.proof,
    };
    const graph = build({
      notifications: [
        notification("Chat", {
          channel: "chat",
          wholeRecord: { says: "every shown field", fields: null },
          triggers: [trigger],
        }),
      ],
    });
    expect(graph.getEdgeAttribute("notifies|itop:Person|itop:notification/Chat", "fields")).toContain(
      "itop:Person.health_note",
    );
    expect(graph.hasEdge("notifies|itop:Team|itop:notification/Chat")).toBe(true);
  });

  it("send only the fields of the list when it is known", () => {
    const wholeRecord = { says: "the list of the chat", fields: ["itop:Person.email"] };
    const graph = build({ notifications: [notification("Chat", { channel: "chat", wholeRecord })] });
    const sent = graph.inEdges("itop:notification/Chat").filter((edge) => edge.startsWith("notifies|"));
    expect(sent).toEqual(["notifies|itop:Person.email|itop:notification/Chat"]);
  });
});

describe("the graph as a whole", () => {
  it("is the same to the byte whatever order the input came in", () => {
    const turned = {
      ...itop,
      entities: [...itop.entities].reverse(),
      stores: [...itop.stores].reverse(),
      roles: [...itop.roles].reverse(),
    };
    const generator = { name: "art30", version: "0.1.0" };
    expect(toJson(build(turned), generator)).toBe(toJson(build(), generator));
  });

  it("keeps apart edges whose names contain the separator of their keys", () => {
    const bar = notification("a|b", {
      placeholders: newTicket.placeholders,
      recipients: newTicket.recipients,
    });
    expect(
      build({ notifications: [bar] }).hasEdge("notifies|itop:UserRequest.title|itop:notification/a\\|b"),
    ).toBe(true);
  });
});
