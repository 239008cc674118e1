import { describe, expect, it } from "vitest";
import type { Setting } from "../../../analyzer/model/setting.ts";
import secretInConfiguration from "../../../rules/config/secret-in-configuration.ts";
import { runRules } from "../../../rules/engine/run.ts";
import type { OptionValue } from "../../../rules/kit/define-rule.ts";
import { art30 } from "../../cli/fake-io.ts";
import { directoryWith } from "../../cli/workspace-fixture.ts";
import { at, snapshot, system } from "../tilleuls.ts";

const CONFIG = "conf/production/config-itop.php";

function setting(name: string, parts: Partial<Setting> = {}): Setting {
  return {
    path: `itop:setting/${name}`,
    name,
    value: null,
    default: "",
    isDefault: false,
    secret: "literal",
    location: at(9, CONFIG),
    basis: null,
    ...parts,
  };
}

function run(settings: readonly Setting[], options: Readonly<Record<string, OptionValue>> = {}) {
  const { id } = secretInConfiguration.meta;
  return runRules(snapshot({ systems: [system([], { inputs: ["config"], settings })] }), {
    rules: [secretInConfiguration],
    preset: "recommended",
    overrides: { options: { [id]: options } },
  });
}

describe("config/secret-in-configuration", () => {
  it("names the setting and the file, in an error at its place", () => {
    expect(run([setting("db_pwd")]).findings).toMatchObject([
      { severity: "error", message: `db_pwd holds a secret in ${CONFIG}`, location: { line: 9 } },
    ]);
  });

  it.each(["none", "reference", "default-constant"] as const)("lets %s pass", (secret) => {
    expect(run([setting("db_pwd", { secret })]).findings).toEqual([]);
  });

  it("lets files pass by their path or the end of it, and no others of a like name", () => {
    const silent = (...allowFiles: string[]) =>
      run([setting("db_pwd")], { allowFiles }).findings.length === 0;
    expect(silent(CONFIG)).toBe(true);
    expect(silent("conf/other.php", "production/config-itop.php")).toBe(true);
    expect(silent("itop.php")).toBe(false);
    expect(silent("")).toBe(false);
  });

  it("does not run, and so passes nothing, where neither configuration nor collector was given", () => {
    const bare = snapshot({ systems: [system([], { inputs: ["model"] })] });
    const { notRun } = runRules(bare, { rules: [secretInConfiguration], preset: "recommended" });
    expect(notRun).toMatchObject([{ rule: "config/secret-in-configuration" }]);
  });
});

describe("the values of secrets", () => {
  const CANARY = "Flussregenpfeifer";
  /** Secrets of every shape, each next to a line that another finding is about. */
  const FILES = {
    "conf/config-itop.php": `<?php
$MySettings = array(
	'access_mode' => 3,
	'app_root_url' => 'http://itop.lindenau.example/', 'db_pwd' => '${CANARY}-1',
	'encryption_key' => '${CANARY}-2',
	'log_level_min' => 'Trace', 'application.secret' => '${CANARY}-3',
	'email_transport_smtp.password' => getenv('MAIL') . '${CANARY}-4',
	'synchro_trace' => 'save', 'http_proxy' => 'http://svc:${CANARY}-5@proxy.lindenau.example:3128',
);
$MyModuleSettings = array('authent-ldap' => array('host' => 'dc.lindenau.example', 'default_pwd' => '${CANARY}-6'));
`,
    "hr/conf/params.local.xml": `<?xml version="1.0"?>
<parameters>
  <itop_url>https://svc:${CANARY}-7@itop.lindenau.example</itop_url><itop_password>${CANARY}-8</itop_password>
  <curl_options><CURLOPT_SSL_VERIFYPEER>0</CURLOPT_SSL_VERIFYPEER></curl_options><sql_password>${CANARY}-9</sql_password>
  <sql_connection_string>Server=db;Uid=svc;Pwd=${CANARY}-10;</sql_connection_string>
  <ldappassword>${CANARY}-11</ldappassword>
</parameters>
`,
    "damaged/conf/params.local.xml": `<?xml version="1.0"?>
<parameters>
  <itop_url>https://itop.lindenau.example</itop_url><ldappassword>${CANARY}-12
</parameters>
`,
  };
  const FORMATS = ["pretty", "json", "sarif", "github", "compact"];

  it.each(FORMATS)("are in no report of the format %s, nor is their line", async (format) => {
    const directory = directoryWith(FILES);
    const { out, err } = await art30(["lint", "--preset", "strict", "--format", format], directory);
    expect(out).toContain("conf/config-itop.php");
    expect(out).toContain("hr/conf/params.local.xml");
    expect(out).toContain("config/secret-in-configuration");
    expect(out + err).not.toContain(CANARY);
  });

  it("are counted all the same", async () => {
    const only = ["--only", "config/secret-in-configuration"];
    const { out } = await art30(["lint", "--format", "json", ...only], directoryWith(FILES));
    const { findings } = JSON.parse(out) as { findings: readonly { path: string }[] };
    expect(findings.map(({ path }) => path.replace("itop:setting/", ""))).toEqual([
      "application.secret",
      "authent-ldap/default_pwd",
      "data-collector/hr/itop_password",
      "data-collector/hr/itop_url",
      "data-collector/hr/ldappassword",
      "data-collector/hr/sql_connection_string",
      "data-collector/hr/sql_password",
      "db_pwd",
      "email_transport_smtp.password",
      "encryption_key",
      "http_proxy",
    ]);
  });
});
