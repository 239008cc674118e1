/** An invented clinic in a few words: builders that fill in what a test does not care about. */
import { MultiDirectedGraph } from "graphology";
import type { Entity } from "../../analyzer/model/entity.ts";
import type { InputFile } from "../../analyzer/model/estate.ts";
import type { Field } from "../../analyzer/model/field.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { plainEntity, plainField, plainSystem, plainVerdict } from "../model-parts.ts";

export const MODEL_FILE = "itop/datamodel.tilleuls-hr.xml";
export const AS_OF = "2026-09-01";
export const PROVED = { location: null, basis: "invented for a test" };

export function at(line: number, file = MODEL_FILE): Location {
  return { file, line, column: 5, endLine: line, endColumn: 40 };
}

/** `Person.health_restrictions` with the parts that matter; the rest is an untracked string. */
export function field(name: string, parts: Partial<Field> = {}): Field {
  return {
    ...plainField("", "", name),
    freeText: "short",
    history: { tracked: false, keeps: "none" },
    origin: { by: "customer", module: "tilleuls-hr" },
    ...parts,
  };
}

export function reference(name: string, target: string, parts: Partial<Field> = {}): Field {
  return field(name, {
    kind: "reference",
    declaredType: "AttributeExternalKey",
    target,
    freeText: "none",
    ...parts,
  });
}

export function entity(name: string, fields: readonly Field[] = [], parts: Partial<Entity> = {}): Entity {
  const owned = fields.map((each) => ({
    ...each,
    path: `itop:${name}.${each.name}`,
    declaredIn: each.declaredIn === "" ? name : each.declaredIn,
  }));
  const plain = plainEntity(`itop:${name}`, name, owned);
  return { ...plain, origin: { by: "customer", module: "tilleuls-hr" }, ...parts, fields: owned };
}

export function person(...fields: readonly Field[]): Entity {
  return entity("Person", fields, { role: "subject" });
}

export function system(entities: readonly Entity[], parts: Partial<System> = {}): System {
  return { ...plainSystem("itop"), entities, ...parts };
}

export function verdict(parts: Partial<Verdict> = {}): Verdict {
  return {
    ...plainVerdict(),
    category: "health",
    confidence: 0.9,
    evidence: [{ signal: "code", says: "the code names health", weight: 2, quote: "health" }],
    ...parts,
  };
}

export const HEALTH = verdict({ special: "art9", sensitivity: "art9" });
export const SECRET = verdict({
  personal: "no",
  category: "credential",
  sensitivity: "secret",
  evidence: [],
});

export interface SnapshotParts {
  readonly systems?: readonly System[];
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  readonly inputs?: readonly InputFile[];
  readonly declared?: boolean;
}

export function snapshot({
  systems = [],
  verdicts = {},
  inputs = [],
  declared = false,
}: SnapshotParts): Snapshot {
  return {
    estate: {
      name: "Clinique des Tilleuls",
      asOf: AS_OF,
      internalDomains: ["tilleuls.example"],
      systems,
      inputs,
      problems: [],
    },
    verdicts: new Map(Object.entries(verdicts)),
    graph: new MultiDirectedGraph(),
    register: {
      controller: null,
      parties: [],
      records: [],
      gaps: [],
      completeness: { filled: 0, of: 0 },
      coverage: { assigned: 0, of: 0 },
      declared,
    },
  };
}
