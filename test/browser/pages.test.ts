/** Findings and records in a real browser, and what holds for all pages: nothing serious for axe, nothing in the console. */
import { readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtViewer, findChromium, openBrowser, openPage, serve, type Served } from "./support.ts";

const chromium = findChromium();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = [
  { name: "the map", query: "", ready: ".picture[data-drawn]" },
  { name: "the map with an element", query: "?selected=itop%3APerson&open=itop%3APerson", ready: ".element" },
  { name: "a trace", query: "?trace=itop%3APerson.mobile_phone&way=1", ready: ".steps" },
  { name: "the table", query: "?view=table", ready: ".twin" },
  { name: "the findings", query: "?page=findings&finding=a1&suppressed=1", ready: ".finding-card" },
  { name: "the records", query: "?page=records", ready: ".sheet" },
] as const;

describe.skipIf(chromium === null)("the pages", () => {
  let browser: Browser;
  let folder: string;
  let served: Served;

  beforeAll(async () => {
    folder = await builtViewer();
    served = await serve(folder);
    browser = await openBrowser(chromium ?? "");
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true });
  });

  const open = async (query: string): Promise<Page> => (await openPage(browser, served.address + query)).page;

  describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
    it.each(PAGES)(
      "$name has nothing serious for axe and nothing in the console",
      async ({ query, ready }) => {
        const { page, complaints } = await openPage(browser, served.address + query, { colorScheme });
        await page.waitForSelector(ready);
        await page.waitForTimeout(200);
        expect(await graveFor(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );
  });

  it("filters the findings by severity and by words", async () => {
    const page = await open("?page=findings");
    await page.getByRole("radio", { name: /error/ }).check();
    await expect.poll(() => page.locator(".finding").count()).toBe(3);
    await page.getByPlaceholder("Search").fill("purged");
    await expect
      .poll(() => page.locator(".finding-message").allTextContents())
      .toEqual(["The notification log is never purged."]);
  });

  it("shows what is suppressed only when asked, with reason and end", async () => {
    const page = await open("?page=findings");
    await expect.poll(() => page.locator(".finding").count()).toBe(6);
    await page.getByLabel("Show suppressed").check();
    await page.getByText("The REST log is kept").click();
    expect(await page.textContent(".finding-card .notice")).toContain(
      "until 2026-12-31: needed for the audit of 2026",
    );
  });

  it("leads from a finding to its element on the map", async () => {
    const page = await open("?page=findings&finding=a1");
    await page.getByRole("link", { name: "Show on the map" }).click();
    await page.waitForSelector(".element");
    expect(await page.textContent(".element .key")).toBe("itop:notification/New ticket");
  });

  it("walks the findings with the arrow keys", async () => {
    const page = await open("?page=findings");
    await page.locator(".finding > button").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".finding-card");
    expect(await page.locator(".finding").nth(1).locator(".finding-card").count()).toBe(1);
  });

  it("says the state of a cell in words and shows the question of a missing one", async () => {
    const page = await open("?page=records");
    const cell = page.locator("#cell-retention");
    expect(await cell.locator(".state").innerText()).toContain("missing");
    expect(await cell.innerText()).toContain("How long are closed requests kept");
  });

  it("declares a cell and shows the register that comes of it", async () => {
    const own = await serve(folder);
    const { page } = await openPage(browser, `${own.address}?page=records`);
    await page.getByRole("button", { name: "Declare Purposes" }).click();
    await page.getByLabel(/^Purposes/).fill("Answer requests of staff\n\n  Keep wards running ");
    await page.getByLabel(/^Declared by/).fill("data protection officer");
    await page.getByRole("button", { name: "Declare", exact: true }).first().click();
    await expect.poll(() => page.locator("#cell-purpose .state").innerText()).toContain("declared");
    expect(own.declared).toEqual([
      {
        path: "/api/estates/rosenhof/snapshots/latest/records/ITSM-01/cells/purpose",
        value: ["Answer requests of staff", "Keep wards running"],
        by: "data protection officer",
      },
    ]);
    expect(await page.textContent(".meter")).toContain("10 of 14");
    await own.stop();
  });

  it("asks for the printed link when there is no session", async () => {
    const locked = await serve(folder, { locked: true });
    const { page } = await openPage(browser, locked.address);
    await page.waitForSelector(".door");
    expect(await page.textContent(".door")).toContain("art30 serve prints a link");
    await locked.stop();
  });

  it("lets the keyboard skip to the content", async () => {
    const page = await open("?page=records");
    await page.waitForSelector(".sheet");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("content");
  });
});

/** Serious and critical only, each with its first place. */
async function graveFor(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`);
}
