import { describe, expect, it } from "vitest";
import type { System } from "../../../analyzer/model/system.ts";
import type { Setting, SettingValue } from "../../../analyzer/model/setting.ts";
import { runRules } from "../../../rules/engine/run.ts";
import apiOpen from "../../../rules/config/api-open-to-all-accounts.ts";
import loggingSwitch from "../../../rules/config/logging-switch.ts";
import { account, role } from "../access/nordhafen-rights.ts";
import { at, snapshot, system } from "../tilleuls.ts";

function setting(name: string, value: SettingValue): Setting {
  const location = at(4, "conf/config-itop.php");
  const path = `itop:setting/${name}`;
  return { path, name, value, default: null, isDefault: false, secret: "none", location, basis: null };
}

function variants(
  rule: typeof apiOpen,
  parts: Partial<System>,
  options: Readonly<Record<string, number | string>> = {},
) {
  const harbour = snapshot({ systems: [system([], { inputs: ["config"], ...parts })] });
  const overrides = { options: { [rule.meta.id]: options } };
  return runRules(harbour, { rules: [rule], preset: "recommended", overrides }).findings.map(
    ({ messageId, severity }) => `${messageId} ${severity}`,
  );
}

const PROGRAMS = ["ws-a", "ws-b", "ws-c"].map((name) => account(name, ["API"], { apiAccess: true }));

describe("config/api-open-to-all-accounts", () => {
  it("reports the open switch and then no holders, who are everybody", () => {
    const settings = [setting("secure_rest_services", false)];
    expect(variants(apiOpen, { settings, accounts: PROGRAMS }, { maxAccounts: 1 })).toEqual(["switch error"]);
  });

  it("is milder about tokens, and still counts holders", () => {
    const settings = [setting("allow_rest_services_via_tokens", true)];
    expect(variants(apiOpen, { settings, accounts: PROGRAMS }, { maxAccounts: 2 })).toEqual([
      "holders error",
      "tokens warning",
    ]);
  });

  it("does not count accounts that are disabled", () => {
    const accounts = PROGRAMS.map((each, index) =>
      index === 0 ? { ...each, status: "disabled" as const } : each,
    );
    expect(variants(apiOpen, { accounts }, { maxAccounts: 2 })).toEqual([]);
  });

  it("reports portal users however few hold the role", () => {
    const roles = [role("API", [], "end-user")];
    expect(variants(apiOpen, { accounts: PROGRAMS.slice(0, 1), roles })).toEqual(["end-user error"]);
  });
});

describe("config/logging-switch", () => {
  it.each([
    ["synchro_trace", "save"],
    ["synchro_trace", "display"],
    ["log_kpi_record_oql", 1],
    ["login_debug", true],
    ["log_transactions", true],
    ["log_level_min", "Trace"],
    ["log_level_min/LoginWebPage", "Debug"],
    ["log_level_min.write_in_db", "Info"],
  ])("reports %s = %s", (name, value) => {
    expect(variants(loggingSwitch, { settings: [setting(name, value)] })).toEqual(["diagnostic warning"]);
  });

  it.each([
    ["synchro_trace", "none"],
    ["log_kpi_record_oql", 0],
    ["login_debug", false],
    ["log_level_min", "Warning"],
    ["log_level_min/Export", "Error"],
    ["log_level_min", ["LoginWebPage"]],
    ["log_level_minute", "Trace"],
    ["toString", true],
  ])("is silent on %s = %s", (name, value) => {
    expect(variants(loggingSwitch, { settings: [setting(name, value)] })).toEqual([]);
  });

  it("takes the level from which logs are fit for operation from the option", () => {
    const settings = [setting("log_level_min", "Info")];
    expect(variants(loggingSwitch, { settings }, { diagnosticMinLevel: "info" })).toEqual([]);
  });
});
