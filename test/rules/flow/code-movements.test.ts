import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../../analyzer/workspace/analyse.ts";
import { runRules } from "../../../rules/engine/run.ts";
import cleartext from "../../../rules/flow/cleartext-transport.ts";
import protectedField from "../../../rules/flow/protected-field-leaves-clear.ts";

const MODULE = `<?php
SetupWebPage::AddModule(__FILE__, 'ferry-desk/1.0.0', array(
  'label' => 'Ferry desk', 'category' => 'business', 'dependencies' => array('itop-tickets/3.1.0'),
  'mandatory' => false, 'visible' => true, 'datamodel' => array(), 'data.struct' => array(), 'data.sample' => array(),
  'doc.manual_setup' => '', 'doc.more_information' => '',
));`;

/** Rule, message and place of what is found about code that has a person at hand. */
async function found(body: string): Promise<readonly string[]> {
  const snapshot = await analyseFiles({
    "extensions/ferry-desk/module.ferry-desk.php": MODULE,
    "extensions/ferry-desk/Push.php": `<?php\nclass Push { static function Now(Person $oWho, UserLocal $oUser) {\n${body}\n} }`,
  });
  const { findings } = runRules(snapshot, { rules: [cleartext, protectedField], preset: "recommended" });
  return findings.map(
    ({ rule, messageId, location }) => `${rule} ${messageId} ${location?.file}:${location?.line}`,
  );
}

describe("rules on movements that code makes", () => {
  it("report people's data that are posted in clear, at the call", async () => {
    expect(
      await found(`file_get_contents('http://parts.tidewater.example/?m='.$oWho->Get('email'));`),
    ).toEqual(["flow/cleartext-transport none extensions/ferry-desk/Push.php:3"]);
  });

  it("ask how a connection to a computed address is protected", async () => {
    expect(await found(`utils::DoPostRequest($GLOBALS['url'], array('m' => $oWho->Get('email')));`)).toEqual([
      "flow/cleartext-transport unknown extensions/ferry-desk/Push.php:3",
    ]);
  });

  it("do not ask about copies, logs, mails and requests, which open no connection of their own", async () => {
    expect(
      await found(`$oWho->Set('name', $oWho->Get('first_name')); IssueLog::Info($oWho->Get('email'));
        mail('a@example.org', 'x', $oWho->Get('email')); $oWho->Set('phone', utils::ReadParam('phone'));`),
    ).toEqual([]);
  });

  it("are silent where the connection is encrypted or stays on the machine", async () => {
    expect(
      await found(`file_get_contents('https://parts.tidewater.example/?m='.$oWho->Get('email'));
        file_get_contents('http://127.0.0.1:8080/?m='.$oWho->Get('email'));`),
    ).toEqual([]);
  });

  it("report a secret that a call hands out", async () => {
    expect(
      await found(`file_get_contents('https://parts.tidewater.example/?k='.$oUser->Get('login').$oBox->Get('x'));
        $oBox = MetaModel::GetObject('OAuthClient', 1); utils::DoPostRequest('https://parts.tidewater.example/', [$oBox->Get('client_secret')]);`),
    ).toEqual(["flow/protected-field-leaves-clear movement extensions/ferry-desk/Push.php:4"]);
  });
});
