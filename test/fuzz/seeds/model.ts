/** What an installation is made of beside the sample's modules: choices of the setup, a portal, queries and code in a model. */
import type { Seeds } from "./seed.ts";

export const MODEL: Seeds = {
  "installation.xml": {
    reads: "installation-file",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<installation>
  <steps type="array"><step><title>Rent</title><options type="array"><choice>
    <extension_code>rent</extension_code><title>Rent</title><modules type="array"><module>lindenhof-rent</module></modules><mandatory>true</mandatory>
    <sub_options><alternatives type="array"><choice><extension_code>portal</extension_code><modules type="array"><module>lindenhof-portal</module></modules><default>true</default></choice></alternatives></sub_options>
  </choice></options></step></steps>
  <selected_modules type="array"><item>lindenhof-rent</item></selected_modules>
  <target_env>production</target_env>
</installation>
`,
  },
  "extensions/lindenhof-rent/extension.xml": {
    reads: "extension-file",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<extension format="1.0">
  <extension_code>lindenhof-rent</extension_code>
  <version>1.2.0</version>
  <modules type="array"><module id="lindenhof-rent" version="1.2.0"/><module><id>lindenhof-portal</id></module></modules>
  <mandatory>false</mandatory>
  <itop_version_min>3.0.0</itop_version_min>
</extension>
`,
  },
  "extensions/lindenhof-rent/module.lindenhof-rent.php": {
    reads: "module-file",
    content: `<?php
SetupWebPage::AddModule(
	__FILE__,
	'lindenhof-rent/1.2.0',
	array(
		'label' => 'Rent',
		'category' => 'business',
		'dependencies' => array('itop-config-mgmt/3.0.0||itop-structure/3.0.0', '(itop-tickets/2.7.0 && itop-portal)'),
		'datamodel' => array('model.lindenhof-rent.php'),
		'auto_select' => 'SetupInfo::ModuleIsSelected("itop-tickets")',
		'settings' => ['mail' => 'desk@lindenhof.example', 'days' => -30 * 2, 'on' => true || false],
	)
);
`,
  },
  "extensions/lindenhof-rent/datamodel.lindenhof-rent.xml": {
    reads: "datamodel-file",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<itop_design xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.1">
  <classes>
    <class id="RentContract" _delta="define">
      <parent>cmdbAbstractObject</parent>
      <properties><category>bizmodel</category><db_table>rent_contract</db_table>
        <obsolescence><condition>ended_on &lt; DATE_SUB(NOW(), INTERVAL 10 YEAR)</condition></obsolescence>
        <uniqueness_rules><rule id="flat"><filter>flat != ''</filter></rule></uniqueness_rules></properties>
      <fields>
        <field id="tenant_id" xsi:type="AttributeExternalKey"><sql>tenant_id</sql><target_class>Person</target_class><filter>SELECT Person WHERE org_id = :this-&gt;org_id</filter></field>
        <field id="iban" xsi:type="AttributeString"><sql>iban</sql></field>
        <field id="kind" xsi:type="AttributeEnum"><sql>kind</sql><values><value id="flat"/><value id="shop">shop</value></values></field>
        <field id="board" xsi:type="AttributeDashboard"><definition><cells><cell id="0"><dashlets><dashlet id="1" xsi:type="DashletObjectList"><query>SELECT RentContract WHERE tenant_id = :this-&gt;tenant_id</query></dashlet></dashlets></cell></cells></definition></field>
      </fields>
      <methods><method id="Tell"><code><![CDATA[public function Tell(Person $oTenant)
{
	$this->Set('iban', $oTenant->Get('phone') . ' $a[$b[0]]]]><![CDATA[>');
	$oMail = new Email(); $oMail->SetBody($this->Get('tenant_id->email')); $oMail->Send($aIssues);
}]]></code></method></methods>
      <relations><relation id="impacts"><neighbours><neighbour id="t"><query_down>SELECT Person WHERE id = :this-&gt;tenant_id</query_down></neighbour></neighbours></relation></relations>
      <presentation><details><items><item id="tenant_id"><rank>10</rank></item><item id="col:1"><items><item id="fieldset:Money"><items><item id="iban"/></items></item></items></item></items></details></presentation>
    </class>
    <class id="Person" _delta="must_exist"><fields><field id="door_code" xsi:type="AttributePassword" _delta="define"><sql>door_code</sql></field></fields></class>
  </classes>
  <menus><menu id="Rents" xsi:type="OQLMenuNode" _delta="define"><oql><![CDATA[SELECT RentContract AS c JOIN Person AS p ON c.tenant_id = p.id]]></oql></menu></menus>
  <user_rights><groups><group id="Rent"><classes><class id="RentContract"/></classes></group></groups>
    <profiles><profile id="4711" _delta="define"><name>Rent clerk</name><groups><group id="Rent"><actions><action id="action:read">allow</action></actions></group></groups></profile></profiles></user_rights>
  <module_designs><module_design id="tenant-portal" xsi:type="portal" _delta="define">
    <classes><class id="RentContract"><scopes><scope id="own"><oql_view><![CDATA[SELECT RentContract WHERE tenant_id = :current_contact_id]]></oql_view><allowed_profiles><allowed_profile id="Rent clerk"/></allowed_profiles></scope></scopes></class></classes>
    <forms><form id="contract"><class>RentContract</class><fields/><twig><![CDATA[{% if x < 3 %}<div class="f" data-field-id='iban' data-field-flags="read_only"><br></div>{% endif %}]]></twig></form></forms>
    <bricks><brick id="mine" xsi:type="Combodo\\iTop\\Portal\\Brick\\ManageBrick"><oql>SELECT RentContract</oql></brick></bricks>
  </module_design></module_designs>
  <snippets><snippet id="s" _delta="define"><content><![CDATA[class Rents { static function Post() { file_get_contents('https://rents.example/?p='.MetaModel::GetObject('Person', 1)->Get('email')); } }]]></content></snippet></snippets>
  <dictionaries><dictionary id="EN US"><entries><entry id="Class:RentContract/Attribute:iban"><![CDATA[Bank account]]></entry></entries></dictionary></dictionaries>
</itop_design>
`,
  },
};
