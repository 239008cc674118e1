/** `/enter?token=`: exchanges a one-time link for a session. */
import type {} from "@fastify/cookie";
import type {} from "@fastify/rate-limit";
import type {} from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import type { OneTimeLinks } from "./links.ts";
import { SESSION_COOKIE, SESSION_LIFETIME, type Sessions } from "./sessions.ts";
import { plainPage } from "../plain-page.ts";

/** Tries in a minute; a token has 256 bits, this only keeps noise away. */
const TRIES = 20;

export function enterRoute(app: FastifyInstance, links: OneTimeLinks, sessions: Sessions): void {
  app.route<{ Querystring: { token?: string } }>({
    method: "GET",
    url: "/enter",
    // A link preview that only asks for the headers must not use the link up.
    exposeHeadRoute: false,
    config: { rateLimit: { max: TRIES, timeWindow: "1 minute" } },
    schema: { hide: true },
    async handler(request, reply) {
      const { token } = request.query;
      reply.header("cache-control", "no-store");
      if (typeof token !== "string" || !links.redeem(token)) {
        return reply
          .status(403)
          .type("text/html; charset=utf-8")
          .send(
            plainPage(
              "This link cannot be used",
              "It was used before or is too old. Start art30 serve again for a new one.",
            ),
          );
      }
      return reply
        .setCookie(SESSION_COOKIE, await sessions.begin(), {
          path: "/",
          httpOnly: true,
          sameSite: "strict",
          secure: request.protocol === "https",
          maxAge: SESSION_LIFETIME,
        })
        .redirect("/", 303);
    },
  });
}
