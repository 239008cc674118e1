import { describe, expect, it } from "vitest";
import { collectorStores } from "../../../../../analyzer/systems/itop/collector/collector-stores.ts";
import { collect, type Files, INDEX, LDAP, parameters, synchronise } from "./lindenau.ts";

describe("settings of a collector", () => {
  it("say where secrets stand, and never which", async () => {
    const { settings } = await collect(LDAP);
    const secrets = settings.filter(({ secret }) => secret !== "none");
    expect(secrets).toMatchObject([
      { name: "data-collector/hr/itop_password", value: null, secret: "literal", location: { file: "hr/conf/params.local.xml" } }, // prettier-ignore
      { name: "data-collector/hr/ldappassword", value: null, secret: "literal" },
    ]);
    expect(JSON.stringify(settings)).not.toMatch(/Sommer|Herbst|ahlers/i);
  });

  it("tell a password that came with the product from one that was set", async () => {
    const { "hr/conf/params.local.xml": _local, ...shipped } = LDAP;
    const { settings } = await collect(shipped);
    expect(settings.map(({ name, secret }) => [name.split("/").at(-1), secret])).toEqual([
      ["itop_password", "default-constant"],
      ["itop_url", "none"],
      ["ldappassword", "default-constant"],
    ]);
  });

  it("take what a collector is shipped with for no secret of anybody, and only in the shipped file", async () => {
    const xml = parameters(`<itop_password>Admin</itop_password><queue_password>guest</queue_password>
      <cloud_tokens type="array"><token>kkkkkkkkkkkkkkkk</token></cloud_tokens><ward_password>Herbst-Laub-42</ward_password>`);
    const literal = async (file: string) =>
      (await collect({ [file]: xml })).settings
        .filter(({ secret }) => secret === "literal")
        .map(({ name }) => name);
    expect(await literal("conf/params.distrib.xml")).toEqual(["data-collector/ward_password"]);
    expect(await literal("conf/params.local.xml")).toHaveLength(4);
  });

  it("take no names of columns for secrets because they are called keys of an array", async () => {
    const { settings } = await collect({
      "conf/params.local.xml": parameters(
        "<itop_url>https://b.example</itop_url><wardcollector><out_of_array_keys><ward_id>host</ward_id></out_of_array_keys></wardcollector>",
      ),
    });
    expect(settings.filter(({ secret }) => secret !== "none")).toEqual([]);
  });

  it("give addresses by scheme and host, and the certificate checks", async () => {
    const { settings } = await collect({
      "conf/params.local.xml":
        parameters(`<itop_url>https://svc:geheim@itop.lindenau.example/iTop?key=geheim</itop_url>
        <curl_options><CURLOPT_SSL_VERIFYHOST>0</CURLOPT_SSL_VERIFYHOST></curl_options>
        <data_path>%APPROOT%/data</data_path>`),
    });
    expect(settings.map(({ name, value, secret }) => [name, value, secret])).toEqual([
      ["data-collector/curl_options/CURLOPT_SSL_VERIFYHOST", "0", "none"],
      ["data-collector/data_path", "%APPROOT%/data", "none"],
      ["data-collector/itop_url", "https://itop.lindenau.example", "literal"],
    ]);
  });

  it("include secrets of files that no run is known to use", async () => {
    const { settings } = await collect({
      ...LDAP,
      "hr/conf/site-b.xml": parameters(
        "<itop_url>https://b.example</itop_url><itop_token>geheim</itop_token>",
      ),
    });
    expect(settings).toContainEqual(
      expect.objectContaining({ name: "data-collector/hr/site-b.xml/itop_token", secret: "literal" }),
    );
  });
});

describe("files of a collector", () => {
  const stores = async (files: Files) => {
    const { installations } = await collect(files);
    return collectorStores(installations, (await synchronise(files)).fed, INDEX, "itop");
  };

  it("are a store that holds what was collected until the collector runs again", async () => {
    expect(await stores(LDAP)).toMatchObject([
      {
        path: "itop:store/collector files of hr",
        kind: "sync-staging",
        of: ["Person"],
        holds: { fields: ["itop:Person.email", "itop:Person.phone"] },
        // The next run erases every file of the one before: no rest stays.
        purge: { exists: "yes", scheduled: "unknown", covers: "all" },
        derivedFrom: ["itop:sync/Lindenau Staff"],
      },
    ]);
  });

  it("are none where only parameters were given", async () => {
    expect(await stores({ "conf/params.local.xml": parameters("") })).toEqual([]);
  });
});
