/** The map in a real browser: drawn, opened, traced, walked by keyboard, and the same as its table. */
import { rmSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergedGroup } from "./crowded-map.ts";
import { hospital, viewOf } from "./hospital-map.ts";
import { builtViewer, findChromium, openBrowser, openPage, serve, type Served } from "./support.ts";

const chromium = findChromium();

describe.skipIf(chromium === null)("the map", () => {
  let browser: Browser;
  let folder: string;
  let small: Served;
  let big: Served;

  beforeAll(async () => {
    folder = await builtViewer();
    small = await serve(folder);
    big = await serve(folder, { estate: mergedGroup() });
    browser = await openBrowser(chromium ?? "");
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await Promise.all([small.stop(), big.stop()]);
    rmSync(folder, { recursive: true });
  });

  const open = async (query = "", options = {}): Promise<Page> => {
    const { page } = await openPage(browser, small.address + query, options);
    await page.waitForSelector(".picture[data-drawn]");
    return page;
  };
  const drawn = async (page: Page): Promise<number> =>
    Number(await page.getAttribute(".picture", "data-drawn"));
  const expected = viewOf(hospital(), new URLSearchParams());

  it("draws every node of the level", async () => {
    const page = await open();
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length);
  });

  it("draws a crowded estate of some 150 nodes without a complaint", async () => {
    const { page, complaints } = await openPage(browser, big.address);
    await page.waitForSelector(".picture[data-drawn]", { timeout: 20_000 });
    await expect.poll(() => drawn(page)).toBe(viewOf(mergedGroup(), new URLSearchParams()).nodes.length);
    expect(complaints).toEqual([]);
  });

  it("opens an entity into its fields with Enter, and closes it again", async () => {
    const page = await open();
    await walkTo(page, "itop:Person");
    await page.keyboard.press("Enter");
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length + 5);
    await page.keyboard.press("Enter");
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length);
  });

  it("opens an entity with a click on its mark", async () => {
    const page = await open();
    await walkTo(page, "itop:Person");
    const card = await page.locator(".hint").boundingBox();
    await page.mouse.click(card?.x ?? 0, card?.y ?? 0);
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length + 5);
    expect(await page.textContent(".panel h2")).toBe("Person");
  });

  it("leaves every mark where it stands when an entity is opened", async () => {
    const page = await open();
    await walkTo(page, "itop:party/Hosting");
    const before = await page.locator(".hint").boundingBox();
    await page.evaluate(`history.pushState(null, "", "?open=itop%3APerson")`);
    await page.evaluate(`dispatchEvent(new PopStateEvent("popstate"))`);
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length + 5);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".hint").boundingBox()).toEqual(before);
  });

  it("traces with T and lists each way as a sentence with its evidence", async () => {
    const page = await open("?open=itop%3APerson");
    await walkTo(page, "itop:Person.mobile_phone");
    await page.keyboard.press("t");
    await page.waitForSelector(".trace");
    expect(await page.locator(".way").count()).toBe(2);
    await page.locator(".way > button").last().click();
    await expect
      .poll(() => page.locator(".steps .place").allTextContents())
      .toContain("exports/ActionEmail.json:14");
    expect(page.url()).toContain("way=1");
  });

  it("steps through the ways with the arrow keys", async () => {
    const page = await open("?open=itop%3APerson&trace=itop%3APerson.mobile_phone");
    await page.locator(".way > button").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.url()).toContain("way=1");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.url()).not.toContain("trace=");
  });

  it("goes back to where one was with the browser's own button", async () => {
    const page = await open();
    await page.getByRole("combobox", { name: "Category" }).selectOption("health");
    await expect.poll(() => drawn(page)).toBeLessThan(expected.nodes.length);
    await page.goBack();
    await expect.poll(() => drawn(page)).toBe(expected.nodes.length);
  });

  it("has a table twin with exactly the rows of the picture", async () => {
    const page = await open("?category=health&open=itop%3AUserRequest");
    const shown = viewOf(
      hospital(),
      new URLSearchParams({ category: "health", expanded: "itop:UserRequest" }),
    );
    await expect.poll(() => drawn(page)).toBe(shown.nodes.length);
    const spoken = await keysOf(page, ".unseen table:first-of-type tr[data-key]");
    await page.getByRole("button", { name: "Table" }).click();
    await page.waitForSelector(".twin");
    const rows = await keysOf(page, ".twin tbody tr");
    expect(rows).toEqual([...shown.nodes, ...shown.edges].map(({ key }) => key).sort());
    expect(spoken).toEqual(shown.nodes.map(({ key }) => key).sort());
  });

  it("shows the table when nothing can be drawn", async () => {
    const { page } = await openPage(browser, "about:blank");
    await page.addInitScript("HTMLCanvasElement.prototype.getContext = () => null");
    await page.goto(small.address);
    await page.waitForSelector(".twin");
    expect(await page.textContent(".stage .notice")).toContain("WebGL");
    expect(await page.locator(".twin tbody tr").count()).toBe(expected.nodes.length + expected.edges.length);
  });

  it("finds by search and selects the first match with Enter", async () => {
    const page = await open();
    await page.getByPlaceholder("Search").fill("care device");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("selected=");
    expect(await page.textContent(".search [role=status]")).toBe("2");
  });
});

/** Walks with the arrow keys until the card speaks of the key; a column is walked from its top. */
async function walkTo(page: Page, key: string): Promise<void> {
  await page.locator(".picture").focus();
  await page.keyboard.press("Home");
  const at = (): Promise<string | null> => page.getAttribute(".hint", "data-key");
  const seen = new Set<string | null>();
  for (let column = 0; column < 10; column += 1) {
    for (const step of ["ArrowUp", "ArrowDown"]) {
      for (let before = null as string | null; ;) {
        if ((await at()) === key) return;
        before = await at();
        seen.add(before);
        await page.keyboard.press(step);
        if ((await at()) === before) break;
      }
    }
    await page.keyboard.press("ArrowRight");
  }
  throw new Error(`${key} was not reached; seen: ${[...seen].join(", ")}`);
}

async function keysOf(page: Page, selector: string): Promise<string[]> {
  const rows = await page.locator(selector).all();
  const keys = await Promise.all(rows.map((row) => row.getAttribute("data-key")));
  return keys.map(String).sort();
}
