/** `art30 collect itop URL`: a read-only pull of definitions and logs over iTop's REST service. */
import { join, resolve } from "node:path";
import { count, type Command } from "../command.ts";
import type { CollectRequest, Collected } from "../collect/collect.ts";
import { CREDENTIAL_OPTIONS } from "../collect/credentials.ts";
import type { Io } from "../io.ts";
import { type Arguments, UsageError } from "../options.ts";

const DEFAULT_PAGE_SIZE = 250;
const MAX_PAGE_SIZE = 10_000;

const command: Command = {
  summary: "Reads an iTop's definitions and logs over its REST service into a directory; it only reads.",
  usage: "art30 collect itop URL --out DIR --user NAME",
  options: {
    out: { type: "string", value: "DIR", help: "directory that gets the files, in DIR/itop" },
    ...CREDENTIAL_OPTIONS,
    since: { type: "string", value: "DATE", help: "log entries of this day and later, YYYY-MM-DD" },
    only: { type: "string", multiple: true, value: "CLASS", help: "only these classes; repeatable" },
    skip: { type: "string", multiple: true, value: "CLASS", help: "not these classes; repeatable" },
    "no-logs": { type: "boolean", help: "definitions and accounts only" },
    "page-size": {
      type: "string",
      value: "N",
      help: `rows in one reply (default: ${DEFAULT_PAGE_SIZE}; eight times as many of rows that are short)`,
    },
    "allow-http": { type: "boolean", help: "send the password unencrypted to another machine" },
    force: { type: "boolean", help: "replace what DIR/itop holds" },
  },
  async run(args, io) {
    const [product, address, more] = args.positionals;
    if (product !== "itop" || address === undefined || more !== undefined) {
      throw new UsageError(
        "collect needs a product and its address: art30 collect itop https://itop.example.org/",
      );
    }
    const { targetOf } = await import("../collect/target.ts");
    const { credentialsOf } = await import("../collect/credentials.ts");
    const target = targetOf(address, args.flag("allow-http"));
    const out = args.text("out");
    if (out === undefined) throw new UsageError("--out DIR is needed: where the files go");
    const plans = await plansOf(args);
    const since = sinceOf(args.text("since"), io.today());
    const pageSize = pageSizeOf(args.text("page-size"));
    const credentials = await credentialsOf(args, io);
    if (target.clear) io.err("warning: over http:// the password and everything read travel in clear\n");

    const { ItopClient } = await import("../collect/itop-client.ts");
    const { ProgressBar } = await import("../collect/progress-bar.ts");
    const { setTimeout: sleep } = await import("node:timers/promises");
    const bar = new ProgressBar(io, args.flag("quiet"));
    const stop = { asked: false };
    const forget = io.onInterrupt?.(() => {
      stop.asked = true;
      bar.clear();
      io.err("stopping after this page; once more stops at once\n");
    });
    const request: CollectRequest = {
      client: new ItopClient(target, credentials, { fetch: globalThis.fetch, sleep: (ms) => sleep(ms) }),
      address: target.shown,
      plans,
      folder: join(resolve(io.cwd, out), "itop"),
      since,
      user: credentials.user,
      pageSize,
      force: args.flag("force"),
      bar,
      stopped: () => stop.asked,
      note: (text) => io.err(`${text}\n`),
    };
    try {
      return await collectAndTell(request, out, io);
    } finally {
      forget?.();
    }
  },
};

async function collectAndTell(request: CollectRequest, out: string, io: Io): Promise<number> {
  const { collect } = await import("../collect/collect.ts");
  const { CollectFailure } = await import("../collect/failure.ts");
  let collected: Collected;
  try {
    collected = await collect(request);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) throw new UsageError(`cannot write in ${out} (${code ?? "unknown reason"})`);
    if (!(error instanceof CollectFailure)) throw error;
    io.err(`art30: ${error.message}\n`);
    if (error.kind !== "credentials") io.err("the same command goes on where this one stopped\n");
    return 2;
  }
  if (collected.interrupted) {
    io.err(`stopped; the same command goes on at the next page. ${warning(out)}\n`);
    return 2;
  }
  io.out(summary(collected));
  io.err(`${warning(out)}\n`);
  if (collected.outcomes.every(({ rows }) => rows === null)) {
    io.err("art30: no class could be read\n");
    return 2;
  }
  io.out(`next: art30 lint ${out}\n`);
  return 0;
}

function warning(out: string): string {
  return `${out} holds personal data, in the log entries above all; keep it as long as you need it, and where only you read it`;
}

function summary({ outcomes }: Collected): string {
  const lines = outcomes.map(({ class: name, rows, notes }) =>
    `${name.padEnd(26)} ${(rows === null ? "skipped" : String(rows)).padStart(9)}  ${notes.join("; ")}`.trimEnd(),
  );
  const read = outcomes.flatMap(({ rows }) => rows ?? []);
  const rows = read.reduce((sum, each) => sum + each, 0);
  const skipped = outcomes.length - read.length;
  lines.push(`${count(read.length, "class", "classes")}, ${count(rows, "row")}, ${skipped} skipped`);
  return `${lines.join("\n")}\n`;
}

async function plansOf(args: Arguments): Promise<CollectRequest["plans"]> {
  const { CLASS_PLANS } = await import("../collect/class-plan.ts");
  const { closest } = await import("../../analyzer/source/closest.ts");
  const known = CLASS_PLANS.map((plan) => plan.class);
  const named = (option: string): ReadonlySet<string> => {
    const names = args.list(option).flatMap((each) => each.split(","));
    for (const name of names) {
      if (known.includes(name)) continue;
      const near = closest(name, known);
      const hint = near === null ? `one of ${known.join(", ")}` : `did you mean ${near}?`;
      throw new UsageError(`--${option}: "${name}" is none of the classes that are read; ${hint}`);
    }
    return new Set(names);
  };
  const [only, skip] = [named("only"), named("skip")];
  const plans = CLASS_PLANS.filter(
    (plan) =>
      (only.size === 0 || only.has(plan.class)) &&
      !skip.has(plan.class) &&
      !(args.flag("no-logs") && plan.about === "log"),
  );
  if (plans.length === 0) throw new UsageError("these options leave no class to read");
  return plans;
}

function sinceOf(text: string | undefined, today: string): string | null {
  if (text === undefined) return null;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const isDay = date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDay) throw new UsageError(`--since needs a day such as 2026-03-31, not "${text}"`);
  if (text > today) throw new UsageError(`--since ${text} is in the future`);
  return text;
}

function pageSizeOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PAGE_SIZE;
  const size = Number(text);
  if (/^\d+$/.test(text) && size >= 1 && size <= MAX_PAGE_SIZE) return size;
  throw new UsageError(`--page-size needs a number from 1 to ${MAX_PAGE_SIZE}, not "${text}"`);
}

export default command;
