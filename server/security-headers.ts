/** Headers that keep a browser from running or framing anything that is not ours. */
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** The viewer's layout runs in a worker; drawings are exported through blobs. */
const VIEWER = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'", "blob:"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Swagger UI sets style attributes in its markup; its scripts are files. */
export const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: VIEWER },
    referrerPolicy: { policy: "no-referrer" },
    // The server speaks HTTP on the loopback interface; who puts TLS in front decides on this there.
    strictTransportSecurity: false,
  });
}
