import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bench, hospitalBench } from "./support.ts";

function builtViewer(): string {
  const folder = mkdtempSync(join(tmpdir(), "art30-viewer-"));
  mkdirSync(join(folder, "viewer", "assets"), { recursive: true });
  writeFileSync(join(folder, "viewer", "index.html"), "<!doctype html><title>viewer</title>");
  writeFileSync(join(folder, "viewer", "assets", "main-4f2a.js"), "export {};");
  writeFileSync(join(folder, "outside.html"), "not for anyone");
  return join(folder, "viewer");
}

const directives = (policy: unknown): Map<string, string> =>
  new Map(
    String(policy)
      .split(";")
      .map((each) => each.trim().split(/ (.*)/s))
      .map(([name = "", value = ""]) => [name, value]),
  );

describe("the viewer", () => {
  it("is handed out without a session, on every page address", async () => {
    const { app } = await bench({ viewer: builtViewer() });
    for (const url of ["/", "/findings?severity=error", "/records/ITSM-01"]) {
      const reply = await app.inject(url);
      expect([url, reply.statusCode, reply.body]).toEqual([url, 200, "<!doctype html><title>viewer</title>"]);
      expect(reply.headers["cache-control"]).toBe("no-cache");
    }
  });

  it("lets browsers keep assets, whose names change with their content", async () => {
    const { app } = await bench({ viewer: builtViewer() });
    const reply = await app.inject("/assets/main-4f2a.js");
    expect(reply.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await app.inject("/assets/gone.js")).statusCode).toBe(404);
  });

  it.each([
    "/../outside.html",
    "/%2e%2e/outside.html",
    "/..%2foutside.html",
    "/assets/..%2f..%2foutside.html",
  ])("hands out nothing beside its folder for %s", async (url) => {
    const { app } = await bench({ viewer: builtViewer() });
    expect((await app.inject(url)).body).not.toContain("not for anyone");
  });

  it("says so when it is not built", async () => {
    const { app } = await bench();
    const reply = await app.inject("/");
    expect(reply.statusCode).toBe(503);
    expect(reply.body).toContain("npm run build");
  });

  it("runs its worker and nothing inline or from elsewhere", async () => {
    const { app } = await bench({ viewer: builtViewer() });
    const policy = directives((await app.inject("/")).headers["content-security-policy"]);
    expect(policy.get("worker-src")).toBe("'self' blob:");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect([...policy.values()].join(" ")).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe("headers", () => {
  it("keep addresses and answers to ourselves, and do not force encryption on a loopback address", async () => {
    const { app } = await bench();
    const { headers } = await app.inject("/api/health");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("allow the document page its own styles, and nobody else", async () => {
    const { ask, app } = await hospitalBench();
    expect((await ask("/docs/")).status).toBe(200);
    const docs = await app.inject({
      url: "/docs/",
      headers: { authorization: "Bearer a-token-of-the-pipeline-of-saint-clair" },
    });
    expect(directives(docs.headers["content-security-policy"]).get("script-src")).toBe("'self'");
    expect(directives(docs.headers["content-security-policy"]).get("style-src")).toContain("unsafe-inline");
  });
});

describe("failures", () => {
  it("answer an unknown route of the interface in JSON", async () => {
    const { ask } = await bench();
    const { status, body } = await ask("/api/estate");
    expect([status, body]).toEqual([
      404,
      { error: { code: "not-found", message: "There is nothing here." } },
    ]);
  });

  it("say nothing of what went wrong inside, and tell it to the one who runs the server", async () => {
    const { ask, db, bugs } = await hospitalBench();
    await db.schema.dropTable("snapshots").execute();
    const { status, text } = await ask("/api/estates");
    expect(status).toBe(500);
    expect(text).not.toMatch(/snapshots|no such table| at /);
    expect(bugs).toHaveLength(1);
  });

  it("ask for patience after too many requests", async () => {
    const { ask } = await bench({ requestsPerMinute: 2 });
    const statuses = [await ask("/api/estates"), await ask("/api/estates"), await ask("/api/estates")];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(statuses[2]?.body).toMatchObject({ error: { code: "too-many-requests" } });
  });
});
