/** Reads single nodes and edges of `art30.graph/1`, checking every value. */
import { CATEGORIES, type Category } from "../../model/category.ts";
import type { Location } from "../../model/location.ts";
import type { FlowEdge, FlowNode } from "../shape.ts";

type Row = Readonly<Record<string, unknown>>;

const NODE_KINDS = ["system", "entity", "field", "store", "movement", "party"] as const;
const LANES = ["origin", "movement-in", "keep", "movement-out", "recipient"] as const;
const PERSONAL = ["yes", "may-contain", "person-link", "no"] as const;
const SENSITIVITY = ["ordinary", "sensitive", "art9", "art10", "secret"] as const;
const AUDIENCES = ["subject", "internal", "external", "unknown"] as const;
const EVIDENCE = ["declared", "observed", "both", "claimed", "code"] as const;
const EDGE_KINDS = [
  "imports",
  "stages",
  "writes",
  "matches",
  "reads",
  "notifies",
  "discloses",
  "logs",
  "keeps",
  "copies",
  "shows",
  "exports",
  "sends",
] as const;

export function readNode(row: Row): { readonly key: string; readonly attributes: FlowNode } | null {
  const { key, sort, label, system, parent, audience, location, aliases, module } = row;
  const kind = oneOf(NODE_KINDS, row["kind"]);
  const lane = oneOf(LANES, row["lane"]);
  const personal = oneOf(PERSONAL, row["personal"]);
  const sensitivity = oneOf(SENSITIVITY, row["sensitivity"]);
  if (kind === null || lane === null || personal === null || sensitivity === null) return null;
  if (!isText(key) || !isText(sort) || !isText(label) || !isText(system)) return null;
  return {
    key,
    attributes: {
      kind,
      sort,
      label,
      system,
      parent: isText(parent) ? parent : null,
      lane,
      personal,
      sensitivity,
      categories: categoriesOf(row["categories"]),
      audience: oneOf(AUDIENCES, audience),
      location: locationOf(location),
      ...(Array.isArray(aliases) && { aliases: aliases.filter(isText) }),
      ...((isText(module) || module === null) && { module }),
      ...(row["status"] === "off" && { status: "off" }),
    },
  };
}

export function readEdge(row: Row): {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: FlowEdge;
} | null {
  const { key, source, target, fields, says } = row;
  const kind = oneOf(EDGE_KINDS, row["kind"]);
  const evidence = oneOf(EVIDENCE, row["evidence"]);
  const sensitivity = oneOf(SENSITIVITY, row["sensitivity"]);
  if (kind === null || evidence === null || sensitivity === null) return null;
  if (!isText(key) || !isText(source) || !isText(target) || !isText(says) || !Array.isArray(fields))
    return null;
  return {
    key,
    source,
    target,
    attributes: {
      kind,
      fields: fields.filter(isText),
      categories: categoriesOf(row["categories"]),
      sensitivity,
      evidence,
      leaves: row["leaves"] === true,
      says,
      location: locationOf(row["location"]),
    },
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function oneOf<Item extends string>(items: readonly Item[], value: unknown): Item | null {
  return items.find((item) => item === value) ?? null;
}

function categoriesOf(value: unknown): readonly Category[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => oneOf(CATEGORIES, each)).filter((each): each is Category => each !== null);
}

function locationOf(value: unknown): Location | null {
  if (typeof value !== "object" || value === null) return null;
  const { file, line, column, endLine, endColumn } = value as Readonly<Record<string, unknown>>;
  if (!isText(file) || typeof line !== "number" || typeof column !== "number") return null;
  if (typeof endLine !== "number" || typeof endColumn !== "number") return null;
  return { file, line, column, endLine, endColumn };
}
