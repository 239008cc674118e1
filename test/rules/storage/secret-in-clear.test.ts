import { describe, expect, it } from "vitest";
import type { Field } from "../../../analyzer/model/field.ts";
import type { Store } from "../../../analyzer/model/store.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";
import { runRules } from "../../../rules/engine/run.ts";
import secretInClear from "../../../rules/storage/secret-in-clear.ts";
import { entity, field, PROVED, SECRET, snapshot, system, verdict } from "../tilleuls.ts";

const TRACKED = { tracked: true, keeps: "previous" } as const;
const HISTORY: Store = {
  path: "itop:store/CMDBChangeOp",
  name: "CMDBChangeOp",
  kind: "history",
  entity: "CMDBChangeOp",
  of: [],
  holds: { parts: ["old-values"], fields: [] },
  active: { state: "on", setting: null, proof: PROVED },
  retention: { kind: "unknown", source: "unknown", proof: PROVED },
  purge: { exists: "no", enabled: "no", scheduled: "no", covers: "all" },
  subjectKey: "none",
  derivedFrom: [],
  erasedWithSubject: "no",
  observed: null,
  proof: PROVED,
};

function findings(name: string, parts: Partial<Field>, judged: Verdict | null = SECRET) {
  const connector = entity("MailConnector", [field(name, parts)]);
  const verdicts = judged === null ? {} : { [`itop:MailConnector.${name}`]: judged };
  const clinic = snapshot({ systems: [system([connector], { stores: [HISTORY] })], verdicts });
  return runRules(clinic, { rules: [secretInClear], preset: "recommended" }).findings;
}

function variants(...args: Parameters<typeof findings>): readonly string[] {
  return findings(...args).map(({ messageId }) => messageId);
}

describe("storage/secret-in-clear", () => {
  it("fires on a secret in plain text", () => {
    expect(variants("oauth_refresh_token", { kind: "text" })).toEqual(["found"]);
  });

  it("fires on a password type that stores what was typed, without any verdict", () => {
    expect(variants("mailbox_login", { kind: "clear-secret", protection: "clear-secret" }, null)).toEqual([
      "found",
    ]);
  });

  it("says in one finding that history keeps former values too, and where", () => {
    const [found, ...others] = findings("oauth_refresh_token", { kind: "text", history: TRACKED });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      messageId: "found-with-history",
      related: [{ path: "itop:store/CMDBChangeOp", role: "keeps former values" }],
    });
  });

  it.each(["encrypted", "hashed"] as const)("fires on the history of a value that is %s", (protection) => {
    const kind = protection === "hashed" ? "hash" : "encrypted";
    expect(variants("mailbox_password", { kind, protection, history: TRACKED })).toEqual(["history"]);
    expect(variants("mailbox_password", { kind, protection })).toEqual([]);
  });

  it("takes the history of a hash for information, and that of a readable value for an error", () => {
    const hashed = { kind: "hash", protection: "hashed", history: TRACKED } as const;
    expect(findings("mailbox_password", hashed)[0]?.severity).toBe("info");
    const encrypted = { kind: "encrypted", protection: "encrypted", history: TRACKED } as const;
    expect(findings("mailbox_password", encrypted)[0]?.severity).toBe("error");
  });

  it("does not take a mark in history for a former value", () => {
    const history = { tracked: true, keeps: "marker" } as const;
    expect(variants("mailbox_password", { kind: "hash", protection: "hashed", history })).toEqual([]);
  });

  it.each(["token_type", "smtp_token_type", "key_name"])("is silent on %s", (name) => {
    expect(variants(name, {})).toEqual([]);
  });

  it.each(["number", "boolean", "date"] as const)("is silent on a %s", (kind) => {
    expect(variants("token_count", { kind })).toEqual([]);
  });

  it("is silent on a verdict that is less than likely, and on what is no secret", () => {
    expect(variants("api_key_hint", {}, verdict({ ...SECRET, confidence: 0.45 }))).toEqual([]);
    expect(variants("badge", {}, verdict())).toEqual([]);
    expect(variants("badge", {}, null)).toEqual([]);
  });

  it("reports an inherited field where it is declared, and nowhere else", () => {
    expect(variants("mailbox_password", { declaredIn: "Connector" })).toEqual([]);
  });
});
