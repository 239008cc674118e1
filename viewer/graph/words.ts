/** The words the map uses for kinds, and how long names are cut. */
import type { MapEdge, MapNode } from "../../server/contract.ts";

const MOVEMENTS: Readonly<Record<string, string>> = {
  "directory-sync": "synchronization",
  "file-import": "file import",
  "database-sync": "database synchronization",
  api: "programming interface",
  "mail-in": "mail intake",
  "log-shipping": "log shipping",
  code: "program code",
  email: "notification",
  "in-app": "in-app notification",
  sms: "text message",
  chat: "chat message",
  "rest-read": "REST read",
  "rest-write": "REST write",
  "role-read": "reading right",
  history: "change history",
  "reference-copy": "reference copy",
};

export function movementWord(sort: string): string {
  return MOVEMENTS[sort] ?? sort.replaceAll("-", " ");
}

/** The part of a key after its system: `Person.email`, `notification/New ticket`. */
export function localPart(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

/** A party that gives and receives stands twice on the map; both mean the same element. */
export function pathOf(key: string): string {
  return key.endsWith("#origin") ? key.slice(0, -"#origin".length) : key;
}

/** A field is named with its entity, so that it can be told from its namesakes. */
export function nameOf(node: Pick<MapNode, "key" | "kind" | "label">): string {
  return node.kind === "field" ? localPart(node.key) : node.label;
}

/** A field's name beside its entity on the picture. */
export function shortName(node: Pick<MapNode, "key" | "kind" | "label" | "parent">): string {
  return node.kind === "field" && node.parent !== null ? node.label : nameOf(node);
}

/** What kind of thing it is, in words. */
export function kindOf({ kind, sort, audience }: Pick<MapNode, "kind" | "sort" | "audience">): string {
  switch (kind) {
    case "movement":
      return movementWord(sort);
    case "party":
      if (sort === "data-subject" || audience === "subject") return "the person concerned";
      if (sort === "unknown") return "not known who";
      return `${sort.replaceAll("-", " ")}, ${audience === "external" ? "outside" : audience === "internal" ? "inside" : "inside or outside"}`;
    case "store":
      return sort.replaceAll("-", " ");
    case "fold":
      return "folded group";
    case "entity":
    case "module":
    case "field":
    case "system":
      return kind;
    default:
      return kind satisfies never;
  }
}

/** Cuts in the middle: the beginning and the end of a name tell more than its middle. */
export function cutMiddle(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  const end = Math.floor((longest - 1) / 2);
  return `${characters
    .slice(0, longest - 1 - end)
    .join("")
    .trimEnd()}…${characters
    .slice(characters.length - end)
    .join("")
    .trimStart()}`;
}

/** How many fields travel; the input does not always tell them all. */
export function fieldCount({ fields, untold }: Pick<MapEdge, "fields" | "untold">): string {
  if (!untold) return String(fields.length);
  return fields.length === 0 ? "not told" : `${fields.length} or more`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
