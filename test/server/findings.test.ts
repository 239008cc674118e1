import { beforeAll, describe, expect, it } from "vitest";
import type { EstateSummary, FindingPage, ProblemPage, SnapshotSummary } from "../../server/contract.ts";
import { graphBench } from "./graph-content.ts";
import { BASE, ESTATE, type Bench } from "./support.ts";

let made: Bench;

beforeAll(async () => {
  made = await graphBench();
});

const page = async (query: string): Promise<FindingPage> =>
  (await made.ask(`${BASE}/findings?${query}`)).body as FindingPage;
const paths = async (query: string): Promise<string[]> => (await page(query)).items.map(({ path }) => path);

describe("findings", () => {
  it("come worst first and without accepted ones", async () => {
    expect((await page("")).items.map(({ severity }) => severity)).toEqual([
      "error",
      "warning",
      "warning",
      "warning",
      "info",
    ]);
  });

  it("come with accepted ones and their reason when asked for", async () => {
    const { items } = await page("suppressed=true");
    expect(items.find(({ path }) => path === "itop:Person.name")?.suppressed).toEqual({
      by: "exception",
      reason: "works council agreed",
      until: null,
      approver: "HR",
    });
  });

  it.each([
    ["severity=error", ["itop:Person.health_note"]],
    ["family=retention", ["itop:store/Mail log"]],
    ["rule=flow/unknown-recipient", ["itop:Person.mobile_phone", "itop:notification/New ticket"]],
    ["path=itop:Person", ["itop:Person.health_note", "itop:Person.mobile_phone"]],
    ["q=NEW%20TICKET", ["itop:Person.mobile_phone", "itop:notification/New ticket"]],
    ["q=sync.json", ["itop:Contact.email"]],
    ["system=ivanti", []],
    ["severity=warning&rule=flow/unknown-recipient&path=itop:Person", ["itop:Person.mobile_phone"]],
  ])("are filtered by %s", async (query, expected) => {
    expect(await paths(query)).toEqual(expected);
  });

  it("are counted without the filter the counts are choices of", async () => {
    const { counts, rules, total } = await page("severity=error&rule=storage/special-category-in-clear");
    expect(total).toBe(1);
    expect(counts).toEqual({ error: 1, warning: 0, info: 0 });
    expect(rules.map(({ id, count }) => [id, count])).toEqual([["storage/special-category-in-clear", 1]]);
    expect((await page("severity=error")).counts).toEqual({ error: 1, warning: 3, info: 1 });
    expect((await page("rule=flow/unknown-recipient")).rules).toHaveLength(4);
  });

  it("name each rule with its title, its family and its worst finding", async () => {
    const { rules } = await page("");
    expect(rules[0]).toMatchObject({
      id: "storage/special-category-in-clear",
      family: "storage",
      worst: "error",
    });
    expect(rules[0]?.title).not.toBe(rules[0]?.id);
  });

  it("come in pages that join to the whole", async () => {
    const whole = await paths("");
    const joined = [
      ...(await paths("pageSize=2")),
      ...(await paths("pageSize=2&page=2")),
      ...(await paths("pageSize=2&page=3")),
    ];
    expect(joined).toEqual(whole);
    expect(await page("pageSize=2&page=9")).toMatchObject({ items: [], total: 5, page: 9 });
  });

  it.each(["page=0", "pageSize=501", "severity=fatal", `q=${"x".repeat(201)}`, "page=one"])(
    "refuse %s",
    async (query) => {
      const { status, body } = await made.ask(`${BASE}/findings?${query}`);
      expect(status).toBe(400);
      expect(body).toMatchObject({
        error: { code: "invalid-request", details: [expect.stringContaining("querystring")] },
      });
    },
  );
});

describe("problems", () => {
  it("come with their place, what they cost, and counts by kind", async () => {
    const { body } = await made.ask(`${BASE}/problems`);
    expect(body).toEqual({
      items: [
        {
          kind: "truncated",
          message: "The file ends early.",
          lost: "the rest",
          file: "rest-log.csv",
          line: 90,
          column: 1,
        },
        {
          kind: "catalogue",
          message: "The catalogue stands in.",
          lost: null,
          file: "datamodel.hospital.xml",
          line: 1,
          column: 1,
        },
      ],
      total: 2,
      page: 1,
      pageSize: 100,
      kinds: [
        { kind: "catalogue", count: 1 },
        { kind: "truncated", count: 1 },
      ],
    });
  });

  it("are filtered by kind and text, and paged", async () => {
    const of = async (query: string): Promise<ProblemPage> =>
      (await made.ask(`${BASE}/problems?${query}`)).body as ProblemPage;
    expect((await of("kind=catalogue")).items.map(({ file }) => file)).toEqual(["datamodel.hospital.xml"]);
    expect((await of("q=REST-log")).total).toBe(1);
    expect((await of("pageSize=1&page=2")).items).toHaveLength(1);
  });
});

describe("estates and snapshots", () => {
  it("tell their figures", async () => {
    const estates = (await made.ask("/api/estates")).body as EstateSummary[];
    expect(estates).toMatchObject([{ id: ESTATE, name: "Saint Clair hospital group", snapshots: 1 }]);
    const latest = (await made.ask(BASE)).body as SnapshotSummary;
    expect(estates[0]?.latest).toEqual(latest);
    expect(latest.findings).toEqual({ error: 1, warning: 3, info: 1, suppressed: 1 });
    expect(latest.systems).toMatchObject([{ id: "itop", entities: 6, movements: 6 }]);
    expect((await made.ask(`/api/estates/${ESTATE}`)).body).toEqual(estates[0]);
    expect((await made.ask(`/api/estates/${ESTATE}/snapshots`)).body).toEqual([latest]);
    expect((await made.ask(`/api/estates/${ESTATE}/snapshots/${latest.id}`)).body).toEqual(latest);
  });

  it.each([
    ["/api/estates/ivry", 404],
    ["/api/estates/ivry/snapshots", 404],
    ["/api/estates/ivry/snapshots/latest", 404],
    ["/api/estates/ivry/snapshots/latest/findings", 404],
    [`/api/estates/${ESTATE}/snapshots/0123456789abcdef`, 404],
    [`/api/estates/${ESTATE}/snapshots/0123456789abcdef/graph`, 404],
    [`/api/estates/${ESTATE}/snapshots/newest`, 400],
    ["/api/estates/Saint%20Clair", 400],
  ])("answer %s with %i", async (url, status) => {
    expect((await made.ask(url)).status).toBe(status);
  });
});
