import { describe, expect, it } from "vitest";
import { definition, type Files, LDAP, movement, parameters, PLACEHOLDERS } from "./lindenau.ts";

/** The directory collector with other parameters of its own. */
function local(xml: string): Files {
  return { ...LDAP, "hr/conf/params.local.xml": parameters(xml) };
}

describe("transport", () => {
  const https = "<itop_url>https://itop.lindenau.example</itop_url>";

  it.each([
    ["plain LDAP", `${https}<ldapuri>ldap://dc1.lindenau.example</ldapuri>`, "ldap", "none"],
    ["LDAP over TLS", `${https}<ldapuri>ldaps://dc1.lindenau.example:636</ldapuri>`, "ldaps", "required"],
    [
      "one plain address of two",
      `${https}<ldapuri>ldaps://a.example ldap://b.example</ldapuri>`,
      "ldap",
      "none",
    ],
    ["an old host and port", `${https}<ldaphost>dc1.lindenau.example</ldaphost>`, "ldap", "none"],
    ["plain HTTP into iTop", "<itop_url>http://itop.lindenau.example</itop_url><ldapuri>ldaps://a.example</ldapuri>", "http", "none"], // prettier-ignore
    ["plain LDAP within the machine", `${https}<ldapuri>ldap://127.0.0.1:389</ldapuri>`, "https", "required"],
    ["no address of the directory", https, null, "unknown"],
    ["an address that is a placeholder", `${https}<ldapuri>$dc$</ldapuri>`, null, "unknown"],
    ["nonsense", `${https}<ldapuri>://??</ldapuri>`, null, "unknown"],
  ])("over %s is as weak as its weaker leg", async (_what, xml, scheme, tls) => {
    expect((await movement(local(xml))).transport).toMatchObject({ scheme, tls });
  });

  it.each([
    ["", "mysql", "none"],
    ["<sql_engine>pgsql</sql_engine>", "pgsql", "optional"],
    [
      "<sql_connection_string>pgsql:host=db1;sslmode=verify-full</sql_connection_string>",
      "pgsql",
      "required",
    ],
    ["<sql_connection_string>sqlsrv:Server=db1;Encrypt=yes</sql_connection_string>", "https", "required"],
    ["<sql_connection_string>sqlsrv:Server=db1;Encrypt=no</sql_connection_string>", "sqlsrv", "none"],
    ["<sql_engine>oci</sql_engine>", "oci", "unknown"],
  ])("of a database with %s is judged by %s: %s", async (xml, scheme, tls) => {
    const query = "<staffcollector_query>SELECT a AS email FROM t</staffcollector_query>";
    const { transport } = await movement({
      "conf/params.local.xml": parameters(`${PLACEHOLDERS}${https}<sql_host>db1.lindenau.example</sql_host>${query}${xml}`), // prettier-ignore
      "collectors/StaffCollector.json": definition(),
    });
    expect(transport.tls).toBe(tls);
    // Where both legs are safe, either may be named.
    if (tls !== "required") expect(transport.scheme).toBe(scheme);
  });
});
