import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { phpEngine } from "../../../php-fixture.ts";
import { flowsOf, modelWith, readFile, readModel, told } from "./code-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const flows = (body: string, owner = "UserRequest") =>
  flowsOf(readModel(modelWith(`public function Work($sParam) {\n${body}\n}`, owner), engine));
const fileFlows = (body: string) => flowsOf(readFile(`<?php ${body}`, engine));
const hostOf = (body: string) => {
  const { movements, parties } = flows(body, "Person");
  return movements.map(({ to, transport }) => {
    const party = parties.find(({ path }) => path === to.ref);
    return [party?.name, party?.audience, transport.scheme, transport.tls];
  });
};
const POST = `curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(array('mail' => $this->Get('email')))); curl_exec($ch);`;
const REPAIRS = ["repairs.tidewater.example", "external", "https", "required"];

describe("an HTTP call in code", () => {
  it.each([
    ["curl", `$ch = curl_init('https://repairs.tidewater.example/api?key=s3cr3t'); ${POST}`],
    [
      "curl options",
      `$ch = curl_init(); curl_setopt($ch, CURLOPT_URL, 'https://repairs.tidewater.example/'.$sParam); ${POST}`,
    ],
    [
      "a list of curl options",
      `$ch = curl_init(); curl_setopt_array($ch, [CURLOPT_URL => 'https://repairs.tidewater.example/', CURLOPT_POSTFIELDS => $this->Get('email')]); curl_exec($ch);`,
    ],
    [
      "a query string",
      `file_get_contents("https://repairs.tidewater.example/?mail=".urlencode($this->Get('email')));`,
    ],
    [
      "iTop's own function",
      `utils::DoPostRequest('https://user:pw@repairs.tidewater.example:8443/x', array('m' => $this->Get('email')));`,
    ],
    [
      "SOAP",
      `$oSoap = new SoapClient('https://repairs.tidewater.example/?wsdl'); $oSoap->Announce($this->Get('email'));`,
    ],
    ["sprintf", `file_get_contents(sprintf('https://repairs.tidewater.example/%s', $this->Get('email')));`],
  ])("sends the fields of its arguments to the host: %s", (_, body) => {
    expect(hostOf(body)).toEqual([REPAIRS]);
    expect(Object.values(told(flows(body, "Person")))).toEqual([["> Person.email"]]);
  });

  it("by Guzzle goes to its base address", () => {
    const php = `use GuzzleHttp\\Client; function Push(Person $oWho) {
      $oHttp = new Client(['base_uri' => 'https://repairs.tidewater.example', 'timeout' => 3]);
      $oHttp->post('/people', ['json' => ['mail' => $oWho->Get('email')]]); }`;
    expect(told(fileFlows(php))).toEqual({ "Push to repairs.tidewater.example": ["> Person.email"] });
  });

  it("is in clear when its address says so", () => {
    const body = `file_get_contents('http://repairs.tidewater.example/'.$this->Get('email'));`;
    expect(hostOf(body)).toEqual([["repairs.tidewater.example", "external", "http", "none"]]);
  });

  it("stays inside at the organisation's own hosts and networks", () => {
    for (const host of ["hr.saltmarsh-ferries.example", "localhost", "10.1.2.3", "intranet", "[::1]"]) {
      expect(hostOf(`file_get_contents('https://${host}/'.$this->Get('email'));`)[0]?.[1]).toBe("internal");
    }
    for (const host of ["10.example.org", "notsaltmarsh-ferries.example", "localhost.example.org"]) {
      expect(hostOf(`file_get_contents('https://${host}/'.$this->Get('email'));`)[0]?.[1]).toBe("external");
    }
  });

  it("has an unknown receiver when the address is computed", () => {
    const body = `$ch = curl_init($sParam); ${POST}`;
    expect(hostOf(body)).toEqual([["address called by Person::Work", "unknown", null, "unknown"]]);
    expect(hostOf(body.replace("$sParam", "'https://'.$sParam"))[0]?.[1]).toBe("unknown");
  });

  it("never keeps path, query or credentials", () => {
    const body = `file_get_contents('https://amir:hunter2@repairs.tidewater.example/secret/path?token=abc&m='.$this->Get('email'));`;
    const text = JSON.stringify(flows(body, "Person"));
    for (const secret of ["amir", "hunter2", "secret", "token", "abc"]) expect(text).not.toContain(secret);
  });

  it("may send anything of the record whose method calls, when it is not told what", () => {
    const found = flows(`file_get_contents('https://repairs.tidewater.example/'.$sParam);`);
    expect(told(found)).toEqual({ "UserRequest::Work to repairs.tidewater.example": [] });
    expect(found.problems.map(({ message }) => message)).toEqual([
      "In the PHP code of UserRequest, class, field or address cannot be told from the method and the model: 1 HTTP call.",
    ]);
  });

  it("brings its answer in", () => {
    const body = `$a = json_decode(file_get_contents('https://hr.tidewater.example/me'), true); $this->Set('phone', $a['phone']);`;
    expect(flows(body, "Person").movements).toMatchObject([
      { kind: "api", from: { ref: "itop:party/hr.tidewater.example" }, map: [{ to: "itop:Person.phone" }] },
    ]);
  });

  it("that sends constants only moves nothing", () => {
    expect(
      flows(`file_get_contents('https://repairs.tidewater.example/version'); $x = 'https://'.$sParam;`),
    ).toEqual({
      movements: [],
      parties: [],
      problems: [],
    });
  });
});

describe("mail in code", () => {
  it("goes to unknown recipients with the fields of its text and addresses", () => {
    const body = `$oMail = new EMail(); $oMail->SetSubject('Ferry '.$this->Get('ref')); $oMail->SetRecipientTO($this->Get('caller_id->email'));
      $oMail->SetBody($this->Get('description')); $oMail->Send($aIssues);`;
    const { movements, parties } = flows(body);
    expect(parties).toMatchObject([{ name: "recipients of UserRequest::Work", audience: "unknown" }]);
    expect(movements).toMatchObject([{ name: "UserRequest::Work by mail", kind: "code", basis: "code" }]);
    expect(movements[0]?.map.map(({ to }) => to)).toEqual([
      "itop:UserRequest.ref",
      "itop:Person.email",
      "itop:UserRequest.description",
    ]);
  });

  it("is sent by PHP's own function, too", () => {
    expect(told(flows(`mail('desk@saltmarsh-ferries.example', 'New', $this->Get('title'));`))).toEqual({
      "UserRequest::Work by mail": ["> UserRequest.title"],
    });
  });

  it("is no mail that only has the word in its name", () => {
    expect(
      flows(`$oList = new EmailList(); $oList->Add($this->Get('title')); $this->mail($this->Get('title'));`),
    ).toEqual({
      movements: [],
      parties: [],
      problems: [],
    });
  });
});

describe("what code writes down", () => {
  it.each([
    ["iTop's log", `IssueLog::Error('No phone for '.$this->Get('email'));`],
    ["PHP's log", `error_log("No phone for {$this->Get('email')}");`],
    ["a file named so", `file_put_contents(APPROOT.'log/ferry.log', $this->Get('email'), FILE_APPEND);`],
    ["an opened file named so", `$h = fopen('/var/log/ferry', 'a'); fwrite($h, $this->Get('email')."\\n");`],
  ])("gets into the log files: %s", (_, body) => {
    expect(flows(body, "Person").movements).toMatchObject([
      {
        name: "Person::Work to log files",
        to: { kind: "store", ref: "itop:store/Log files" },
        map: [{ to: "itop:Person.email" }],
      },
    ]);
  });

  it("gets into files on the server", () => {
    const body = `$h = fopen($sParam, 'w'); fputcsv($h, array($this->Get('name'), $this->Get('email')));`;
    const { movements, parties } = flows(body, "Person");
    expect(movements).toMatchObject([{ kind: "export", name: "Person::Work to files" }]);
    expect(parties).toMatchObject([{ name: "files on the server", audience: "internal" }]);
  });

  it("is nothing where a log gets words only", () => {
    expect(
      flows(
        `IssueLog::Info('done'); IssueLog::Error($e->getMessage()); error_log(date('c')); $this->Get('email');`,
      ),
    ).toEqual({
      movements: [],
      parties: [],
      problems: [],
    });
  });
});

describe("what comes from outside", () => {
  it.each([
    ["utils::ReadParam('mail', '')", "mail"],
    ["utils::ReadPostedParam('mail', null, 'raw_data')", "mail"],
    ["trim($_POST['mail'])", "mail"],
    ["$_REQUEST[$sParam]", ""],
  ])("by a request fills the objects made of it: %s", (read, name) => {
    const { movements } = fileFlows(
      `$oP = MetaModel::NewObject('Person'); $oP->Set('email', ${read}); $oP->DBInsert();`,
    );
    expect(movements).toMatchObject([
      {
        name: "FerryDesk.php from web requests to Person",
        kind: "api",
        from: { ref: "itop:party/web requests" },
      },
    ]);
    expect(movements[0]?.map[0]).toMatchObject({ from: name === "" ? null : name, to: "itop:Person.email" });
  });

  it("by mail fills the objects made of it", () => {
    const php = `class Box { function Caller(EmailMessage $oEmail) { $o = MetaModel::NewObject('Person'); $o->Set('email', $oEmail->sCallerEmail); } }`;
    expect(fileFlows(php).movements).toMatchObject([
      {
        name: "Box::Caller from mail to Person",
        kind: "mail-in",
        map: [{ from: "sCallerEmail", to: "itop:Person.email" }],
      },
    ]);
  });

  it("by mail fills the system when the class is a setting", () => {
    const php = `class Box { function Ticket(EmailMessage $oEmail) { $o = MetaModel::NewObject($this->sClass); $o->Set('title', $oEmail->sSubject); } }`;
    const found = fileFlows(php);
    expect(found.movements).toMatchObject([
      { kind: "mail-in", to: { kind: "system", ref: "itop" }, map: [] },
    ]);
    expect(found.problems).toHaveLength(1);
  });

  it("may go straight into a log", () => {
    expect(fileFlows(`IssueLog::Info('Login of '.$_POST['login']);`).movements).toMatchObject([
      { name: "FerryDesk.php from web requests to log files", map: [] },
    ]);
  });
});
