/** What became of one accepted finding (an entry of `exceptions.yaml` or a comment) in a run. */
import type { Location } from "../../analyzer/model/location.ts";
import type { ModelPath, SystemId } from "../../analyzer/model/model-path.ts";

/**
 * `applied` it hides at least one finding · `ending` the same, but its date is near · `unused` it hides nothing ·
 * `expired` its date is past, it hides nothing any more · `invalid` it is not applied · `unjudged` the run was partial, or its rule lacked input.
 */
export type ExceptionState = "applied" | "ending" | "unused" | "expired" | "invalid" | "unjudged";

export interface ReviewedException {
  readonly source: "exceptions file" | "comment";
  /** As written; possibly no rule at all. */
  readonly rule: string;
  readonly system: SystemId;
  /** Element it speaks of; `null` for a comment, which speaks of what follows it. */
  readonly path: ModelPath | null;
  readonly reason: string | null;
  readonly until: string | null;
  /** Role id, never a person's name. */
  readonly approver: string | null;
  readonly state: ExceptionState;
  /** Why it is invalid, in words; `null` for every other state. */
  readonly fault: string | null;
  /** The rule it names was off, so that it could not match. */
  readonly ruleOff: boolean;
  /** Path of the nearest finding of the same rule, for an entry that matches nothing. */
  readonly nearest: ModelPath | null;
  readonly location: Location;
}
