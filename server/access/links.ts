/** One-time links that open a session in the browser of whoever started the server. */
import { hashOf, randomSecret, sameHash } from "./secret.ts";

/** How long a link can be used, in milliseconds. */
export const LINK_LIFETIME = 30 * 60 * 1000;

export class OneTimeLinks {
  readonly #now: () => Date;
  #open: readonly { readonly hash: string; readonly until: number }[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** A token for `/enter?token=`. */
  issue(): string {
    const secret = randomSecret();
    this.#open = [...this.#open, { hash: hashOf(secret), until: this.#now().getTime() + LINK_LIFETIME }];
    return secret;
  }

  /** Whether the token opens a session; it never does a second time. */
  redeem(secret: string): boolean {
    const hash = hashOf(secret);
    const now = this.#now().getTime();
    const found = this.#open.find((link) => sameHash(link.hash, hash));
    this.#open = this.#open.filter((link) => link !== found && link.until > now);
    return found !== undefined && found.until > now;
  }
}
