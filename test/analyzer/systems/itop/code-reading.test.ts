import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import type { CodeReading } from "../../../../analyzer/systems/itop/code/read-code.ts";
import { phpEngine } from "../../../php-fixture.ts";
import { flowsOf, MODEL_FILE, modelWith, readFile, readModel, told } from "./code-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const SET = `$this->Set('title', $this->Get('ref'));`;

/** What stands in the file where each effect is said to be. */
function pointedAt(text: string, { code }: CodeReading): readonly string[] {
  const lines = text.split("\n");
  return code.flatMap(({ effects }) =>
    effects.map(({ location }) => lines[location.line - 1]?.slice(location.column - 1) ?? "outside"),
  );
}

describe("the place of an effect", () => {
  it("is the call's own, on the first line of the code and on later ones", () => {
    for (const code of [
      `public function Work() { ${SET} }`,
      `\n\t\tpublic function Work()\n\t\t{\n\t\t\t${SET}\n\t\t}`,
    ]) {
      const xml = modelWith(code);
      expect(pointedAt(xml, readModel(xml, engine))).toEqual([
        expect.stringMatching(/^\$this->Set\('title'/),
      ]);
    }
  });

  it("is right behind a CDATA section that was cut because of its own end mark", () => {
    const code = `function Work() { $a = $b[$c[0]]]]><![CDATA[>1; ${SET} }`;
    const xml = modelWith(code);
    expect(pointedAt(xml, readModel(xml, engine))).toEqual([expect.stringMatching(/^\$this->Set/)]);
  });

  it("is the line where code is escaped instead of in CDATA", () => {
    const xml = modelWith(
      `\nfunction Work() {\n$this-&gt;Set('title', $this-&gt;Get('ref'));\n}`,
      "UserRequest",
      true,
    );
    expect(readModel(xml, engine).code[0]?.effects[0]?.location).toMatchObject({
      file: MODEL_FILE,
      line: 8,
      column: 1,
    });
  });

  it("lies in the file and points at the call, whatever stands around it", () => {
    const filler = fc
      .string({ unit: fc.constantFrom(...' \t\nab7;$=".äß€😀'), maxLength: 60 })
      .map((text) => `/* ${text} */\n`);
    fc.assert(
      fc.property(fc.array(filler, { maxLength: 5 }), filler, fc.boolean(), (before, inside, file) => {
        const code = `function Work() { ${inside} ${SET} }`;
        const text = file
          ? `<?php ${before.join("")} class UserRequest { ${code} }`
          : modelWith(`${before.join("")} public ${code}`);
        const read = file ? readFile(text, engine) : readModel(text, engine);
        expect(pointedAt(text, read)).toEqual([expect.stringMatching(/^\$this->Set\('title'/)]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("code that is no plain method", () => {
  it("is read in event listeners and snippets", () => {
    const xml = `<itop_design version="3.1"><classes><class id="UserRequest"><event_listeners><event_listener id="Fill">
      <code><![CDATA[public function EvtFill($oData) { ${SET} }]]></code></event_listener></event_listeners></class></classes>
      <snippets><snippet id="1"><content><![CDATA[class Desk { function Fill(UserRequest $o) { $o->Set('title', $o->Get('ref')); } }]]></content></snippet></snippets></itop_design>`;
    expect(Object.keys(told(flowsOf(readModel(xml, engine))))).toEqual([
      "Desk::Fill within UserRequest",
      "UserRequest::EvtFill within UserRequest",
    ]);
  });

  it("is read outside of classes, within conditions, and in closures", () => {
    const php = `<?php if (true) { function Fill(UserRequest $o) { array_map(function ($x) use ($o) { $o->Set('title', $o->Get('ref')); }, []); } }
      $o = MetaModel::NewObject('UserRequest'); $o->Set('title', $o->Get('ref'));`;
    expect(Object.keys(told(flowsOf(readFile(php, engine))))).toEqual([
      "FerryDesk.php within UserRequest",
      "Fill within UserRequest",
    ]);
  });
});

describe("what a method does not tell", () => {
  const messages = (body: string) =>
    flowsOf(readModel(modelWith(`function Work($oAny, $sAtt) { ${body} }`), engine)).problems.map(
      ({ message, kind, lost }) => [kind, message.split(": ")[1], lost],
    );
  const lost = "which fields this code reads, writes or sends";

  it("is counted once for the class", () => {
    expect(
      messages(`$oAny->Set('title', $sAtt); $this->Set($sAtt, $this->Get('ref')); $this->Set('title', $oAny->Get('email'));
        $this->Set('title', $this->Get($sAtt)); DBObjectSearch::FromOQL($sAtt); mail($sAtt, 'x', 'y');`),
    ).toEqual([["code", "2 values read, 2 values written, 1 query, 1 mail.", lost]]);
  });

  it("counts variable variables, dynamic methods and attributes the model lacks", () => {
    expect(
      messages(
        `$oAny->$sAtt($this->Get('ref')); $$sAtt = $this->Get('ref'); $this->Set('nope', $this->Get('ref'));`,
      ),
    ).toEqual([["code", "1 value written.", lost]]);
  });

  it("is one problem for all of iTop's own modules", () => {
    const code = readModel(modelWith(`function Work($o) { $o->Set('title', $this->Get('ref')); }`), engine);
    expect(flowsOf(code, true).problems).toMatchObject([
      { kind: "not-analysed", message: expect.stringContaining("iTop's own modules") },
    ]);
  });

  it("is no movement where a class only asks for what it does not name", () => {
    expect(messages(`DBObjectSearch::FromOQL($sAtt);`)).toEqual([["not-analysed", "1 query.", lost]]);
  });
});

describe("hostile code", () => {
  it("that does not parse is read as far as it goes, and said so at its place", () => {
    const xml = modelWith(`function Work() { ${SET} if (( }\nfunction Other() { ${SET} }`);
    const { code, problems } = readModel(xml, engine);
    expect(code.map(({ method }) => method)).toContain("Work");
    expect(problems).toMatchObject([{ kind: "malformed", location: { file: MODEL_FILE } }]);
    expect(problems[0]?.lost).toBeDefined();
  });

  it("that nests without end reaches a limit that is reported", () => {
    const deep = `${"f(".repeat(3000)}$this->Get('ref')${")".repeat(3000)}`;
    const { problems } = readModel(modelWith(`function Work() { $this->Set('title', ${deep}); }`), engine);
    expect(problems.some(({ kind, message }) => kind === "limit" && message.includes("MAX_CODE_DEPTH"))).toBe(
      true,
    );
  });

  it("of ten thousand statements is read within the limits", () => {
    const body = Array.from({ length: 10_000 }, (_, at) => `$a${at} = $a${at - 1}.$this->Get('ref');`).join(
      "\n",
    );
    const { code, problems } = readModel(
      modelWith(`function Work() { ${body} $this->Set('title', $a9999); }`),
      engine,
    );
    expect(code.length + problems.length).toBeGreaterThan(0);
  });

  it("of one text in ten thousand pieces is followed", () => {
    const long = Array.from({ length: 10_000 }, () => `'x'`).join(".");
    expect(
      told(
        flowsOf(
          readModel(modelWith(`function Work() { $this->Set('title', ${long}.$this->Get('ref')); }`), engine),
        ),
      ),
    ).toEqual({
      "UserRequest::Work within UserRequest": ["UserRequest.ref > UserRequest.title"],
    });
  });

  it("never throws, whatever it is cut into", () => {
    const whole = `<?php class UserRequest { function Work(Person $o) { foreach ($this->Get('l') as $k => $v) { $s .= "a {$o->Get('e')} $v[0]"; }
      $h = <<<T\n{$s}\nT;\n list($a, [$b]) = [$s, &$h]; curl_setopt($ch = curl_init('http://x.example/'), 1, $s); $this->Set('title', match(1) { 1 => $s }); } }`;
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), (from, to) => {
        flowsOf(readFile(whole.slice(0, from) + whole.slice(to), engine));
      }),
      { numRuns: 150 },
    );
  });
});

describe("code made to take long", () => {
  it.each([
    ["parameter words", `/* Read${"Param".repeat(200_000)} */ $this->Set('title', $this->Get('ref'));`],
    ["name spaces", `new ${"a\\".repeat(200_000)}X; $this->Set('title', $this->Get('ref'));`],
    ["brackets of a query", `DBObjectSearch::FromOQL("SELECT Person WHERE ${"(".repeat(19_000)}1");`],
    [
      "a query cut often",
      `DBObjectSearch::FromOQL("SELECT Person WHERE name = 'a" ${`. $x . "' AND name = 'a"`.repeat(500)});`,
    ],
    [
      "loops over what the loop gave",
      `$a = $this; ${"foreach ($a->Get('team_list') as $a) {}".repeat(800)} $a->Set('name', $a->Get('email'));`,
    ],
  ])("is read all the same: %s", (_, body) => {
    const { code, problems } = readModel(modelWith(`function Work() { ${body} }`, "Person"), engine);
    flowsOf({ code, problems });
    expect(code.length + problems.length).toBeGreaterThan(0);
  });
});
