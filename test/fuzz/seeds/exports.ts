/** Exports of objects in every format iTop writes, some packed. */
import { WORKBOOK } from "./workbook.ts";
import type { Seeds } from "./seed.ts";

export const EXPORTS: Seeds = {
  "exports/EventRestService.csv": {
    reads: "csv-export",
    content: [
      '"id","date","userinfo","operation","version","json_input","code","json_output","provider"',
      String.raw`1,2026-03-02 08:15:00,"ws-rent","core/get","1.3","{""operation"":""core/get"",""class"":""Person"",""key"":""SELECT Person WHERE email LIKE '%@lindenhof.example'"",""output_fields"":""name,email""}",0,"{""code"":0,""message"":""Found: 1"",""objects"":{""Person::7"":{""code"":0,""class"":""Person"",""key"":""7"",""fields"":{""name"":""Keller"",""email"":""m.keller@lindenhof.example""}}}}","CoreServices"`,
      String.raw`2,2026-03-02 08:16:00,"ws-rent","core/update","1.3","{""operation"":""core/update"",""class"":""Person"",""key"":7,""comment"":""for Mara Keller"",""fields"":{""phone"":""+49 30 1234567""}}",0,"{""code"":0,""objects"":null}","CoreServices"`,
    ].join("\n"),
  },
  "exports/SynchroAttribute.csv": {
    reads: "csv-export",
    content:
      '"id","sync_source_id","attcode","update","reconcile","update_policy","finalclass"\n41,1,"email",yes,yes,"master_locked","SynchroAttribute"\n',
  },
  "exports/Synchro Data Source.csv": {
    reads: "csv-export",
    content: [
      '"id (Primary Key)";"Name";"Description";"Status";"Target class";"Data table";"Full load interval";"Reconciliation policy";"Action on zero";"Action on one";"Action on many";"Delete Policy";"Update rules";"Retention Duration"',
      '4;"Tenant register";"Nightly file;\nof the ""tenant"" register";"Production";"Person";"synchro_data_person_4";86400;"Use the attributes";"Create";"Update";"Take the first one (random?)";"Update then Delete";"status:inactive";7776000',
    ].join("\r\n"),
  },
  "exports/SynchroDataSource.xml": {
    reads: "xml-export",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<Set>
<SynchroDataSource alias="SynchroDataSource" id="4">
<name>Tenant register</name>
<description>Nightly file &amp; <![CDATA[more]]></description>
<status>production</status>
<scope_class>Person</scope_class>
<full_load_periodicity>86400</full_load_periodicity>
<reconciliation_policy>use_attributes</reconciliation_policy>
<delete_policy>ignore</delete_policy>
<attribute_list><Set><SynchroAttribute alias="SynchroAttribute" id="41"><attcode>email</attcode><update>yes</update></SynchroAttribute></Set></attribute_list>
</SynchroDataSource>
</Set>
`,
  },
  "exports/actions-of-triggers.xml": {
    reads: "xml-export",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<Set>
<Row>
<TriggerOnObjectCreate alias="t" id="9"><description>Request opened</description><target_class>UserRequest</target_class><filter>SELECT UserRequest WHERE priority &lt; 2</filter></TriggerOnObjectCreate>
<ActionEmail alias="a" id="3"><name>Tell the tenant</name><status>enabled</status><to>SELECT Person WHERE id = :this-&gt;caller_id</to><subject>$this-&gt;ref$</subject><body>&lt;p&gt;Dear $this-&gt;caller_id-&gt;name$&lt;/p&gt;</body><picture><mimetype>image/png</mimetype><filename>a.png</filename><data>iVBORw0KGgo=</data></picture></ActionEmail>
</Row>
<Row>
<TriggerOnObjectCreate alias="t" id="10"><description>Flat returned</description><target_class>UserRequest</target_class></TriggerOnObjectCreate>
<ActionEmail alias="a" id="null"/>
</Row>
</Set>
`,
  },
  "exports/ModuleInstallation.xml": {
    reads: "xml-export",
    content: `<?xml version="1.0" encoding="UTF-8"?>
<Set>
<ModuleInstallation alias="ModuleInstallation" id="1"><name>datamodel</name><version>3.2.0</version><installed>2026-01-05 10:00:00</installed><parent_id>0</parent_id></ModuleInstallation>
<ModuleInstallation alias="ModuleInstallation" id="2"><name>lindenhof-rent</name><version>1.2.0</version><installed>2026-01-05 10:00:00</installed><parent_id>1</parent_id></ModuleInstallation>
</Set>
`,
  },
  "exports/lnkTriggerAction.html": {
    reads: "html-export",
    content: `<!DOCTYPE html>
<html lang="en"><head><title>iTop export</title><style>td { color: red }</style></head>
<body><table class="listResults"><thead><tr><th>id (Primary Key)</th><th>Action</th><th>Trigger</th><th>Order</th></tr></thead><tbody>
<tr><td><span class="object-ref"><a href="https://itop.lindenhof.example/pages/UI.php?operation=details&class=lnkTriggerAction&id=1&">1</a></span></td><td><a href="https://itop.lindenhof.example/pages/UI.php?operation=details&class=ActionEmail&id=3&">Tell the tenant</a></td><td><a href="https://itop.lindenhof.example/pages/UI.php?operation=details&class=TriggerOnObjectCreate&id=9&">Request &amp; opened</a></td><td>1</td></tr>
<tr><td>2</td><td><em>undefined</em></td><td>&nbsp;<table><tr><td>within</td></tr></table></td><td></td></tr>
</tbody></table><script>const a = "<td>";</script></body></html>
`,
  },
  "exports/TriggerOnObject.xls": {
    reads: "html-export",
    content: `<!DOCTYPE html>
<html><head><title>iTop export</title></head><body><table border="1">
<tr><td>id (Primary Key)</td><td>Description</td><td>Target class</td><td>Filter</td><td>Trigger sub-class</td></tr>
<tr><td>9</td><td x:str>Request opened</td><td x:str>UserRequest</td><td x:str></td><td x:str>Trigger (on object creation)</td></tr>
</table></body></html>
`,
  },
  "exports/EventRestService.xlsx": { reads: "xlsx-export", content: { zip: WORKBOOK } },
  "exports/UserLDAP.json.gz": {
    reads: "rest-export",
    content: {
      gzip: `{"code":0,"message":"Found: 2","objects":{"UserLDAP::8":{"code":0,"message":"","class":"UserLDAP","key":"8","fields":{"login":"mkeller","contactid":"7","status":"enabled","profile_list":[{"profileid":"5","profile":"Support Agent"}],"allowed_org_list":[]}},"UserLDAP::9":{"code":0,"message":"","class":"UserLDAP","key":"9","fields":{"login":"ws-rent","contactid":"0","status":"enabled","profile_list":[]}}}}`,
    },
  },
  "exports/queries.json": {
    reads: "rest-export",
    content: JSON.stringify({
      code: 0,
      message: "Found: 3",
      objects: {
        "QueryOQL::2": {
          code: 0,
          class: "QueryOQL",
          key: "2",
          fields: {
            name: "Tenants",
            oql: "SELECT Person WHERE phone != '' AND org_id IN (SELECT Organization)",
          },
        },
        "AuditCategory::1": {
          code: 0,
          class: "AuditCategory",
          key: "1",
          fields: { name: "People", definition_set: "SELECT Person WHERE status = 'active'" },
        },
        "MailInboxStandard::1": {
          code: 0,
          class: "MailInboxStandard",
          key: "1",
          fields: {
            protocol: "imap",
            port: "993",
            active: "yes",
            target_class: "UserRequest",
            behavior: "both",
            unknown_caller_behavior: "create_contact",
            caller_default_values: "org_id: 3\nname: unknown",
            email_storage: "keep",
          },
        },
      },
    }),
  },
};
