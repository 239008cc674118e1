import { describe, expect, it } from "vitest";
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { displayLists } from "../../../../analyzer/systems/itop/model/display-lists.ts";
import { readPortalViews } from "../../../../analyzer/systems/itop/portal/portal.ts";
import { requestModel } from "./request-model.ts";

function read(portal: string, classes = "") {
  const design = `<module_design id="patient-portal" xsi:type="portal">${portal}</module_design>`;
  const xml = `<itop_design><classes>${classes}</classes><module_designs>${design}</module_designs></itop_design>`;
  const { root } = readXml(new SourceText("datamodel.patient-portal.xml", xml));
  if (root === null) throw new Error("the fixture is not well-formed");
  return readPortalViews(root, requestModel, displayLists(root, requestModel), "itop");
}

function form(inner: string, name = "person-view", entity = "Person"): string {
  return `<forms><form id="${name}"><class>${entity}</class>${inner}</form></forms>`;
}

const details = `<class id="Contact"><presentation><details><items>
  <item id="name"/><item id="col:1"><items><item id="fieldset:Reach"><items><item id="phone"/></items></item></items></item>
</items></details></presentation></class>`;

function shown(portal: string, classes = "") {
  return Object.fromEntries(
    read(portal, classes).views[0]?.fields.map(({ field, shown }) => [field, shown]) ?? [],
  );
}

describe("the fields of a portal form", () => {
  it("come from elements of its Twig, with their flags", () => {
    const twig = `<fields/><twig><div><p data-field-id="phone"/><p data-field-id="email" data-field-flags="read_only|mandatory"/>
      <p data-field-id="manager_id" data-field-flags="hidden"/></div></twig>`;
    expect(shown(form(twig))).toEqual({
      "itop:Person.phone": "shown",
      "itop:Person.email": "read-only",
      "itop:Person.manager_id": "hidden",
    });
  });

  it("come from Twig that is text, whatever else stands in it", () => {
    const twig = `<fields/><twig><![CDATA[{% if x < 3 %}<div class="f" data-field-id='phone' data-field-flags="read_only">
      <br><p data-field-id="email">{{ 'a'|dict_s }}{% endif %} <div data-field-id=broken]]></twig>`;
    expect(shown(form(twig))).toEqual({ "itop:Person.phone": "read-only", "itop:Person.email": "shown" });
  });

  it("come from its field list, refined by the Twig", () => {
    const fields = `<fields><field id="phone"/><field id="email"/><field id="name"><hidden>true</hidden></field></fields>
      <twig><p data-field-id="email" data-field-flags="read_only"/></twig>`;
    expect(shown(form(fields))).toEqual({
      "itop:Person.phone": "shown",
      "itop:Person.email": "read-only",
      "itop:Person.name": "hidden",
    });
  });

  it("are the class's details when it lists none", () => {
    expect(Object.keys(shown(form("<twig/>"), details))).toEqual(["itop:Person.name", "itop:Person.phone"]);
  });

  it("count as the more visible when placed twice", () => {
    const twig = `<fields/><twig><p data-field-id="phone" data-field-flags="hidden"/><p data-field-id="phone"/></twig>`;
    expect(shown(form(twig))).toEqual({ "itop:Person.phone": "shown" });
  });

  it("include those of subclasses of the form's class", () => {
    const twig = `<fields/><twig><p data-field-id="public_log"/></twig>`;
    expect(Object.keys(shown(form(twig, "ticket-edit", "Ticket")))).toEqual([
      "itop:Incident.public_log",
      "itop:UserRequest.public_log",
    ]);
  });

  it("are read-only when the form only views", () => {
    const twig = `<fields/><twig><p data-field-id="phone"/></twig><modes><mode id="view"/></modes>`;
    expect(shown(form(twig))).toEqual({ "itop:Person.phone": "read-only" });
  });

  it("that the class does not have are a problem with their place", () => {
    const { views, problems } = read(form(`<fields/><twig><p data-field-id="shoe_size"/></twig>`));
    expect(views).toEqual([]);
    expect(problems).toMatchObject([
      {
        kind: "unresolved",
        message: 'The portal view "patient-portal/person-view" shows shoe_size, which Person does not have.',
      },
    ]);
  });
});

describe("the scope of a portal view", () => {
  const twig = `<fields/><twig><p data-field-id="phone"/></twig>`;
  const scopes = (inner: string) =>
    `<classes><class id="Contact"><scopes>${inner}</scopes></class></classes>`;
  const all = `<scope id="all"><oql_view>SELECT Contact WHERE org_id = :current_contact->org_id</oql_view></scope>`;

  it("is the query of the class or of its nearest parent", () => {
    const { views } = read(form(twig) + scopes(all));
    expect(views[0]).toMatchObject({
      scope: "SELECT Contact WHERE org_id = :current_contact->org_id",
      audience: "end-user",
    });
  });

  it("makes a form read-only unless rows may be edited", () => {
    const editable = all.replace("</scope>", "<oql_edit>SELECT Contact</oql_edit></scope>");
    expect(read(form(twig) + scopes(all)).views[0]?.fields[0]?.shown).toBe("read-only");
    expect(read(form(twig) + scopes(editable)).views[0]?.fields[0]?.shown).toBe("shown");
  });

  it("unites the queries of several scopes for everybody", () => {
    const more = `<scope id="staff"><oql_view>SELECT Team</oql_view></scope>`;
    expect(read(form(twig) + scopes(all + more)).views[0]?.scope).toMatch(
      /^SELECT Contact .* UNION SELECT Team$/,
    );
  });

  it("of certain profiles is a view of its own, inside for administrators", () => {
    const own = `<scope id="admin"><oql_view>SELECT Contact</oql_view><allowed_profiles><allowed_profile id="Administrator"/></allowed_profiles></scope>`;
    const { views } = read(form(twig, "contact", "Contact") + scopes(all + own));
    expect(views.map(({ name, audience, scope }) => [name, audience, scope])).toEqual([
      ["patient-portal/Contact for Administrator", "internal", "SELECT Contact"],
      ["patient-portal/contact", "end-user", "SELECT Contact WHERE org_id = :current_contact->org_id"],
    ]);
  });

  it("opens a class without a form with its details", () => {
    const { views } = read(scopes(all), details);
    expect(views[0]).toMatchObject({
      name: "patient-portal/Contact details",
      fields: [{ shown: "read-only" }, {}],
    });
  });

  it("of a class whose details are not in the model is a problem", () => {
    expect(read(scopes(all)).problems.map(({ kind }) => kind)).toEqual(["not-analysed"]);
  });
});

describe("further screens of a portal", () => {
  it("the profile page shows the user's own contact", () => {
    const brick = `<bricks><brick id="profile"><form><fields/><twig><p data-field-id="email"/></twig></form></brick></bricks>`;
    expect(read(brick).views[0]).toMatchObject({ name: "patient-portal/profile", entity: "Person" });
  });

  it("tables show the fields of each level, of the class their query selects", () => {
    const brick = `<bricks><brick id="open"><oql>SELECT UserRequest WHERE id > 3</oql><fields><field id="title"/></fields>
      <levels><level id="1"><class>Person</class><name_att>first_name</name_att></level></levels></brick></bricks>`;
    expect(read(brick).views.map(({ name, entity, fields }) => [name, entity, fields[0]?.field])).toEqual([
      ["patient-portal/open", "UserRequest", "itop:UserRequest.title"],
      ["patient-portal/open/1", "Person", "itop:Person.first_name"],
    ]);
  });

  it("lists of classes show their items", () => {
    const list = `<classes><class id="Team"><lists><list id="default"><items><item id="email"/></items></list></lists></class></classes>`;
    expect(read(list).views.map(({ name }) => name)).toEqual(["patient-portal/Team list default"]);
  });
});

it("a brick whose query selects an unknown class is left to the query, which says so", () => {
  const brick = (of: string): string =>
    `<bricks><brick id="staff">${of}<fields><field id="name"/></fields></brick></bricks>`;
  expect(read(brick("<oql>SELECT Persn</oql>"))).toEqual({ views: [], problems: [] });
  expect(read(brick("<class>Persn</class>")).problems).toHaveLength(1);
});

it("designs that are no portal give no views", () => {
  const xml = `<itop_design><module_designs><module_design id="theme"><properties/></module_design></module_designs></itop_design>`;
  const { root } = readXml(new SourceText("datamodel.theme.xml", xml));
  expect(root && readPortalViews(root, requestModel, () => null, "itop")).toEqual({
    views: [],
    problems: [],
  });
});
