/** `GET /api/health`: whether the server is up, and which it is; the one route that needs no token. */
import { GENERATOR } from "../../analyzer/model/generator.ts";
import { Health } from "../contract.ts";
import { answers, type Api } from "./route.ts";

export function healthRoute(api: Api): void {
  api.get(
    "/health",
    {
      schema: {
        operationId: "health",
        summary: "Whether the server is up",
        tags: ["server"],
        security: [],
        response: { 200: answers(Health)[200] },
      },
    },
    async () => ({ status: "ok" as const, version: GENERATOR.version }),
  );
}
