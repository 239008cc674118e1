import { describe, expect, it } from "vitest";
import { attribute, definition, type Files, LDAP, mapped, movement, parameters, PLACEHOLDERS, synchronise } from "./lindenau.ts"; // prettier-ignore

/** A collector without any class: its parameters tell what it is. */
function collector(xml: string, rows: readonly object[], more: Files = {}): Files {
  return {
    "conf/params.local.xml": parameters(`${PLACEHOLDERS}${xml}`),
    "collectors/StaffCollector.json": definition({ attribute_list: rows }),
    ...more,
  };
}

const ROWS = [
  attribute("email", { reconcile: "1" }),
  attribute("phone"),
  attribute("birth_date", { update: "0" }),
];

describe("columns of a directory", () => {
  it("are the attributes of the directory, its key among them", async () => {
    expect(mapped(await movement(LDAP))).toEqual([
      "mail writes email",
      "telephonenumber writes phone",
      "samaccountname matches nowhere",
      "sn comes for nowhere",
    ]);
  });

  it("are those for users where the collector fills accounts", async () => {
    const files = {
      "conf/params.local.xml": parameters(
        `${PLACEHOLDERS}<user_fields><primary_key>uid</primary_key><login>uid</login></user_fields>`,
      ),
      "collectors/json/AccountsLDAPCollector.json": definition({
        scope_class: "UserLDAP",
        attribute_list: [attribute("login", { reconcile: "1" }), attribute("profile_list")],
      }),
    };
    expect(mapped(await movement(files))).toEqual([
      "uid writes login",
      "? writes profile_list",
      "uid matches nowhere",
    ]);
  });

  it("that code alone names are said to be untold", async () => {
    const files = { ...LDAP, "hr/collectors/params.distrib.xml": parameters(PLACEHOLDERS) };
    const { all } = await synchronise(files);
    expect(all).toContainEqual(
      expect.objectContaining({
        kind: "not-analysed",
        lost: "which column of the source fills which attribute",
      }),
    );
  });
});

describe("columns that only code names", () => {
  it("are told apart from those that parameters should have named", async () => {
    const own = "<?php\nclass StaffCollector extends Collector\n{\n}\n";
    const kinds = async (files: Files) =>
      (await synchronise(files)).all.filter(({ lost }) => lost?.startsWith("which column")).map(({ kind }) => kind); // prettier-ignore
    expect(await kinds(collector("", ROWS, { "collectors/src/StaffCollector.class.inc.php": own }))).toEqual([
      "code",
    ]);
    expect(await kinds(collector("", ROWS))).toEqual(["not-analysed"]);
  });
});

describe("columns of a CSV file", () => {
  it("may be one for three attributes, and have names that are not ASCII", async () => {
    const xml = `<staffcollector><csv_file>staff.csv</csv_file><fields>
      <primary_key>clé primaire</primary_key><email>prénom</email><phone>prénom</phone><name>prénom</name>
      </fields></staffcollector>`;
    expect(mapped(await movement(collector(xml, [...ROWS, attribute("name")])))).toEqual([
      "prénom writes email",
      "prénom writes phone",
      "prénom writes name",
      "clé primaire matches nowhere",
    ]);
  });

  it("have the names of attributes where a heading stands and nothing else is said", async () => {
    const xml = "<StaffCollector><csv_file>staff.csv</csv_file></StaffCollector>";
    expect(mapped(await movement(collector(xml, ROWS)))).toEqual([
      "email writes email",
      "phone writes phone",
    ]);
  });

  it("are positions without a heading", async () => {
    const xml = `<StaffCollector><csv_file>s.csv</csv_file><has_header>no</has_header>
      <fields><email>3</email><phone>1</phone></fields>
      <ignored_columns type="array"><c>2</c></ignored_columns></StaffCollector>`;
    expect(mapped(await movement(collector(xml, ROWS)))).toEqual([
      "column 3 writes email",
      "column 1 writes phone",
      "column 2 comes for nowhere",
    ]);
  });

  it("that are ignored are read for nothing", async () => {
    const xml = `<StaffCollector><csv_file>s.csv</csv_file><fields><phone>tel</phone></fields>
      <ignored_columns type="array"><c>tel</c><c>geburtstag</c></ignored_columns></StaffCollector>`;
    expect(mapped(await movement(collector(xml, ROWS)))).toEqual([
      "email writes email",
      "? writes phone",
      "geburtstag comes for nowhere",
      "tel comes for nowhere",
    ]);
  });

  it("that come for an attribute which is not moved stay in the staging table", async () => {
    const xml = `<StaffCollector><csv_file>s.csv</csv_file>
      <fields><birth_date>geburtstag</birth_date></fields></StaffCollector>`;
    expect(mapped(await movement(collector(xml, ROWS)))).toContain("geburtstag comes for birth_date");
  });

  it("may be several for one attribute", async () => {
    const xml = `<StaffCollector><csv_file>s.csv</csv_file>
      <fields><photo_data>foto</photo_data><photo_type>typ</photo_type></fields></StaffCollector>`;
    const rows = [attribute("phone", { import_columns: "photo_data,photo_type" })];
    expect(mapped(await movement(collector(xml, rows)))).toEqual(["foto, typ writes phone"]);
  });
});

describe("columns of JSON", () => {
  it("are paths, and an attribute with only a default has none", async () => {
    const xml = `<StaffCollector><jsonurl>https://hr.lindenau.example/staff</jsonurl><path>data/*/staff</path>
      <fields><email>contact/mail</email><unknown_one>x</unknown_one></fields>
      <defaults><phone>none</phone></defaults></StaffCollector>`;
    expect(mapped(await movement(collector(xml, ROWS)))).toEqual([
      "contact/mail writes email",
      "? writes phone",
      "x comes for nowhere",
    ]);
  });
});

describe("columns of a query", () => {
  const sql = (query: string, extra = "") =>
    collector(`<staffcollector_query>${query}</staffcollector_query>${extra}`, ROWS);

  it("come from what the select list names", async () => {
    const query =
      "SELECT p.ID AS primary_key, p.MAIL AS email, concat(p.A, p.B) AS phone, p.SALARY AS pay FROM p";
    expect(mapped(await movement(sql(query)))).toEqual([
      "p.MAIL writes email",
      "? writes phone",
      "p.ID matches nowhere",
      "p.SALARY comes for nowhere",
    ]);
  });

  it("have the names of attributes where everything is selected", async () => {
    expect(mapped(await movement(sql("SELECT *, p.MAIL AS email FROM p")))).toEqual([
      "p.MAIL writes email",
      "phone writes phone",
    ]);
  });

  it("that cannot be told are said to be untold", async () => {
    const { all, movements } = await synchronise(sql("CALL staff()"));
    expect(movements.flatMap(mapped)).toEqual(["? writes email", "? writes phone"]);
    expect(all).toContainEqual(expect.objectContaining({ kind: "not-analysed" }));
  });

  it("need no attribute that the class lacks and the collector can do without", async () => {
    const rows = [...ROWS, attribute("badge")];
    const xml = "<staffcollector_query>SELECT a AS email FROM p</staffcollector_query>";
    const optional = `<staffcollector_ignored_attributes type="array"><a>badge</a></staffcollector_ignored_attributes>`;
    const kinds = async (files: Files) => (await synchronise(files)).problems.map(({ kind }) => kind);
    expect(await kinds(collector(xml, rows))).toContain("unresolved");
    expect(await kinds(collector(`${xml}${optional}`, rows))).toEqual([]);
  });
});

describe("the kind of a collector", () => {
  it.each([
    ["extends MySQLCollector", "database-sync"],
    ["extends SQLCollector", "database-sync"],
    ["extends csvcollector", "file-import"],
    ["extends JsonCollector", "file-import"],
    ["extends LDAPCollector", "directory-sync"],
    ["extends \\Lindenau\\OwnBase", "database-sync"],
  ])("whose class %s is %s", async (clause, kind) => {
    const files = collector("", ROWS, {
      "collectors/src/StaffCollector.class.inc.php": `<?php class StaffCollector ${clause} { }`,
      "collectors/src/OwnBase.class.inc.php": "<?php abstract class OwnBase extends MySQLCollector { }",
    });
    expect((await movement(files)).kind).toBe(kind);
  });

  it("survives classes that inherit from each other in a circle, and PHP that breaks off", async () => {
    const files = collector("", ROWS, {
      "collectors/src/A.class.inc.php": "<?php class StaffCollector extends BCollector {}",
      "collectors/src/B.class.inc.php": "<?php class BCollector extends StaffCollector { function Fetch() { ",
    });
    expect((await movement(files)).name).toBe("Lindenau Staff");
  });
});
