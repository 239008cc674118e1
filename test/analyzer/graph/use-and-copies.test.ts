import { describe, expect, it } from "vitest";
import { buildGraph } from "../../../analyzer/graph/build.ts";
import type { FlowGraph } from "../../../analyzer/graph/shape.ts";
import { hospital, itop, verdicts } from "./hospital.ts";
import { mapped, movement, operation, store } from "./model-factory.ts";

const build = (more: Parameters<typeof hospital>[0] = {}): FlowGraph => buildGraph(hospital(more), verdicts);
const READ = "itop:movement/rest-read of Contact by rota-app";

describe("observed operations", () => {
  it("are one movement for each account, direction and family of entities", () => {
    const again = operation("rota reads teams", {
      account: "itop:account/rota-app",
      verb: "read",
      entities: ["Team"],
      fields: ["itop:Team.name"],
    });
    const graph = build({ operations: [...itop.operations, again] });
    expect(graph.inNeighbors(READ).sort()).toEqual([
      "itop:Person",
      "itop:Person.email",
      "itop:Person.name",
      "itop:Team.name",
    ]);
    expect(graph.getEdgeAttribute(`discloses|${READ}|itop:account/rota-app`, "evidence")).toBe("observed");
  });

  it("write from the account into the fields, and into the interface log", () => {
    const graph = build();
    const write = "itop:movement/rest-write of UserRequest by helpline";
    expect(graph.getNodeAttribute("itop:account/helpline", "lane")).toBe("origin");
    expect(graph.outNeighbors(write).sort()).toEqual([
      "itop:UserRequest.description",
      "itop:UserRequest.title",
      "itop:store/REST log",
    ]);
  });

  it("leave no trace in a log that is switched off", () => {
    const off = store("REST log", "api-log", {
      active: { state: "off", setting: null, proof: itop.product.proof },
    });
    const graph = build({ stores: [off] });
    expect(graph.getNodeAttribute(off.path, "status")).toBe("off");
    expect(graph.edges(off.path)).toEqual([]);
  });

  it("read every personal field of all heirs when all fields of an abstract entity are asked for", () => {
    const all = operation("dump", {
      account: "itop:account/rota-app",
      verb: "read",
      entities: ["Contact"],
      selection: "all-with-subclasses",
    });
    const graph = build({ operations: [all] });
    expect(graph.getEdgeAttribute(`reads|itop:Person|${READ}`, "fields")).toContain(
      "itop:Person.health_note",
    );
    expect(graph.hasEdge(`reads|itop:Team|${READ}`)).toBe(true);
  });

  it("come from an unknown caller when the log names no account", () => {
    const graph = build({
      operations: [
        operation("x", { account: null, verb: "read", entities: ["Person"], fields: ["itop:Person.name"] }),
      ],
    });
    expect(graph.getNodeAttribute("itop:party/unknown caller", "sort")).toBe("unknown");
  });

  it("move nothing when they delete or list", () => {
    const calls = (["delete", "list"] as const).map((verb) =>
      operation(verb, {
        account: "itop:account/rota-app",
        verb,
        entities: ["Person"],
        fields: ["itop:Person.name"],
      }),
    );
    expect(build({ operations: calls }).hasNode(READ)).toBe(false);
  });

  it("confirm the declared movement of the same account, and show what it does not declare", () => {
    const declared = movement("Rota", {
      path: "itop:movement/Rota",
      kind: "api",
      account: "itop:account/rota-app",
      from: { kind: "entity", ref: "itop:Person" },
      to: { kind: "party", ref: "itop:party/HR directory" },
      map: [mapped("itop:Person.name", 7), mapped("itop:Person.phone", 8)],
    });
    const graph = build({ movements: [declared] });
    const evidence = (kind: string, from: string, to: string) =>
      graph.getEdgeAttribute(`${kind}|${from}|${to}`, "evidence");
    expect(graph.hasNode(READ)).toBe(false);
    expect(evidence("reads", "itop:Person.name", "itop:movement/Rota")).toBe("both");
    expect(evidence("reads", "itop:Person.email", "itop:movement/Rota")).toBe("observed");
    expect(evidence("reads", "itop:Person.phone", "itop:movement/Rota")).toBe("declared");
    expect(evidence("discloses", "itop:movement/Rota", "itop:party/HR directory")).toBe("both");
  });

  it("count as declared field by field when the definition covers the whole entity", () => {
    const open = movement("Rota", {
      path: "itop:movement/Rota",
      kind: "api",
      account: "itop:account/rota-app",
      from: { kind: "entity", ref: "itop:Person" },
      to: { kind: "party", ref: "itop:party/HR directory" },
      mapOpen: "whatever the query asks for",
    });
    const graph = build({ movements: [open] });
    expect(graph.getEdgeAttribute("reads|itop:Person.email|itop:movement/Rota", "evidence")).toBe("both");
  });
});

describe("reading rights and views", () => {
  it("are one movement for each role, with one edge for each readable entity", () => {
    const graph = build();
    const key = "itop:movement/reading right of Service Desk Agent";
    expect(graph.inEdges(key).sort()).toEqual([
      `exports|itop:Person|${key}`,
      `reads|itop:UserRequest|${key}`,
    ]);
    expect(graph.outNeighbors(key).sort()).toEqual(["itop:account/rota-app", "itop:role/Service Desk Agent"]);
  });

  it("do not reach a role that is denied", () => {
    const denied = itop.roles.map((role) => ({
      ...role,
      grants: role.grants.map((each) => ({ ...each, effect: "deny" as const })),
    }));
    expect(build({ roles: denied }).hasNode("itop:role/Service Desk Agent")).toBe(false);
  });

  it("show only fields that the view does not hide", () => {
    expect(build().getEdgeAttribute("shows|itop:UserRequest|itop:view/My requests", "fields")).toEqual([
      "itop:UserRequest.title",
    ]);
  });
});

describe("copies nobody orders", () => {
  it("keep in history the fields whose earlier values are stored, not those that leave a marker", () => {
    const kept = build().getEdgeAttribute(
      "keeps|itop:UserRequest|itop:movement/history of UserRequest",
      "fields",
    );
    expect(kept).toEqual(["itop:UserRequest.description", "itop:UserRequest.title"]);
  });

  it("show the parts of a person's name wherever a record refers to the person", () => {
    const graph = build();
    const copies = "itop:movement/copies of Person";
    expect(
      graph.getEdgeAttribute(`shows|${copies}|itop:UserRequest.caller_id_friendlyname`, "fields"),
    ).toEqual(["itop:Person.first_name", "itop:Person.friendlyname", "itop:Person.name"]);
    expect(graph.getEdgeAttribute(`shows|${copies}|itop:UserRequest.caller_email`, "fields")).toEqual([
      "itop:Person.email",
    ]);
  });

  it("put a whole system into a backup that names no part", () => {
    const graph = build({
      stores: [store("Nightly", "backup", { holds: { parts: ["old-values"], fields: [] } })],
    });
    expect(graph.hasEdge("copies|itop|itop:store/Nightly")).toBe(true);
  });
});
