import { beforeEach, describe, expect, it } from "vitest";
import { LINK_LIFETIME } from "../../server/access/links.ts";
import { SESSION_COOKIE, SESSION_LIFETIME } from "../../server/access/sessions.ts";
import { BASE, hospitalBench, type Bench } from "./support.ts";

let made: Bench;

beforeEach(async () => {
  made = await hospitalBench();
});

const get = async (url: string, headers: Record<string, string> = {}) => made.app.inject({ url, headers });

/** Opens a session by a fresh link and gives its cookie. */
async function enter(): Promise<string> {
  const reply = await get(`/enter?token=${made.links.issue()}`);
  return String(reply.headers["set-cookie"]).split(";")[0] ?? "";
}

describe("the interface", () => {
  it("answers nothing but its health without a token or session", async () => {
    expect((await get("/api/health")).statusCode).toBe(200);
    for (const url of ["/api/estates", BASE, `${BASE}/records`, "/docs/json", "/docs/"]) {
      const reply = await get(url);
      expect([url, reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([
        url,
        401,
        "unauthorized",
      ]);
    }
  });

  it("asks every route of its own document for a token", async () => {
    const { body } = await made.ask("/docs/json");
    const paths = (body as { paths: Record<string, Record<string, unknown>> }).paths;
    const open: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const url = path.replace(/\{\w+\}/g, "latest");
        const reply = await made.app.inject({ url, method: method.toUpperCase() as "GET" });
        if (reply.statusCode !== 401) open.push(`${method} ${path}`);
      }
    }
    expect(open).toEqual(["get /api/health"]);
  });

  it("refuses a token it does not know, also beside a good session", async () => {
    const cookie = await enter();
    expect((await get("/api/estates", { authorization: "Bearer of-bad-news" })).statusCode).toBe(401);
    expect((await get("/api/estates", { authorization: "Bearer of-bad-news", cookie })).statusCode).toBe(401);
  });
});

describe("the one-time link", () => {
  it("sets a cookie that scripts and other sites cannot use, and leads to the viewer", async () => {
    const reply = await get(`/enter?token=${made.links.issue()}`);
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toBe("/");
    const cookie = String(reply.headers["set-cookie"]);
    expect(cookie).toMatch(
      new RegExp(
        `^${SESSION_COOKIE}=[\\w-]{43}; Max-Age=${SESSION_LIFETIME}; Path=/; HttpOnly; SameSite=Strict$`,
      ),
    );
  });

  it("works once", async () => {
    const token = made.links.issue();
    expect((await get(`/enter?token=${token}`)).statusCode).toBe(303);
    const again = await get(`/enter?token=${token}`);
    expect(again.statusCode).toBe(403);
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  it("is not used up by a preview that asks for the headers only", async () => {
    const token = made.links.issue();
    await made.app.inject({ url: `/enter?token=${token}`, method: "HEAD" });
    expect((await get(`/enter?token=${token}`)).statusCode).toBe(303);
  });

  it("is too old after half an hour", async () => {
    const token = made.links.issue();
    made.later(LINK_LIFETIME + 1);
    expect((await get(`/enter?token=${token}`)).statusCode).toBe(403);
  });

  it("refuses a missing, doubled or invented token", async () => {
    for (const url of ["/enter", "/enter?token=", "/enter?token=a&token=b", "/enter?token=invented"]) {
      expect((await get(url)).statusCode).toBe(403);
    }
  });
});

describe("a session", () => {
  it("reads the interface and ends after twelve hours", async () => {
    const cookie = await enter();
    expect((await get("/api/estates", { cookie })).statusCode).toBe(200);
    made.later(SESSION_LIFETIME * 1000 + 1);
    expect((await get("/api/estates", { cookie })).statusCode).toBe(401);
  });

  it("leaves only the hash of its secret in the database", async () => {
    const secret = (await enter()).slice(SESSION_COOKIE.length + 1);
    const rows = await made.db.selectFrom("sessions").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is forgotten once it has ended and another begins", async () => {
    await enter();
    made.later(SESSION_LIFETIME * 1000 + 1);
    await enter();
    expect(await made.db.selectFrom("sessions").selectAll().execute()).toHaveLength(1);
  });
});

describe("a changing request with a cookie", () => {
  const declare = async (headers: Record<string, string>): Promise<number> => {
    const { body } = await made.ask(`${BASE}/records`);
    const record = (body as { records: { id: string }[] }).records[0]?.id ?? "";
    const reply = await made.app.inject({
      url: `${BASE}/records/${record}/cells/purpose`,
      method: "PUT",
      headers: { host: "127.0.0.1:3030", ...headers },
      payload: { value: ["Running the service desk"], by: "Head of IT" },
    });
    return reply.statusCode;
  };

  it.each([
    ["from nowhere", {}],
    ["from another site", { "sec-fetch-site": "cross-site" }],
    ["from another port of this machine", { origin: "http://127.0.0.1:8080" }],
    [
      "from another site that says it is ours",
      { "sec-fetch-site": "cross-site", origin: "http://127.0.0.1:3030" },
    ],
    ["from a sandboxed frame", { origin: "null" }],
  ])("is refused when it comes %s", async (_, headers) => {
    expect(await declare({ ...headers, cookie: await enter() })).toBe(403);
  });

  it.each([
    ["same-origin mark", { "sec-fetch-site": "same-origin" }],
    ["own address", { origin: "http://127.0.0.1:3030" }],
  ])("is taken with the %s of our pages", async (_, headers) => {
    expect(await declare({ ...headers, cookie: await enter() })).toBe(200);
  });
});
