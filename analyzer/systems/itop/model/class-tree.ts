/** Inheritance between declared classes as the run time sees it: persistent parents only. */
import type { Problem } from "../../../model/problem.ts";
import type { ClassSource } from "./class-source.ts";
import { headKey } from "./php-heads.ts";

export interface ClassNode {
  readonly source: ClassSource;
  /** Nearest ancestor that is a class of the model; `null` for a root. */
  readonly parent: ClassNode | null;
  readonly children: readonly ClassNode[];
  readonly root: ClassNode;
  /** Number of ancestors. */
  readonly depth: number;
  /** Descends from CMDBObject, so that its changes are written to the history. */
  readonly tracked: boolean;
  /** The class declares an obsolescence condition; on a root, that any class of its tree does. */
  readonly obsoletable: boolean;
}

/** Longest chain of parents that is followed; the standard model needs 6. */
export const MAX_INHERITANCE_DEPTH = 64;

/** PHP classes between the model and DBObject that iTop itself brings; others are given by `phpParents`. */
const KNOWN_BASES: Readonly<Partial<Record<string, string | null>>> = {
  DBObject: null,
  CMDBObject: "DBObject",
  cmdbAbstractObject: "CMDBObject",
  UserRightsBaseClass: "DBObject",
  UserRightsBaseClassGUI: "cmdbAbstractObject",
  _Ticket: "cmdbAbstractObject",
};

type Mutable = { -readonly [Key in keyof ClassNode]: ClassNode[Key] } & { children: ClassNode[] };

/**
 * Nodes by name, parents before children, otherwise in the order given. A missing parent makes a root and an
 * `unresolved` problem; a cycle is cut and reported, where iTop would recurse until it dies.
 */
export function classTree(
  sources: readonly ClassSource[],
  phpParents: ReadonlyMap<string, string>,
): { readonly nodes: ReadonlyMap<string, ClassNode>; readonly problems: readonly Problem[] } {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const nodes = new Map<string, Mutable>();
  const problems: Problem[] = [];

  for (const source of sources) {
    const chain = new Map<string, { source: ClassSource; tracked: boolean }>();
    let parent: Mutable | null = null;
    for (let at: ClassSource | null = source; at !== null;) {
      parent = nodes.get(at.name) ?? null;
      if (parent !== null) break;
      if (chain.has(at.name)) {
        problems.push(...cycle(source, at, [...chain.values()]));
        break;
      }
      const { ancestor, tracked, missing }: Resolved = resolve(at, byName, phpParents);
      if (missing !== null) problems.push(...missingParent(at, missing));
      chain.set(at.name, { source: at, tracked });
      at = ancestor;
    }
    for (const link of [...chain.values()].reverse()) {
      if (parent !== null && parent.depth >= MAX_INHERITANCE_DEPTH) {
        problems.push(...tooDeep(link.source));
        parent = null;
      }
      parent = nodeBelow(parent, link.source, link.tracked);
      nodes.set(link.source.name, parent);
    }
  }
  return { nodes, problems };
}

function nodeBelow(parent: Mutable | null, source: ClassSource, tracked: boolean): Mutable {
  const node = {
    source,
    parent,
    children: [],
    depth: parent === null ? 0 : parent.depth + 1,
    tracked: parent?.tracked ?? tracked,
    obsoletable: source.obsolescence !== null,
  } as unknown as Mutable;
  node.root = parent?.root ?? node;
  parent?.children.push(node);
  if (node.obsoletable) (node.root as Mutable).obsoletable = true;
  return node;
}

interface Resolved {
  readonly ancestor: ClassSource | null;
  readonly tracked: boolean;
  readonly missing: string | null;
}

function resolve(
  source: ClassSource,
  byName: ReadonlyMap<string, ClassSource>,
  phpParents: ReadonlyMap<string, string>,
): Resolved {
  const seen = new Set<string>();
  let tracked = false;
  let at: string | null = source.parent;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const ancestor: ClassSource | undefined = byName.get(at);
    if (ancestor !== undefined) return { ancestor, tracked, missing: null };
    if (at === "CMDBObject") tracked = true;
    const next: string | null | undefined = phpParents.get(headKey(at)) ?? KNOWN_BASES[at];
    if (next === undefined) return standIn(source, at, byName);
    at = next;
  }
  return { ancestor: null, tracked, missing: null };
}

/**
 * For a PHP class that was not read the parent in the model stands in, which it extends by convention; without one,
 * the common root: almost all business classes extend cmdbAbstractObject.
 */
function standIn(
  { modelParent }: ClassSource,
  missing: string,
  byName: ReadonlyMap<string, ClassSource>,
): Resolved {
  return { ancestor: byName.get(modelParent ?? "") ?? null, tracked: true, missing };
}

function missingParent({ name, location, modelParent }: ClassSource, parent: string): readonly Problem[] {
  if (location === null) return [];
  if (modelParent !== undefined && modelParent !== parent) {
    const message = `The class ${name} extends ${parent}, whose code was not read; its parent in the model, ${modelParent}, stands in.`;
    return [{ kind: "unresolved", message, location }];
  }
  return [
    {
      kind: "unresolved",
      message: `The class ${name} extends ${parent}, which nothing that was read defines.`,
      location,
      lost: `fields ${name} inherits`,
    },
  ];
}

function tooDeep({ name, location }: ClassSource): readonly Problem[] {
  if (location === null) return [];
  return [
    {
      kind: "limit",
      message: `The class ${name} has more than ${MAX_INHERITANCE_DEPTH} ancestors; it is read as a root.`,
      location,
      lost: `fields ${name} inherits`,
    },
  ];
}

/** The merge reports cycles within the model XML; here remain those that go through PHP code. */
function cycle(
  { name, location }: ClassSource,
  ancestor: ClassSource,
  chain: readonly { readonly source: ClassSource }[],
): readonly Problem[] {
  if (location === null || !chain.some(({ source }) => source.location?.file.endsWith(".php"))) return [];
  return [
    {
      kind: "merge",
      message: `The class ${name} inherits from itself through ${ancestor.name}; the chain is cut there.`,
      location,
      lost: `fields ${name} inherits`,
    },
  ];
}
