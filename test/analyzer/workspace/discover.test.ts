import { describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import { ADAPTERS } from "../../../analyzer/systems/registry.ts";
import type { Config } from "../../../analyzer/workspace/config.ts";
import { discover } from "../../../analyzer/workspace/discover.ts";
import { memoryReader } from "../../../analyzer/workspace/reader.ts";

const MODULE = "<?php SetupWebPage::AddModule(__FILE__, 'tilleuls-hr/1.0.0', array());";
const MODEL = '<itop_design version="3.2"><classes/></itop_design>';

function found(files: Record<string, string>, config: Config = {}) {
  const problems: Problem[] = [];
  const sink = { problem: (problem: Problem) => void problems.push(problem), suppressible: () => {} };
  const { systems, unread } = discover(memoryReader(files), config, ADAPTERS, sink);
  return {
    systems: systems.map(({ options, files: claimed }) => [
      options.id,
      claimed.map(({ file, kind }) => `${kind} ${file.path}`),
    ]),
    names: systems.flatMap(({ files: claimed }) => claimed.map(({ file }) => file.name)),
    unread: unread.map(({ path }) => path),
    problems: problems.map(({ message }) => message),
  };
}

describe("finding the input of an estate", () => {
  it("takes a directory without configuration as one iTop", () => {
    expect(
      found({ "hr/module.tilleuls-hr.php": MODULE, "hr/datamodel.tilleuls-hr.xml": MODEL }).systems,
    ).toEqual([
      ["itop", ["datamodel-file hr/datamodel.tilleuls-hr.xml", "module-file hr/module.tilleuls-hr.php"]],
    ]);
  });

  it("takes each system profile as a system of its own", () => {
    const profile = "format: art30.system/1\nsystem: phones\n";
    const { systems } = found({ "phones.system.yaml": profile, "voice.system.yaml": profile });
    expect(systems.map(([id]) => id)).toEqual(["phones", "voice"]);
  });

  it("lists what looks like input and nothing reads", () => {
    const { unread } = found({
      "dump/people.sql": "INSERT INTO person",
      "logo.png": "…",
      "notes.xml": "<notes/>",
    });
    expect(unread).toEqual(["dump/people.sql", "notes.xml"]);
  });

  it("does not read the workspace's own files as input", () => {
    expect(
      found({ "art30.yaml": "estate: x", "register.yaml": "a: 1", "art30-baseline.json": "{}" }).unread,
    ).toEqual([]);
  });

  it("gives paths relative to the estate and names relative to the system", () => {
    const { names } = found(
      { "systems/main/datamodels/2.x/hr/module.tilleuls-hr.php": MODULE },
      { systems: { itop: { adapter: "itop", paths: ["systems/main"] } } },
    );
    expect(names).toEqual(["datamodels/2.x/hr/module.tilleuls-hr.php"]);
  });

  it("says that a configured path is not there", () => {
    const { problems } = found({ "a.xml": "<a/>" }, { systems: { itop: { paths: ["itpo"] } } });
    expect(problems).toEqual(["art30.yaml names a path that does not exist: itpo"]);
  });

  it("enters neither third-party code nor compiled copies of an iTop", () => {
    const { systems } = found({
      "approot.inc.php": "<?php",
      "lib/module.fake.php": MODULE,
      "env-production/hr/module.tilleuls-hr.php": MODULE,
      "extensions/hr/module.tilleuls-hr.php": MODULE,
    });
    expect(systems[0]?.[1]).toEqual([
      "php-file approot.inc.php",
      "module-file extensions/hr/module.tilleuls-hr.php",
    ]);
  });

  it("leaves out what the configuration ignores", () => {
    const { systems } = found(
      { "old/module.a.php": MODULE, "new/module.b.php": MODULE },
      { ignore: ["old/"] },
    );
    expect(systems[0]?.[1]).toEqual(["module-file new/module.b.php"]);
  });

  it("stops at the limit of files and says so once", () => {
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`m${index}/module.m.php`, MODULE]),
    );
    const { systems, problems } = found(files, { limits: { maxFiles: 4 } });
    expect(systems[0]?.[1]).toHaveLength(4);
    expect(problems).toEqual(["More than 4 files; the rest is not read (limits.maxFiles)."]);
  });
});
