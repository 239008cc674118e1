import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../../analyzer/workspace/analyse.ts";
import type { Config } from "../../../analyzer/workspace/config.ts";
import type { Rule } from "../../../rules/kit/define-rule.ts";
import { runRules } from "../../../rules/engine/run.ts";
import behaviour from "../../../rules/vendor/behaviour-monitoring.ts";
import communication from "../../../rules/vendor/communication-content-monitoring.ts";
import outbound from "../../../rules/vendor/outbound-service.ts";

const PHONES = `format: art30.system/1
system: phones
product: { name: Phone management }
parties:
  vendor: { name: Licence servers, kind: vendor, audience: external }
entities:
  Holder:
    role: subject
    fields: { login: { kind: string, category: username } }
  CallRecord:
    role: log-record
    fields:
      holder: { kind: reference, target: Holder }
      call_recording: { kind: blob, category: communication-content }
      sms_in: { kind: string, category: communication-metadata }
  Site:
    role: site
    fields: { position: { kind: string, category: geo-location } }
`;

async function variants(rule: Rule, profile: string, config: Config = {}) {
  const snapshot = await analyseFiles({ "phones.system.yaml": profile }, config);
  return runRules(snapshot, { rules: [rule], preset: "recommended" }).findings.map(
    ({ messageId, severity, args }) => `${messageId} ${severity} ${String(args["does"] ?? "")}`.trim(),
  );
}

const STORE = (active: string) =>
  `stores:\n  calls: { kind: event-log, of: [CallRecord], active: ${active} }\n`;

describe("what is collected about people", () => {
  it("is taken as collected when nothing says otherwise", async () => {
    expect(await variants(communication, PHONES)).toEqual([
      "content error collects",
      "metadata warning collects",
    ]);
  });

  it("can be collected while the only store may be off, and is not once it is", async () => {
    expect(await variants(communication, PHONES + STORE("unknown"))).toEqual([
      "content error can collect",
      "metadata warning can collect",
    ]);
    expect(await variants(communication, PHONES + STORE('"off"'))).toEqual([]);
  });

  it("is off when the setting of its store says so", async () => {
    const off = `settings:\n  record calls: { value: false }\nstores:\n  calls: { kind: event-log, of: [CallRecord], setting: record calls }\n`;
    expect(await variants(communication, PHONES + off)).toEqual([]);
  });

  it("leaves calls to the rule on communication, and sites to nobody", async () => {
    expect(await variants(behaviour, PHONES)).toEqual([]);
  });
});

describe("vendor/outbound-service", () => {
  const call = (parts: string) =>
    `${PHONES}movements:\n  licence: { from: self, to: party/vendor, ${parts} }\n`;

  it("asks about a payload that is not listed", async () => {
    expect(await variants(outbound, call("kind: telemetry, status: production"))).toEqual(["unproven info"]);
  });

  it("does not take a connection with a condition for one by default", async () => {
    expect(await variants(outbound, call("kind: telemetry"))).toEqual([]);
  });

  it("leaves out what somebody set up, and the vendor's own cloud except telemetry", async () => {
    expect(await variants(outbound, call("kind: backup, status: production"))).toEqual([]);
    const cloud = (kind: string): Promise<readonly string[]> =>
      variants(outbound, `${call(`kind: ${kind}, status: production`)}deployment: vendor-cloud\n`);
    expect(await cloud("log-shipping")).toEqual([]);
    expect(await cloud("telemetry")).toEqual(["unproven info"]);
  });
});

describe("the shipped profile of a phone management suite", () => {
  const config: Config = { systems: { phones: { profile: "isec7-emm-suite" } } };

  it("brings up content, location, browsing and use of people's phones", async () => {
    const found = [
      ...(await variants(communication, "", config)),
      ...(await variants(behaviour, "", config)),
    ];
    expect(found.map((each) => each.split(" ")[0])).toEqual([
      "content",
      "metadata",
      "browsing",
      "location",
      "usage",
    ]);
  });
});
