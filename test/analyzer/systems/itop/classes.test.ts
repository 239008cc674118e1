import { describe, expect, test } from "vitest";
import {
  build,
  CLASSES,
  CORE_FILE,
  design,
  entityOf,
  fieldOf,
  MODEL_FILE,
  namesOf,
  phpClasses,
} from "./hospital-model.ts";

describe("inheritance", () => {
  test("a child has its parent's fields before its own", () => {
    const names = namesOf(entityOf(build(), "Person"));
    expect(names.slice(0, 6)).toEqual(["name", "status", "email", "org_id", "org_name", "first_name"]);
    expect(fieldOf(build(), "Person", "email")).toMatchObject({
      path: "itop:Person.email",
      declaredIn: "Contact",
    });
  });

  test("a field declared again in a child counts there and only there", () => {
    const again = `<fields><field id="email" xsi:type="AttributeString"/></fields>`;
    const model = build({ root: design(CLASSES.replace("<fields/>", again)) });
    expect(fieldOf(model, "Team", "email")).toMatchObject({ kind: "string", declaredIn: "Team" });
    expect(fieldOf(model, "Person", "email").kind).toBe("email");
  });

  test("the real PHP parent wins over the declared one", () => {
    const agency = `<class id="AgencyNurse"><parent>cmdbAbstractObject</parent><php_parent><name>Person</name></php_parent><properties/><fields/></class>`;
    expect(entityOf(build({ root: design(CLASSES + agency) }), "AgencyNurse")).toMatchObject({
      parent: "Person",
      role: "subject",
    });
  });

  test("classes nested in their parent are read, too", () => {
    const nested = `<class id="Asset"><parent>cmdbAbstractObject</parent><class id="Bed"/></class>`;
    expect(entityOf(build({ root: design(nested) }), "Bed").parent).toBe("Asset");
  });

  test("a missing parent is a problem, and the class is kept", () => {
    const model = build({ root: design(`<class id="Visitor"><parent>Guest</parent></class>`) });
    expect(entityOf(model, "Visitor").parent).toBeNull();
    expect(model.problems).toMatchObject([{ kind: "unresolved", location: { file: MODEL_FILE } }]);
  });

  test("classes that inherit from each other do not hang", () => {
    const model = build({
      root: design(
        `<class id="Ward"><parent>Unit</parent></class><class id="Unit"><parent>Ward</parent></class>`,
      ),
    });
    expect(model.entities.map((entity) => entity.name)).toEqual(["Unit", "Ward"]);
  });

  test("an endless chain of classes is cut, and says so", () => {
    const chain = Array.from(
      { length: 10_000 },
      (_, at) => `<class id="C${at + 1}"><parent>C${at}</parent></class>`,
    );
    const model = build({ root: design(`<class id="C0"/>${chain.join("")}`) });
    expect(model.entities).toHaveLength(10_001);
    expect(model.problems[0]).toMatchObject({ kind: "limit", location: { file: MODEL_FILE } });
  });

  test("the Designer's descriptions under meta define nothing", () => {
    const meta = `<meta><classes><class id="User"><fields><field id="login" xsi:type="AttributeString"/></fields></class></classes></meta>`;
    expect(build({ root: design("", meta) }).entities).toEqual([]);
  });
});

describe("references", () => {
  test("an external field is resolved to the field it shows, through other external fields", () => {
    const roster = `<class id="Roster"><parent>cmdbAbstractObject</parent><fields>
      <field id="nurse_id" xsi:type="AttributeExternalKey"><target_class>Person</target_class></field>
      <field id="nurse_org" xsi:type="AttributeExternalField"><extkey_attcode>nurse_id</extkey_attcode><target_attcode>org_name</target_attcode></field>
    </fields></class>`;
    const field = fieldOf(build({ root: design(CLASSES + roster) }), "Roster", "nurse_org");
    expect(field).toMatchObject({
      kind: "copy",
      copyOf: { through: "nurse_id", field: "itop:Organization.name" },
    });
  });

  test("an external field that shows itself in a circle resolves to nothing", () => {
    const shift = `<class id="Shift"><parent>cmdbAbstractObject</parent><fields>
      <field id="next_id" xsi:type="AttributeExternalKey"><target_class>Shift</target_class></field>
      <field id="loop" xsi:type="AttributeExternalField"><extkey_attcode>next_id</extkey_attcode><target_attcode>loop</target_attcode></field>
    </fields></class>`;
    expect(fieldOf(build({ root: design(shift) }), "Shift", "loop").copyOf).toEqual({
      through: "next_id",
      field: null,
    });
  });

  test("a key to a class that is not installed is left out, with the fields through it", () => {
    const visit = `<class id="Visit"><parent>cmdbAbstractObject</parent><fields>
      <field id="gate_id" xsi:type="AttributeExternalKey"><target_class>Gate</target_class></field>
      <field id="gate_name" xsi:type="AttributeExternalField"><extkey_attcode>gate_id</extkey_attcode><target_attcode>name</target_attcode></field>
    </fields></class>`;
    const model = build({ root: design(visit) });
    expect(namesOf(entityOf(model, "Visit"))).toEqual(["friendlyname"]);
    expect(model.problems.map((problem) => problem.kind)).toEqual(["unresolved", "unresolved"]);
  });

  test("what deleting the target does depends on the mode and on whether the key may be empty", () => {
    const model = build();
    expect(fieldOf(model, "lnkPersonToWard", "person_id").onTargetDelete).toBe("cascade");
    expect(fieldOf(model, "Person", "manager_id").onTargetDelete).toBe("ask");
    expect(fieldOf(model, "Organization", "parent_id")).toMatchObject({
      onTargetDelete: "move-up",
      target: "Organization",
    });
  });
});

describe("history", () => {
  test("business classes are tracked, field by field unless the level is none", () => {
    const model = build();
    expect(fieldOf(model, "Person", "first_name").history).toEqual({ tracked: true, keeps: "old+new" });
    expect(fieldOf(model, "Ticket", "last_seen").history).toEqual({ tracked: false, keeps: "none" });
    expect(fieldOf(model, "Ticket", "private_log").history.keeps).toBe("marker");
  });

  test("classes below DBObject alone leave no history", () => {
    const model = build({
      root: design(
        `<class id="BadgeRead"><parent>DBObject</parent><fields><field id="who" xsi:type="AttributeString"/></fields></class>`,
      ),
    });
    expect(entityOf(model, "BadgeRead").tracked).toBe(false);
    expect(fieldOf(model, "BadgeRead", "who").history.tracked).toBe(false);
  });
});

describe("classes declared in PHP", () => {
  const CODE = `class WardCall extends cmdbAbstractObject { public static function Init() {
    MetaModel::Init_Params(array('category' => 'bizmodel,ward', 'name_attcode' => 'reason', 'state_attcode' => 'state', 'reconc_keys' => array('reason')));
    MetaModel::Init_AddAttribute(new AttributeString('reason', array('is_null_allowed' => false, 'tracking_level' => ATTRIBUTE_TRACKING_NONE)));
    MetaModel::Init_AddAttribute(new AttributeEnum('state', array('allowed_values' => new ValueSetEnum('open,done'))));
    MetaModel::Init_AddAttribute(new AttributeExternalKey('nurse_id', array('targetclass' => 'Person', 'is_null_allowed' => true, 'on_target_delete' => DEL_AUTO)));
  } }`;

  test("have the same facts as those of the model", async () => {
    const model = build({ phpClasses: await phpClasses(CODE) });
    expect(entityOf(model, "WardCall")).toMatchObject({
      categories: ["bizmodel", "ward"],
      identity: { displayName: ["reason"], reconciliation: ["reason"] },
      lifecycle: { states: ["open", "done"] },
      location: { file: CORE_FILE },
    });
    expect(fieldOf(model, "WardCall", "reason")).toMatchObject({
      nullable: false,
      history: { tracked: false },
    });
    expect(fieldOf(model, "WardCall", "nurse_id")).toMatchObject({
      target: "Person",
      onTargetDelete: "reset",
    });
  });

  test("of rights add-ons that are never loaded do not exist", async () => {
    const file = "addons/userrights/userrightsprojection.class.inc.php";
    expect(build({ root: null, phpClasses: await phpClasses(CODE, file) }).entities).toEqual([]);
  });
});

describe("a class", () => {
  test("carries names, keys, states and its organisation", () => {
    expect(entityOf(build(), "Person")).toMatchObject({
      identity: {
        displayName: ["first_name", "name"],
        reconciliation: ["staff_number"],
        uniqueness: [["email"]],
      },
      lifecycle: { states: ["here", "left"], obsolescence: "status='left'", archivable: false },
      scope: "org_id",
    });
    expect(entityOf(build(), "Organization").scope).toBe("id");
    expect(entityOf(build(), "Ticket").scope).toBeNull();
  });

  test("defined twice counts once and is reported", () => {
    const model = build({ root: design(`<class id="Bed"/><class id="Bed"/>`) });
    expect(model.entities).toHaveLength(1);
    expect(model.problems).toMatchObject([{ kind: "duplicate" }]);
  });
});
