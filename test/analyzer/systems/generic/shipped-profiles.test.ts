import { describe, expect, test } from "vitest";
import { shippedProfileNames } from "../../../../analyzer/systems/generic/profile-shipped.ts";
import { PACKAGE_RESOURCES } from "../../../../analyzer/workspace/resources.ts";
import { systemOf } from "./profile-fixture.ts";

const MAX_QUOTE_WORDS = 25;
/** Kinds that speak of what the documents leave open, not of defects of the profile. */
const OPEN = ["incomplete-export", "not-analysed"];

const names = await shippedProfileNames(PACKAGE_RESOURCES);
const shipped = (profile: string) => systemOf({}, { id: "sut", profile }, PACKAGE_RESOURCES);

test("profiles ship for the products known by documents", () => {
  expect(names).toEqual(
    expect.arrayContaining([
      "deskpro-cloud",
      "deskpro-on-premises",
      "isec7-emm-suite",
      "ivanti-service-manager-cloud",
    ]),
  );
});

describe.each(names)("%s", (name) => {
  test("reads without a defect and leaves questions open", async () => {
    const { problems } = await shipped(name);
    expect(problems.filter(({ kind }) => !OPEN.includes(kind))).toEqual([]);
    expect(problems.some(({ kind }) => kind === "incomplete-export")).toBe(true);
  });

  test("quotes briefly and names a document for every claim", async () => {
    const { system } = await shipped(name);
    for (const { quote, source } of system.claims) {
      expect((quote ?? "").split(/\s+/).length).toBeLessThanOrEqual(MAX_QUOTE_WORDS);
      expect(source).not.toMatch(/\.yaml$/);
    }
  });

  test("calls no product compliant and takes no period for a fact", async () => {
    const { system } = await shipped(name);
    expect(JSON.stringify(system)).not.toMatch(/compliant/i);
    for (const { retention } of system.stores) {
      expect(["default", "contract", "unknown"]).toContain(retention.source);
    }
  });

  test("is the vendor's word throughout: claimed movements, no protected field, nothing installed", async () => {
    const { system } = await shipped(name);
    expect(system.movements.every(({ basis }) => basis === "claim")).toBe(true);
    expect(
      system.entities.flatMap(({ fields }) => fields).every(({ protection }) => protection === "none"),
    ).toBe(true);
    expect(system.erasure.every(({ installed }) => installed === "unknown")).toBe(true);
  });
});

describe("ISEC7 EMM Suite", async () => {
  const { system } = await shipped("isec7-emm-suite");

  test("keeps derived data 30 days by default, also of deleted users", () => {
    expect(system.stores.find(({ path }) => path === "sut:store/derived data")).toMatchObject({
      retention: { kind: "days", days: 30, source: "default" },
      erasedWithSubject: "no",
    });
  });

  test("says nothing of how long calls and messages are kept", () => {
    const store = system.stores.find(({ path }) => path === "sut:store/calls and messages");
    expect(store?.retention.kind).toBe("unknown");
  });

  test("leaves directory attributes and parameters open", () => {
    const open = system.movements.map(({ name, mapOpen }) => [name, mapOpen]);
    expect(open).toContainEqual(["directory data", "others"]);
    expect(open).toContainEqual(["device data", "more than 750 parameters"]);
  });

  test("recommends encrypted connections and shows none", () => {
    for (const { transport } of system.movements) expect(transport.tls).toBe("unknown");
  });
});

describe("Ivanti Service Manager in the cloud", async () => {
  const { system } = await shipped("ivanti-service-manager-cloud");
  const conflicts = new Map(
    system.claims.map(({ path, conflictsWith }) => [
      path.replace("sut:claim/", ""),
      conflictsWith.map((other) => other.replace("sut:claim/", "")),
    ]),
  );

  test.each([
    ["IVG-09", ["IVC-18", "IVC-21"]],
    ["IVC-18", ["IVC-21", "IVG-09"]],
    ["IVC-21", ["IVC-18", "IVG-09"]],
    ["IVG-11", ["IVC-09"]],
    ["IVC-11", ["IVC-25"]],
    ["IVC-26", ["IVC-16"]],
  ])("contradicts itself at %s", (claim, others) => {
    expect(conflicts.get(claim)).toEqual(others);
  });

  test("keeps data until the customer or the contract ends them", () => {
    expect(system.stores.find(({ path }) => path === "sut:store/tenant database")?.retention).toMatchObject({
      kind: "criterion",
      source: "contract",
    });
  });

  test("names a host and no country", () => {
    expect(system.deployment).toMatchObject({
      mode: "vendor-cloud",
      host: "Amazon Web Services",
      region: null,
    });
    expect(system.parties.every(({ country }) => country === null)).toBe(true);
  });

  test("logs in through LDAP and imports through LDAP on two ways", () => {
    const kinds = system.movements.filter(({ from, to }) =>
      [from, to].some(({ ref }) => ref === "sut:party/active directory"),
    );
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["authentication", "directory-sync"]);
  });
});

describe("Deskpro", () => {
  test.each([
    ["deskpro-cloud", "DSK-16", "Deskpro: processor"],
    ["deskpro-on-premises", "DSK-15", "Organisation that uses Deskpro: controller"],
  ])("%s carries the vendor's table of roles", async (name, claim, role) => {
    const { system } = await shipped(name);
    const found = system.claims.find(({ path }) => path === `sut:claim/${claim}`);
    expect(found).toMatchObject({
      topic: "role",
      assertedOn: "2018-05-18",
      says: expect.stringContaining(role),
    });
  });
});
