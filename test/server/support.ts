/** A server over an invented hospital group, without a network. */
import type { FastifyInstance, InjectOptions } from "fastify";
import { analyse } from "../../analyzer/workspace/analyse.ts";
import type { Config } from "../../analyzer/workspace/config.ts";
import { memoryReader } from "../../analyzer/workspace/reader.ts";
import { OneTimeLinks } from "../../server/access/links.ts";
import { buildApp } from "../../server/app.ts";
import type { AppOptions } from "../../server/options.ts";
import { contentOf, type Content } from "../../server/store/content.ts";
import { openDatabase, type Db } from "../../server/store/database.ts";
import { Shelf } from "../../server/store/shelf.ts";
import { TableStore } from "../../server/store/tables.ts";

export const TOKEN = "a-token-of-the-pipeline-of-saint-clair";
export const ESTATE = "saint-clair";
export const BASE = `/api/estates/${ESTATE}/snapshots/latest`;

/** People of the group, with an occupational health note in clear and a password in a string. */
export const DATAMODEL = `<?xml version="1.0" encoding="UTF-8"?>
<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.1">
  <classes>
    <class id="Person" _delta="must_exist">
      <fields>
        <field id="occupational_health_note" xsi:type="AttributeText" _delta="define">
          <sql>occupational_health_note</sql>
          <default_value/>
          <is_null_allowed>true</is_null_allowed>
        </field>
        <field id="emergency_phone" xsi:type="AttributePhoneNumber" _delta="define">
          <sql>emergency_phone</sql>
          <default_value/>
          <is_null_allowed>true</is_null_allowed>
        </field>
        <field id="badge_password" xsi:type="AttributeString" _delta="define">
          <sql>badge_password</sql>
          <default_value/>
          <is_null_allowed>true</is_null_allowed>
        </field>
      </fields>
    </class>
  </classes>
</itop_design>
`;

export const FILES: Readonly<Record<string, string>> = {
  "art30.yaml": "estate: Saint Clair hospital group\nsystems:\n  itop:\n    paths: [itop]\n",
  "itop/extensions/saint-clair/datamodel.saint-clair.xml": DATAMODEL,
};

export async function contentFrom(
  files: Readonly<Record<string, string>> = FILES,
  rules: { readonly severity?: Readonly<Record<string, string>> } = {},
): Promise<Content> {
  const reader = memoryReader(files);
  const systems = { itop: { paths: ["itop"] } };
  const config: Config = {
    estate: "Saint Clair hospital group",
    systems,
    rules: rules as Config["rules"] & object,
  };
  return contentOf(await analyse({ reader, config, asOf: "2026-07-01" }), config, reader);
}

export interface Bench {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly shelf: Shelf;
  readonly links: OneTimeLinks;
  readonly bugs: Error[];
  /** Moves the clock on, in milliseconds. */
  later(by: number): void;
  /** Asks with the token. */
  ask(url: string, more?: InjectOptions): Promise<{ status: number; body: unknown; text: string }>;
}

export async function bench(more: Partial<AppOptions> = {}): Promise<Bench> {
  let time = Date.parse("2026-07-02T08:00:00Z");
  const now = (): Date => new Date(time);
  const bugs: Error[] = [];
  const db = await openDatabase(":memory:");
  const shelf = new Shelf(new TableStore(db), now);
  const links = new OneTimeLinks(now);
  const onBug = (error: Error): void => void bugs.push(error);
  const app = await buildApp({ db, shelf, links, now, onBug, tokens: [TOKEN], viewer: "/nowhere", ...more });
  return {
    app,
    db,
    shelf,
    links,
    bugs,
    later: (by) => void (time += by),
    async ask(url, request = {}) {
      const headers = { authorization: `Bearer ${TOKEN}`, ...request.headers };
      const reply = await app.inject({ url, method: "GET", ...request, headers });
      const json = String(reply.headers["content-type"] ?? "").includes("json");
      return { status: reply.statusCode, body: json ? reply.json<unknown>() : null, text: reply.body };
    },
  };
}

let hospital: Promise<Content> | undefined;

/** A bench that keeps the hospital group. */
export async function hospitalBench(more: Partial<AppOptions> = {}): Promise<Bench> {
  const made = await bench(more);
  // Analysed once for a test file; a snapshot is never changed.
  hospital ??= contentFrom();
  await made.shelf.add({ id: ESTATE, name: "Saint Clair hospital group" }, await hospital);
  return made;
}

/** A multipart body of files by path. */
export function multipart(files: Readonly<Record<string, string>>): {
  payload: string;
  headers: Record<string, string>;
} {
  const boundary = "----saint-clair";
  const parts = Object.entries(files).map(
    ([path, text]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${path}"\r\ncontent-type: application/octet-stream\r\n\r\n${text}\r\n`,
  );
  return {
    payload: `${parts.join("")}--${boundary}--\r\n`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
