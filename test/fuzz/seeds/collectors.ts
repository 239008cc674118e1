/** A data collector as it is installed: parameters, definition of its source, classes. */
import type { Seeds } from "./seed.ts";

export const COLLECTORS: Seeds = {
  "tenants/conf/params.local.xml": {
    reads: "collector-parameters",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<parameters>
  <itop_url>https://itop.lindenhof.example</itop_url>
  <itop_login>svc-collect</itop_login>
  <itop_password>Rosengarten</itop_password>
  <sql_engine>mysql</sql_engine>
  <sql_host>db1.lindenhof.example:3306</sql_host>
  <sql_database>rent;charset=UTF8</sql_database>
  <TenantSQLCollector_query><![CDATA[SELECT t.nr AS primary_key, CONCAT(t.vorname, ' ', t."name") AS name, \`mail\` email, (SELECT p.nr FROM phones p WHERE p.t = t.nr LIMIT 1) AS phone /* all */ FROM tenants AS t -- active]]></TenantSQLCollector_query>
  <TenantSQLCollector_ignored_attributes type="array"><attribute>function</attribute></TenantSQLCollector_ignored_attributes>
  <TenantCsvCollector type="hash">
    <csv_file>/var/spool/$site$/tenants.csv</csv_file>
    <has_header>no</has_header>
    <fields type="hash"><primary_key>1</primary_key><email>3</email></fields>
    <defaults type="hash"><org_id>Lindenhof</org_id></defaults>
  </TenantCsvCollector>
  <json_placeholders type="hash">
    <prefix>Lindenhof $site$</prefix>
    <site>$prefix$</site>
    <full_load_interval>604800</full_load_interval>
  </json_placeholders>
</parameters>
`,
  },
  "tenants/collectors/json/TenantSQLCollector.json": {
    reads: "collector-definition",
    content: `{
  "name": "$prefix$ tenants",
  "description": "Tenants of the cooperative",
  "status": "production",
  "user_id": "$synchro_user$",
  "scope_class": "Person",
  "database_table_name": "synchro_data_tenants",
  "full_load_periodicity": $full_load_interval$,
  "reconciliation_policy": "use_primary_key",
  "action_on_zero": "create",
  "action_on_one": "update",
  "action_on_multiple": "error",
  "delete_policy": "update",
  "delete_policy_update": "status:inactive",
  "attribute_list": [
    {"attcode": "email", "update": "1", "reconcile": "1", "update_policy": "master_locked", "finalclass": "SynchroAttribute"},
    {"attcode": "org_id", "update": "1", "reconcile": "0", "reconciliation_attcode": "name", "finalclass": "SynchroAttExtKey"}
  ]
}
`,
  },
  "tenants/collectors/src/TenantSQLCollector.class.inc.php": {
    reads: "php-file",
    content:
      "<?php\nrequire_once APPROOT.'core/sqlcollector.class.inc.php';\nclass TenantSQLCollector extends \\MySQLCollector\n{\n\tprotected function Fetch() { return ['phone' => null]; }\n}\nclass TenantCsvCollector extends CSVCollector {}\n",
  },
};
