/** Database dumps and results of queries, as the clients of MySQL and MariaDB write them. */
import type { Seeds } from "./seed.ts";

const INPUT = String.raw`{\"operation\":\"core/get\",\"class\":\"Person\",\"key\":7,\"output_fields\":\"name,email\"}`;

export const DUMPS: Seeds = {
  "dumps/itop.sql": {
    reads: "sql-export",
    content: `/*M!999999\\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.6-MariaDB
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`priv_event\`;
CREATE TABLE \`priv_event\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`message\` text DEFAULT 'it''s; (empty)',
  \`date\` datetime DEFAULT NULL,
  \`userinfo\` varchar(255) DEFAULT '',
  \`realclass\` varchar(255) DEFAULT '',
  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB;
LOCK TABLES \`priv_event\` WRITE;
INSERT INTO \`priv_event\` VALUES (11,'Ok','2026-03-01 08:00:00','ws-rent','EventRestService'),(12,'it\\'s \\"gone\\"\\n',NULL,_utf8mb4'mkeller','EventLoginUsage');
UNLOCK TABLES;
CREATE TABLE \`priv_event_restservice\` (\`id\` int(11) NOT NULL, \`operation\` varchar(255), \`version\` varchar(255), \`json_input\` text, \`code\` int(11), \`json_output\` longtext, \`provider\` varchar(255));
INSERT INTO \`priv_event_restservice\` VALUES (11,'core/get','1.3','${INPUT}',0,'{\\"code\\":0,\\"objects\\":null}','CoreServices');
/*!50003 CREATE*/ /*!50017 DEFINER=\`itop\`@\`%\`*/ /*!50003 TRIGGER t BEFORE INSERT ON \`priv_event\` FOR EACH ROW BEGIN SET NEW.message = 'a;b'; /* inner */ END */;
DELIMITER ;;
CREATE FUNCTION f() RETURNS int BEGIN RETURN (SELECT 'x;;y'); END ;;
DELIMITER ;
`,
  },
  "dumps/people.dump": {
    reads: "sql-export",
    content: `# phpMyAdmin SQL Dump
CREATE TABLE "lh_priv_user" ("id" int, "contactid" int, "login" varchar(255), "finalclass" varchar(255));
INSERT IGNORE INTO itop."lh_priv_user" ("id", "contactid", "login", "finalclass") VALUES
(8, 0, 'ws-door', 'UserLocal'), (9, 0, 'ws-rent', 'UserLocal'),
(10, 7, 'mkeller', CONCAT('User', "Local"));
CREATE TABLE lh_priv_user_local (id int, password_hash varbinary(255), PRIMARY KEY (id));
REPLACE INTO lh_priv_user_local VALUES (9, _binary '\\0\\Z%_', 1), (10, 0x24327924, x'41'), (8, -1.5e3, TRUE); -- the end
CREATE TABLE lh_synchro_data_person_4 (id int, primary_key varchar(255), email varchar(255));
INSERT INTO lh_synchro_data_person_4 VALUES (1,'K-1','m.keller@lindenhof.example'),(2,b'1',N'x');
`,
  },
  "dumps/itop.xml": {
    reads: "mysql-xml-export",
    content: `<?xml version="1.0"?>
<mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<database name="itop">
	<table_structure name="priv_sync_datasource">
		<field Field="id" Type="int(11)" Null="NO" Key="PRI" Extra="auto_increment" />
		<field Field="description" Type="text" Null="YES" Key="" Extra="" />
	</table_structure>
	<table_data name="priv_sync_datasource">
	<row>
		<field name="id">4</field>
		<field name="name">Tenant register</field>
		<field name="description" xsi:nil="true" />
		<field name="status">production</field>
		<field name="scope_class">Person</field>
		<field name="full_load_periodicity">86400</field>
		<field name="notes" xsi:type="xs:hexBinary">4D617261</field>
		<field name="delete_policy_update">status:&quot;x&quot; &amp; &#228;</field>
	</row>
	</table_data>
	<table_data name="person"><row><field name="id">7</field></row></table_data>
</database>
</mysqldump>
`,
  },
  "dumps/calls.tsv": {
    reads: "mysql-batch-export",
    content:
      'id\toperation\tversion\tjson_input\tcode\tjson_output\tdate\tuserinfo\n12\tcore/create\t1.3\t{"operation":"core/create","class":"Person","fields":{"name":"Brandt"}}\t0\t{"code":0,"message":"a\\\\n\\tb"}\t2026-03-02 08:00:00\tws-rent\n13\tcore/delete\tNULL\tNULL\t100\tNULL\t2026-03-03 08:00:00\tws-rent\n',
  },
};
