/** What a collection has done so far, kept beside its files, so that an interrupted one goes on at the next page. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap } from "../../analyzer/systems/itop/exports/export-values.ts";
import { UsageError } from "../options.ts";
import { OWNER_ONLY } from "./export-file.ts";

const FORMAT = "art30.collect/1";
const FILE = ".art30-collect.json";

/** What one class came to. */
export interface ClassState {
  readonly done: boolean;
  readonly rows: number;
  readonly bytes: number;
  /** Every row up to this id has been read. */
  readonly after: number;
  /** Rows that could not be had. */
  readonly left: number;
}

/** What must be the same for going on to make sense. */
export interface Origin {
  readonly address: string;
  readonly since: string | null;
}

export class CollectState {
  readonly #path: string;
  readonly #origin: Origin;
  readonly #classes: Map<string, ClassState>;
  /** A former run left it. */
  readonly resumed: boolean;

  /** `anew` does not look at what a former run left. */
  constructor(folder: string, origin: Origin, anew: boolean) {
    this.#path = join(folder, FILE);
    this.#origin = origin;
    const before = anew ? null : read(this.#path);
    this.resumed = before !== null;
    this.#classes = before === null ? new Map() : classesOf(before, origin, this.#path);
  }

  of(name: string): ClassState | null {
    return this.#classes.get(name) ?? null;
  }

  /** On disk before anything else is asked for. */
  set(name: string, state: ClassState): void {
    this.#classes.set(name, state);
    this.save();
  }

  save(): void {
    const classes = Object.fromEntries([...this.#classes].sort(([a], [b]) => (a < b ? -1 : 1)));
    const text = `${JSON.stringify({ format: FORMAT, ...this.#origin, classes }, null, 2)}\n`;
    rmSync(`${this.#path}.new`, { force: true });
    writeFileSync(`${this.#path}.new`, text, { mode: OWNER_ONLY, flag: "wx" });
    renameSync(`${this.#path}.new`, this.#path);
  }
}

export function discardState(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}

/** `null` when there is none. */
function read(path: string): Readonly<Record<string, unknown>> | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new UsageError(`cannot read ${path}`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isMap(value) && value["format"] === FORMAT) return value;
  } catch {
    // Said below.
  }
  throw new UsageError(`${path} is no state of a collection; remove it to begin anew`);
}

function classesOf(
  state: Readonly<Record<string, unknown>>,
  { address, since }: Origin,
  path: string,
): Map<string, ClassState> {
  if (state["address"] !== address || state["since"] !== since) {
    throw new UsageError(
      `${path} is of an unfinished collection from another address or with another --since; ` +
        "repeat that one, choose another --out, or begin anew with --force",
    );
  }
  const classes = isMap(state["classes"]) ? state["classes"] : {};
  return new Map(
    Object.entries(classes).flatMap(([name, value]) => (isClassState(value) ? [[name, value]] : [])),
  );
}

function isClassState(value: unknown): value is ClassState {
  if (!isMap(value) || typeof value["done"] !== "boolean") return false;
  return ["rows", "bytes", "after", "left"].every(
    (name) => Number.isSafeInteger(value[name]) && (value[name] as number) >= 0,
  );
}
