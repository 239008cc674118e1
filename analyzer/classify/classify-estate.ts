/** Gives every effective field of every system a verdict; copies follow the fields they show. */
import type { Entity, EntityRole } from "../model/entity.ts";
import { EntityIndex } from "../model/entity-index.ts";
import type { Field } from "../model/field.ts";
import type { System } from "../model/system.ts";
import type { Verdict, Verdicts } from "../model/verdict.ts";
import { classifyField } from "./classify.ts";
import { NO_DECISIONS, decide, type Decisions } from "./decisions.ts";
import { contextOf, type EntityContext } from "./entity-context.ts";
import type { CopiedField } from "./field-input.ts";
import { fieldInput } from "./model-input.ts";
import { PeopleReach } from "./people-reach.ts";
import { CONTEXT_FOREIGN } from "./weights.ts";

/** Copies of copies followed; a longer chain is a cycle. */
export const MAX_COPY_CHAIN = 20;

export function classifyEstate(systems: readonly System[], decisions: Decisions = NO_DECISIONS): Verdicts {
  const verdicts = new Map<string, Verdict>();
  for (const system of systems) new SystemClassifier(system, decisions, verdicts).run();
  return verdicts;
}

const WORKS: ReadonlySet<EntityRole> = new Set<EntityRole>(["subject", "account", "person-link"]);

function decline(verdict: Verdict): Verdict {
  const says = "the place of a thing, not of a person";
  const evidence = [{ signal: "context", says, weight: CONTEXT_FOREIGN, quote: null }, ...verdict.evidence];
  return {
    ...verdict,
    personal: "no",
    category: "none",
    dpv: null,
    special: null,
    sensitivity: "ordinary",
    evidence,
  };
}

class SystemClassifier {
  readonly #system: System;
  readonly #decisions: Decisions;
  readonly #verdicts: Map<string, Verdict>;
  readonly #index: EntityIndex;
  readonly #reach: PeopleReach;
  readonly #contexts = new Map<string, EntityContext>();
  readonly #owners = new Map<string, readonly [Entity, Field]>();

  constructor(system: System, decisions: Decisions, verdicts: Map<string, Verdict>) {
    this.#system = system;
    this.#decisions = decisions;
    this.#verdicts = verdicts;
    this.#index = new EntityIndex(system.entities);
    this.#reach = new PeopleReach(system.entities, this.#index);
    for (const entity of system.entities)
      for (const field of entity.fields) this.#owners.set(field.path, [entity, field]);
  }

  run(): void {
    // Values first, so that a copy finds the verdict of what it shows.
    for (const [entity, field] of this.#owners.values())
      if (field.copyOf === null) this.#judge(entity, field, 0);
    for (const [entity, field] of this.#owners.values())
      if (field.copyOf !== null) this.#judge(entity, field, 0);
  }

  #judge(entity: Entity, field: Field, depth: number): Verdict {
    const known = this.#verdicts.get(field.path);
    if (known !== undefined) return known;
    const shown = this.#shown(entity, field, depth);
    const input = fieldInput(this.#system, entity, field, this.#index, this.#reach);
    const verdict = classifyField(
      shown === null ? input : { ...input, copyOf: shown },
      this.#contextOf(entity),
    );
    const decision = this.#decisions.get(field.path);
    const final = decision === undefined ? verdict : decide(verdict, decision);
    this.#verdicts.set(field.path, final);
    return final;
  }

  /** What a copy shows: the target's value, or for a person's own site or unit the fact that it is theirs. */
  #shown(entity: Entity, field: Field, depth: number): CopiedField | null {
    if (depth > MAX_COPY_CHAIN) return null;
    if (field.copyOf === null) return this.#composed(entity, field, depth);
    const through = this.#index.field(entity.name, field.copyOf.through);
    const target = field.copyOf.field === null ? undefined : this.#owners.get(field.copyOf.field);
    if (target === undefined || target[1] === field) return null;
    const judged = this.#judge(target[0], target[1], depth + 1);
    // Where a person works is theirs; where a device stands is not.
    const verdict = target[0].role === "site" && !WORKS.has(entity.role) ? decline(judged) : judged;
    const names =
      target[0].identity.displayName.includes(target[1].name) || target[1].name === "friendlyname";
    if (through === undefined || !names) return { path: target[1].path, verdict };
    const link = this.#judge(entity, through, depth + 1);
    return link.personal === "yes"
      ? { path: through.path, verdict: link }
      : { path: target[1].path, verdict };
  }

  /** A display name is made of other fields and holds what they hold. */
  #composed(entity: Entity, field: Field, depth: number): CopiedField | null {
    if (field.kind !== "computed" || !field.implicit) return null;
    const parts = entity.identity.displayName.flatMap((name) => {
      const part = this.#index.field(entity.name, name);
      return part === undefined || part === field
        ? []
        : [{ path: part.path, verdict: this.#judge(entity, part, depth + 1) }];
    });
    return (
      parts.find((part) => part.verdict.personal === "yes") ??
      parts.find((part) => part.verdict.personal !== "no") ??
      parts[0] ??
      null
    );
  }

  #contextOf(entity: Entity): EntityContext {
    let context = this.#contexts.get(entity.name);
    if (context === undefined) {
      context = contextOf({
        field: "",
        entity: entity.name,
        role: entity.role,
        siblings: entity.fields.map((field) => field.name),
        reachesPeople: this.#reach.reaches(entity.name),
      });
      this.#contexts.set(entity.name, context);
    }
    return context;
  }
}
