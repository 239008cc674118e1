import { describe, expect, it } from "vitest";
import { addressOf } from "../../../../analyzer/systems/itop/code/code-address.ts";
import {
  isOfInterest,
  isStandardFolder,
  mayBeModuleCode,
} from "../../../../analyzer/systems/itop/code/code-prefilter.ts";

describe("code worth reading", () => {
  it.each([
    "$this->Set('a', $o->Get('b'));",
    "$oP -> Set ( 'email', utils::ReadPostedParam('m') );",
    "DBObjectSearch::FromOQL($s)",
    "$m = new \\Combodo\\iTop\\Core\\Email();",
    "curl_setopt($ch, 1, 2)",
    "$s = 'https://parts.example/'; file_get_contents($s.$x);",
    "IssueLog::Error($o->GetName())",
  ])("sends, reads or keeps a value: %s", (text) => expect(isOfInterest(text)).toBe(true));

  it.each([
    "$this->Set('status', 'new');",
    "return $this->Get('status');",
    "IssueLog::Error('failed');",
    "$o = new EmailList(); $oMailbox->Read();",
    "$oCatalog->Login(); $this->GetLog();",
    "/* see https://www.example.org/licence */ return 1;",
    "file_get_contents($sPath);",
  ])("is no code that only takes or only keeps: %s", (text) => expect(isOfInterest(text)).toBe(false));

  it.each([
    ["datamodels/2.x/itop-tickets/main.itop-tickets.php", "<?php", true],
    ["src/Push.php", "<?php", true],
    ["main.ferry.php", "<?php", true],
    ["core/dbobject.class.php", "<?php class DBObject {}", false],
    ["sources/Service/Mail.php", "<?php\nnamespace Combodo\\iTop\\Service\\Mail;", false],
    ["sources/Push.php", "<?php\nnamespace Saltmarsh\\Ferry;", true],
    ["ferry/vendor/acme/Http.php", "<?php", false],
    ["ferry/tests/PushTest.php", "<?php", false],
  ])("may belong to a module: %s", (name, text, expected) =>
    expect(mayBeModuleCode(name, text)).toBe(expected),
  );
});

describe("code of iTop's own modules", () => {
  it("is not worth reading for a query alone", () => {
    expect(isOfInterest("DBObjectSearch::FromOQL($s)", true)).toBe(false);
    expect(isOfInterest("curl_init($s)", true)).toBe(true);
  });

  it("lies in the folder of its release", () => {
    expect(isStandardFolder("datamodels/2.x/itop-tickets/main.itop-tickets.php")).toBe(true);
    expect(isStandardFolder("extensions/ferry-desk/main.php")).toBe(false);
  });
});

describe("an address in a text", () => {
  it.each([
    ["https://parts.example/x?y=z", true, "https parts.example"],
    ["HTTPS://u:p@Parts.Example:8443", true, "https parts.example"],
    ["http://[2001:db8::1]/", false, "http [2001:db8::1]"],
    ["https://parts.exam", false, null],
    ["https://", false, null],
    ["see https://parts.example/", true, null],
    ["ftp//parts.example", true, null],
    [`https://${"a".repeat(600)}`, true, null],
  ])("is its scheme and host: %s", (text, whole, expected) => {
    const address = addressOf(text, whole);
    expect(address === null ? null : `${address.scheme} ${address.host}`).toBe(expected);
  });
});
