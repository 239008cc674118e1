/** The words sentences and legends use for kinds of movement, store and recipient. */
import type { FlowNode } from "./shape.ts";
import { localPart } from "../model/model-path.ts";

const MOVEMENTS: Readonly<Record<string, string>> = {
  "directory-sync": "synchronization",
  "file-import": "file import",
  "database-sync": "database synchronization",
  api: "programming interface",
  "mail-in": "mail intake",
  webhook: "webhook",
  export: "export",
  replication: "replication",
  backup: "backup",
  telemetry: "telemetry",
  "log-shipping": "log shipping",
  authentication: "authentication",
  monitoring: "monitoring",
  code: "program code",
  email: "notification",
  "in-app": "in-app notification",
  sms: "text message",
  chat: "chat message",
  "rest-read": "REST read",
  "rest-write": "REST write",
  "role-read": "reading right",
  view: "view",
  history: "change history",
  "reference-copy": "reference copy",
};

export function movementWord(sort: string): string {
  return MOVEMENTS[sort] ?? sort;
}

/** `an unknown recipient`, `the data subject`, or the party's own name. */
export function partyPhrase(node: FlowNode): string {
  if (node.audience === "subject") return "the data subject";
  if (node.sort === "unknown") return node.lane === "origin" ? "an unknown source" : "an unknown recipient";
  if (node.sort === "role") return `role ${node.label}`;
  if (node.sort === "account") return `account ${node.label}`;
  return node.label;
}

/** How a sentence names a node: `Person.email`, `notification *New ticket*`, `store Change history`. */
export function nodePhrase(key: string, node: FlowNode): string {
  switch (node.kind) {
    case "field":
      return localPart(key);
    case "entity":
      return node.label;
    case "movement":
      return `${movementWord(node.sort)} *${node.label}*`;
    case "store":
      return `store ${node.label}`;
    case "party":
      return partyPhrase(node);
    case "system":
      return `system ${node.label}`;
    default:
      return node.kind satisfies never;
  }
}
