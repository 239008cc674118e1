/** Builds the server without listening: access, interface, documents and viewer on one instance. */
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyInstance } from "fastify";
import { enterRoute } from "./access/enter.ts";
import { guard } from "./access/guard.ts";
import { Sessions } from "./access/sessions.ts";
import { describeApi, documentPages } from "./api-document.ts";
import { answerErrors } from "./errors.ts";
import { JSON_LIMIT, REQUESTS_PER_MINUTE, UPLOAD_LIMIT, type AppOptions } from "./options.ts";
import { elementRoute } from "./routes/elements.ts";
import { estateRoutes } from "./routes/estates.ts";
import { findingRoutes } from "./routes/findings.ts";
import { graphRoutes } from "./routes/graph.ts";
import { healthRoute } from "./routes/health.ts";
import { recordRoutes } from "./routes/records.ts";
import { uploadRoute } from "./routes/upload.ts";
import { securityHeaders } from "./security-headers.ts";
import { builtViewer, viewerFiles } from "./viewer-files.ts";

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, shelf, links, tokens, now } = options;
  const app = fastify({
    // Addresses carry element names and one-time tokens: nothing of a request is logged.
    logger: false,
    bodyLimit: JSON_LIMIT,
    // A field that is not in the contract is refused, not dropped in silence.
    ajv: { customOptions: { removeAdditional: false } },
  });
  const sessions = new Sessions(db, now);
  const allowed = guard({ sessions, tokens });
  answerErrors(app, options.onBug ?? (() => undefined));
  await securityHeaders(app);
  await app.register(cookie);
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: "1 minute",
  });
  await app.register(multipart);
  await describeApi(app);

  await app.register(
    async (scope) => {
      const api = scope.withTypeProvider<TypeBoxTypeProvider>();
      api.addHook("onSend", async (_request, reply) => void reply.header("cache-control", "no-store"));
      healthRoute(api);
      await api.register(async (inner) => {
        inner.addHook("onRequest", allowed);
        const closed = inner.withTypeProvider<TypeBoxTypeProvider>();
        estateRoutes(closed, shelf);
        uploadRoute(closed, { shelf, now, limit: options.uploadLimit ?? UPLOAD_LIMIT });
        findingRoutes(closed, shelf);
        graphRoutes(closed, shelf);
        elementRoute(closed, shelf);
        recordRoutes(closed, shelf, now);
      });
    },
    { prefix: "/api" },
  );
  await documentPages(app, allowed);
  enterRoute(app, links, sessions);
  await viewerFiles(app, options.viewer ?? builtViewer());
  return app;
}
