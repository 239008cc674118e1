/** Reads an iTop class by class into files that a person could have exported, and remembers how far it came. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../options.ts";
import { CLASS_PLANS, type ClassPlan } from "./class-plan.ts";
import { isOwnCall, type Selection } from "./class-query.ts";
import { readClass } from "./class-reader.ts";
import { type ClassState, CollectState, discardState } from "./collect-state.ts";
import { discardPart, ExportFile, hasPart } from "./export-file.ts";
import { CollectFailure } from "./failure.ts";
import type { ItopClient } from "./itop-client.ts";
import { keptRow } from "./kept-row.ts";
import type { ProgressBar } from "./progress-bar.ts";

export interface CollectRequest {
  readonly client: ItopClient;
  /** Address of iTop, to know an unfinished collection again. */
  readonly address: string;
  readonly plans: readonly ClassPlan[];
  /** Directory that gets one file per class. */
  readonly folder: string;
  readonly since: string | null;
  /** Login of the account, when the person named it. */
  readonly user: string | null;
  readonly pageSize: number;
  /** Throws away what the directory holds of an earlier collection. */
  readonly force: boolean;
  readonly bar: ProgressBar;
  /** The person asked to stop. */
  stopped(): boolean;
  note(text: string): void;
}

export interface ClassOutcome {
  readonly class: string;
  /** `null` when the class could not be read. */
  readonly rows: number | null;
  /** What the reader should know, in words. */
  readonly notes: readonly string[];
}

export interface Collected {
  readonly outcomes: readonly ClassOutcome[];
  /** Stopped by the person; a further run goes on. */
  readonly interrupted: boolean;
}

const FRESH: ClassState = { done: false, rows: 0, bytes: 0, after: 0, left: 0 };

/** A `CollectFailure` ends the collection; it can be resumed then too. */
export async function collect(request: CollectRequest): Promise<Collected> {
  const { client, plans, folder, since, note } = request;
  const state = openState(request);
  await client.probe();
  // Only now: a wrong password must not cost the collection that is there.
  if (request.force) {
    for (const plan of CLASS_PLANS) rmSync(join(folder, `${plan.class}.json`), { force: true });
  }
  state.save();
  const callers = plans.some((plan) => plan.callers);
  const account = callers ? ((await ownLogin(client)) ?? request.user) : null;
  if (callers && account === null) {
    note(
      "which account this is cannot be told; name it with --user, or its own calls are among the log entries",
    );
  }
  if (state.resumed) note(`going on with the unfinished collection in ${folder}`);
  const outcomes: ClassOutcome[] = [];
  for (const plan of plans) {
    if (request.stopped()) return { outcomes, interrupted: true };
    const outcome = await collectClass(plan, state, { since, account }, request);
    if (outcome === null) return { outcomes, interrupted: true };
    outcomes.push(outcome);
  }
  discardState(folder);
  return { outcomes, interrupted: false };
}

function openState({ folder, force, address, since }: CollectRequest): CollectState {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const state = new CollectState(folder, { address, since }, force);
  if (!force && !state.resumed && readdirSync(folder).some((name) => /^[^.].*\.json$/.test(name))) {
    throw new UsageError(
      `${folder} holds exports already; choose another --out, or replace them with --force`,
    );
  }
  return state;
}

/** `null` when stopped before the end. */
async function collectClass(
  plan: ClassPlan,
  state: CollectState,
  selection: Selection,
  request: CollectRequest,
): Promise<ClassOutcome | null> {
  const path = join(request.folder, `${plan.class}.json`);
  const found = state.of(plan.class) ?? FRESH;
  if (found.done) return { class: plan.class, rows: found.rows, notes: leftNotes(found.left) };
  let now = hasPart(path, found.bytes) ? found : FRESH;
  const notes: string[] = [];
  let file: ExportFile | null = null;
  try {
    const pages = readClass(request.client, plan, {
      size: request.pageSize * plan.pages,
      selection,
      after: now.after,
      onMissing: (field) => void notes.push(`this iTop has no attribute ${field}`),
    });
    for await (const { objects, after, remaining, left } of pages) {
      file ??= new ExportFile(path, now.bytes, now.rows);
      file.append(
        objects
          .filter(({ fields }) => !isOwnCall(plan, selection, fields["userinfo"]))
          .map((object) => ({ ...object, fields: keptRow(plan, object.fields) })),
      );
      now = { done: false, rows: file.rows, bytes: file.bytes, after, left: now.left + left };
      state.set(plan.class, now);
      request.bar.show(plan.class, now.rows, now.rows + remaining);
      if (remaining > 0 && request.stopped()) {
        file.close();
        return null;
      }
    }
    file ??= new ExportFile(path, now.bytes, now.rows);
    file.finish();
    state.set(plan.class, { ...now, done: true });
    return { class: plan.class, rows: now.rows, notes: [...notes, ...leftNotes(now.left)] };
  } catch (error) {
    file?.close();
    if (!(error instanceof CollectFailure)) throw error;
    if (["right", "unknown-class", "unknown-field", "class"].includes(error.kind)) {
      discardPart(path);
      return { class: plan.class, rows: null, notes: [error.message] };
    }
    throw new CollectFailure(error.kind, `${plan.class}: ${error.message}`);
  } finally {
    request.bar.clear();
  }
}

function leftNotes(left: number): readonly string[] {
  return left === 0 ? [] : [`${left} more could not be read`];
}

/** What iTop writes into its logs as the caller; an account without the right to read accounts does not learn it. */
async function ownLogin(client: ItopClient): Promise<string | null> {
  try {
    const oql = "SELECT User WHERE id = :current_user->id";
    const { total, objects } = await client.find({ class: "User", oql, fields: "login", limit: 1 });
    const login = total === 1 ? objects[0]?.fields["login"] : null;
    return typeof login === "string" && login !== "" ? login : null;
  } catch (error) {
    if (error instanceof CollectFailure && error.kind !== "stop" && error.kind !== "credentials") return null;
    throw error;
  }
}
