/** The interface described by itself: OpenAPI 3.1 at /docs/json, readable at /docs. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { GENERATOR } from "../analyzer/model/generator.ts";
import { SESSION_COOKIE } from "./access/sessions.ts";
import { DOCS_POLICY } from "./security-headers.ts";

/** Must come before the routes it describes. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "art30",
        version: GENERATOR.version,
        description: "Findings, data-flow maps and Article 30 records of the estates this server keeps.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" } as { name: string },
      },
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer" },
          session: { type: "apiKey", in: "cookie", name: SESSION_COOKIE },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
  });
}

type Hook = (request: import("fastify").FastifyRequest) => Promise<void>;

/** The document asks for the same token or session as the interface itself. */
export async function documentPages(app: FastifyInstance, allowed: Hook): Promise<void> {
  await app.register(async (docs) => {
    docs.addHook("onRequest", allowed);
    await docs.register(swaggerUi, {
      routePrefix: "/docs",
      staticCSP: DOCS_POLICY,
      uiConfig: { validatorUrl: null, layout: "BaseLayout" },
      theme: { title: "art30 interface" },
    });
  });
}
