import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../analyzer/model/problem.ts";
import type { SyntaxEngine } from "../../../analyzer/source/engine.ts";
import { assign } from "../../../analyzer/source/php-assign.ts";
import { MAX_PHP_NESTING, PhpLiteralReader } from "../../../analyzer/source/php-literal.ts";
import { StatementWalk } from "../../../analyzer/source/php-statements.ts";
import type { PhpValue } from "../../../analyzer/source/php-value.ts";
import { phpEngine, phpText } from "../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

/** The value of `$x` after the statements. */
function read(statements: string, problems: Problem[] = []): PhpValue | undefined {
  const source = phpText(`<?php\n${statements}`);
  const found = engine.parse(source.text, (root) => {
    const literals = new PhpLiteralReader(source, problems, new Map([["HOSPITAL_NAME", "Sainte-Élodie"]]));
    for (const statement of new StatementWalk(source, problems).in(root)) {
      if (statement.kind === "assignment") assign(statement, literals);
    }
    return literals.scope.finalValue("x");
  });
  return found ?? undefined;
}

/** Without locations: arrays as lists of pairs, creations as `new`, other expressions as their text in brackets. */
function plain(value: PhpValue | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.kind === "scalar") return value.value;
  if (value.kind === "array") return value.entries.map((each) => [each.key, plain(each.value)]);
  return value.kind === "new" ? { new: value.class, args: value.args.map(plain) } : `<${value.text}>`;
}

const value = (literal: string): unknown => plain(read(`$x = ${literal};`));

describe("scalars", () => {
  it.each([
    ["true", true],
    ["FALSE", false],
    ["NULL", null],
    ["-17", -17],
    ["+3", 3],
    ["1_000", 1000],
    ["0x1F", 31],
    ["0b101", 5],
    ["017", 15],
    ["1.5e3", 1500],
    ["!true", false],
    ["(42)", 42],
    ["60*60*24", 86_400],
  ])("reads %s", (literal, expected) => {
    expect(value(literal)).toBe(expected);
  });
});

describe("strings", () => {
  it.each([
    [String.raw`'l\'urgence \\ \n'`, "l'urgence \\ \\n"],
    [String.raw`"tab\tquote\"dollar\$ \q"`, 'tab\tquote"dollar$ \\q'],
    [String.raw`"\x41\101\u{1F3E5}"`, "AA🏥"],
    [String.raw`"\xC3\x89lodie"`, "Élodie"],
    [String.raw`"\u{FFFFFFFF}"`, "\\u{FFFFFFFF}"],
    ["''", ""],
    ['""', ""],
    ["'Ward ' . 7 . \" B\"", "Ward 7 B"],
    ["'at ' . HOSPITAL_NAME", "at Sainte-Élodie"],
    ["<<<'END'\n  bed \\n 'one'\n    two\n  END", "bed \\n 'one'\n  two"],
    ["<<<END\nbed\\tone\nEND", "bed\tone"],
    ["<<<END\nEND", ""],
  ])("reads %s", (literal, expected) => {
    expect(value(literal)).toBe(expected);
  });

  it("reads every text back that PHP's var_export would write", () => {
    const written = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
    const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));
    fc.assert(fc.property(text, (each) => value(written(each)) === each));
  });

  it("leaves a string with a variable inside as an expression", () => {
    expect(value('"Ward $ward"')).toBe('<"Ward $ward">');
  });
});

describe("arrays", () => {
  it("keeps order, nesting and both notations", () => {
    expect(value("array('beds' => [12, 14], 'ward' => array())")).toEqual([
      ["beds", [[0, 12], [1, 14]]],
      ["ward", []],
    ]); // prettier-ignore
  });

  it("counts keys as PHP does", () => {
    expect(value("array('a', '7' => 'b', 'c', '07' => 'd', true => 'e', null => 'f')")).toEqual([
      [0, "a"],
      [7, "b"],
      [8, "c"],
      ["07", "d"],
      [1, "e"],
      ["", "f"],
    ]);
  });

  it("passes over comments between key and value", () => {
    expect(value("array('ward' /* old: 'B' */ => // new\n 'C')")).toEqual([["ward", "C"]]);
  });

  it("merges arrays whose parts are all known", () => {
    expect(plain(read("$a = array('sql' => 'ward'); $x = array_merge($a, array('max' => 3), [1]);"))).toEqual(
      [
        ["sql", "ward"],
        ["max", 3],
        [0, 1],
      ],
    );
    expect(value("array_merge($unknown, array(1))")).toBe("<array_merge($unknown, array(1))>");
  });

  it("follows what is put into a variable piece by piece", () => {
    expect(plain(read("$x = array(); $x['a']['b'] = 1; $x['a']['c'] = 2; $x[] = 3;"))).toEqual([
      ["a", [["b", 1], ["c", 2]]],
      [0, 3],
    ]); // prettier-ignore
  });

  it("forgets a variable that a loop fills", () => {
    expect(read("$x = 'ward'; foreach ($aWards as $x) { }")).toBeUndefined();
  });
});

describe("what is not a literal", () => {
  it("keeps object creations with their arguments", () => {
    expect(value("new \\Combodo\\ValueSetEnum('open,closed', null)")).toEqual({
      new: "ValueSetEnum",
      args: ["open,closed", null],
    });
  });

  it.each(["DEL_AUTO", "__FILE__", "utils::Wiki()", "$other", "Ward::MAX", "$a ? 1 : 2", "new $sClass()"])(
    "keeps %s as the text it is",
    (literal) => {
      expect(value(literal)).toBe(`<${literal}>`);
    },
  );

  it("names the class of a class constant", () => {
    expect(value("\\Hospital\\Ward::class")).toBe("Ward");
  });
});

describe("hostile input", () => {
  it.each([
    ["arrays", "array(".repeat(5000) + ")".repeat(5000)],
    ["parentheses", "(".repeat(5000) + "1" + ")".repeat(5000)],
    ["creations", "new X(".repeat(5000) + ")".repeat(5000)],
    ["negations", "!".repeat(5000) + "true"],
  ])("stops at %s nested too deep, and says so once", (_, literal) => {
    const problems: Problem[] = [];
    read(`$x = ${literal};`, problems);
    expect(problems.map((problem) => problem.kind)).toEqual(["limit"]);
    expect(problems[0]?.message).toContain(String(MAX_PHP_NESTING));
  });

  it("reads a long concatenation, which nests too, in full", () => {
    expect(value(`${"'x' . ".repeat(5000)}'y'`)).toBe(`${"x".repeat(5000)}y`);
  });

  it("stops at keys nested too deep", () => {
    const problems: Problem[] = [];
    read(`$x${"['a']".repeat(5000)} = 1;`, problems);
    expect(problems.map((problem) => problem.kind)).toEqual(["limit"]);
  });

  it.each([
    ["arrays", "$x = array(1);", "$x = array($x, $x);"],
    ["texts", "$x = 'ward';", "$x = $x . $x;"],
  ])("stops at %s that double on every line", (_, first, line) => {
    const problems: Problem[] = [];
    read(first + line.repeat(100), problems);
    expect(problems).toMatchObject([{ kind: "limit", location: { line: 2 } }]);
  });
});
