/** What the server is built with; everything that varies is handed in. */
import type { OneTimeLinks } from "./access/links.ts";
import type { Db } from "./store/database.ts";
import type { Shelf } from "./store/shelf.ts";

export interface AppOptions {
  readonly db: Db;
  readonly shelf: Shelf;
  readonly links: OneTimeLinks;
  /** API tokens. */
  readonly tokens: readonly string[];
  readonly now: () => Date;
  /** Bytes of one upload; default `UPLOAD_LIMIT`. */
  readonly uploadLimit?: number;
  /** Requests one address may make in a minute; default `REQUESTS_PER_MINUTE`. */
  readonly requestsPerMinute?: number;
  /** Folder of the built viewer; default where the build puts it. */
  readonly viewer?: string;
  /** Receives what is a bug of ours. */
  readonly onBug?: (error: Error) => void;
}

/** 32 MiB. Option `--upload-limit`. */
export const UPLOAD_LIMIT = 32 * 1024 * 1024;

/** Bytes of a JSON body. */
export const JSON_LIMIT = 1024 * 1024;

export const REQUESTS_PER_MINUTE = 600;

/** Files of one upload. */
export const MAX_UPLOAD_FILES = 5000;
