/** All the systems one organisation analyses together. */
import type { Problem } from "./problem.ts";
import type { System } from "./system.ts";

/** What became of each file that was looked at. */
export interface InputFile {
  readonly file: string;
  /** Adapter and artefact kind that read it, such as `itop/datamodel`; `null` when skipped. */
  readonly readAs: string | null;
  readonly system: string | null;
  readonly state: "read" | "partial" | "failed" | "skipped";
  readonly bytes: number;
}

export interface Coverage {
  readonly files: number;
  readonly read: number;
  readonly partial: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Estate {
  readonly name: string;
  /** ISO date judgements are made at; injected, never the clock. */
  readonly asOf: string;
  /** Mail domains of the organisation, lower case. */
  readonly internalDomains: readonly string[];
  readonly systems: readonly System[];
  readonly inputs: readonly InputFile[];
  readonly problems: readonly Problem[];
}

export function coverageOf(inputs: readonly InputFile[]): Coverage {
  const count = (state: InputFile["state"]): number => inputs.filter((input) => input.state === state).length;
  return {
    files: inputs.length,
    read: count("read"),
    partial: count("partial"),
    failed: count("failed"),
    skipped: count("skipped"),
  };
}
