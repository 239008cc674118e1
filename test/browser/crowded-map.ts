/** A second map of about 190 nodes: the hospital group after a merger, with many more wards, rosters and notifications. */
import type { MapEdge, MapNode } from "../../server/contract.ts";
import { edge, hospital, node, type Estate } from "./hospital-map.ts";

const WARDS = [
  "Cardiology",
  "Oncology",
  "Paediatrics",
  "Surgery",
  "Radiology",
  "Dialysis",
  "Maternity",
  "Geriatrics",
];
const THINGS = ["roster", "handover", "device", "key", "locker", "training", "absence", "vaccination"];
const SENSITIVITIES = ["ordinary", "ordinary", "sensitive", "ordinary", "art9"] as const;

export function mergedGroup(): Estate {
  const known = hospital();
  const nodes: MapNode[] = [...known.nodes];
  const edges: MapEdge[] = [...known.edges];
  WARDS.forEach((ward, row) => {
    const party = `itop:role/${ward} staff`;
    const intake = `itop:sync/${ward} list`;
    const notice = `itop:notification/${ward} notice`;
    nodes.push(
      node(party, "party", "role", `${ward} staff`, "recipient", {
        audience: "internal",
        categories: ["name"],
      }),
    );
    nodes.push(
      node(intake, "movement", "file-import", `${ward} list`, "movement-in", {
        categories: ["name", "phone"],
      }),
    );
    nodes.push(node(notice, "movement", "email", `${ward} notice`, "movement-out", { categories: ["name"] }));
    edges.push(edge("itop:party/Directory", intake, "imports", 2, "declared"));
    edges.push(edge(notice, party, "discloses", 2, row % 2 === 0 ? "both" : "declared"));
    THINGS.forEach((thing, column) => {
      const key = `itop:${ward}${thing}`;
      const sensitivity = SENSITIVITIES[(row + column) % SENSITIVITIES.length] ?? "ordinary";
      nodes.push(
        node(key, "entity", "entity", `${ward} ${thing}`, "keep", { categories: ["name"], sensitivity }),
      );
      edges.push(edge(intake, key, "writes", 1 + column, "declared"));
      if (column % 2 === 0) edges.push(edge(key, notice, "notifies", 1, "both"));
      if (column % 3 !== 0) return;
      const log = `itop:store/${ward} ${thing} log`;
      nodes.push(
        node(log, "store", "event-log", `Log of ${ward} ${thing}`, "keep", { categories: ["name"] }),
      );
      edges.push(edge(key, log, "logs", 2, "both"));
    });
  });
  return { nodes, edges };
}
