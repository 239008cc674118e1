/** Random secrets, and comparing them without keeping them. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits, as text that fits into an address. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex. Secrets here are random or long, so that no salt or stretching is needed. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Both are SHA-256 in hex, hence of one length. */
export function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, "hex"), Buffer.from(b, "hex"));
}
