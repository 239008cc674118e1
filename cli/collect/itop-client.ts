/** Asks an iTop's REST service; it can only read, as it has no word for anything else. */
import { GENERATOR } from "../../analyzer/model/generator.ts";
import { isMap } from "../../analyzer/systems/itop/exports/export-values.ts";
import type { Credentials } from "./credentials.ts";
import { CollectFailure } from "./failure.ts";
import { networkRefusal, pageRefusal, refusalOf, statusRefusal, UNSUPPORTED_VERSION } from "./refusal.ts";
import type { Target } from "./target.ts";

/** Bytes read of one reply; larger ones are asked for in smaller pages. */
export const MAX_REPLY_BYTES = 64 * 1024 * 1024;

/** Milliseconds until a reply must have come in whole. */
export const REPLY_TIMEOUT = 120_000;

/** Milliseconds before each further try after a failure that may pass. */
export const RETRY_DELAYS: readonly number[] = [1_000, 3_000, 9_000];

/** All of iTop 2.2 to 3.2 offer the first; the others stand for anything older or narrowed. */
const VERSIONS = ["1.3", "1.4", "1.0"] as const;

export interface Query {
  readonly class: string;
  readonly oql: string;
  /** `*+` or attribute codes. */
  readonly fields: string;
  readonly limit: number;
}

export interface RestObject {
  readonly class: string;
  readonly id: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Found {
  /** Rows the query has without the limit. */
  readonly total: number;
  /** By id. */
  readonly objects: readonly RestObject[];
}

/** The world outside, for tests to replace. */
export interface Network {
  readonly fetch: typeof globalThis.fetch;
  sleep(milliseconds: number): Promise<void>;
}

type Request = { readonly operation: "list_operations" } | ({ readonly operation: "core/get" } & Query);

export class ItopClient {
  readonly #target: Target;
  readonly #credentials: Credentials;
  readonly #network: Network;
  #version: string = VERSIONS[0];

  constructor(target: Target, credentials: Credentials, network: Network) {
    this.#target = target;
    this.#credentials = credentials;
    this.#network = network;
  }

  /** Proves that the address, the account and its right to the service are good, and settles the version. */
  async probe(): Promise<void> {
    for (const [index, version] of VERSIONS.entries()) {
      this.#version = version;
      const reply = await this.#send({ operation: "list_operations" });
      const code = codeOf(reply);
      if (code === 0) return;
      if (code !== UNSUPPORTED_VERSION || index === VERSIONS.length - 1) throw refusal(reply, null);
    }
  }

  async find(query: Query): Promise<Found> {
    const reply = await this.#send({ operation: "core/get", ...query });
    if (codeOf(reply) !== 0) throw refusal(reply, query.class);
    const total = /^Found: (\d{1,15})$/.exec(messageOf(reply))?.[1];
    const objects = reply["objects"] ?? null;
    if (total === undefined || !(objects === null || isMap(objects))) throw unlike();
    return {
      total: Number(total),
      objects: Object.entries(objects ?? {})
        .map(([key, value]) => objectOf(key, value))
        .sort((a, b) => a.id - b.id),
    };
  }

  async #send(request: Request): Promise<Readonly<Record<string, unknown>>> {
    for (let attempt = 0; ; attempt++) {
      const delay = RETRY_DELAYS[attempt];
      try {
        return await this.#once(request, delay === undefined);
      } catch (error) {
        if (!(error instanceof Passing) || delay === undefined) throw error;
        await this.#network.sleep(delay);
      }
    }
  }

  async #once(request: Request, last: boolean): Promise<Readonly<Record<string, unknown>>> {
    const { endpoint } = this.#target;
    const signal = AbortSignal.timeout(REPLY_TIMEOUT);
    let text: string;
    try {
      const response = await this.#network.fetch(endpoint, {
        method: "POST",
        // Following one would hand the password to whoever stands at its end.
        redirect: "manual",
        signal,
        headers: { "User-Agent": `${GENERATOR.name}/${GENERATOR.version}`, ...this.#headers() },
        body: this.#body(request),
      });
      if (response.status !== 200) {
        await response.body?.cancel();
        if (!last && (response.status >= 500 || response.status === 429)) throw new Passing();
        throw statusRefusal(response.status, response.headers.get("location"), endpoint);
      }
      text = await textOf(response);
    } catch (error) {
      if (error instanceof CollectFailure || error instanceof Passing) throw error;
      if (signal.aborted) {
        if (!last) throw new Passing();
        throw new CollectFailure("heavy", `the server takes longer than ${REPLY_TIMEOUT / 1000} seconds`);
      }
      const { failure, passing } = networkRefusal(nodeCode(error), endpoint.host);
      throw passing && !last ? new Passing() : failure;
    }
    return envelopeOf(text);
  }

  #headers(): Readonly<Record<string, string>> {
    return this.#credentials.kind === "token" ? { "Auth-Token": this.#credentials.secret } : {};
  }

  #body(request: Request): URLSearchParams {
    const body = new URLSearchParams({ version: this.#version, json_data: JSON.stringify(jsonOf(request)) });
    if (this.#credentials.kind === "password") {
      body.set("auth_user", this.#credentials.user);
      body.set("auth_pwd", this.#credentials.secret);
    }
    return body;
  }
}

/** A failure that another try may mend. */
class Passing extends Error {}

function jsonOf(request: Request): Readonly<Record<string, unknown>> {
  if (request.operation === "list_operations") return { operation: "list_operations" };
  const { class: name, oql, fields, limit } = request;
  return { operation: "core/get", class: name, key: oql, output_fields: fields, limit };
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > MAX_REPLY_BYTES) {
      const mebibytes = MAX_REPLY_BYTES / 1024 / 1024;
      throw new CollectFailure("too-large", `a reply is larger than ${mebibytes} MiB (MAX_REPLY_BYTES)`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

function envelopeOf(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw pageRefusal(text);
  }
  if (!isMap(value) || Number.isNaN(codeOf(value))) throw unlike();
  return value;
}

function codeOf(reply: Readonly<Record<string, unknown>>): number {
  const { code } = reply;
  return typeof code === "number" || (typeof code === "string" && /^\d{1,4}$/.test(code))
    ? Number(code)
    : NaN;
}

function messageOf(reply: Readonly<Record<string, unknown>>): string {
  return typeof reply["message"] === "string" ? reply["message"] : "";
}

function refusal(reply: Readonly<Record<string, unknown>>, className: string | null): CollectFailure {
  return refusalOf(codeOf(reply), messageOf(reply), className);
}

function objectOf(key: string, value: unknown): RestObject {
  const [, name, id] = /^([A-Za-z_]\w{0,63})::(\d{1,15})$/.exec(key) ?? [];
  if (name === undefined || !isMap(value) || !isMap(value["fields"])) throw unlike();
  return { class: name, id: Number(id), fields: value["fields"] };
}

function unlike(): CollectFailure {
  return new CollectFailure("stop", "the answer is JSON, but none of iTop's REST service");
}

function nodeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return String((cause as { code?: unknown } | null | undefined)?.code ?? "");
}
