import { describe, expect, test } from "vitest";
import { build, CLASSES, design, entityOf, fieldOf, namesOf } from "./hospital-model.ts";

function implicitNames(name: string, extra = ""): readonly string[] {
  return entityOf(build({ root: design(CLASSES + extra) }), name)
    .fields.filter((field) => field.implicit)
    .map((field) => field.name);
}

describe("fields the run time adds", () => {
  test("a root with children and its children have a final class, a class alone has none", () => {
    expect(implicitNames("Contact")).toContain("finalclass");
    expect(fieldOf(build(), "Team", "finalclass").declaredIn).toBe("Contact");
    expect(implicitNames("Ticket")).not.toContain("finalclass");
  });

  test("every class has a friendly name of its own", () => {
    for (const { name } of build().entities)
      expect(fieldOf(build(), name, "friendlyname").declaredIn).toBe(name);
  });

  test("one class with an obsolescence condition gives its whole tree flag and date", () => {
    const condition = `<obsolescence><condition>status='left'</condition></obsolescence>`;
    const moved = CLASSES.replace(condition, "").replace(
      `<class id="Team"><parent>Contact</parent><properties>`,
      `<class id="Team"><parent>Contact</parent><properties>${condition}`,
    );
    const person = entityOf(build({ root: design(moved) }), "Person");
    expect(namesOf(person)).toEqual(expect.arrayContaining(["obsolescence_flag", "obsolescence_date"]));
    expect(person.lifecycle.obsolescence).toBeNull();
  });

  test("a key brings name, final class of a polymorphic target and its flags", () => {
    expect(implicitNames("Ticket")).toEqual([
      "friendlyname",
      "caller_id_friendlyname",
      "caller_id_finalclass_recall",
      "caller_id_obsolescence_flag",
    ]);
  });

  test("a key to a class without children brings no final class", () => {
    expect(implicitNames("lnkPersonToWard")).not.toContain("person_id_finalclass_recall");
  });

  test("a subclass of the target adds the final class to keys that point to it", () => {
    const agency = `<class id="AgencyNurse"><parent>Person</parent></class>`;
    expect(implicitNames("lnkPersonToWard", agency)).toContain("person_id_finalclass_recall");
  });

  test("an external field that shows a key brings the name the far key has", () => {
    expect(fieldOf(build(), "Person", "manager_org_id")).toMatchObject({ target: "Organization" });
    expect(fieldOf(build(), "Person", "manager_org_id_friendlyname").copyOf).toEqual({
      through: "manager_id",
      field: "itop:Organization.friendlyname",
    });
  });

  test("an archivable root makes the classes below it archivable", () => {
    const archive = `<class id="Visit"><parent>cmdbAbstractObject</parent><properties><archive><enabled>true</enabled></archive></properties></class>
      <class id="NightVisit"><parent>Visit</parent></class>
      <class id="Pass"><parent>cmdbAbstractObject</parent><fields><field id="visit_id" xsi:type="AttributeExternalKey"><target_class>Visit</target_class></field></fields></class>`;
    const model = build({ root: design(archive) });
    expect(namesOf(entityOf(model, "NightVisit"))).toEqual([
      "finalclass",
      "friendlyname",
      "archive_flag",
      "archive_date",
    ]);
    expect(fieldOf(model, "NightVisit", "archive_flag").declaredIn).toBe("Visit");
    expect(namesOf(entityOf(model, "Pass"))).toContain("visit_id_archive_flag");
  });

  test("nobody can write them", () => {
    const written = build().entities.flatMap((entity) =>
      entity.fields.filter((field) => field.implicit && field.writable),
    );
    expect(written).toEqual([]);
  });
});

describe("classes generated for tags", () => {
  const FAQ = `<class id="Guideline"><parent>cmdbAbstractObject</parent><fields><field id="wards" xsi:type="AttributeTagSet"/></fields></class>`;

  test("exist where the core class for tags does", () => {
    const tags = `<class id="TagSetFieldData"><parent>cmdbAbstractObject</parent></class>`;
    expect(
      entityOf(build({ root: design(FAQ + tags) }), "TagSetFieldDataFor_Guideline__wards"),
    ).toMatchObject({
      parent: "TagSetFieldData",
      role: "catalogue",
    });
  });

  test("are left out where nothing declares it", () => {
    expect(build({ root: design(FAQ) }).entities.map((entity) => entity.name)).toEqual(["Guideline"]);
  });
});

describe("labels", () => {
  const dictionaries = [
    {
      language: "EN US",
      entries: [
        { key: "Class:Contact/Attribute:email", text: "Mail", line: 4 },
        { key: "Class:Person/Attribute:manager_id", text: "Head of ward", line: 5 },
        { key: "Class:Contact/Attribute:org_id", text: "Clinic", line: 6 },
        { key: "Class:Person", text: "Employee", line: 7 },
      ],
    },
    { language: "FR FR", entries: [{ key: "Class:Person/Attribute:email", text: "Courriel", line: 4 }] },
    { language: "PT BR", entries: [{ key: "Class:Person", text: "Pessoa", line: 4 }] },
  ];

  test("are looked up at the class, then at its parents, per language", () => {
    expect(fieldOf(build({ dictionaries }), "Person", "email").labels).toEqual({
      en: "Mail",
      fr: "Courriel",
    });
    expect(entityOf(build({ dictionaries }), "Person").labels).toEqual({ en: "Employee" });
  });

  test("of a copied name are the key's, of other copies both with an arrow", () => {
    const model = build({ dictionaries });
    expect(fieldOf(model, "Person", "manager_id_friendlyname").labels).toEqual({ en: "Head of ward" });
    expect(fieldOf(model, "Person", "manager_org_id").labels).toEqual({ en: "Head of ward->Clinic" });
  });

  test("given in the model itself win over those of files", () => {
    const own = `<dictionaries><dictionary id="EN US"><entries><entry id="Class:Person"><![CDATA[Colleague]]></entry></entries></dictionary></dictionaries>`;
    expect(entityOf(build({ dictionaries, root: design(CLASSES, own) }), "Person").labels).toEqual({
      en: "Colleague",
    });
  });
});

describe("roles", () => {
  test("follow the lineage", () => {
    const roles = Object.fromEntries(build().entities.map((entity) => [entity.name, entity.role]));
    expect(roles).toEqual({
      Contact: "subject",
      Organization: "organisation",
      Person: "subject",
      Team: "organisation",
      Ticket: "ticket",
      lnkPersonToWard: "person-link",
    });
  });

  test("an unknown class that describes people is a subject of its own", () => {
    const applicant = `<class id="Applicant"><parent>cmdbAbstractObject</parent><properties><category>bizmodel</category></properties><fields>
      <field id="given_name" xsi:type="AttributeString"/><field id="surname" xsi:type="AttributeString"/><field id="private_email" xsi:type="AttributeString"/></fields></class>`;
    expect(entityOf(build({ root: design(applicant) }), "Applicant").role).toBe("subject");
  });

  test("a class with a log about a person is a kind of ticket, without the person it is not", () => {
    const log = `<field id="notes" xsi:type="AttributeCaseLog"/>`;
    const who = `<field id="patient_contact_id" xsi:type="AttributeExternalKey"><target_class>Person</target_class></field>`;
    const of = (id: string, fields: string): string =>
      `<class id="${id}"><parent>cmdbAbstractObject</parent><properties><category>bizmodel</category></properties><fields>${fields}</fields></class>`;
    const model = build({ root: design(CLASSES + of("Complaint", log + who) + of("Repair", log)) });
    expect([entityOf(model, "Complaint").role, entityOf(model, "Repair").role]).toEqual(["ticket", "other"]);
  });
});
