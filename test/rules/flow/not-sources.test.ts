import { describe, expect, it } from "vitest";
import type { Movement } from "../../../analyzer/model/movement.ts";
import type { System } from "../../../analyzer/model/system.ts";
import cleartext from "../../../rules/flow/cleartext-transport.ts";
import accountUnrestricted from "../../../rules/flow/sync-account-unrestricted.ts";
import conflictingMasters from "../../../rules/flow/sync-conflicting-masters.ts";
import leftAtDefaults from "../../../rules/flow/sync-left-at-defaults.ts";
import subjectRecordUnbounded from "../../../rules/retention/subject-record-unbounded.ts";
import syncStagingCopy from "../../../rules/retention/sync-staging-copy.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import type { Finding } from "../../../rules/kit/finding.ts";
import { feed, store } from "../estate-parts.ts";
import { at, PROVED } from "../tilleuls.ts";
import { findingsOf, staff } from "./ward.ts";

const EVERYTHING = staff.fields.map(({ name }) => name);
const UNTOLD = { scheme: null, tls: "unknown", evidence: "none", proof: PROVED } as const;

/** Movements that write people's fields without being data sources, as their readers make them. */
const code = (name: string, more: Partial<Movement> = {}): Movement =>
  feed(name, EVERYTHING, {
    kind: "code",
    status: "unknown",
    basis: "code",
    deletion: null,
    matching: null,
    ...more,
  });
const inBox = (name: string, more: Partial<Movement> = {}): Movement =>
  feed(name, [...EVERYTHING, "email"], { kind: "mail-in", deletion: null, transport: UNTOLD, ...more });
const query = (name: string): Movement =>
  feed(name, [...EVERYTHING, "email"], {
    kind: "export",
    from: { kind: "entity", ref: "itop:Person" },
    to: { kind: "party", ref: "itop:party/Users of the query phrasebook" },
    deletion: null,
    matching: null,
    transport: UNTOLD,
  });

function found(rule: Rule, parts: Partial<System>, options = {}): readonly Finding[] {
  return findingsOf(rule, parts, options);
}

describe.each<[string, Movement, Movement]>([
  ["code", code("Rota::Fill within Person"), code("Rota::Swap within Person")],
  ["in-boxes", inBox("in-box 3"), inBox("in-box 5")],
  ["queries of the phrasebook", query("Query Staff"), query("Query Ward")],
])("%s", (_what, one, other) => {
  it("are master of no field, map none twice and overwrite nothing", () => {
    expect(found(conflictingMasters, { movements: [one, other, feed("HR feed", ["email"])] })).toEqual([]);
  });

  it("were not left at defaults, however many fields they touch", () => {
    expect(found(leftAtDefaults, { movements: [one] }, { minFields: 3 })).toEqual([]);
  });

  it("run as no account of their own", () => {
    expect(found(accountUnrestricted, { movements: [one] })).toEqual([]);
  });

  it("are no reason why people's records stay, and no place to mend it", () => {
    const proof = { location: at(7, "extensions/rota/Rota.php"), basis: null };
    const [stays] = found(subjectRecordUnbounded, {
      inputs: ["model", "config"],
      movements: [{ ...one, proof }],
    });
    expect(stays).toMatchObject({ path: "itop:Person", location: null, evidence: [] });
  });
});

describe("a connection that nothing describes", () => {
  const asked = (movement: Movement) =>
    found(cleartext, { movements: [movement] }).map(({ args }) => args["names"]);

  it("is asked for of in-boxes and sources", () => {
    expect(asked(inBox("in-box 3"))).toEqual([["in-box 3"]]);
    expect(asked(feed("HR feed", ["email"]))).toEqual([["HR feed"]]);
  });

  it("is not asked for of what leaves by the system's own pages, or of code that only copies", () => {
    expect(asked(query("Query Staff"))).toEqual([]);
    expect(asked(code("Rota::Fill within Person"))).toEqual([]);
  });

  it("is asked for of an export that only the vendor speaks of", () => {
    expect(asked({ ...query("Nightly report"), basis: "claim" })).toEqual([["Nightly report"]]);
  });
});

describe("an in-box that was switched off", () => {
  it("has no staging table that could be dropped", () => {
    const movement = inBox("in-box 3", { status: "disabled", staging: "itop:store/EmailReplica" });
    const stores = [store("EmailReplica", { kind: "raw-mail" })];
    expect(found(syncStagingCopy, { movements: [movement], stores })).toEqual([]);
  });
});
