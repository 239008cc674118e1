/** Serves the built viewer with hand-written answers under the product's content policy, and drives a browser over it. */
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { build } from "vite";
import type { Declaration, RegisterView } from "../../server/contract.ts";
import { elementOf, ESTATES, SNAPSHOT, traceIn } from "./hospital-answers.ts";
import { findingPage } from "./hospital-findings.ts";
import { hospital, viewOf, type Estate } from "./hospital-map.ts";
import { register } from "./hospital-records.ts";

/** As the server sends it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Path of a Chromium; `null` with one clear line when there is none, an error when one is required. */
export function findChromium(): string | null {
  const given = process.env["CHROMIUM_PATH"];
  const found = (given === undefined ? CANDIDATES : [given]).find(existsSync);
  if (found !== undefined) return found;
  const words =
    "No Chromium was found: browser tests are skipped. Install it (apt install chromium) or set CHROMIUM_PATH.";
  if (process.env["ART30_REQUIRE_BROWSER"] === "1") throw new Error(words);
  process.stderr.write(`${words}\n`);
  return null;
}

export interface Served {
  readonly address: string;
  readonly declared: readonly (Declaration & { readonly path: string })[];
  readonly stop: () => Promise<void>;
}

export interface ServedOptions {
  readonly estate?: Estate;
  readonly locked?: boolean;
}

/** Builds the viewer from its sources into a fresh directory: the tests never look at an older one. */
export async function builtViewer(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), "art30-viewer-"));
  const root = join(import.meta.dirname, "../../viewer");
  await build({
    root,
    configFile: join(root, "vite.config.ts"),
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

export async function serve(
  folder: string,
  { estate = hospital(), locked = false }: ServedOptions = {},
): Promise<Served> {
  const declared: (Declaration & { path: string })[] = [];
  const view = register();
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", POLICY);
    const url = new URL(request.url ?? "/", "http://localhost");
    if (!url.pathname.startsWith("/api/")) return sendFile(response, folder, url.pathname);
    if (locked)
      return sendJson(response, { error: { code: "no-session", message: "A session is needed." } }, 401);
    if (request.method !== "PUT") return sendJson(response, ...answer(url, estate, view));
    void bodyOf(request).then((body) => {
      declared.push({ ...body, path: decodeURIComponent(url.pathname) });
      declare(view, decodeURIComponent(url.pathname), body);
      sendJson(response, view);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    declared,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}

function answer(url: URL, estate: Estate, view: RegisterView): readonly [body: unknown, status?: number] {
  const [, below] = /^\/api\/estates\/[^/]+\/snapshots\/[^/]+\/?(.*)$/.exec(url.pathname) ?? [];
  if (below === undefined) return [url.pathname.endsWith("/snapshots") ? [SNAPSHOT] : ESTATES];
  switch (below) {
    case "":
      return [SNAPSHOT];
    case "graph":
      return [viewOf(estate, url.searchParams)];
    case "graph/trace":
      return [{ ...traceIn(viewOf(estate, url.searchParams).nodes), path: url.searchParams.get("path") }];
    case "elements":
      return [elementOf(url.searchParams.get("key") ?? "")];
    case "findings":
      return [findingPage(url.searchParams)];
    case "records":
      return [view];
    default:
      return [{ error: { code: "not-found", message: `Nothing at ${below}.` } }, 404];
  }
}

function declare(view: RegisterView, path: string, { value, by }: Declaration): void {
  const [, record, column] = /records\/([^/]+)\/cells\/([^/]+)$/.exec(path) ?? [];
  const cells = view.records.find(({ id }) => id === record)?.cells;
  const cell = cells?.[column ?? ""];
  if (cells === undefined || cell === undefined || column === undefined) return;
  cells[column] = {
    ...cell,
    value,
    state: "declared",
    declaredBy: by,
    declaredOn: "2026-02-01",
    question: null,
  };
  view.completeness.filled += 1;
}

async function bodyOf(request: IncomingMessage): Promise<Declaration> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Declaration;
}

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

function sendFile(response: ServerResponse, folder: string, path: string): void {
  const file = join(folder, path === "/" ? "index.html" : path);
  if (!existsSync(file)) return void response.writeHead(404).end();
  response
    .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
    .end(readFileSync(file));
}

export async function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Opened {
  readonly page: Page;
  /** What the console complained about, content policy included. */
  readonly complaints: readonly string[];
}

/** A page that lets nothing through to other hosts. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**/*", (route) => {
    const local = ["127.0.0.1", ""].includes(new URL(route.request().url()).hostname);
    if (!local) complaints.push(`asked ${route.request().url()}`);
    return local ? route.continue() : route.abort();
  });
  await page.goto(address);
  return { page, complaints };
}
