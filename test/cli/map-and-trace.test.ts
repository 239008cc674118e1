import { describe, expect, it } from "vitest";
import { art30 } from "./fake-io.ts";
import { directoryWith, field, hospitalExtension } from "./workspace-fixture.ts";

/** Two persons' fields filled by one data source, as iTop's REST service exports it. */
const SOURCE = JSON.stringify({
  code: 0,
  message: "Found: 1",
  objects: {
    "SynchroDataSource::3": {
      code: 0,
      message: "",
      class: "SynchroDataSource",
      key: "3",
      fields: {
        name: "Payroll feed",
        status: "production",
        user_id: "0",
        scope_class: "Person",
        database_table_name: "synchro_data_payroll",
        full_load_periodicity: "0",
        reconciliation_policy: "use_attributes",
        delete_policy: "ignore",
        attribute_list: [
          {
            attcode: "email",
            update: true,
            reconcile: true,
            update_policy: "master_locked",
            finalclass: "SynchroAttribute",
          },
          {
            attcode: "payroll_number",
            update: true,
            reconcile: false,
            update_policy: "master_locked",
            finalclass: "SynchroAttribute",
          },
        ],
      },
    },
  },
});

const ESTATE = {
  ...hospitalExtension(field("payroll_number", "AttributeString")),
  "exports/SynchroDataSource.json": SOURCE,
};

describe("art30 map", () => {
  it("writes the whole graph as JSON", async () => {
    const { out, code } = await art30(["map", "--format", "json"], directoryWith(ESTATE));
    const graph = JSON.parse(out) as { format: string; nodes: { key: string }[]; edges: unknown[] };
    expect(code).toBe(0);
    expect(graph.format).toBe("art30.graph/1");
    expect(graph.nodes.map(({ key }) => key)).toContain("itop:Person.payroll_number");
    expect(graph.edges.length).toBeGreaterThan(0);
  });

  it.each([
    ["mermaid", /^flowchart LR/m],
    ["graphml", /<graphml/],
    ["svg", /^<svg/],
    ["html", /^<!doctype html>/i],
  ])("writes %s", async (format, expected) => {
    const { out } = await art30(["map", "--format", format], directoryWith(ESTATE));
    expect(out).toMatch(expected);
    expect(out).toContain("Payroll feed");
  });

  it("refuses a category that does not exist", async () => {
    const { code, err } = await art30(["map", "--category", "heatlh"], directoryWith(ESTATE));
    expect([code, err]).toEqual([2, expect.stringContaining('unknown category "heatlh"')]);
  });
});

/** One query that gives out an address, one that does not work and names somebody. */
const QUERIES = {
  "exports/QueryOQL.json": JSON.stringify([
    {
      class: "QueryOQL",
      key: "1",
      fields: { name: "Ward staff", oql: "SELECT Person WHERE name = 'Oyelaran'", fields: "email" },
    },
    {
      class: "AuditRule",
      key: "2",
      fields: { name: "No shoes", query: "SELECT Person WHERE shoe_size = 0" },
    },
  ]),
};

describe("art30 trace", () => {
  it("says where a field comes from, with the file that proves it", async () => {
    const { out, code } = await art30(["trace", "itop:Person.payroll_number"], directoryWith(ESTATE));
    expect(code).toBe(0);
    expect(out).toMatch(/Payroll feed/);
    expect(out).toContain("exports/SynchroDataSource.json:1:");
  });

  it("lists the stored queries that use the field", async () => {
    const { out } = await art30(["trace", "itop:Person.email"], directoryWith({ ...ESTATE, ...QUERIES }));
    expect(out).toMatch(
      /Stored queries \(1\)\n {2}phrasebook Ward staff gives it out \(exports\/QueryOQL\.json:1\)\n/,
    );
    const json = await art30(
      ["trace", "itop:Person.email", "--format", "json"],
      directoryWith({ ...ESTATE, ...QUERIES }),
    );
    expect(JSON.parse(json.out)).toMatchObject({
      queries: [{ path: "itop:query/phrasebook Ward staff", uses: "gives it out" }],
    });
  });

  it("suggests the element that was meant", async () => {
    const { code, err } = await art30(["trace", "itop:Person.payrol_number"], directoryWith(ESTATE));
    expect([code, err]).toEqual([2, expect.stringContaining("did you mean itop:Person.payroll_number?")]);
  });
});

describe("art30 model", () => {
  it("counts stored queries by place, with those that do not work and those that name people", async () => {
    const { out } = await art30(["model"], directoryWith({ ...ESTATE, ...QUERIES }));
    expect(out).toContain(
      "stored queries: 2 (1 audit-rule, 1 phrasebook); not working: 1; naming people: 1\n",
    );
    expect(out).not.toContain("Oyelaran");
  });

  it("shows each declared personal field once, with its verdict and place", async () => {
    const { out } = await art30(["model"], directoryWith(ESTATE));
    const rows = out.split("\n").filter((line) => line.includes("payroll_number"));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/yes employee-id \d+ % +extensions\/tilleuls-hr\/datamodel\.tilleuls-hr\.xml:6$/);
  });
});
