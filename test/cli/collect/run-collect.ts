/** Runs `art30 collect itop` against the fake, in an own directory, with an own terminal and signals. */
import type { Io } from "../../../cli/io.ts";
import { run } from "../../../cli/run.ts";
import type { Ran } from "../fake-io.ts";
import { PASSWORD, USER } from "./fake-itop.ts";

export interface Surroundings {
  readonly env?: Io["env"];
  readonly askSecret?: NonNullable<Io["askSecret"]>;
  readonly terminal?: boolean;
  /** Gets what stops the collection, as pressing Ctrl-C does. */
  readonly interrupt?: (stop: () => void) => void;
}

export const WITH_PASSWORD = { env: { ART30_ITOP_PASSWORD: PASSWORD } };

export async function runCollect(
  url: string,
  cwd: string,
  options: readonly string[] = [],
  { env = WITH_PASSWORD.env, askSecret, terminal = false, interrupt }: Surroundings = {},
): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const io: Io = {
    cwd,
    env,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    outIsTerminal: false,
    columns: 80,
    today: () => "2026-11-24",
    readStdin: async () => "",
    errIsTerminal: terminal,
    ...(askSecret !== undefined && { askSecret }),
    onInterrupt(stop) {
      interrupt?.(stop);
      return () => undefined;
    },
  };
  const named = options.includes("--user") ? [] : ["--user", USER];
  const code = await run(["collect", "itop", url, "--out", "estate", ...named, ...options], io);
  return { code, out: out.join(""), err: err.join("") };
}
