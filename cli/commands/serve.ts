/** `art30 serve`: analyses the workspace, keeps the snapshot, serves the interface and the viewer. */
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describeBug } from "../bug.ts";
import { openAnalysed, type Command } from "../command.ts";
import type { Io } from "../io.ts";
import { UsageError, type Arguments } from "../options.ts";

const DEFAULT_PORT = 3030;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
/** Shorter tokens can be guessed. */
const MIN_TOKEN = 24;

const command: Command = {
  summary: "Serves the findings, the map and the records in the browser, with an HTTP interface.",
  usage: "art30 serve [DIR]",
  options: {
    port: { type: "string", value: "N", help: `port (default: ${DEFAULT_PORT})` },
    host: { type: "string", value: "ADDRESS", help: "address to listen on (default: 127.0.0.1)" },
    data: { type: "string", value: "FILE", help: "database file (default: .art30/art30.db)" },
    "token-file": {
      type: "string",
      value: "FILE",
      help: "file with a token for the interface (also ART30_TOKEN)",
    },
    "upload-limit": { type: "string", value: "MIB", help: "largest upload in MiB (default: 32)" },
  },
  async run(args, io) {
    const port = whole(args, "port", 0, 65535) ?? DEFAULT_PORT;
    const host = args.text("host") ?? "127.0.0.1";
    const mebibytes = whole(args, "upload-limit", 1, 4096);
    const tokens = tokensOf(args, io);
    const data =
      args.text("data") === ":memory:"
        ? ":memory:"
        : resolve(io.cwd, args.text("data") ?? join(".art30", "art30.db"));
    const { createServer, PortInUse, stopRequested } = await import("../../server/server.ts");
    const server = await createServer({
      data,
      tokens,
      now: () => new Date(),
      onBug: (error) => io.err(describeBug(error)),
      ...(mebibytes !== undefined && { uploadLimit: mebibytes * 1024 * 1024 }),
    });
    try {
      if (args.positionals[0] !== undefined || existsSync(join(io.cwd, "art30.yaml")))
        await addWorkspace(args, io, server);
      const address = await server.listen(port, host).catch((error: unknown) => {
        if (!(error instanceof PortInUse)) throw error;
        throw new UsageError(`port ${port} of ${host} is in use; choose another one with --port`);
      });
      if (!LOOPBACK.test(host))
        io.err(
          `warning: ${host} can be reached from other machines, and art30 itself does not encrypt; put TLS in front\n`,
        );
      io.out(`\nart30 is at ${address}\n`);
      io.out(
        `open       ${address}/enter?token=${server.links.issue()}\n           (once, within 30 minutes)\n`,
      );
      io.out(`interface  ${address}/docs\n`);
      io.out(`data       ${data}\n`);
      await stopRequested();
      return 0;
    } finally {
      await server.close();
    }
  },
};

type Server = Awaited<ReturnType<(typeof import("../../server/server.ts"))["createServer"]>>;

async function addWorkspace(args: Arguments, io: Io, { shelf }: Server): Promise<void> {
  const { workspace, analysis } = await openAnalysed(args.positionals[0], args, io);
  const { contentOf } = await import("../../server/store/content.ts");
  const { definitionLines } = await import("../../server/store/definition-lines.ts");
  const name = workspace.config.estate ?? basename(workspace.directory);
  const content = contentOf(analysis, workspace.config, workspace.reader);
  const summary = await shelf.add(
    { id: estateId(name), name },
    content,
    definitionLines(workspace.directory),
  );
  if (args.flag("quiet")) return;
  const { summaryText } = await import("../../server/summary-text.ts");
  io.out(summaryText(name, summary, analysis.snapshot.register));
}

/** `Groupe hospitalier Les Tilleuls` → `groupe-hospitalier-les-tilleuls`. */
export function estateId(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const id = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return id === "" ? "estate" : id;
}

function tokensOf(args: Arguments, io: Io): readonly string[] {
  const file = args.text("token-file");
  const path = file === undefined ? null : resolve(io.cwd, file);
  if (path !== null && !existsSync(path)) throw new UsageError(`there is no token file at ${file}`);
  const given = [
    path === null ? undefined : readFileSync(path, "utf8").trim(),
    io.env["ART30_TOKEN"]?.trim(),
  ];
  const tokens = given.filter((token) => token !== undefined && token !== "") as string[];
  if (path !== null && given[0] === "") throw new UsageError("the token file is empty");
  if (tokens.some((token) => token.length < MIN_TOKEN)) {
    throw new UsageError(`a token needs at least ${MIN_TOKEN} characters; openssl rand -hex 32 makes one`);
  }
  return tokens;
}

function whole(args: Arguments, name: string, least: number, most: number): number | undefined {
  const text = args.text(name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new UsageError(`--${name} needs a number from ${least} to ${most}, not "${text}"`);
  }
  return number;
}

export default command;
