import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { analyse } from "../../../../../analyzer/workspace/analyse.ts";
import { memoryReader } from "../../../../../analyzer/workspace/reader.ts";
import { SHAPES } from "./shapes.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

async function estateOf(files: Files) {
  const reader = memoryReader(Object.fromEntries(Object.entries(files).map(([n, f]) => [`exports/${n}`, f])));
  const { snapshot } = await analyse({ reader, config: {}, asOf: "2026-04-01" });
  return snapshot.estate;
}

/** What the exports tell, without where it stands. */
async function told(files: Files) {
  const { systems, problems, inputs } = await estateOf(files);
  const [system] = systems;
  const seen = JSON.parse(
    JSON.stringify(
      {
        movements: system?.movements,
        notifications: system?.notifications,
        operations: system?.operations,
        windows: system?.observations.map(({ from, to, rows }) => ({ from, to, rows })),
        log: system?.stores.find(({ entity }) => entity === "EventRestService")?.observed?.rows,
      },
      (key, value: unknown) => (key === "location" || key === "proof" || key === "quote" ? undefined : value),
    ),
  ) as object;
  const lacking = problems.filter(({ kind }) => kind !== "catalogue").map(({ message }) => message);
  return { seen, lacking, read: inputs.map(({ state }) => state) };
}

const PLAIN = new Map<string, ReturnType<typeof told>>();

/** Each shape is read once for all tests. */
function plain(shape: string): ReturnType<typeof told> {
  const known = PLAIN.get(shape) ?? told(SHAPES[shape] as Files);
  PLAIN.set(shape, known);
  return known;
}

describe("one iTop exported in different shapes", () => {
  it("tells its synchronizations, notifications and calls", async () => {
    const { seen, lacking } = await plain("REST JSON");
    expect(seen).toMatchObject({
      movements: [
        {
          name: "Crew register",
          status: "production",
          account: "itop:account/svc-crew",
          schedule: { fullLoadDays: 1 },
          deletion: { policy: "update-then-delete", retentionDays: 90 },
          map: [
            { to: "itop:Person.email", update: true, match: false, policy: "locked" },
            { to: "itop:Person.employee_number", update: false, match: true, policy: "unlocked" },
          ],
        },
        { name: "Directory accounts", status: "test", to: { ref: "itop:UserLDAP" } },
      ],
      notifications: [{ name: "Tell the caller", triggers: [{ entity: "UserRequest" }] }],
      operations: [{ calls: 1 }, { calls: 2 }],
      log: 3,
    });
    expect(lacking).toEqual([]);
  });

  it.each(Object.keys(SHAPES).slice(1))("says the same as %s", async (shape) => {
    const rest = await plain("REST JSON");
    const other = await plain(shape);
    expect(other.lacking).toEqual([]);
    expect(other.seen).toEqual(rest.seen);
    expect(other.read).toEqual(Array.from({ length: 6 }, () => "read"));
  });

  it.each(Object.keys(SHAPES))("says the same packed as %s.gz", async (shape) => {
    const files = Object.entries(SHAPES[shape] as Files);
    const packed = Object.fromEntries(files.map(([name, content]) => [`${name}.gz`, gzipSync(content)]));
    expect(await told(packed)).toEqual(await plain(shape));
  });

  it("says the same in all shapes at once, with the log counted once", async () => {
    const all = Object.entries(SHAPES).flatMap(([shape, files]) =>
      Object.entries(files).map(
        ([name, content]) => [`${shape.replace(" ", "-")}/${name}`, content] as const,
      ),
    );
    const { seen, lacking } = await told(Object.fromEntries(all));
    expect(seen).toEqual((await plain("REST JSON")).seen);
    expect(lacking).toHaveLength(6);
    expect(new Set(lacking)).toEqual(
      new Set([
        "All 3 rows of EventRestService in this file are also in exports/CSV/EventRestService.csv; they count once.",
      ]),
    );
  });
});
