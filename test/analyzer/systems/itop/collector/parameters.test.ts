import { describe, expect, it } from "vitest";
import type { CollectorParametersData } from "../../../../../analyzer/systems/itop/collector/collector-data.ts";
import {
  MAX_PARAMETER_CHARACTERS,
  MAX_PLACEHOLDERS,
  Parameters,
} from "../../../../../analyzer/systems/itop/collector/parameters.ts";
import { parameterAt } from "../../../../../analyzer/systems/itop/collector/parameter-value.ts";
import { MAX_PARAMETERS } from "../../../../../analyzer/systems/itop/collector/parameters-file.ts";
import { dataOf } from "../../../../../analyzer/systems/itop/fragments.ts";
import { type Files, parameters, readFiles } from "./lindenau.ts";

async function inForce(files: Files): Promise<Parameters> {
  return new Parameters(dataOf((await readFiles(files)).fragments, "collector-parameters"));
}

async function problems(inside: string) {
  return (await readFiles({ "conf/params.local.xml": inside })).problems;
}

async function one(inside: string): Promise<CollectorParametersData> {
  const { fragments } = await readFiles({ "conf/params.local.xml": parameters(inside) });
  return dataOf(fragments, "collector-parameters")[0] as CollectorParametersData;
}

describe("parameter files", () => {
  it("are merged: the base, the collector's, those of its extensions, then the local ones", async () => {
    const text = (value: string) => parameters(`<a>${value}</a><${value}>1</${value}>`);
    const merged = await inForce({
      "conf/params.local.xml": text("local"),
      "collectors/extensions/params.distrib.xml": text("extension"),
      "collectors/params.distrib.xml": text("collector"),
      "conf/params.distrib.xml": text("base"),
    });
    expect(merged.text("a")).toBe("local");
    expect([...(merged.values?.entries.keys() ?? [])]).toEqual([
      "a",
      "base",
      "collector",
      "extension",
      "local",
    ]);
  });

  it("merge maps entry by entry, and lists by position", async () => {
    const merged = await inForce({
      "conf/params.distrib.xml": parameters(
        "<m><x>1</x><y>2</y></m><l type='array'><i>a</i><i>b</i><i>c</i></l>",
      ),
      "conf/params.local.xml": parameters("<m><y>3</y></m><l type='array'><i>z</i></l>"),
    });
    const at = (...names: string[]) => merged.known(parameterAt(merged.values, ...names));
    expect([at("m", "x"), at("m", "y")]).toEqual(["1", "3"]);
    expect([at("l", "0"), at("l", "1"), at("l", "2")]).toEqual(["z", "b", "c"]);
  });

  it("tolerate text between elements and names that are not ASCII", async () => {
    const { values } = await one("<fields>l<prénom>clé primaire</prénom>x</fields>stray");
    expect(parameterAt(values, "fields", "prénom")).toMatchObject({ text: "clé primaire" });
  });

  it("with another name count when there is only one and nothing else is local", async () => {
    const other = parameters("<itop_url>https://itop.lindenau.example</itop_url>");
    const alone = await inForce({ "conf/site-b.xml": other });
    expect(alone.text("itop_url")).toBe("https://itop.lindenau.example");
    expect(alone.problems).toMatchObject([{ kind: "not-analysed" }]);
    const beside = await inForce({
      "conf/site-b.xml": other,
      "conf/params.local.xml": parameters("<a>1</a>"),
    });
    expect(beside.text("itop_url")).toBeNull();
    expect(beside.problems).toMatchObject([{ lost: "what it overrides" }]);
  });

  it.each([
    ["not well-formed", "<parameters><a></parameters>", "malformed"],
    ["cut", "<parameters><a>1</a>", "malformed"],
    ["of another root", "<settings/>", "unknown-format"],
    ["with a parameter given twice", "<parameters><a>1</a><a>2</a></parameters>", "duplicate"],
    ["with an entry given twice", "<parameters><m><a>1</a><a>2</a></m></parameters>", "malformed"],
    ["with mixed names in a list", "<parameters><m type='array'><a/><b/></m></parameters>", "malformed"],
  ])("that are %s are reported", async (_what, content, kind) => {
    expect((await problems(content)).map((each) => each.kind)).toEqual([kind]);
  });

  it("stop at a limit", async () => {
    const found = await problems(parameters("<a/>".repeat(MAX_PARAMETERS + 5)));
    expect(found.at(-1)).toMatchObject({ kind: "limit" });
  });
});

describe("placeholders in parameters", () => {
  it("are replaced from global parameters, through others", async () => {
    const merged = await inForce({
      "conf/params.local.xml": parameters(
        "<a>$b$-$b$</a><b>$c-d$!</b><c-d>x</c-d><m><e>in</e></m><f>$e$</f>",
      ),
    });
    expect(merged.text("a")).toBe("x!-x!");
    expect(merged.text("f")).toBeNull();
  });

  it("that nothing defines leave the mark the collector itself leaves, and count as unknown", async () => {
    const merged = await inForce({ "conf/params.local.xml": parameters("<a>x$gone$</a>") });
    const value = parameterAt(merged.values, "a");
    expect(value?.kind === "text" ? merged.resolve(value) : null).toBe("x#ERROR_UNDEFINED_PLACEHOLDER_gone#");
    expect(merged.text("a")).toBeNull();
  });

  it("in a circle are unknown and reported once", async () => {
    const merged = await inForce({ "conf/params.local.xml": parameters("<a>$b$</a><b>$c$</b><c>$b$</c>") });
    expect(merged.text("a")).toBeNull();
    expect(merged.problems).toMatchObject([{ kind: "malformed" }]);
  });

  it("that double at every step stop at a limit", async () => {
    const steps = Array.from({ length: 40 }, (_each, at) => `<p${at}>$p${at + 1}$$p${at + 1}$</p${at}>`);
    const merged = await inForce({
      "conf/params.local.xml": parameters(`${steps.join("")}<p40>${"x".repeat(1000)}</p40>`),
    });
    expect(merged.text("p0")).toBeNull();
    expect(merged.problems.map((each) => each.kind)).toContain("limit");
    expect(merged.text("p35")?.length).toBeLessThan(MAX_PARAMETER_CHARACTERS);
  });

  it("stop at a number of them in one parameter", async () => {
    const many = Array.from({ length: MAX_PLACEHOLDERS + 1 }, (_each, at) => `$p${at}$`).join("");
    const merged = await inForce({ "conf/params.local.xml": parameters(`<a>${many}</a>`) });
    expect(merged.text("a")).toBeNull();
    expect(merged.problems).toMatchObject([{ kind: "limit" }]);
  });

  it("never bring a secret into another value", async () => {
    const merged = await inForce({
      "conf/params.local.xml": parameters("<sql_password>Herbst-Laub-42</sql_password><a>$sql_password$</a>"),
    });
    expect(merged.text("a")).toBeNull();
  });
});

describe("what is withheld", () => {
  it.each([
    ["ldappassword", "Herbst-Laub-42", "literal"],
    ["ms_clientsecret", "Herbst-Laub-42", "literal"],
    ["hetzner_tokens", "Herbst-Laub-42", "literal"],
    ["sql_password", "$vault$", "reference"],
    ["itop_token", "", "none"],
    ["itop_password", "********", "none"],
    ["command", "curl -u reader:Herbst-Laub-42 https://hr.lindenau.example/", "literal"],
    ["command", "sh fetch.sh", "none"],
    ["ldaplogin", "CN=Gudrun Ahlers", "none"],
    ["contact_to_notify", "gudrun.ahlers@lindenau.example", "none"],
    ["jsonurl", "https://reader:Herbst-Laub-42@hr.lindenau.example/staff", "literal"],
    ["sql_connection_string", "odbc:Driver=X;Server=db1;UID=reader;PWD=Herbst-Laub-42", "literal"],
    ["remark", "ask gudrun.ahlers@lindenau.example", "none"],
  ])("of %s = %s: a secret is %s, and neither it nor a person stays", async (name, text, secret) => {
    const { values } = await one(`<${name}>${text.replaceAll("&", "&amp;")}</${name}>`);
    const value = parameterAt(values, name);
    expect(value).toMatchObject({ secret });
    expect(JSON.stringify(value)).not.toMatch(/Herbst|Laub|Gudrun|gudrun/);
  });

  it("leaves scheme and host of an address that carried a login", async () => {
    const { values } = await one("<jsonurl>https://reader:geheim@hr.lindenau.example/staff</jsonurl>");
    expect(parameterAt(values, "jsonurl")).toMatchObject({ text: "https://hr.lindenau.example/staff" });
  });

  it("covers everything below a name that means secrets, and constants of people", async () => {
    const { values } = await one(
      "<jsonpost><auth_pwd>geheim</auth_pwd></jsonpost><person_defaults><phone>0341 555 0101</phone></person_defaults>",
    );
    expect(parameterAt(values, "jsonpost", "auth_pwd")).toMatchObject({ text: null, secret: "literal" });
    expect(parameterAt(values, "person_defaults", "phone")).toMatchObject({ text: null, secret: "none" });
  });

  it("does not cover names of columns, even where they read like secrets", async () => {
    const { values } = await one(
      "<user_fields><login>uid</login><password>userpassword</password></user_fields>",
    );
    expect(parameterAt(values, "user_fields", "password")).toMatchObject({
      text: "userpassword",
      secret: "none",
    });
    expect(parameterAt(values, "user_fields", "login")).toMatchObject({ text: "uid" });
  });

  it("keeps the login of a person only as a pseudonym", async () => {
    const { values } = await one(
      "<itop_login>gudrun.ahlers</itop_login><synchro_user>svc-synchro</synchro_user>",
    );
    expect(parameterAt(values, "itop_login")).toMatchObject({
      text: expect.stringMatching(/^person-/) as string,
    });
    expect(parameterAt(values, "synchro_user")).toMatchObject({ text: "svc-synchro" });
  });
});
