/** A process for tests: collects both streams, stands at a directory, knows one day. */
import type { Io } from "../../cli/io.ts";
import { run } from "../../cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function art30(args: readonly string[], cwd: string, stdin = ""): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd,
    env: {},
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    outIsTerminal: false,
    columns: undefined,
    today: () => "2026-11-24",
    readStdin: async () => stdin,
  };
  const code = await run(args, io);
  return { code, out: out.join(""), err: err.join("") };
}
