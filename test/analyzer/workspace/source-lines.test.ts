import { describe, expect, it } from "vitest";
import type { InputFile } from "../../../analyzer/model/estate.ts";
import { memoryReader } from "../../../analyzer/workspace/reader.ts";
import { sourceLines } from "../../../analyzer/workspace/source-lines.ts";

const FILES = {
  "hr/datamodel.hr.xml": "<a>\n  <b/>\n</a>\n",
  "hr/Push.php":
    "<?php\n$u = 'https://sync:s3cret@hr.example/v1?token=abc&page=2'; // see https://hr.example/help\n",
  "conf/settings.php": "<?php\n$MySettings = array('db_pwd' => 'hidden');\n",
  "logs/EventRestService.json": '{"password":"hidden"}',
  "conf/params.local.xml": "<parameters><ldappassword>hidden</ldappassword></parameters>",
};

const input = (file: string, readAs: string): InputFile => ({
  file,
  readAs,
  system: "itop",
  state: "read",
  bytes: 1,
});
const INPUTS = [
  input("hr/datamodel.hr.xml", "itop/datamodel-file"),
  input("conf/settings.php", "itop/config-file"),
  input("conf/params.local.xml", "itop/collector-parameters"),
];
const lines = sourceLines(memoryReader(FILES), INPUTS);

describe("lines shown around a finding", () => {
  it("come from definitions", () => {
    expect(lines("hr/datamodel.hr.xml", 2, 3)).toEqual(["  <b/>", "</a>"]);
  });

  it("keep neither credentials nor parameters of an address, nor move a column", () => {
    const [line] = lines("hr/Push.php", 2, 2) ?? [];
    expect(line).toBe(
      "$u = 'https://•••••••••••@hr.example/v1?••••••••••••••••'; // see https://hr.example/help",
    );
    expect(line).toHaveLength(FILES["hr/Push.php"].split("\n")[1]?.length ?? 0);
  });

  it("never come from configuration, whatever its name", () => {
    expect(lines("conf/settings.php", 1, 2)).toBeNull();
    expect(lines("conf/params.local.xml", 1, 1)).toBeNull();
  });

  it("never come from logs and exports", () => {
    expect(lines("logs/EventRestService.json", 1, 1)).toBeNull();
  });

  it("never come from outside the estate, nor from what is not there", () => {
    expect(lines("../secrets.xml", 1, 1)).toBeNull();
    expect(lines("hr/gone.xml", 1, 1)).toBeNull();
  });
});
