import { beforeAll, expect, it } from "vitest";
import type { SyntaxEngine } from "../../../../analyzer/source/engine.ts";
import { readDictionary } from "../../../../analyzer/systems/itop/model/dictionary-file.ts";
import { phpEngine, phpText } from "../../../php-fixture.ts";

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await phpEngine();
});

const read = (text: string) =>
  readDictionary(phpText(text, "extensions/visitors/fr.dict.elodie-visitors.php"), engine);

const FRENCH = `<?php
Dict::Add('FR FR', 'French', 'Français', array(
	'Menu:Visitors' => 'Visiteurs',
	'Class:Visitor' => 'Visiteur',
	'Class:Visitor/Attribute:badge' => 'N° de badge', // remis à l'accueil
	"Class:Visitor/Attribute:badge+" => 'Remis à l\\'entrée de '.ITOP_APPLICATION_SHORT,
	'UI:Class:Visitors' => 'Autre',
));
`;

it("reads the labels of classes and fields with language and line", () => {
  expect(read(FRENCH)).toEqual({
    problems: [],
    dictionaries: [
      {
        language: "FR FR",
        entries: [
          { key: "Class:Visitor", text: "Visiteur", line: 4 },
          { key: "Class:Visitor/Attribute:badge", text: "N° de badge", line: 5 },
          { key: "Class:Visitor/Attribute:badge+", text: "Remis à l'entrée de iTop", line: 6 },
        ],
      },
    ],
  });
});

it("takes out the marks of texts that wait for translation, as iTop's compiler does", () => {
  const { dictionaries } = read(
    "<?php Dict::Add('DE DE', 'German', 'Deutsch', ['Class:Visitor' => 'Visitor~~', 'Class:Ward' => 'Ward~*']);",
  );
  expect(dictionaries[0]?.entries.map((entry) => entry.text)).toEqual(["Visitor", "Ward"]);
});

it("reads several languages from one file", () => {
  const english = "Dict::Add('EN US', 'English', 'English', array('Class:Visitor' => 'Visitor'));";
  expect(read(FRENCH + english).dictionaries.map((each) => each.language)).toEqual(["FR FR", "EN US"]);
});

it("finds the entries in a variable", () => {
  const text =
    "<?php $aTexts = array('Class:Ward' => 'Service'); Dict::Add('FR FR', 'French', 'Français', $aTexts);";
  expect(read(text).dictionaries[0]?.entries).toMatchObject([{ text: "Service" }]);
});

it("does not even parse a file without labels of the model", () => {
  expect(read("<?php Dict::Add('FR FR', 'French', 'Français', array('Menu:Visitors' => ")).toEqual({
    dictionaries: [],
    problems: [],
  });
});

it("reports labels that only running the file would tell", () => {
  const { dictionaries, problems } = read(FRENCH.replace("'Visiteur',", "Site::Name(),"));
  expect(dictionaries[0]?.entries).toHaveLength(2);
  expect(problems).toMatchObject([{ kind: "unknown-value", location: { line: 4 } }]);
});

it("says once for a file how many of its labels are computed", () => {
  const entries = ["a", "b", "c"].map(
    (name) => `'Class:Ward/Attribute:${name}' => sprintf($names['${name}']),`,
  );
  const { problems } = read(
    `<?php\nDict::Add('EN US', 'English', 'English', array(\n${entries.join("\n")}\n));`,
  );
  expect(problems).toMatchObject([{ kind: "unknown-value", location: { line: 3 } }]);
  expect(problems[0]?.message).toBe("3 labels are computed when the program runs, the first here");
});

it("reports a dictionary whose language or entries are computed", () => {
  const { dictionaries, problems } = read(
    "<?php // Class:\nDict::Add($sLang, 'x', 'x', array()); Dict::Add('FR FR', 'x', 'x', Load());",
  );
  expect(dictionaries).toEqual([]);
  expect(problems.map((problem) => problem.kind)).toEqual(["unknown-value", "unknown-value"]);
});

it("reads a file that breaks off up to that place", () => {
  const { dictionaries, problems } = read(FRENCH.slice(0, FRENCH.indexOf("Remis à")));
  expect(dictionaries[0]?.entries.map((entry) => entry.text)).toEqual(["Visiteur", "N° de badge"]);
  expect(problems).toMatchObject([{ kind: "truncated" }]);
});

it("reads on after an entry that does not parse", () => {
  const { dictionaries, problems } = read(FRENCH.replace("=> 'Visiteur',", "=> ,"));
  expect(dictionaries[0]?.entries.map((entry) => entry.text)).toContain("N° de badge");
  expect(problems).toMatchObject([{ kind: "malformed", location: { line: 4 } }]);
});
