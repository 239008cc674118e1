import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLASS_PLANS, type ClassPlan } from "../../../cli/collect/class-plan.ts";
import { readClass } from "../../../cli/collect/class-reader.ts";
import { CollectFailure } from "../../../cli/collect/failure.ts";
import type { Found, ItopClient, Query } from "../../../cli/collect/itop-client.ts";

const PLAN = CLASS_PLANS.find((plan) => plan.class === "CMDBChange") as ClassPlan;

interface Table {
  readonly queries: Query[];
  readonly client: ItopClient;
}

/** A class with these ids; `refuses` stands for a server that gives up on a query. */
function table(
  ids: readonly number[],
  refuses: (found: readonly number[], query: Query) => CollectFailure | null = () => null,
): Table {
  const queries: Query[] = [];
  const client = {
    async find(query: Query): Promise<Found> {
      queries.push(query);
      if (queries.length > 3_000) throw new Error("asks without end");
      const after = Number(/id > (\d+)/.exec(query.oql)?.[1]);
      const upTo = Number(/id <= (\d+)/.exec(query.oql)?.[1] ?? Infinity);
      const matching = ids.filter((id) => id > after && id <= upTo);
      // Any rows may be the first ones: the order of the service is not by id.
      const page = matching
        .toSorted((a, b) => ((a * 7919) % 104_729) - ((b * 7919) % 104_729))
        .slice(0, query.limit);
      const refused = query.fields === "id" ? null : refuses(page, query);
      if (refused !== null) throw refused;
      const objects = page.toSorted((a, b) => a - b).map((id) => ({ class: "CMDBChange", id, fields: {} }));
      return { total: matching.length, objects };
    },
  };
  return { queries, client: client as unknown as ItopClient };
}

async function read({ client }: Table, size: number, after = 0): Promise<{ ids: number[]; left: number }> {
  const ids: number[] = [];
  let left = 0;
  const options = { size, selection: { since: null, account: null }, after, onMissing: () => undefined };
  for await (const page of readClass(client, PLAN, options)) {
    ids.push(...page.objects.map(({ id }) => id));
    left += page.left;
  }
  return { ids, left };
}

const tooLarge = (): CollectFailure => new CollectFailure("too-large", "too large");

describe("reading a class by windows of ids", () => {
  it("reads every row once, in the order of ids, whatever the gaps and the page size", async () => {
    const gaps = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5_000_000 })), {
      maxLength: 120,
    });
    await fc.assert(
      fc.asyncProperty(gaps, fc.integer({ min: 1, max: 40 }), async (distances, size) => {
        let id = 0;
        const ids = distances.map((distance) => (id += distance));
        expect(await read(table(ids), size)).toEqual({ ids, left: 0 });
      }),
    );
  });

  it("goes on behind an id as if it had read all before", async () => {
    const ids = Array.from({ length: 50 }, (_, index) => index * 4 + 3);
    expect((await read(table(ids), 7, 100)).ids).toEqual(ids.filter((id) => id > 100));
  });

  it("needs few requests for a dense log", async () => {
    const dense = table(Array.from({ length: 5_000 }, (_, index) => index + 1));
    await read(dense, 250);
    expect(dense.queries.length).toBeLessThan(40);
  });

  it("asks for smaller pages where the server gives up, and reads everything", async () => {
    const ids = Array.from({ length: 300 }, (_, index) => index + 1);
    const weak = table(ids, (page) => (page.length > 20 ? new CollectFailure("heavy", "HTTP 500") : null));
    expect(await read(weak, 100)).toEqual({ ids, left: 0 });
  });

  it("leaves out the one row that is larger than any reply may be, and counts it", async () => {
    const ids = [1, 2, 3, 400, 401, 90_000];
    const giant = table(ids, (page) => (page.includes(401) ? tooLarge() : null));
    expect(await read(giant, 4)).toEqual({ ids: [1, 2, 3, 400, 90_000], left: 1 });
  });

  it("leaves out such a row also when it is the only one", async () => {
    const giant = table([77], (page) => (page.length > 0 ? tooLarge() : null));
    expect(await read(giant, 4)).toEqual({ ids: [], left: 1 });
  });

  it("gives up on a server that cannot give a single row", async () => {
    const dead = table([1, 2, 3], () => new CollectFailure("heavy", "HTTP 500"));
    await expect(read(dead, 4)).rejects.toThrow("HTTP 500");
  });

  it("takes a server at its word that ignores the limit, as those before 2.6 do", async () => {
    const ids = Array.from({ length: 90 }, (_, index) => index + 1);
    const old = table(ids);
    const { client } = old;
    const without = {
      find: (query: Query) => client.find({ ...query, limit: Infinity }),
    } as unknown as ItopClient;
    expect((await read({ ...old, client: without }, 10)).ids).toEqual(ids);
  });

  it("does not take rows it did not ask for", async () => {
    const found = { total: 2, objects: [1, 2].map((id) => ({ class: "CMDBChange", id, fields: {} })) };
    const client = { find: async () => found } as unknown as ItopClient;
    await expect(read({ queries: [], client }, 10, 5)).rejects.toThrow("other rows than it was asked for");
  });

  it("ends where rows are deleted while it reads", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => index * 10 + 1);
    const shrinking = table(ids, (page) => {
      if (page.includes(1)) ids.splice(20);
      return null;
    });
    expect((await read(shrinking, 10)).ids.at(-1)).toBe(191);
  });
});
