/** The built viewer as static files; every other page address shows its first page. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { failure } from "./errors.ts";
import { plainPage } from "./plain-page.ts";

/** `dist/viewer`, whether this file runs from the sources or from `dist/server`. */
export function builtViewer(): string {
  const above = dirname(dirname(fileURLToPath(import.meta.url)));
  return basename(above) === "dist" ? join(above, "viewer") : join(above, "dist", "viewer");
}

export async function viewerFiles(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of assets carry a digest of their content.
        const lasting = path.startsWith(join(folder, "assets"));
        void reply.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  // Returns nothing: a reply that is handed back is waited for, once more by each layer it passes.
  app.setNotFoundHandler((request, reply) => {
    const [path = ""] = request.url.split("?");
    const page = request.method === "GET" && !/^\/(api|docs)(\/|$)/.test(path) && !/\.\w+$/.test(path);
    if (!page) void reply.status(404).send(failure("not-found", "There is nothing here."));
    else if (built) void reply.sendFile("index.html", folder);
    else void notBuilt(reply);
  });
}

function notBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .status(503)
    .type("text/html; charset=utf-8")
    .send(
      plainPage(
        "The viewer is not built",
        "Run npm run build, then start art30 serve again. The interface under /api works without it.",
      ),
    );
}
