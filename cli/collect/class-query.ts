/** The OQL for one class: a window of ids, since when, and without the calls of the collection itself. */
import type { ClassPlan } from "./class-plan.ts";

export interface Selection {
  /** `YYYY-MM-DD`, in the server's own time; `null` for all. */
  readonly since: string | null;
  /** Login of the collecting account; `null` when nobody knows it. */
  readonly account: string | null;
}

/** Ids above `after`, up to and with `upTo`; `null` for no upper end. */
export function oqlOf(plan: ClassPlan, selection: Selection, after: number, upTo: number | null): string {
  const conditions = [`id > ${after}`];
  if (upTo !== null) conditions.push(`id <= ${upTo}`);
  if (plan.dated !== null && selection.since !== null) {
    conditions.push(`${plan.dated} >= ${literal(`${selection.since} 00:00:00`)}`);
  }
  if (plan.callers && selection.account !== null) {
    // A failed login has no account, which some versions store as NULL.
    conditions.push(`(userinfo != ${literal(selection.account)} OR ISNULL(userinfo))`);
  }
  return `SELECT ${plan.class} WHERE ${conditions.join(" AND ")}`;
}

function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** MySQL compares logins without case. */
export function isOwnCall(plan: ClassPlan, { account }: Selection, userinfo: unknown): boolean {
  return (
    plan.callers &&
    account !== null &&
    typeof userinfo === "string" &&
    userinfo.trim().toLowerCase() === account.trim().toLowerCase()
  );
}
