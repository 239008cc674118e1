import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlay } from "../../../../analyzer/systems/generic/profile-overlay.ts";
import type { ProfileSource } from "../../../../analyzer/systems/generic/profile-source.ts";
import { profile, shelf, systemOf } from "./profile-fixture.ts";

const VENDOR = profile(`
source: paper
product: { name: Careline Desk, vendor: Careline }
deployment: vendor-cloud
hosting: { host: Nordic Hosting, region: DK }
documents:
  paper: { title: Careline security paper, assertedOn: 2021 }
parties:
  vendor: { name: Careline, kind: vendor }
entities:
  Caller:
    role: subject
    fields:
      phone: { kind: string, category: phone, labels: { en: Phone } }
stores:
  call notes:
    kind: event-log
    of: [Caller]
    retention: { days: 365, quote: "kept for one year" }
    quote: every call is noted
movements:
  phone home:
    kind: telemetry
    from: self
    to: party/vendor
    transport: { scheme: HTTPS, tls: required, quote: always encrypted }
claims:
  backups: { topic: availability, says: Backups are made daily., quote: daily backups }
questions:
  countries: { topic: hosting, asks: In which country are the backups?, unknown: the country }
`);

const shipped = shelf({ "careline-desk": VENDOR });
const withOwn = (text: string) =>
  systemOf({ "desk.system.yaml": profile(text) }, { profile: "careline-desk" }, shipped);

describe("what the shipped profile says", () => {
  test("stands in its file, with document and quote", async () => {
    const { system } = await systemOf({}, { profile: "careline-desk" }, shipped);
    expect(system.stores[0]?.retention).toMatchObject({
      kind: "days",
      days: 365,
      source: "default",
      proof: {
        location: { file: "profiles/careline-desk.yaml", line: 20 },
        basis: 'Careline security paper: "kept for one year"',
      },
    });
  });

  test("is the vendor's claim, for movements and transport alike", async () => {
    const { system } = await systemOf({}, { profile: "careline-desk" }, shipped);
    expect(system.movements[0]).toMatchObject({ basis: "claim", transport: { evidence: "claim" } });
  });
});

describe("the customer's file", () => {
  test("declares a period in place of the vendor's, without the vendor's words", async () => {
    const { system, problems } = await withOwn("stores: { call notes: { retention: { days: 90 } } }");
    expect(problems.filter(({ kind }) => kind !== "incomplete-export")).toEqual([]);
    expect(system.stores[0]).toMatchObject({
      kind: "event-log",
      retention: {
        kind: "days",
        days: 90,
        source: "declared",
        proof: { location: { file: "desk.system.yaml", line: 2 }, basis: null },
      },
    });
  });

  test("changes one property of a field and keeps the others", async () => {
    const { system } = await withOwn(
      "entities: { Caller: { fields: { phone: { protection: encrypted } } } }",
    );
    expect(system.entities[0]?.fields[0]).toMatchObject({
      protection: "encrypted",
      declaredCategory: "phone",
      labels: { en: "Phone" },
      location: { file: "desk.system.yaml" },
    });
  });

  test("adds fields of its own beside the vendor's", async () => {
    const { system } = await withOwn("entities: { Caller: { fields: { ward: { kind: string } } } }");
    const fields = system.entities[0]?.fields ?? [];
    expect(fields.map(({ name, origin }) => [name, origin.by])).toEqual([
      ["phone", "vendor"],
      ["ward", "customer"],
    ]);
  });

  test("switches a movement off by its own word", async () => {
    const { system } = await withOwn("movements: { phone home: { status: disabled } }");
    expect(system.movements[0]).toMatchObject({
      status: "disabled",
      basis: "definition",
      to: { ref: "desk:party/vendor" },
    });
  });

  test("renews a claim, which then rests on that file and date", async () => {
    const { system } = await withOwn('claims: { backups: { assertedOn: "2026-03" } }');
    expect(system.claims[0]).toMatchObject({
      says: "Backups are made daily.",
      assertedOn: "2026-03",
      source: "desk.system.yaml",
    });
  });

  test("answers a question, which becomes a claim and is no longer open", async () => {
    const open = await withOwn("");
    expect(open.problems).toMatchObject([
      {
        kind: "incomplete-export",
        message: "Open question: In which country are the backups?",
        lost: "the country",
      },
    ]);
    const { system, problems } = await withOwn("questions: { countries: { answer: In Sweden. } }");
    expect(problems).toEqual([]);
    expect(system.claims.find(({ path }) => path === "desk:claim/countries")).toMatchObject({
      topic: "hosting",
      says: "In Sweden.",
      source: "desk.system.yaml",
      proof: { location: { file: "desk.system.yaml" } },
    });
  });

  test("may name the profile below it itself", async () => {
    const text = profile("extends: careline-desk\n");
    const { system } = await systemOf({ "desk.system.yaml": text }, {}, shipped);
    expect(system.product.name).toBe("Careline Desk");
  });
});

test("of several files of one system the last by path counts", async () => {
  const files = {
    "b.system.yaml": profile("product: { version: '9.2' }\n"),
    "a.system.yaml": profile("product: { version: '9.1' }\n"),
  };
  const { system } = await systemOf(files, { profile: "careline-desk" }, shipped);
  expect(system.product).toMatchObject({ name: "Careline Desk", version: "9.2" });
});

describe("laying one profile over another", () => {
  const names = fc.constantFrom("calls", "mails", "__proto__");
  const stores = fc.dictionary(
    names,
    fc.record(
      { kind: fc.constantFrom("history" as const, "backup" as const), name: fc.string() },
      { requiredKeys: [] },
    ),
  );
  const sources = stores.map((each): ProfileSource => ({
    file: "system.yaml",
    profile: { format: "art30.system/1", stores: each },
    places: {},
    defaults: {},
  }));

  test("changes nothing when it is laid over itself", () => {
    fc.assert(
      fc.property(sources, (source) => {
        expect(overlay(source, source)).toEqual(source);
      }),
    );
  });

  test("gives the same whichever pair is laid first", () => {
    fc.assert(
      fc.property(sources, sources, sources, (a, b, c) => {
        expect(overlay(overlay(a, b), c)).toEqual(overlay(a, overlay(b, c)));
      }),
    );
  });
});
