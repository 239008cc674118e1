/** The one stable name of a finding: the same in every report, baseline, exception and address. */
import { createHash } from "node:crypto";

export interface FingerprintInput {
  readonly rule: string;
  readonly messageId: string;
  readonly system: string;
  readonly path: string;
  readonly discriminator: string;
}

/** First 32 hex digits of SHA-256 over the parts, NFC, one a line; nothing that moves with an edit is in it. */
export function fingerprint({ rule, messageId, system, path, discriminator }: FingerprintInput): string {
  const text = ["v1", rule, messageId, system, path, discriminator].map(onOneLine).join("\n");
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 32);
}

/** A line break in a name must not shift one part into the next. */
function onOneLine(part: string): string {
  return part.normalize("NFC").replace(/\r\n?|\n/g, " ");
}

/** Gives equal fingerprints a number, in the order they come: `…`, `…#2`, `…#3`. */
export class FingerprintNumbering {
  readonly #seen = new Map<string, number>();

  next(value: string): string {
    const count = (this.#seen.get(value) ?? 0) + 1;
    this.#seen.set(value, count);
    return count === 1 ? value : `${value}#${count}`;
  }
}
