/** One small file of each kind that the samples lack; an invented housing cooperative's iTop. */
export const MORE_FILES: Readonly<Record<string, string>> = {
  "exports/EventRestService.csv": [
    '"id","date","userinfo","operation","version","json_input","code","json_output","provider"',
    String.raw`1,2026-03-02 08:15:00,"ws-rent","core/get","1.3","{""operation"":""core/get"",""class"":""Person"",""key"":""SELECT Person WHERE email LIKE '%@lindenhof.example'"",""output_fields"":""name,email""}",0,"{""code"":0,""message"":""Found: 1"",""objects"":{""Person::7"":{""code"":0,""class"":""Person"",""key"":""7"",""fields"":{""name"":""Keller"",""email"":""m.keller@lindenhof.example""}}}}","CoreServices"`,
    String.raw`2,2026-03-02 08:16:00,"ws-rent","core/update","1.3","{""operation"":""core/update"",""class"":""Person"",""key"":7,""comment"":""for Mara Keller"",""fields"":{""phone"":""+49 30 1234567""}}",0,"{""code"":0,""objects"":null}","CoreServices"`,
  ].join("\n"),
  "exports/SynchroAttribute.csv":
    '"sync_source_id","attcode","update","reconcile","update_policy","finalclass"\n1,"email",yes,yes,"master_locked","SynchroAttribute"\n',
  "src/tenant.class.inc.php": `<?php
class Tenant extends cmdbAbstractObject
{
	public static function Init()
	{
		$aParams = array("category" => "bizmodel", "key_type" => "autoincrement", "db_table" => "tenant");
		MetaModel::Init_Params($aParams);
		MetaModel::Init_InheritAttributes();
		MetaModel::Init_AddAttribute(new AttributeString("iban", array("sql" => "iban", "is_null_allowed" => true)));
	}
	public function Notify($sTo) { $this->Set('last_mail', $this->Get('email').' '.date('c')); mail($sTo, 'Rent', <<<EOT
Dear {$this->Get('name')}
EOT
	); }
}
`,
  "queries.oql":
    "SELECT Person AS p JOIN Team AS t ON p.team_id = t.id WHERE p.email IN ('a@lindenhof.example', \"b\") AND DATE_SUB(NOW(), INTERVAL 3 DAY) < p.start UNION SELECT Person WHERE `name` LIKE CONCAT('%', :this->name) OR (1+2)*3 != 0x1F",
  "template.txt":
    "Dear $this->caller_id->friendlyname$, %24this->ref%24 $this-&gt;head_html(public_log)$ $nope",
};
