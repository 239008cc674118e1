import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { acceptsItop } from "../../../../../analyzer/systems/itop/accepts.ts";
import { fileOf, readFile } from "./source-files.ts";

const ERROR_PAGE =
  '<!DOCTYPE html>\n<html lang="en">\n<head><title>iTop Export</title></head><body><div>Error: Wrong field specification of Ola Aune</div></body></html>';

describe("probing for the formats of an export", () => {
  const kindOf = (name: string, content: string | Uint8Array): string | null =>
    acceptsItop(fileOf(name, content));

  it.each([
    ["sources.xml", '<?xml version="1.0"?>\n<Set>\n<SynchroDataSource alias="s" id="4">', "xml-export"],
    ["none.xml", "<?xml version='1.0'?>\n<Set>\n</Set>", "xml-export"],
    ["join.xml", '<Set>\n<Row>\n<Trigger alias="t" id="1">', "xml-export"],
    ["hr/data.struct.actions.xml", '<Set>\n<ActionEmail alias="ActionEmail" id="1">', null],
    ["hr/data/en_us.data.hr.xml", '<Set>\n<ActionEmail alias="ActionEmail" id="1">', null],
    ["quay.xml", "<Set><Member>3</Member></Set>", null],
    ["Person.html", "<!DOCTYPE html><html><head><title>iTop - Export</title>", "html-export"],
    [
      "Person.xls",
      '<html><body><table border="1"><tr><td>id</td></tr><tr><td>1</td><td x:str>a',
      "html-export",
    ],
    ["handbook.html", "<!DOCTYPE html><html><head><title>Harbour handbook</title>", null],
    ["Person.xlsx", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "xlsx-export"],
    ["notes.xlsx", "kept by hand", null],
    ["ActionEmail.csv", '"id","name","subject","body"\n', "csv-export"],
    ["Berth.csv", '"id","name","draught"\n', null],
    ["sources.csv", "Nom,Type cible,Obsolescence après\n", "csv-export"],
    ["SynchroDataSource.csv", Buffer.from("ID (Primärer Schlüssel);Name\n", "latin1"), "csv-export"],
  ])("%s", (name, content, kind) => {
    expect(kindOf(name, content)).toBe(kind);
  });
});

describe("an export that failed", () => {
  it.each(["Trigger.csv", "Trigger.xml", "Trigger.json", "Trigger.xlsx", "Trigger.html", "Trigger.xls"])(
    "is told under the name %s, and none of its text repeated",
    async (name) => {
      const { fragments, problems } = await readFile(name, ERROR_PAGE);
      expect(fragments).toEqual([]);
      expect(problems).toMatchObject([{ kind: "malformed", lost: "every row of this export" }]);
      expect(problems[0]?.message).toMatch(/HTML page/);
      expect(problems[0]?.message).not.toContain("Aune");
    },
  );

  it.each(["Trigger.csv", "Trigger.json", "Trigger.xlsx"])(
    "for want of a parameter is told: %s",
    async (name) => {
      const { problems } = await readFile(name, "Missing parameter: fields <p>Parameters:</p>");
      expect(problems.map(({ message }) => message)).toEqual(["The export failed: a parameter was missing."]);
    },
  );

  it("is not what a workbook of something else is", async () => {
    const sheet =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>Berth</t></is></c></row></sheetData></worksheet>';
    const { fragments, kinds } = await readFile(
      "berths.xlsx",
      zipSync({ "xl/worksheets/sheet1.xml": strToU8(sheet) }),
    );
    expect(fragments).toEqual([]);
    expect(kinds).toEqual(["unknown-format"]);
  });
});

describe("XML exports", () => {
  it("lack link sets rather than have empty ones", async () => {
    const { objects } = await readFile(
      "ActionEmail.xml",
      '<Set><ActionEmail alias="ActionEmail" id="3"><name>Berth freed</name><body>&lt;p&gt;$this-&amp;gt;name$&lt;/p&gt;</body></ActionEmail></Set>',
    );
    expect(objects).toEqual([
      { class: "ActionEmail", id: "3", name: "Berth freed", body: "<p>$this-&gt;name$</p>" },
    ]);
  });

  it("take the class of an object from its element, whatever label stands inside", async () => {
    const { objects } = await readFile(
      "Action.xml",
      '<Set><ActionEmail alias="Action" id="3"><status>In production</status><finalclass>Notification by Email</finalclass></ActionEmail></Set>',
    );
    expect(objects).toEqual([
      { class: "ActionEmail", id: "3", status: "enabled", finalclass: "ActionEmail" },
    ]);
  });

  it("give the rows of a link set where it was asked for", async () => {
    const { objects } = await readFile(
      "ActionEmail.xml",
      '<Set><ActionEmail alias="ActionEmail" id="3"><trigger_list><Set><lnkTriggerAction alias="l" id="8"><trigger_id>9</trigger_id></lnkTriggerAction></Set></trigger_list></ActionEmail></Set>',
    );
    expect(objects).toMatchObject([{ trigger_list: [{ id: "8", trigger_id: "9" }] }]);
  });

  it("of a join query give each object once, and nothing for an empty side", async () => {
    const row = (trigger: string): string =>
      `<Row><ActionEmail alias="a" id="3"><name>Berth freed</name></ActionEmail>${trigger}</Row>`;
    const { objects } = await readFile(
      "join.xml",
      `<Set>\n${row('<TriggerOnObjectCreate alias="t" id="9"/>')}${row('<TriggerOnObjectCreate alias="t" id="null"/>')}</Set>`,
    );
    expect(objects.map((each) => [each["class"], each["id"]])).toEqual([
      ["ActionEmail", "3"],
      ["TriggerOnObjectCreate", "9"],
    ]);
  });
});

describe("join queries as tables", () => {
  it("give the objects of each alias", async () => {
    const { objects, kinds } = await readFile(
      "join.csv",
      "SynchroDataSource.id,SynchroDataSource.name,a.id,a.attcode,a.sync_source_id,a.update\n4,Pilots,41,email,4,yes\n4,Pilots,42,phone,4,no\n",
    );
    expect(objects.map((each) => [each["class"], each["id"]])).toEqual([
      ["SynchroDataSource", "4"],
      ["SynchroAttribute", "41"],
      ["SynchroAttribute", "42"],
    ]);
    expect(kinds).toEqual([]);
  });

  it("without ids keep definitions apart by what they say, each attribute with its source", async () => {
    const { objects, kinds } = await readFile(
      "join.csv",
      "SynchroDataSource.name,SynchroAttribute.attcode,SynchroAttribute.update\nPilots,email,yes\nPilots,phone,no\nTugs,email,yes\n",
    );
    expect(objects.map((each) => [each["sync_source_name"] ?? each["name"], each["attcode"]])).toEqual([
      ["Pilots", undefined],
      ["Pilots", "email"],
      ["Pilots", "phone"],
      ["Tugs", undefined],
      ["Tugs", "email"],
    ]);
    expect(kinds).toEqual(["incomplete-export"]);
  });

  it("without ids do not count what they cannot tell apart", async () => {
    const { fragments, kinds } = await readFile(
      "join.csv",
      "Person.name,Team.name\nAune,Pilots\nAune,Tugs\n",
    );
    expect(fragments).toEqual([]);
    expect(kinds).toEqual(["incomplete-export", "incomplete-export"]);
  });
});

describe("tables", () => {
  it("with dates written for people say that the time they cover is not known", async () => {
    const { problems } = await readFile(
      "Event.csv",
      '"id (Primary Key)","Message","Date","User info"\n1,"Ok","01/03/2026 06:00","svc-crew"\n2,"Ok","02/03/2026 06:00","svc-crew"\n',
    );
    expect(problems.map(({ kind, lost }) => [kind, lost])).toEqual([
      ["unknown-value", "which time the rows cover"],
    ]);
  });

  it("of more columns than any class has are cut", async () => {
    const header = ["id", "finalclass", ...Array.from({ length: 3000 }, (_, at) => `Berth ${at}`)];
    const { kinds } = await readFile("Trigger.csv", `${header.join(",")}\n1,TriggerOnObjectCreate\n`);
    expect(kinds[0]).toBe("limit");
  });
});

describe("pages", () => {
  it("keep placeholders that stand only in the address of a link", async () => {
    const { objects } = await readFile(
      "ActionEmail.html",
      '<html><head><title>iTop export</title></head><table class="listResults"><tr><th>id (Primary Key)</th><th>Body</th></tr><tr><td><a href="UI.php?operation=details&class=ActionEmail&id=3&">x</a></td><td>See <a href="https://rate.example/?m=$this-&gt;email$">here</a></td></tr></table></html>',
    );
    expect(objects).toMatchObject([{ id: "3", body: "See here\nhttps://rate.example/?m=$this->email$" }]);
  });

  it("say that they do not carry a link set", async () => {
    const { objects, problems } = await readFile(
      "UserLocal.html",
      '<html><head><title>iTop export</title></head><table class="listResults"><tr><th>id (Primary Key)</th><th>Login</th><th>Profiles</th><th>Type of account</th></tr><tr><td>7</td><td>svc-crew</td><td>Administrator</td><td>iTop user</td></tr></table></html>',
    );
    expect(objects).toMatchObject([{ class: "UserLocal", account: "svc-crew" }]);
    expect(objects[0]).not.toHaveProperty("profile_list");
    expect(problems.map(({ kind }) => kind)).toEqual(["incomplete-export"]);
  });
});
