/** The process as a command sees it: two streams, a clock and a place. Tests hand in their own. */
import { changes } from "./changes.ts";

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The report itself. */
  out(text: string): void;
  /** Progress, problems and errors. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  /** Width of the terminal; `undefined` when there is none. */
  readonly columns: number | undefined;
  /** Today, `YYYY-MM-DD`; `--as-of` overrides it. */
  today(): string;
  readStdin(): Promise<string>;
  /** One beat per burst of changes below a directory; ends when the user stops the program. */
  changes?(directory: string): AsyncIterable<void>;
  readonly errIsTerminal?: boolean;
  /** Asks on the terminal without echo; absent where nobody can be asked. */
  askSecret?(prompt: string): Promise<string>;
  /** Calls back once when the person asks to stop; the result takes that back. */
  onInterrupt?(stop: () => void): () => void;
}

export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    today: () => new Date().toISOString().slice(0, 10),
    async readStdin() {
      const parts: Buffer[] = [];
      for await (const part of process.stdin) parts.push(part as Buffer);
      return Buffer.concat(parts).toString("utf8");
    },
    changes,
    errIsTerminal: process.stderr.isTTY === true,
    ...(process.stdin.isTTY === true && { askSecret }),
    onInterrupt(stop) {
      // Only the first one: a second one ends the process as ever.
      process.once("SIGINT", stop);
      return () => void process.off("SIGINT", stop);
    },
  };
}

async function askSecret(prompt: string): Promise<string> {
  const { read } = await import("read");
  return read({ prompt, silent: true, output: process.stderr });
}
