/** `npm run fuzz [-- --minutes N] [--seed N] [--cases N]`: damaged files against every reader; a crash, a hang or too much memory fails. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import type { Outcome } from "./worker.ts";

const MAX_SECONDS = 5;
/** Wall time after which a worker is given up, on however busy a machine. */
const MAX_WAIT_SECONDS = 40;
const MAX_RESIDENT_MIB = 1024;
/** A worker is replaced now and then, so that what it gathers is not charged to a later case. */
const CASES_PER_WORKER = 2_000;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "Infinity" },
  },
});

const until = performance.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
const tally = new Map<string, number>();
let failures = 0;
let slowest = { of: 0, what: "" };
let largest = { of: 0, what: "" };
let seed = first;

while (more()) {
  const worker = await started();
  for (let left = CASES_PER_WORKER; left > 0 && more(); left--) {
    const number = seed++;
    const outcome = await answered(worker, number);
    if (typeof outcome === "string") {
      fail(number, outcome);
      break;
    }
    const heavy = outcome.residentMiB > MAX_RESIDENT_MIB;
    // What earlier cases left behind is no fault of this one: alone it may be light.
    judge(number, heavy ? await alone(number) : outcome);
    if (heavy) break;
  }
  worker.kill("SIGKILL");
}

for (const [kind, count] of [...tally].sort())
  process.stdout.write(`${String(count).padStart(8)}  ${kind}\n`);
process.stdout.write(
  `${seed - first} cases, ${failures} failures; slowest ${slowest.of.toFixed(2)} s (${slowest.what}), largest process ${largest.of.toFixed(0)} MiB (${largest.what})\n`,
);
process.exitCode = failures === 0 ? 0 : 1;

function more(): boolean {
  return performance.now() < until && seed - first < Number(values.cases);
}

async function alone(number: number): Promise<Outcome | string> {
  const worker = await started();
  const outcome = await answered(worker, number);
  worker.kill("SIGKILL");
  return outcome;
}

function judge(number: number, outcome: Outcome | string): void {
  if (typeof outcome === "string") return fail(number, outcome);
  const { path, seconds, residentMiB, thrown } = outcome;
  const kind = path.slice(path.lastIndexOf("/") + 1);
  tally.set(kind, (tally.get(kind) ?? 0) + 1);
  const what = `case ${number}, ${path}`;
  if (seconds > slowest.of) slowest = { of: seconds, what };
  if (residentMiB > largest.of) largest = { of: residentMiB, what };
  if (thrown !== null) fail(number, `${path}: ${thrown}`);
  else if (residentMiB > MAX_RESIDENT_MIB) fail(number, `${path}: ${residentMiB.toFixed(0)} MiB`);
  else if (seconds > MAX_SECONDS) fail(number, `${path}: ${seconds.toFixed(1)} s`);
}

function fail(number: number, what: string): void {
  failures++;
  process.stdout.write(`case ${number} (--seed ${number} --cases 1): ${what}\n`);
}

async function started(): Promise<ChildProcess> {
  const worker = fork(new URL("./worker.js", import.meta.url), { execArgv: ["--max-old-space-size=1024"] });
  await once(worker, "message");
  return worker;
}

/** The outcome, or in words why there is none. */
function answered(worker: ChildProcess, number: number): Promise<Outcome | string> {
  return new Promise((give) => {
    const done = (outcome: Outcome | string): void => {
      clearTimeout(timer);
      worker.off("message", done);
      worker.off("exit", died);
      give(outcome);
    };
    const died = (code: number | null, signal: string | null): void =>
      done(`the process ended with ${signal ?? code}`);
    const timer = setTimeout(() => done(`no answer within ${MAX_WAIT_SECONDS} s`), MAX_WAIT_SECONDS * 1_000);
    worker.on("message", done);
    worker.on("exit", died);
    worker.send(number);
  });
}
