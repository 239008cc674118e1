import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { readConfig } from "../../../../analyzer/systems/itop/settings/config-file.ts";
import {
  CONFIG_PARAMETERS,
  defaultOf,
} from "../../../../analyzer/systems/itop/settings/config-parameters.ts";
import { holdsCredentials, isSecretName } from "../../../../analyzer/systems/itop/settings/config-secrets.ts";
import { phpEngine, phpText } from "../../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const read = (text: string) => readConfig(phpText(text, "conf/production/config-itop.php"), engine);
const settings = (entries: string) => read(`<?php $MySettings = array(${entries});`);
const valuesOf = (entries: string) => settings(entries).config.values.map(({ name, value }) => [name, value]);

const CONFIG = `<?php
$MySettings = array(
	// log_usage: keeps the date of each login
	'log_usage' => true,
	'db_host' => 'db.elodie.example',
	'db_pwd' => 'Tr0ub4dor&3',
	'synchro_trace' => 'none',
	'csv_import_charsets' => array ('UTF-8', 'ISO-8859-1'),
	'synchro_trace' => 'save',
);
$MyModuleSettings = array(
	'authent-ldap' => array (
		'start_tls' => false,
		'default_pwd' => 'hunter2',
		'servers' => array (array ('host' => 'ldap.elodie.example', 'default_pwd' => 'hunter3')),
	),
);
$MyModules = array('addons' => array ('user rights' => 'addons/userrights/userrightsprofile.class.inc.php'));
?>`;

describe("a configuration file", () => {
  it("is read into one list of values, without secrets", () => {
    const { config, problems } = read(CONFIG);
    expect(problems).toEqual([]);
    expect(config.values.map(({ name, value, secret }) => [name, value, secret])).toEqual([
      ["log_usage", true, "none"],
      ["db_host", "db.elodie.example", "none"],
      ["db_pwd", null, "literal"],
      ["synchro_trace", "save", "none"],
      ["csv_import_charsets", ["UTF-8", "ISO-8859-1"], "none"],
      ["authent-ldap/start_tls", false, "none"],
      ["authent-ldap/default_pwd", null, "literal"],
      ["authent-ldap/servers", ["0"], "none"],
      ["authent-ldap/servers/0", ["host", "default_pwd"], "none"],
      ["authent-ldap/servers/0/host", "ldap.elodie.example", "none"],
      ["authent-ldap/servers/0/default_pwd", null, "literal"],
      ["addons/user rights", "addons/userrights/userrightsprofile.class.inc.php", "none"],
    ]);
    expect(JSON.stringify(config)).not.toMatch(/Tr0ub|hunter/);
  });

  it("lists where a key stands that a later one overrides", () => {
    const { config } = read(CONFIG);
    expect(config.duplicates).toMatchObject([{ name: "synchro_trace", location: { line: 7 } }]);
    expect(config.values.find(({ name }) => name === "synchro_trace")?.location.line).toBe(9);
  });

  it("counts a setting that a line below the array overrides", () => {
    const { config } = read(`${CONFIG.replace("?>", "")} $MySettings['log_usage'] = false;`);
    expect(config.values.find(({ name }) => name === "log_usage")?.value).toBe(false);
    expect(config.duplicates.map(({ name }) => name)).toContain("log_usage");
  });

  it("has values of the type iTop casts them to", () => {
    expect(valuesOf("'log_usage' => '0', 'forgot_password' => 1, 'max_history_length' => ' 50 ', 'timezone' => ' Europe/Paris '")).toEqual([
      ["log_usage", false],
      ["forgot_password", true],
      ["max_history_length", 50],
      ["timezone", "Europe/Paris"],
    ]); // prettier-ignore
  });
});

describe("secrets", () => {
  it.each([
    ["'encryption_key' => '@iT0pEncr1pti0n!'", "default-constant"],
    ["'encryption_key' => '00aa11bb'", "literal"],
    ["'application.secret' => 'd34db33f'", "literal"],
    ["'email_transport_smtp.password' => 12345", "literal"],
    ["'sms_gateway.apiKey' => 'k-1'", "literal"],
    ["'reception_token' => 't-1'", "literal"],
    ["'portal_credentials' => array('reception', 'hunter2')", "literal"],
    ["'db_pwd' => getenv('DB_PWD')", "none"],
    ["'db_pwd' => $_ENV['DB_PWD'] ?: 'hunter2'", "literal"],
    ["'db_pwd' => '%env(DB_PWD)%'", "none"],
    ["'db_pwd' => '%env(DB_PWD)?:hunter2%'", "literal"],
    ["'db_pwd' => ''", "none"],
    ["'proxy' => 'https://reception:hunter2@proxy.elodie.example/'", "literal"],
    ["'feeds' => array('https://t0k3n@feeds.elodie.example')", "literal"],
    ["'dsn' => 'mysql:host=db;password=hunter2'", "literal"],
    ["'header' => 'Bearer abcdefgh12345'", "literal"],
  ])("%s has no value and is a secret of kind %s", (entry, secret) => {
    const { config, problems } = settings(entry);
    expect(config.values).toMatchObject([{ value: null, secret }]);
    expect(problems).toEqual([]);
  });

  it.each([
    "skip_check_ext_keys",
    "forgot_password",
    "password_validation.pattern",
    "token_lifetime",
    "public_key",
  ])("%s is none by its name", (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it("are not suspected in any default of the product", () => {
    const texts = CONFIG_PARAMETERS.flatMap(({ defaults }) => defaults.flatMap(([, value]) => value ?? []));
    expect(texts.filter((text) => typeof text === "string" && holdsCredentials(text))).toEqual([]);
  });
});

describe("a configuration file that cannot be read in full", () => {
  it("reports values that only the server knows", () => {
    const { config, problems } = settings(
      "'app_root_url' => Site::Url(), 'email_transport' => '%env(MAIL)?:SMTP%'",
    );
    expect(config.values.map(({ value }) => value)).toEqual([null, "%env(MAIL)?:SMTP%"]);
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-value", "unknown-value"]);
  });

  it("reports another file it includes", () => {
    const { problems } = read(`${CONFIG.replace("?>", "")} require_once(__DIR__.'/secrets.php');`);
    expect(problems).toMatchObject([{ kind: "not-analysed" }]);
  });

  it("is read up to the place where it breaks off, without a secret in any problem", () => {
    for (let end = CONFIG.indexOf("'log_usage'"); end < CONFIG.length - 3; end++) {
      const reading = read(CONFIG.slice(0, end));
      expect(JSON.stringify(reading)).not.toMatch(/Tr0ub|hunter/);
    }
    const { config, problems } = read(CONFIG.slice(0, CONFIG.indexOf("'csv_import")));
    expect(config.values.map(({ name }) => name)).toEqual([
      "log_usage",
      "db_host",
      "db_pwd",
      "synchro_trace",
    ]);
    expect(problems).toMatchObject([{ kind: "truncated" }]);
  });

  it.each([
    ["without settings", "<?php $MyModules = array();", "malformed"],
    ["that is binary", "<?php \0", "binary"],
    ["that is empty", "", "malformed"],
  ])("has no values %s", (_, text, kind) => {
    const { config, problems } = read(text);
    expect(config).toEqual({ values: [], duplicates: [] });
    expect(problems).toMatchObject([{ kind }]);
  });
});

describe("the default of a parameter", () => {
  it.each([
    ["log_rest_service", "3.1.2", "known", false],
    ["log_rest_service", null, "known", false],
    ["max_history_length", "2.7.11", "known", 50],
    ["max_history_length", "3.2.0", "known", 200],
    ["max_history_length", null, "unknown", null],
    ["security.hide_administrators", "3.0.4", "known", false],
    ["security.hide_administrators", "3.1.2", "known", true],
    ["log_purge.enabled", "3.0.4", "absent", null],
    ["log_usage", "4.0.0", "unknown", null],
    ["log_usage", "3.10.0", "unknown", null],
    ["elodie_setting", "3.1.2", "unknown", null],
    ["mentions.allowed_classes/@", "3.1.2", "known", "Person"],
  ] as const)("%s in version %s is %s: %s", (name, version, state, value) => {
    expect(defaultOf(name, version)).toEqual({ state, value });
  });

  it("is given once for each name", () => {
    expect(new Set(CONFIG_PARAMETERS.map(({ name }) => name)).size).toBe(CONFIG_PARAMETERS.length);
  });
});
