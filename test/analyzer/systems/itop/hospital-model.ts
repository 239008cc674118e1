/** A small iTop-shaped model of an invented hospital group, and the effective model built from it. */
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import type { XmlElement } from "../../../../analyzer/source/xml.ts";
import type { Entity } from "../../../../analyzer/model/entity.ts";
import type { Field } from "../../../../analyzer/model/field.ts";
import type { Setting, SettingValue } from "../../../../analyzer/model/setting.ts";
import {
  buildEntities,
  type EffectiveModel,
  type ModelInput,
} from "../../../../analyzer/systems/itop/model/classes.ts";
import type { PhpClassData } from "../../../../analyzer/systems/itop/fragments.ts";
import { readPhpClasses } from "../../../../analyzer/systems/itop/model/php-classes.ts";
import { phpEngine } from "../../../php-fixture.ts";

export const MODEL_FILE = "extensions/marienberg-staff/datamodel.marienberg-staff.xml";
export const CORE_FILE = "core/marienberg.class.inc.php";

/** Organisation, site, contact, person, ward team, ticket and the link between person and ward. */
export const CLASSES = `
<class id="Organization"><parent>cmdbAbstractObject</parent>
  <properties><category>bizmodel,structure</category><naming><attributes><attribute id="name"/></attributes></naming></properties>
  <fields>
    <field id="name" xsi:type="AttributeString"><is_null_allowed>false</is_null_allowed></field>
    <field id="parent_id" xsi:type="AttributeHierarchicalKey"><is_null_allowed>true</is_null_allowed><on_target_delete>DEL_MOVEUP</on_target_delete></field>
  </fields></class>
<class id="Contact"><parent>cmdbAbstractObject</parent>
  <properties><category>bizmodel, structure</category><abstract>true</abstract>
    <obsolescence><condition>status='left'</condition></obsolescence>
    <uniqueness_rules><rule id="mail"><attributes><attribute id="email"/></attributes></rule></uniqueness_rules>
    <fields_semantic><state_attribute>status</state_attribute></fields_semantic></properties>
  <fields>
    <field id="name" xsi:type="AttributeString"/>
    <field id="status" xsi:type="AttributeEnum"><values><value id="here"><code>here</code></value><value id="left">left</value></values></field>
    <field id="email" xsi:type="AttributeEmailAddress"><is_null_allowed>true</is_null_allowed></field>
    <field id="org_id" xsi:type="AttributeExternalKey"><target_class>Organization</target_class><on_target_delete>DEL_AUTO</on_target_delete></field>
    <field id="org_name" xsi:type="AttributeExternalField"><extkey_attcode>org_id</extkey_attcode><target_attcode>name</target_attcode></field>
  </fields></class>
<class id="Person"><parent>Contact</parent>
  <properties><category>bizmodel</category>
    <naming><attributes><attribute id="first_name"/><attribute id="name"/></attributes></naming>
    <reconciliation><attributes><attribute id="staff_number"/></attributes></reconciliation></properties>
  <fields>
    <field id="first_name" xsi:type="AttributeString"/>
    <field id="staff_number" xsi:type="AttributeString"><validation_pattern>^M[0-9]{5}$</validation_pattern></field>
    <field id="night_phone" xsi:type="AttributePhoneNumber"/>
    <field id="photo" xsi:type="AttributeImage"><is_null_allowed>true</is_null_allowed></field>
    <field id="manager_id" xsi:type="AttributeExternalKey"><target_class>Person</target_class><is_null_allowed>true</is_null_allowed><on_target_delete>DEL_MANUAL</on_target_delete></field>
    <field id="manager_org_id" xsi:type="AttributeExternalField"><extkey_attcode>manager_id</extkey_attcode><target_attcode>org_id</target_attcode></field>
    <field id="wards_list" xsi:type="AttributeLinkedSetIndirect"><linked_class>lnkPersonToWard</linked_class><ext_key_to_me>person_id</ext_key_to_me></field>
  </fields></class>
<class id="Team"><parent>Contact</parent><properties><category>bizmodel</category></properties><fields/></class>
<class id="lnkPersonToWard"><parent>cmdbAbstractObject</parent><properties><category>bizmodel</category><is_link>1</is_link></properties>
  <fields>
    <field id="person_id" xsi:type="AttributeExternalKey"><target_class>Person</target_class><on_target_delete>DEL_AUTO</on_target_delete></field>
    <field id="team_id" xsi:type="AttributeExternalKey"><target_class>Team</target_class><on_target_delete>DEL_AUTO</on_target_delete></field>
    <field id="person_email" xsi:type="AttributeExternalField"><extkey_attcode>person_id</extkey_attcode><target_attcode>email</target_attcode></field>
  </fields></class>
<class id="Ticket"><parent>cmdbAbstractObject</parent><properties><category>bizmodel</category></properties>
  <fields>
    <field id="title" xsi:type="AttributeString"/>
    <field id="caller_id" xsi:type="AttributeExternalKey"><target_class>Contact</target_class><on_target_delete>DEL_MANUAL</on_target_delete></field>
    <field id="description" xsi:type="AttributeText"><format>html</format></field>
    <field id="private_log" xsi:type="AttributeCaseLog"/>
    <field id="last_seen" xsi:type="AttributeDateTime"><tracking_level>none</tracking_level></field>
  </fields></class>`;

export function design(classes: string, rest = ""): XmlElement {
  const text = `<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.1"><classes>${classes}</classes>${rest}</itop_design>`;
  const { root } = readXml(new SourceText(MODEL_FILE, text));
  if (root === null) throw new Error("the fixture is not XML");
  return root;
}

export async function phpClasses(body: string, file = CORE_FILE): Promise<readonly PhpClassData[]> {
  return readPhpClasses(new SourceText(file, `<?php\n${body}`), await phpEngine()).classes;
}

export function build(given: Partial<ModelInput> = {}): EffectiveModel {
  return buildEntities({
    system: "itop",
    root: design(CLASSES),
    phpClasses: [],
    catalogue: null,
    dictionaries: [],
    setting: () => undefined,
    originOf: (file) => ({ by: file === null ? "vendor" : "customer", module: null }),
    ...given,
  });
}

export function entityOf({ entities }: Pick<EffectiveModel, "entities">, name: string): Entity {
  const entity = entities.find((each) => each.name === name);
  if (entity === undefined) throw new Error(`no class ${name}`);
  return entity;
}

export function fieldOf(model: EffectiveModel, entity: string, name: string): Field {
  const field = entityOf(model, entity).fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${entity}.${name}`);
  return field;
}

export function namesOf({ fields }: Entity): readonly string[] {
  return fields.map((field) => field.name);
}

/** A setting as the configuration of the group's iTop gives it, in line 12. */
export function setting(name: string, value: SettingValue): Setting {
  return {
    path: `itop:setting/${name}`,
    name,
    value,
    default: null,
    isDefault: false,
    secret: "none",
    location: { file: "conf/production/config-itop.php", line: 12, column: 2, endLine: 12, endColumn: 30 },
    basis: null,
  };
}

export function settings(
  values: Readonly<Record<string, SettingValue>>,
): (name: string) => Setting | undefined {
  return (name) => (name in values ? setting(name, values[name] ?? null) : undefined);
}
