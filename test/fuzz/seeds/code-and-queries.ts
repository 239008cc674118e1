/** Classes and flows in PHP, queries, placeholders and what people say of the estate; an invented housing cooperative's iTop. */
import type { Seeds } from "./seed.ts";

export const CODE_AND_QUERIES: Seeds = {
  "src/tenant.class.inc.php": {
    reads: "php-file",
    content: `<?php
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
  },
  "src/RentLedger.php": {
    reads: "php-file",
    content: `<?php
namespace Lindenhof\\Rent;
use Combodo\\iTop\\Core\\Email;
class RentLedger
{
	public function Push(\\Person $oPerson, ?array $aRows = [])
	{
		$oSet = new \\DBObjectSet(\\DBObjectSearch::FromOQL("SELECT Person WHERE org_id = :org AND email != ''"), [], ['org' => 3]);
		while ($oOther = $oSet->Fetch()) { $aRows[$oOther->GetKey()] = ['mail' => $oOther->Get('email'), ...$aRows]; }
		$rCurl = curl_init('https://ledger.example/api?key=' . urlencode($oPerson->Get('phone')));
		curl_setopt($rCurl, CURLOPT_POSTFIELDS, json_encode($aRows ?? ['none' => null]));
		$aReply = json_decode(curl_exec($rCurl), true);
		foreach ($aReply['people'] as $sKey => $aOne) { $oPerson->Set('phone', trim($aOne["phone"])); }
		file_put_contents('/var/log/rent.log', "Told {$oPerson->Get('name')}\\n", FILE_APPEND);
		\\IssueLog::Error('no answer for '.$oPerson->Get('friendlyname'));
		$oMail = new Email(); $oMail->SetRecipientTO($oPerson->Get('manager_id->email')); $oMail->SetBody($_POST['text'] ?: 'none');
		return match (true) { $aReply === null => fn($x) => $x->Get('email'), default => $oMail->Send($aIssues) };
	}
}
`,
  },
  "queries.oql": {
    reads: "oql",
    content:
      "SELECT Person AS p JOIN Team AS t ON p.team_id = t.id WHERE p.email IN ('a@lindenhof.example', \"b\") AND DATE_SUB(NOW(), INTERVAL 3 DAY) < p.start UNION SELECT Person WHERE `name` LIKE CONCAT('%', :this->name) OR (1+2)*3 != 0x1F",
  },
  "template.txt": {
    reads: "template",
    content: "Dear $this->caller_id->friendlyname$, %24this->ref%24 $this-&gt;head_html(public_log)$ $nope",
  },
  "decisions.yaml": {
    reads: "decisions",
    content: `decisions:
  itop:Person.phone: { personal: yes, category: phone, by: M. Keller, on: 2026-02-11, reason: "Private numbers too" }
  itop:Tenant.iban:
    personal: "no"
    by: J. Brandt
    on: 2026-02-12
    reason: >-
      Accounts of the
      cooperative only
`,
  },
  "caretaker.system.yaml": {
    reads: "profile",
    content: `format: art30.system/1
system: caretaker-app
source: flyer
product: { name: Caretaker app, vendor: Hauswerk }
deployment: on-premises
documents:
  flyer: { title: "Jobs for caretakers" }
parties:
  tenants: { name: Tenants, kind: data-subject, audience: subject }
entities:
  Job:
    role: subject
    labels: { en: Job }
    fields:
      tenant:
        category: name
        description: >-
          Whose flat
          it is
      phone: { category: phone, labels: { en: Phone } }
`,
  },
};
