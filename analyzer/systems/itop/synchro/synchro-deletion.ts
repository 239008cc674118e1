/** Whether a data source's deletion policy can act at all, by the limit date iTop computes. */
import type { DeletionPolicy, Movement } from "../../../model/movement.ts";

export type Runner = Movement["schedule"]["runner"];

const SECONDS_PER_DAY = 86_400;

export interface DeletionFacts {
  readonly policy: DeletionPolicy["policy"];
  /** `full_load_periodicity` in seconds; `null` when unknown. */
  readonly fullLoadSeconds: number | null;
  readonly retentionSeconds: number | null;
  readonly obsolete: boolean;
  /** `combined`: synchro_import.php synchronises itself; `separate`: synchro_exec.php runs on its own. */
  readonly runner: Runner;
}

export function synchroDeletionPolicy(facts: DeletionFacts): DeletionPolicy {
  const retentionDays =
    facts.policy === "update-then-delete" && facts.retentionSeconds !== null
      ? days(facts.retentionSeconds)
      : null;
  return { policy: facts.policy, retentionDays, ...canFire(facts) };
}

export function days(seconds: number): number {
  return Math.round((seconds / SECONDS_PER_DAY) * 1000) / 1000;
}

function period(seconds: number): string {
  return seconds % SECONDS_PER_DAY === 0 ? `${seconds / SECONDS_PER_DAY} days` : `${seconds} seconds`;
}

function canFire(facts: DeletionFacts): Pick<DeletionPolicy, "canFire" | "why"> {
  const { policy, fullLoadSeconds, obsolete, runner } = facts;
  if (policy === "ignore") return { canFire: "no", why: "the policy is to ignore records that are gone" };
  if (policy === "unknown") return { canFire: "unknown", why: "the deletion policy is not known" };
  if (obsolete) return { canFire: "no", why: "iTop refuses to run a source whose status is obsolete" };
  if (fullLoadSeconds === null) return { canFire: "unknown", why: "the full-load period is not known" };
  if (fullLoadSeconds > 0) {
    const then =
      policy === "update-then-delete" && facts.retentionSeconds !== null
        ? `, and are deleted ${period(facts.retentionSeconds)} later`
        : "";
    const why = `records not seen for ${period(fullLoadSeconds)} become obsolete at the next run${then}`;
    return { canFire: "yes", why };
  }
  switch (runner) {
    case "combined":
      return { canFire: "yes", why: "the full-load period is 0 and every import counts as a full load" };
    case "separate":
      return {
        canFire: "no",
        why: "the full-load period is 0 and synchro_exec.php, run on its own, then never declares a record obsolete",
      };
    case "unknown":
      return {
        canFire: "unknown",
        why:
          "the full-load period is 0: records become obsolete only when synchro_import.php also synchronises, " +
          "and how the source is run is not known",
      };
    default:
      return runner satisfies never;
  }
}
