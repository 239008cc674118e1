/** The one door for rule authors: what a rule is and what it may look at. */
import type { Entity } from "../../analyzer/model/entity.ts";
import type { Estate } from "../../analyzer/model/estate.ts";
import type { Field } from "../../analyzer/model/field.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath } from "../../analyzer/model/model-path.ts";
import type { InputKind, System } from "../../analyzer/model/system.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import type { FlowGraph } from "../../analyzer/graph/shape.ts";
import type { Register } from "../../analyzer/records/register.ts";
import type { ReviewedException } from "./exception.ts";
import type { Family, Preset, Report, Severity, Tier } from "./finding.ts";

/** A message in three parts with `{argument}` places: what is there · why it matters · what to do. */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export interface RuleMeta {
  /** `family/name`. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Readonly<Record<Preset, Severity | "off">>;
  readonly priority: "P0" | "P1";
  /** `Art. 5(1)(c)`, in the Regulation's own numbering. */
  readonly articles: readonly string[];
  readonly basis: Tier;
  /** Systems it applies to, in words: "all", "iTop". */
  readonly systems: string;
  /** Inputs a system must have, all of them; without them the rule is "not run" there, never passed. `records` = the register. */
  readonly inputs: readonly (InputKind | "records" | "exceptions")[];
  /** Inputs of which a system must have at least one, beside all of `inputs`. */
  readonly anyInput?: readonly InputKind[];
  /** Thresholds with their defaults. */
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly messages: Readonly<Record<string, Message>>;
}

export type OptionValue = number | boolean | string | readonly string[];

/** Everything a rule may read; nothing of it can be changed. */
export interface RuleContext {
  readonly estate: Estate;
  readonly graph: FlowGraph;
  /** The merged register; `null` when the workspace has no `register.yaml`. */
  readonly register: Register | null;
  /** Systems that have the inputs the rule needs. */
  readonly systems: readonly System[];
  /** Accepted findings as they stand after this run; only rules with the input `exceptions` see any. */
  readonly exceptions: readonly ReviewedException[];
  verdict(field: Field | ModelPath): Verdict;
  entity(system: System, name: string): Entity | undefined;
  field(path: ModelPath): Field | undefined;
  /** Shortest relation chain from an entity to a subject or account; hops 0 for the subject itself, `null` when there is none. */
  subjectPath(
    system: System,
    entity: Entity,
  ): { readonly hops: number; readonly via: readonly ModelPath[] } | null;
  /** A threshold: the configured value, else the default of the rule's own table. */
  option<T extends OptionValue>(name: string): T;
  report(report: Report): void;
}

export interface Rule {
  readonly meta: RuleMeta;
  check(context: RuleContext): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

export type { Entity, Estate, Field, Location, ModelPath, System, Verdict };
