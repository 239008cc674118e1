/** Stores, procedures and movements of the invented clinic, filled in where a test does not care. */
import type { Movement } from "../../analyzer/model/movement.ts";
import type { ErasureProcedure } from "../../analyzer/model/party.ts";
import type { Store } from "../../analyzer/model/store.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import { runRules } from "../../rules/engine/run.ts";
import type { Rule } from "../../rules/kit/define-rule.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { PROVED } from "./tilleuls.ts";

export function store(name: string, parts: Partial<Store> = {}): Store {
  return {
    path: `itop:store/${name}`,
    name,
    kind: "event-log",
    entity: null,
    of: [],
    holds: { parts: ["names"], fields: [] },
    active: { state: "on", setting: null, proof: PROVED },
    retention: { kind: "none", source: "default", proof: PROVED },
    purge: { exists: "no", enabled: "no", scheduled: "no", covers: "none" },
    subjectKey: "id",
    derivedFrom: [],
    erasedWithSubject: "no",
    observed: null,
    proof: PROVED,
    ...parts,
  };
}

export function keptDays(days: number): Pick<Store, "retention" | "purge"> {
  return {
    retention: { kind: "days", days, source: "configured", proof: PROVED },
    purge: { exists: "yes", enabled: "yes", scheduled: "yes", covers: "all" },
  };
}

export function procedure(name: string, parts: Partial<ErasureProcedure> = {}): ErasureProcedure {
  return {
    path: `itop:erasure/${name}`,
    name,
    kind: "pseudonymise",
    installed: "yes",
    automatic: false,
    delayDays: null,
    reaches: [],
    proof: PROVED,
    ...parts,
  };
}

/** Writes the named fields of Person and locks them. */
export function feed(name: string, fields: readonly string[], parts: Partial<Movement> = {}): Movement {
  return {
    path: `itop:sync/${name}`,
    name,
    kind: "database-sync",
    status: "production",
    from: { kind: "party", ref: `itop:party/${name}` },
    to: { kind: "entity", ref: "itop:Person" },
    map: fields.map((each) => ({
      from: null,
      to: `itop:Person.${each}`,
      update: true,
      match: false,
      policy: "locked",
      proof: PROVED,
    })),
    mapOpen: null,
    transport: { scheme: null, tls: "unknown", evidence: "none", proof: PROVED },
    schedule: { fullLoadDays: 1, runner: "combined" },
    deletion: {
      policy: "ignore",
      retentionDays: null,
      canFire: "no",
      why: "records that are gone are ignored",
    },
    matching: { keys: ["email"], onZero: "create", onOne: "update", onMany: "error" },
    defaults: "edited",
    staging: null,
    statedPurpose: null,
    basis: "definition",
    proof: PROVED,
    ...parts,
  };
}

export function findingsOf(rule: Rule, clinic: Snapshot): readonly Finding[] {
  return runRules(clinic, { rules: [rule], preset: "recommended" }).findings;
}
