import { describe, expect, test } from "vitest";
import { profile, shelf, systemOf } from "./profile-fixture.ts";

const CLINIC = profile(`
product: { name: Ward Phones, version: "4" }
deployment: hosted
hosting: { host: Regio Rechenzentrum, region: DE }
documents: { manual: { title: Ward Phones manual } }
parties:
  nurses: { kind: data-subject }
  directory: { kind: source }
entities:
  Device: { fields: { owner: { kind: reference, target: User } } }
  User:
    role: subject
    parent: Contact
    fields: { badge: { kind: string, protection: optional, category: employee-id } }
  Contact: { abstract: true, fields: { name: { kind: string } } }
stores:
  archive: { kind: backup, of: [User], derivedFrom: [User, store/calls], erasedWithSubject: "no" }
  calls: { kind: event-log, fields: [User.badge], retention: { criterion: until the ward closes } }
movements:
  users:
    kind: directory-sync
    from: party/directory
    to: User
    fields: { User.badge: employeeNumber, User.name: null }
    match: [User.badge]
    transport: { scheme: LDAP, tls: required, modality: should }
notifications:
  missed call:
    entity: Device
    event: create
    recipients: { ward: { party: nurses } }
    inserts: [Device.owner]
    logStore: calls
roles:
  head nurse: { audience: internal, grants: { User: [read] } }
accounts:
  sync: { kind: technical, roles: [head nurse], apiAccess: true }
erasure:
  leave: { kind: delete, reaches: [User.badge, store/calls] }
claims:
  encrypted: { topic: encryption, says: The archive is encrypted., source: manual, conflictsWith: [plain] }
  plain: { topic: encryption, says: The archive is plain., modality: option, roles: { nurses: data-subject } }
settings: { recording: { default: false } }
`);

const clinic = await systemOf({ "wards.system.yaml": CLINIC });

describe("a profile becomes a system", () => {
  test("without any problem", () => {
    expect(clinic.problems).toEqual([]);
  });

  test("whose elements are sorted by path", () => {
    const { entities, stores, claims } = clinic.system;
    for (const elements of [entities, stores, claims]) {
      const paths = elements.map(({ path }) => path);
      expect(paths).toEqual(paths.toSorted());
    }
  });

  test("with inherited fields before an entity's own", () => {
    const user = clinic.system.entities.find(({ name }) => name === "User");
    expect(user?.fields.map(({ path, declaredIn }) => [path, declaredIn])).toEqual([
      ["desk:User.name", "Contact"],
      ["desk:User.badge", "User"],
    ]);
  });

  test("with mappings that say what is matched and what the source does not tell", () => {
    expect(clinic.system.movements[0]).toMatchObject({
      from: { kind: "party", ref: "desk:party/directory" },
      to: { kind: "entity", ref: "desk:User" },
      map: [
        { from: "employeeNumber", match: true, to: "desk:User.badge" },
        { from: null, match: false },
      ],
      matching: { keys: ["User.badge"] },
    });
  });

  test("with paths for stores, recipients, roles and erasure", () => {
    const { stores, notifications, accounts, erasure } = clinic.system;
    expect(stores[0]?.derivedFrom).toEqual(["desk:User", "desk:store/calls"]);
    expect(notifications[0]).toMatchObject({
      recipients: [{ audience: "unknown", parties: ["desk:party/nurses"] }],
      placeholders: [{ field: "desk:Device.owner" }],
      logStore: "desk:store/calls",
    });
    expect(accounts[0]?.roles).toEqual(["desk:role/head nurse"]);
    expect(erasure[0]?.reaches).toEqual(["desk:User.badge", "desk:store/calls"]);
  });

  test("with contradictions named on both sides", () => {
    expect(clinic.system.claims.map(({ conflictsWith }) => conflictsWith)).toEqual([
      ["desk:claim/plain"],
      ["desk:claim/encrypted"],
    ]);
  });

  test("to the same bytes whatever the order of its files", async () => {
    const other = profile("stores: { mails: { kind: raw-mail } }\n");
    const once = await systemOf({ "a.system.yaml": CLINIC, "b.system.yaml": other });
    const again = await systemOf({ "b.system.yaml": other, "a.system.yaml": CLINIC });
    expect(JSON.stringify(once)).toBe(JSON.stringify(again));
  });
});

describe("advice and offers are no facts", () => {
  test("an optional protection protects nothing", () => {
    const user = clinic.system.entities.find(({ name }) => name === "User");
    expect(user?.fields.find(({ name }) => name === "badge")?.protection).toBe("none");
  });

  test("a transport that should be encrypted stays unknown", () => {
    expect(clinic.system.movements[0]?.transport).toMatchObject({ scheme: "LDAP", tls: "unknown" });
  });

  test("a store without a stated period has none that is known", () => {
    expect(clinic.system.stores[0]?.retention).toMatchObject({ kind: "unknown", source: "unknown" });
  });
});

describe("what art30.yaml says counts before the profile", () => {
  test("host and version", async () => {
    const { system } = await systemOf({ "wards.system.yaml": CLINIC }, { host: "Stadtwerke", version: "5" });
    expect(system.product.version).toBe("5");
    expect(system.deployment).toMatchObject({ mode: "hosted", host: "Stadtwerke", region: "DE" });
  });

  test("another deployment drops the profile's host and is said", async () => {
    const { system, problems } = await systemOf(
      { "wards.system.yaml": CLINIC },
      { deployment: "on-premises" },
    );
    expect(system.deployment).toMatchObject({ mode: "on-premises", host: null, region: null });
    expect(problems).toMatchObject([
      { kind: "duplicate", message: expect.stringContaining("on-premises"), location: { line: 4 } },
    ]);
  });
});

describe("a name that stands for nothing", () => {
  test.each([
    ["entity", "stores: { mails: { kind: raw-mail, of: [Incidnet] } }", 'did you mean "Incident"?'],
    ["field", "stores: { mails: { kind: raw-mail, fields: [Incident.titel] } }", '"Incident.title"?'],
    ["store", "movements: { copy: { kind: backup, from: self, to: store/tape } }", 'no store "tape"'],
    ["party", "movements: { feed: { kind: export, from: self, to: party/press } }", 'no party "press"'],
    ["claim", "claims: { a: { says: So., conflictsWith: [b] } }", 'no claim "b"'],
    ["document", "claims: { a: { says: So., source: leaflet } }", 'no document "leaflet"'],
  ])("is reported where it stands: %s", async (_, body, words) => {
    const base = "entities: { Incident: { fields: { title: { kind: string } } } }\n";
    const { problems } = await systemOf({ "system.yaml": profile(base + body) });
    expect(problems).toMatchObject([
      { kind: "unresolved", message: expect.stringContaining(words), location: { line: 3 } },
    ]);
  });

  test("is reported among the fields that name a record or place it in an organisation", async () => {
    const text = profile(
      "entities: { Note: { displayName: [titel], scope: ward, fields: { title: {} } } }\n",
    );
    const { problems } = await systemOf({ "system.yaml": text });
    expect(problems.map(({ message }) => message)).toEqual([
      'The profile describes no field "Note.titel"; did you mean "Note.title"?',
      'The profile describes no field "Note.ward".',
    ]);
  });

  test("leaves out a movement without ends and a claim without words", async () => {
    const text = profile("movements: { feed: { kind: export } }\nclaims: { a: { topic: role } }\n");
    const { system, problems } = await systemOf({ "system.yaml": text });
    expect(problems.map(({ kind }) => kind)).toEqual(["malformed", "malformed"]);
    expect([system.movements, system.claims]).toEqual([[], []]);
  });

  test("parents in a circle still give every field once", async () => {
    const text = profile(
      "entities:\n  A: { parent: B, fields: { x: {} } }\n  B: { parent: A, fields: { y: {} } }\n",
    );
    const { system } = await systemOf({ "system.yaml": text });
    expect(system.entities.map(({ fields }) => fields.map(({ name }) => name).sort())).toEqual([
      ["x", "y"],
      ["x", "y"],
    ]);
  });
});

describe("a shipped profile that does not exist", () => {
  const known = shelf({ "ward-phones": CLINIC });

  test("is a problem with the nearest name, and the system stays", async () => {
    const { system, problems } = await systemOf({}, { profile: "ward-phone" }, known);
    expect(problems).toMatchObject([
      {
        kind: "unresolved",
        message: expect.stringContaining('"ward-phones"?'),
        location: { file: "art30.yaml" },
      },
    ]);
    expect(system).toMatchObject({ id: "desk", entities: [] });
  });

  test("is never looked up outside the folder of profiles", async () => {
    const { problems } = await systemOf({}, { profile: "../../../etc/passwd" }, known);
    expect(problems).toMatchObject([{ kind: "unresolved" }]);
  });

  test("is reported where a profile extends it, and a circle of profiles ends", async () => {
    const shelves = shelf({
      lower: profile("extends: upper\n"),
      upper: profile("extends: lower\nproduct: { name: Upper }\n"),
      lonely: profile("extends: nowhere-at-all\n"),
    });
    const circle = await systemOf({}, { profile: "upper" }, shelves);
    expect(circle).toMatchObject({ system: { product: { name: "Upper" } }, problems: [] });
    const { problems } = await systemOf({}, { profile: "lonely" }, shelves);
    expect(problems).toMatchObject([{ location: { file: "profiles/lonely.yaml", line: 2 } }]);
  });
});
