import { describe, expect, it } from "vitest";
import { MAX_OQL_ERRORS } from "../../../../analyzer/source/oql/parse.ts";
import type { ExportData } from "../../../../analyzer/systems/itop/fragments.ts";
import { readQueries } from "../../../../analyzer/systems/itop/queries/queries.ts";
import { requestModel } from "./request-model.ts";
import { element } from "./xml-fixture.ts";

function read(design: string, exports: readonly ExportData[] = []) {
  const root = element(`<itop_design version="3.2">\n${design}</itop_design>`, "data/production.delta.xml");
  return readQueries(root, exports, { index: requestModel, system: "itop", roles: [], rootUrl: undefined });
}

function exported(name: string, id: string, fields: ExportData["fields"]): ExportData {
  const location = { file: "exports/all.json", line: Number(id), column: 1, endLine: 1, endColumn: 2 };
  return { class: name, id, fields, location };
}

const names = (design: string, exports: readonly ExportData[] = []) =>
  read(design, exports).queries.map(({ name }) => name);

const menu = (oql: string, id = "MyWard") =>
  `<menus><menu id="${id}" xsi:type="OQLMenuNode"><oql><![CDATA[${oql}]]></oql></menu></menus>`;

describe("queries are found", () => {
  it("in menus and in the dashlets of dashboards, with the class they select", () => {
    const { queries } = read(`<menus>
      <menu id="MyWard"><oql>SELECT UserRequest WHERE agent_id = :current_contact_id</oql></menu>
      <menu id="Overview"><definition><cells><cell id="0"><dashlets>
        <dashlet id="3"><query>SELECT Person</query></dashlet>
        <dashlet id="4"><title>SELECT Person</title><query/></dashlet>
      </dashlets></cell></cells></definition></menu></menus>`);
    expect(queries.map(({ path, place, audience, entity }) => [path, place, audience, entity])).toEqual([
      ["itop:query/dashlet Overview/0/3", "dashlet", "internal", "Person"],
      ["itop:query/menu MyWard", "menu", "internal", "UserRequest"],
    ]);
  });

  it("in classes, nested ones included", () => {
    const design = `<classes><class id="Ticket">
      <fields><field id="agent_id"><filter>SELECT Person WHERE org_id = :this->org_id</filter></field>
        <field id="board"><definition><cells><cell id="0"><dashlets><dashlet id="1">
          <query>SELECT Incident WHERE org_id = :this->org_id</query></dashlet></dashlets></cell></cells></definition></field></fields>
      <properties><obsolescence><condition>title = 'closed'</condition></obsolescence>
        <uniqueness_rules><rule id="ref"><filter>org_id != 0</filter></rule></uniqueness_rules></properties>
      <relations><relation id="impacts"><neighbours><neighbour id="team">
        <query_down>SELECT Team WHERE id = :this->team_id</query_down>
        <query_up>SELECT Ticket WHERE team_id = :this->id</query_up></neighbour></neighbours></relation></relations>
      <class id="Incident"><fields><field id="team_id"><filter>SELECT Team</filter></field></fields></class>
    </class></classes>`;
    expect(names(design)).toEqual([
      "dashlet Ticket.board/0/1",
      "field-filter Incident.team_id",
      "field-filter Ticket.agent_id",
      "obsolescence Ticket",
      "relation Ticket impacts/team down",
      "relation Ticket impacts/team up",
      "uniqueness Ticket ref",
    ]);
    expect(read(design).problems).toEqual([]);
  });

  it("in portals: scopes, bricks at any depth, and actions", () => {
    const design = `<module_designs><module_design id="patient-portal">
      <classes><class id="UserRequest"><scopes><scope id="mine">
        <oql_view>SELECT UserRequest WHERE caller_id = :current_contact_id</oql_view>
        <oql_edit>SELECT UserRequest WHERE 1</oql_edit></scope></scopes></class></classes>
      <bricks><brick id="open"><grouping><tabs><groups><group id="late"><title>SELECT the late</title>
        <condition>SELECT UserRequest WHERE title = 'late'</condition></group></groups></tabs></grouping>
        <levels><level id="1"><oql>SELECT Ward</oql></level></levels></brick></bricks>
      <action_rules><action_rule id="copy"><source_oql>SELECT Contact</source_oql></action_rule></action_rules>
    </module_design></module_designs>`;
    const { queries } = read(design);
    expect(queries.map(({ name, audience }) => [name, audience])).toEqual([
      ["portal-action patient-portal/copy source_oql", "end-user"],
      ["portal-brick patient-portal/open/1", "end-user"],
      ["portal-brick patient-portal/open/late", "end-user"],
      ["portal-scope patient-portal/UserRequest/mine", "end-user"],
      ["portal-scope patient-portal/UserRequest/mine oql_edit", "end-user"],
    ]);
  });

  it("in parameters of modules and constants, where a text could be run", () => {
    const design = `<module_parameters><parameters id="care"><context><Ticket><oql>SELECT Team</oql>
        <help>SELECT the ticket you want to see</help></Ticket></context></parameters></module_parameters>
      <constants><constant id="STAFF">SELECT Person</constant><constant id="HINT">SELECT Person, please</constant></constants>`;
    expect(names(design)).toEqual(["constant STAFF", "module-parameter care/context/Ticket"]);
  });

  it("in exports of audits, triggers, actions and data sources", () => {
    const { queries, problems } = read("", [
      exported("AuditCategory", "1", { name: "People", definition_set: "SELECT Person" }),
      exported("AuditRule", "1", { name: "No mail", query: "SELECT Person WHERE email = ''" }),
      exported("TriggerOnObjectMention", "2", {
        description: "Mention",
        target_class: "UserRequest",
        filter: "SELECT UserRequest WHERE org_id = 4",
        mentioned_filter: "SELECT Person WHERE org_id = :this->org_id",
      }),
      exported("ActionEmail", "3", { name: "Late", to: "SELECT Persn", cc: "desk@care.example", bcc: "" }),
      exported("SynchroDataSource", "4", {
        name: "HR",
        scope_class: "Person",
        scope_restriction: "org_id = 2",
      }),
    ]);
    expect(queries.map(({ name, entity, valid }) => [name, entity, valid])).toEqual([
      ["audit-category People", "Person", true],
      ["audit-rule No mail", "Person", true],
      ["recipients Late to", "Persn", false],
      ["sync-scope HR", "Person", true],
      ["trigger-filter Mention", "UserRequest", true],
      ["trigger-filter Mention mentioned", "Person", true],
    ]);
    expect(queries.find(({ place }) => place === "sync-scope")?.note).toMatch(/never applies/);
    // The recipient rule says so already.
    expect(problems).toEqual([]);
  });

  it("under names of their own, in the order of their paths", () => {
    const twice = `<menus><menu id="A"><definition><cells><cell><dashlets><dashlet id="1"><query>SELECT Team</query></dashlet></dashlets></cell>
      <cell><dashlets><dashlet id="1"><query>SELECT Ward</query></dashlet></dashlets></cell></cells></definition></menu></menus>`;
    expect(names(twice)).toEqual(["dashlet A/1", "dashlet A/1 #2"]);
  });
});

describe("a stored query tells what it reads", () => {
  it("through joins, nested queries and aliases", () => {
    const [query] = read(
      menu(`SELECT p FROM Person AS p JOIN lnkPersonToTeam AS l ON l.person_id = p.id
        WHERE p.email LIKE '%x' AND l.team_id IN (SELECT Team WHERE name = 'Desk')`),
    ).queries;
    expect(query).toMatchObject({
      entity: "Person",
      reads: ["Person", "Team", "lnkPersonToTeam"],
      fields: [
        "itop:Person.email",
        "itop:Team.name",
        "itop:lnkPersonToTeam.person_id",
        "itop:lnkPersonToTeam.team_id",
      ],
      exported: [],
      valid: true,
    });
  });

  it("with the parent that the classes of a union share", () => {
    expect(read(menu("SELECT Person UNION SELECT Team")).queries[0]?.entity).toBe("Contact");
  });
});

describe("a query that does not work", () => {
  const problems = (design: string) =>
    read(design).problems.map(({ kind, message, location }) => [
      kind,
      message,
      location.line,
      location.column,
    ]);

  it("is a problem at the place of each error", () => {
    const design = menu("SELECT Person\n  WHERE shoe_size = 4\n  AND team = 3");
    expect(problems(design)).toEqual([
      ["unresolved", expect.stringContaining("Person without attribute shoe_size"), 3, 9],
      ["unresolved", expect.stringContaining("Person without attribute team"), 4, 7],
    ]);
    const column = menu("").indexOf("]]>") + "SELECT ".length + 1;
    expect(problems(menu("SELECT Persn"))).toEqual([
      ["unresolved", 'The query "menu MyWard" does not work: unknown class Persn.', 2, column],
    ]);
  });

  it("keeps its line where escaped characters move the columns", () => {
    const design = `<menus><menu id="MyWard"><oql>SELECT Person WHERE name &lt; shoe_size</oql></menu></menus>`;
    expect(problems(design)).toEqual([["unresolved", expect.stringContaining("shoe_size"), 2, 31]]);
  });

  it("is one problem where the place is one for all", () => {
    const { problems: found } = read("", [
      exported("AuditRule", "1", {
        name: "Odd",
        query: "SELECT Person WHERE a = 1 AND b = 1 AND c = 1 AND d = 1",
      }),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/attribute a; .*attribute b; .*attribute c and 1 more\.$/);
  });

  it("is a limited number of problems, however long it is", () => {
    const wrong = Array.from({ length: 900 }, (_, index) => `shoe_${index} = 1`).join(" AND ");
    const found = read(menu(`SELECT Person WHERE ${wrong}`)).problems;
    expect(found).toHaveLength(MAX_OQL_ERRORS + 1);
    expect(found.filter(({ kind }) => kind === "limit").map(({ message }) => message)).toEqual([
      expect.stringContaining("MAX_OQL_ERRORS"),
    ]);
  });

  it("asks :this for what its class has not", () => {
    const filter = (attribute: string) =>
      `<classes><class id="Ticket"><fields><field id="team_id"><filter>SELECT Team WHERE org_id = :this->${attribute}</filter></field></fields></class></classes>`;
    expect(problems(filter("shoe_size"))[0]?.[1]).toMatch(/Ticket has no attribute shoe_size for :this/);
    expect(problems(filter("public_log"))).toEqual([]);
    expect(problems(filter("id"))).toEqual([]);
  });

  it("is silent on the class that a portal's view misses already", () => {
    const scope = (oql: string) =>
      `<module_designs><module_design id="p"><classes><class id="Badge"><scopes><scope id="all"><oql_view>${oql}</oql_view></scope></scopes></class></classes></module_design></module_designs>`;
    expect(problems(scope("SELECT Badge"))).toEqual([]);
    expect(problems(scope("SELECT Bagde"))).toHaveLength(1);
  });

  it("repeats no constant of the query", () => {
    const { queries, problems: found } = read(menu("SELECT Person WHERE nickname = 'Oyelaran' 'Oyelaran'"));
    expect(JSON.stringify([queries, found])).not.toContain("Oyelaran");
  });
});
