import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { phpEngine } from "../../../php-fixture.ts";
import { flowsOf, modelWith, readFile, readModel, told } from "./code-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

/** What one method of a class of the model copies. */
const method = (body: string, owner?: string) =>
  told(flowsOf(readModel(modelWith(`public function Work() {\n${body}\n}`, owner), engine)));

const COPY = "UserRequest::Work from Person to UserRequest";
const CALLER = `$oCaller = MetaModel::GetObject('Person', $this->Get('caller_id'));`;

describe("a value read from one field and set in another", () => {
  it("is one movement for each method and target class", () => {
    expect(
      method(
        `${CALLER} $this->Set('title', $oCaller->Get('phone')); $this->Set('description', $oCaller->Get('email'));`,
      ),
    ).toEqual({ [COPY]: ["Person.phone > UserRequest.title", "Person.email > UserRequest.description"] });
  });

  it("is found within one class, and not where a field is set to itself", () => {
    expect(method(`$this->Set('title', $this->Get('ref')); $this->Set('ref', $this->Get('ref'));`)).toEqual({
      "UserRequest::Work within UserRequest": ["UserRequest.ref > UserRequest.title"],
    });
  });

  it.each([
    ["a text", `$s = 'Call '.$oCaller->Get('phone').' back'; $this->Set('title', $s);`],
    ["quotes", `$this->Set('title', "Call {$oCaller->Get('phone')} back");`],
    ["a heredoc", `$s = <<<TXT\n Call {$oCaller->Get('phone')}\nTXT;\n$this->Set('title', $s);`],
    ["sprintf", `$this->Set('title', sprintf('%s: %s', 'Call', $oCaller->GetAsHTML('phone')));`],
    ["a choice", `$this->Set('title', $bUrgent ? $oCaller->GetEditValue('phone') : 'none');`],
    ["a default", `$this->Set('title', $oCaller->Get('phone') ?? 'none');`],
    [
      "functions in each other",
      `$this->Set('title', trim(mb_substr(strip_tags($oCaller->Get('phone')), 0, 9)));`,
    ],
    [
      "an array",
      `$a = array('x' => 1); $a['p'] = $oCaller->Get('phone'); $this->Set('title', implode(' ', $a));`,
    ],
    ["a cast", `$this->Set('title', (string) $oCaller->Get('phone'));`],
    ["an append", `$s = 'Call'; $s .= $oCaller->Get('phone'); $this->Set('title', $s);`],
    ["a property", `$this->sPhone = $oCaller->Get('phone'); $this->Set('title', $this->sPhone);`],
    ["a method of its own", `$this->Set('title', $this->Shorten($oCaller->Get('phone')));`],
    ["a branch", `if ($b) { $s = $oCaller->Get('phone'); } else { $s = 'none'; } $this->Set('title', $s);`],
    [
      "a log entry",
      `$o = new ormCaseLog(); $o->AddLogEntry($oCaller->Get('phone')); $this->Set('title', $o);`,
    ],
  ])("is followed through %s", (_, body) => {
    expect(method(CALLER + body)).toEqual({ [COPY]: ["Person.phone > UserRequest.title"] });
  });

  it("is not what a variable held before it was overwritten", () => {
    expect(method(`${CALLER} $s = $oCaller->Get('phone'); $s = 'none'; $this->Set('title', $s);`)).toEqual(
      {},
    );
  });

  it("leads through references in the attribute code", () => {
    expect(method(`$this->Set('title', $this->Get('caller_id->email'));`)).toEqual({
      [COPY]: ["Person.email > UserRequest.title"],
    });
  });

  it("is none for a count, a constant or the choice alone", () => {
    const body = `${CALLER} $this->Set('title', strlen($oCaller->Get('phone'))); $this->Set('ref', 'R-1');
      $this->Set('description', $oCaller->Get('phone') == '' ? 'no phone' : 'phone');`;
    expect(method(body)).toEqual({});
  });
});

describe("the class of an object", () => {
  it.each([
    ["its creation by the model", `$o = MetaModel::NewObject('Incident');`],
    ["its creation by name", `$o = new Incident();`],
    [
      "the loop over a query",
      `$oSet = new DBObjectSet(DBObjectSearch::FromOQL('SELECT Incident')); foreach ($oSet as $o)`,
    ],
    [
      "a fetch",
      `$oSet = new DBObjectSet(DBSearch::FromOQL("SELECT i FROM Incident AS i")); while ($o = $oSet->Fetch())`,
    ],
    ["an instanceof", `if ($o instanceof Incident)`],
    ["a search", `$oSet = new CMDBObjectSet(new DBObjectSearch('Incident')); foreach ($oSet as $o)`],
  ])("is told by %s", (_, head) => {
    expect(method(`${head} { $o->Set('title', $this->Get('ref')); }`)).toMatchObject({
      "UserRequest::Work from UserRequest to Incident": ["UserRequest.ref > Incident.title"],
    });
  });

  it("is told by type hints, in files as in models", () => {
    const php = `<?php namespace Ferry; class Desk { public static function Fill(\\UserRequest $oReq, ?Person $oWho) {
      $oReq->Set('title', $oWho->Get('email')); } }`;
    expect(told(flowsOf(readFile(php, engine)))).toEqual({
      "Desk::Fill from Person to UserRequest": ["Person.email > UserRequest.title"],
    });
  });

  it("is told by the link set it comes from", () => {
    expect(
      method(
        `foreach ($this->Get('team_list') as $oLink) { $this->Set('name', $oLink->Get('team_id')); }`,
        "Person",
      ),
    ).toEqual({ "Person::Work from lnkPersonToTeam to Person": ["lnkPersonToTeam.team_id > Person.name"] });
  });

  it("may be one of several", () => {
    const body = `$o = $b ? MetaModel::NewObject('Incident') : MetaModel::NewObject('UserRequest'); $o->Set('title', $this->Get('email'));`;
    expect(Object.keys(method(body, "Person"))).toEqual([
      "Person::Work from Person to Incident",
      "Person::Work from Person to UserRequest",
    ]);
  });

  it("is no matter where the method of the same name is another object's", () => {
    const php = `<?php class Cache { function Keep(Settings $oS) { $this->Set('a', $oS->Get('email')); MetaModel::GetConfig()->Set('b', $oS->Get('x')); } }`;
    expect(flowsOf(readFile(php, engine))).toEqual({ movements: [], parties: [], problems: [] });
  });
});

describe("a query in code", () => {
  it("reads its class by the fields of its condition", () => {
    const body = `$oSearch = DBObjectSearch::FromOQL("SELECT p FROM Person AS p JOIN Organization AS o ON p.org_id = o.id WHERE p.email = :mail AND o.name = 'X'");`;
    expect(method(body)).toEqual({ "UserRequest::Work reads Person": ["? Person.email"] });
  });

  it("tells its class as far as its text goes", () => {
    const body = `$oSet = new DBObjectSet(DBObjectSearch::FromOQL("SELECT Person WHERE phone = '$sPhone'"));
      while ($oP = $oSet->Fetch()) { $this->Set('title', $oP->Get('email')); }`;
    expect(method(body)).toEqual({
      [COPY]: ["Person.email > UserRequest.title"],
      "UserRequest::Work reads Person": ["? Person.phone"],
    });
  });

  it("is no news in a module of iTop itself", () => {
    const code = modelWith(
      `function Work() { DBObjectSearch::FromOQL('SELECT Person'); $this->Set('title', $this->Get('ref')); }`,
    );
    expect(Object.keys(told(flowsOf(readModel(code, engine), true)))).toEqual([
      "UserRequest::Work within UserRequest",
    ]);
  });
});
