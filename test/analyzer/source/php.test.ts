import { beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import type { SyntaxEngine } from "../../../analyzer/source/engine.ts";
import { MAX_BLOCK_DEPTH, StatementWalk } from "../../../analyzer/source/php-statements.ts";
import { MAX_PHP_CHARACTERS, MAX_PHP_PROBLEMS, readPhp } from "../../../analyzer/source/php.ts";
import { phpEngine, phpText } from "../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

/** Kinds and names of the statements, and the problems. */
function walk(text: string): { readonly found: readonly string[]; readonly problems: readonly Problem[] } {
  const source = phpText(text);
  const problems: Problem[] = [];
  const found = readPhp(source, engine, problems, [] as string[], (root) =>
    Array.from(new StatementWalk(source, problems, () => true).in(root), (statement) => {
      if (statement.kind === "call")
        return `${statement.scope}::${statement.method}/${statement.args.length}`;
      return statement.kind === "assignment" ? "assignment" : `${statement.kind} ${statement.name}`;
    }),
  );
  return { found, problems };
}

describe("a file that cannot be parsed as a whole", () => {
  it.each([
    ["binary", "<?php \0\u0001\u0002"],
    ["malformed", "<html>The service desk is closed for maintenance.</html>"],
    ["limit", `<?php //${"x".repeat(MAX_PHP_CHARACTERS)}`],
    ["limit", `<?php function f() { ${"/*!50003 ".repeat(20_000)} }`],
  ])("is a problem of kind %s and reads as empty", (kind, text) => {
    const { found, problems } = walk(text);
    expect(found).toEqual([]);
    expect(problems).toMatchObject([{ kind, lost: "everything in this file" }]);
  });

  it("says how large a file may be", () => {
    expect(walk(`<?php //${"x".repeat(MAX_PHP_CHARACTERS)}`).problems[0]?.message).toContain(
      String(MAX_PHP_CHARACTERS),
    );
  });
});

describe("a file with an error", () => {
  it("is malformed where the error is, and read around it", () => {
    const { found, problems } = walk("<?php\nDict::Add('a');\n$x = = 3;\nDict::Add('b', 'c');\n");
    expect(problems).toMatchObject([{ kind: "malformed", location: { line: 3 } }]);
    expect(found).toContain("Dict::Add/1");
    expect(found).toContain("Dict::Add/2");
  });

  it("is truncated when it ends in the middle of a statement", () => {
    const { found, problems } = walk("<?php\nDict::Add('a');\nDict::Add('b', array('c' => ");
    expect(problems).toMatchObject([{ kind: "truncated", location: { line: 3 } }]);
    expect(found[0]).toBe("Dict::Add/1");
  });

  it("keeps the classes before and around the place where the text breaks off", () => {
    const { found } = walk(
      "<?php abstract class Visit extends Event { static function Init() { MetaModel::Init_Params(1); if (",
    );
    expect(found).toEqual(["class Visit", "method Init", "MetaModel::Init_Params/1"]);
  });

  it("lists a limited number of problems", () => {
    const problems: Problem[] = [];
    const source = phpText("<?php 1;");
    readPhp(source, engine, problems, null, () => {
      for (let at = 0; at < 500; at++)
        problems.push({ kind: "unknown-value", message: "", location: source.locate(at) });
      return null;
    });
    expect(problems).toHaveLength(MAX_PHP_PROBLEMS + 1);
    expect(problems.at(-1)).toMatchObject({ kind: "limit", location: { column: MAX_PHP_PROBLEMS + 1 } });
  });
});

describe("the walk", () => {
  it("goes through HTML, short tags, conditions, loops and namespaces", () => {
    const text = `<h1>Wards</h1><? if ($a) { A::B(); } else { C::D(1); } ?> text
      <?php namespace Hospital { try { foreach ($a as $k => $v) { E::F(); } } catch (Exception $e) { G::H(); } }`;
    expect(walk(text).found).toEqual(["A::B/0", "C::D/1", "assignment", "assignment", "E::F/0", "G::H/0"]);
  });

  it("stops at blocks nested too deep", () => {
    const { problems } = walk(`<?php ${"if (1) {".repeat(2000)}${"}".repeat(2000)}`);
    expect(problems).toMatchObject([
      { kind: "limit", message: expect.stringContaining(String(MAX_BLOCK_DEPTH)) },
    ]);
  });
});
