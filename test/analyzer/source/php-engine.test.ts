import { beforeAll, describe, expect, it } from "vitest";
import { createEngine, createNativeEngine, sharedEngine } from "../../../analyzer/source/engine.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../analyzer/source/engine.ts";
import { installedGrammars } from "../../php-fixture.ts";

const native = await createNativeEngine();

const ENGINES = [
  { name: "webassembly", create: () => createEngine(installedGrammars), skip: false },
  {
    name: "native (skipped unless tree-sitter is installed)",
    create: createNativeEngine,
    skip: native === null,
  },
];

function find(node: SyntaxNode, type: string): SyntaxNode[] {
  return [...(node.type === type ? [node] : []), ...node.namedChildren.flatMap((child) => find(child, type))];
}

for (const { name, create, skip } of ENGINES) {
  describe.skipIf(skip)(`the ${name} engine`, () => {
    let engine: SyntaxEngine;

    beforeAll(async () => {
      engine = (await create()) as SyntaxEngine;
    });

    it("gives offsets in UTF-16 units behind text that UTF-8 counts differently", () => {
      const text = "<?php $sClinique = 'Hôpital 🏥 Sainte-Élodie'; $sVille = 'Nîmes';";
      const strings = engine.parse(text, (root) =>
        find(root, "string").map((node) => text.slice(node.startIndex, node.endIndex)),
      );
      expect(strings).toEqual(["'Hôpital 🏥 Sainte-Élodie'", "'Nîmes'"]);
    });

    it("names the fields of a node", () => {
      const text = "<?php Dict::Add('FR FR');";
      const method = engine.parse(text, (root) => {
        const node = find(root, "scoped_call_expression")[0]?.childForFieldName("name");
        return text.slice(node?.startIndex, node?.endIndex);
      });
      expect(method).toBe("Add");
    });

    it("holds error nodes for broken text", () => {
      expect(engine.parse("<?php $a = array(", (root) => root.hasError)).toBe(true);
      expect(engine.parse("<?php $a = array();", (root) => root.hasError)).toBe(false);
    });

    it("parses texts longer than one piece of input", () => {
      const text = `<?php $a = array(${"'ward' => 'Cardiology',\n".repeat(5000)});`;
      expect(engine.parse(text, (root) => find(root, "array_element_initializer").length)).toBe(5000);
    });

    it("stays usable when the reader throws", () => {
      const fail = (): never => {
        throw new Error("reader");
      };
      expect(() => engine.parse("<?php 1;", fail)).toThrow("reader");
      expect(engine.parse("<?php 1;", (root) => root.type)).toBe("program");
    });
  });
}

it("gives the memory of every tree back", async () => {
  const engine = await createEngine(installedGrammars);
  const text = `<?php $a = array(${"'ward' => 'Cardiology',".repeat(20_000)});`;
  const memoryAfter = (times: number): number => {
    for (let at = 0; at < times; at++) engine.parse(text, () => undefined);
    return process.memoryUsage().rss;
  };
  const settled = memoryAfter(4);
  // Twelve trees that stay would take some 300 MB.
  expect(memoryAfter(12) - settled).toBeLessThan(100_000_000);
});

describe("text made to break the parser", () => {
  it.each([
    ["nests deeper than any stack", "$ ) ;", 20_000],
    ["guesses without end", "$ ;", 300_000],
    ["begins a comment at every step that never ends", "/*!50003 ", 20_000],
  ])("is given up where it %s, and the next text is parsed as ever", async (_, token, times) => {
    const engine = await createEngine(installedGrammars);
    const code = "<?php class Ward { public function bell() { return array('a' => $this->Get('bell')); } }";
    const shape = (root: SyntaxNode): string =>
      find(root, "name")
        .map(({ type, startIndex }) => `${type} ${startIndex}`)
        .join();
    const before = engine.parse(code, shape);
    expect(engine.parse(`<?php function f() { ${token.repeat(times)} }`, () => "read")).toBeNull();
    expect(engine.parse(code, shape)).toBe(before);
    expect(engine.parse(`${code}\n`.repeat(500).replaceAll("\n<?php", "\n"), (root) => root.hasError)).toBe(
      false,
    );
  });

  it("is given up after a while where nothing but time tells", async () => {
    let seconds = 0;
    const engine = await createEngine({ ...installedGrammars, spent: () => seconds++ });
    expect(engine.parse(`<?php f(${"? - ".repeat(500)});`, () => "read")).toBeNull();
    expect(engine.parse("<?php f(1);", () => "read")).toBe("read");
  });
});

it("answers that there is no native engine where its packages are missing", async () => {
  expect(await createNativeEngine(() => Promise.reject(new Error("not installed")))).toBeNull();
});

it("answers that there is no native engine where its packages do not fit", async () => {
  expect(await createNativeEngine(() => Promise.resolve({ default: {} }))).toBeNull();
});

it("is created once for all who read with the same resources", async () => {
  expect(await sharedEngine(installedGrammars)).toBe(await sharedEngine(installedGrammars));
});
