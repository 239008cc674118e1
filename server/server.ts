/** Opens the data file, listens, and closes everything on SIGINT or SIGTERM. */
import { mkdirSync, existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FastifyInstance } from "fastify";
import { OneTimeLinks } from "./access/links.ts";
import { buildApp } from "./app.ts";
import type { AppOptions } from "./options.ts";
import { openDatabase } from "./store/database.ts";
import { Shelf } from "./store/shelf.ts";
import { TableStore } from "./store/tables.ts";

/** Somebody else listens there. */
export class PortInUse extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is in use`);
    this.name = "PortInUse";
    this.port = port;
  }
}

export interface ServerOptions extends Pick<AppOptions, "tokens" | "uploadLimit" | "viewer" | "onBug"> {
  /** Database file, or `:memory:`. */
  readonly data: string;
  readonly now: () => Date;
}

export interface Server {
  readonly app: FastifyInstance;
  readonly shelf: Shelf;
  readonly links: OneTimeLinks;
  /** Resolves with the address; rejects with `PortInUse`. */
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

export async function createServer(options: ServerOptions): Promise<Server> {
  const { data, ...rest } = options;
  if (data !== ":memory:") prepareFolder(dirname(data));
  const db = await openDatabase(data);
  const shelf = new Shelf(new TableStore(db), options.now);
  const links = new OneTimeLinks(options.now);
  const app = await buildApp({ ...rest, db, shelf, links });
  return {
    app,
    shelf,
    links,
    async listen(port, host) {
      try {
        return await app.listen({ port, host });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") throw new PortInUse(port);
        throw error;
      }
    },
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}

/** Resolves when the process is asked to stop. */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}

/** A folder made here is for its owner only and keeps itself out of version control. */
function prepareFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, ".gitignore"), "*\n");
}
