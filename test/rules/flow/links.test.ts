import { describe, expect, it } from "vitest";
import type { Setting, SettingValue } from "../../../analyzer/model/setting.ts";
import cleartextTransport from "../../../rules/flow/cleartext-transport.ts";
import { mapped, movement } from "../../analyzer/graph/model-factory.ts";
import { at } from "../tilleuls.ts";
import { findingsOf } from "./ward.ts";

function settings(values: Readonly<Record<string, SettingValue>>): readonly Setting[] {
  return Object.entries(values).map(([name, value], line) => ({
    path: `itop:setting/${name}`,
    name,
    value,
    default: null,
    isDefault: false,
    secret: "none",
    location: at(line + 1, "conf/config-itop.php"),
    basis: null,
  }));
}
const weak = (values: Readonly<Record<string, SettingValue>>) =>
  findingsOf(cleartextTransport, { settings: settings(values) }).map(
    ({ path, messageId }) => `${path.slice("itop:setting/".length)} ${messageId}`,
  );

const ENDS = {
  from: { kind: "party", ref: "itop:party/HR" },
  to: { kind: "entity", ref: "itop:Person" },
} as const;

describe("flow/cleartext-transport", () => {
  it.each(["localhost", "127.0.0.1:3306", "::1", "[::1]:3306", "/run/mysqld/mysqld.sock", ""])(
    "passes a database on the own machine (%s)",
    (host) => {
      expect(weak({ db_host: host, "db_tls.enabled": false })).toEqual([]);
    },
  );

  it.each(["db.tilleuls.example", "10.1.2.3", "localhost.tilleuls.example"])(
    "does not pass a database on another (%s)",
    (host) => {
      expect(weak({ db_host: host, "db_tls.enabled": false })).toEqual(["db_tls.enabled none"]);
    },
  );

  it("judges each directory server of a list", () => {
    expect(
      weak({
        "authent-ldap/servers/0/host": "ldap1.tilleuls.example",
        "authent-ldap/servers/0/start_tls": true,
        "authent-ldap/servers/1/host": "ldap://ldap2.tilleuls.example",
      }),
    ).toEqual(["authent-ldap/servers/1/host none"]);
  });

  it("does not mind the mail server's settings where mail goes another way", () => {
    const smtp = {
      "email_transport_smtp.host": "mail.tilleuls.example",
      "email_transport_smtp.encryption": "",
    };
    expect(weak({ ...smtp, email_transport: "PHPMail" })).toEqual([]);
    expect(weak({ ...smtp, email_transport: "SMTP" })).toEqual(["email_transport_smtp.encryption none"]);
  });

  it("asks about all movements of a system in one finding that is only information", () => {
    const source = (name: string) => movement(name, { ...ENDS, map: [mapped("itop:Person.email", 1)] });
    const found = findingsOf(
      cleartextTransport,
      { movements: [source("Badges"), source("HR feed")] },
      {},
      "strict",
    );
    expect(found).toMatchObject([
      { path: "itop", severity: "info", args: { movements: "2 movements", names: ["Badges", "HR feed"] } },
    ]);
  });

  it("speaks of one movement as of one", () => {
    const feed = movement("HR feed", { ...ENDS, map: [mapped("itop:Person.email", 1)] });
    const [found] = findingsOf(cleartextTransport, { movements: [feed] }, {}, "strict");
    expect(found?.message).toBe(
      "Nothing tells whether 1 movement of this system is encrypted on the way: HR feed",
    );
  });
});
