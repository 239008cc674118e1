import { mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { estateId } from "../../cli/commands/serve.ts";
import type { Io } from "../../cli/io.ts";
import { run } from "../../cli/run.ts";
import { FILES } from "./support.ts";

function workspace(files: Readonly<Record<string, string>> = FILES): string {
  const root = mkdtempSync(join(tmpdir(), "art30-serve-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function ioAt(cwd: string, env: Io["env"] = {}): { io: Io; out: () => string; err: () => string } {
  let [out, err] = ["", ""];
  const io: Io = {
    cwd,
    env,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    columns: undefined,
    today: () => "2026-07-01",
    readStdin: async () => "",
  };
  return { io, out: () => out, err: () => err };
}

async function said(text: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = pattern.exec(text());
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never said ${pattern.source}`);
}

describe("art30 serve", () => {
  it("analyses the workspace, prints figures and a link that works once, and stops when asked", async () => {
    const directory = workspace();
    const { io, out } = ioAt(directory);
    const running = run(["serve", "--port", "0"], io);
    const [, address = "", token = ""] = await said(
      out,
      /open +(http:\/\/127\.0\.0\.1:\d+)\/enter\?token=([\w-]+)/,
    );
    expect(out()).toMatch(/Saint Clair hospital group\n {2}itop .*entities, \d+ of \d+ fields personal/);
    expect(out()).toMatch(/findings {3}\d+ errors[\s\S]*coverage[\s\S]*open questions/);
    expect(out()).toContain(join(directory, ".art30", "art30.db"));
    const entered = await fetch(`${address}/enter?token=${token}`, { redirect: "manual" });
    const cookie = String(entered.headers.get("set-cookie")).split(";")[0] ?? "";
    const estates = await fetch(`${address}/api/estates`, { headers: { cookie } });
    expect(await estates.json()).toMatchObject([{ id: "saint-clair-hospital-group", snapshots: 1 }]);
    const element = await fetch(
      `${address}/api/estates/saint-clair-hospital-group/snapshots/latest/elements?key=itop:Person.badge_password`,
      { headers: { cookie } },
    );
    expect(await element.json()).toMatchObject({ code: { lines: expect.any(Array) } });
    process.emit("SIGTERM");
    expect(await running).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  it("keeps its data for its owner and out of version control", async () => {
    const directory = workspace();
    const { io, out } = ioAt(directory);
    const running = run(["serve", "--port", "0"], io);
    await said(out, /data +\S+art30\.db/);
    process.emit("SIGINT");
    await running;
    expect(statSync(join(directory, ".art30")).mode & 0o077).toBe(0);
    expect(statSync(join(directory, ".art30", ".gitignore")).isFile()).toBe(true);
  });

  it("takes a token from the environment, and warns when others can reach it", async () => {
    const { io, out, err } = ioAt(workspace({}), { ART30_TOKEN: "token-of-the-nightly-pipeline" });
    const running = run(["serve", "--port", "0", "--host", "0.0.0.0", "--data", ":memory:"], io);
    const [, port] = await said(out, /art30 is at http:\/\/\S+:(\d+)/);
    const reply = await fetch(`http://127.0.0.1:${port}/api/estates`, {
      headers: { authorization: "Bearer token-of-the-nightly-pipeline" },
    });
    expect(await reply.json()).toEqual([]);
    expect(err()).toMatch(/warning: 0\.0\.0\.0 can be reached from other machines/);
    process.emit("SIGTERM");
    await running;
  });

  it("names the port and the option when somebody else has the port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { io, err } = ioAt(workspace({}));
    expect(await run(["serve", "--port", String(port), "--data", ":memory:"], io)).toBe(2);
    expect(err()).toBe(`art30: port ${port} of 127.0.0.1 is in use; choose another one with --port\n`);
    other.close();
  });

  it.each([
    [["--port", "http"], "--port needs a number"],
    [["--port", "70000"], "--port needs a number"],
    [["--upload-limit", "0"], "--upload-limit needs a number"],
    [["--token-file", "gone.txt"], "there is no token file at gone.txt"],
    [["--token-file", "empty.txt"], "the token file is empty"],
    [["--token-file", "short.txt"], "a token needs at least 24 characters"],
    [["nowhere"], "there is nothing at"],
    [["--prot", "80"], "did you mean --port?"],
  ])("says what is wrong with %j and ends with 2", async (args, sentence) => {
    const { io, err } = ioAt(workspace({ "empty.txt": " \n", "short.txt": "secret\n" }));
    expect(await run(["serve", "--data", ":memory:", ...args], io)).toBe(2);
    expect(err()).toContain(sentence);
    expect(err()).not.toContain("this is a bug");
  });
});

describe("the id of an estate", () => {
  it.each([
    ["Groupe hospitalier Les Tilleuls", "groupe-hospitalier-les-tilleuls"],
    ["Mairie d'Évry — DSI", "mairie-d-evry-dsi"],
    ["東京", "estate"],
    ["x".repeat(99), "x".repeat(60)],
  ])("of %s is %s", (name, id) => {
    expect(estateId(name)).toBe(id);
  });
});
