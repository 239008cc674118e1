/** The process as a command sees it: two streams, a clock and a place. Tests hand in their own. */

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
  };
}
