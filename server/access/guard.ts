/** Who may ask: a bearer token, or a session whose changing requests come from our own pages. */
import type {} from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { ApiError } from "../errors.ts";
import { hashOf, sameHash } from "./secret.ts";
import { SESSION_COOKIE, type Sessions } from "./sessions.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export interface GuardOptions {
  readonly sessions: Sessions;
  /** API tokens; only their hashes are kept. */
  readonly tokens: readonly string[];
}

/** An `onRequest` hook. */
export function guard({ sessions, tokens }: GuardOptions): (request: FastifyRequest) => Promise<void> {
  const hashes = tokens.map(hashOf);
  return async (request) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (bearer !== undefined) {
      const hash = hashOf(bearer);
      if (hashes.some((known) => sameHash(known, hash))) return;
      throw new ApiError(401, "unauthorized", "The token is not known.");
    }
    const cookie = request.cookies[SESSION_COOKIE];
    if (cookie === undefined || !(await sessions.holds(cookie))) {
      throw new ApiError(401, "unauthorized", "Open the link that art30 serve printed, or send a token.");
    }
    if (!SAFE.has(request.method) && !fromOurPages(request)) {
      throw new ApiError(403, "cross-site", "A change has to come from art30's own pages.");
    }
  };
}

/** Browsers send `Sec-Fetch-Site` or `Origin` with every such request; a request with neither is not trusted. */
function fromOurPages(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  const { origin, host } = request.headers;
  if (site === undefined && origin === undefined) return false;
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
