/** Sessions of browsers: the secret is in the cookie, only its hash in the database. */
import type { Db } from "../store/database.ts";
import { hashOf, randomSecret } from "./secret.ts";

export const SESSION_COOKIE = "art30_session";

/** How long a session lasts, in seconds. */
export const SESSION_LIFETIME = 12 * 60 * 60;

export class Sessions {
  readonly #db: Db;
  readonly #now: () => Date;

  constructor(db: Db, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** Opens a session and returns its secret; sessions that have ended are forgotten. */
  async begin(): Promise<string> {
    const now = this.#now();
    await this.#db.deleteFrom("sessions").where("expires_at", "<=", now.toISOString()).execute();
    const secret = randomSecret();
    const expires = new Date(now.getTime() + SESSION_LIFETIME * 1000).toISOString();
    await this.#db
      .insertInto("sessions")
      .values({ token_hash: hashOf(secret), expires_at: expires })
      .execute();
    return secret;
  }

  async holds(secret: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom("sessions")
      .select("expires_at")
      .where("token_hash", "=", hashOf(secret))
      .executeTakeFirst();
    return row !== undefined && row.expires_at > this.#now().toISOString();
  }
}
