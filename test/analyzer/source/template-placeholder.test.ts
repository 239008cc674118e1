import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholdersOf } from "../../../analyzer/source/template/placeholder.ts";

function textsOf(text: string): readonly string[] {
  return placeholdersOf(text).map((placeholder) => placeholder.text);
}

describe("placeholders are found", () => {
  it.each([
    ["as subjects have them", "New: $this->title$"],
    ["as stored bodies have them", "<p>New: $this-&gt;title$</p>"],
    ["as XML exports have them", "&lt;p&gt;New: $this-&amp;gt;title$&lt;/p&gt;"],
    ["in URLs", "https://survey.example/?t=%24this->title%24"],
    ["in escaped URLs", "https://survey.example/?t=%24this-&gt;title%24"],
  ])("%s", (_where, text) => {
    expect(textsOf(text)).toEqual(["$this->title$"]);
  });

  it("with every step of their path and its argument", () => {
    const [found] = placeholdersOf("$this->caller_id->head_html(absence_log)$");
    expect(found?.root).toBe("this");
    expect(found?.path).toEqual([
      { name: "caller_id", argument: null },
      { name: "head_html", argument: "absence_log" },
    ]);
  });

  it("with verbs that take no attribute", () => {
    expect(placeholdersOf("$this->name()$")[0]?.path).toEqual([{ name: "name", argument: "" }]);
  });

  it("with the place in the text as given", () => {
    const text = "<b>&amp; $this-&gt;caller_id-&gt;email$</b>";
    const [found] = placeholdersOf(text);
    expect(found && text.slice(found.start, found.end)).toBe("$this-&gt;caller_id-&gt;email$");
  });

  it("of every root, known or not", () => {
    const text = "$mentioned->email$ $attachment->data$ $current_contact->phone$ $previous->phone$";
    expect(placeholdersOf(text).map(({ root }) => root)).toEqual([
      "mentioned",
      "attachment",
      "current_contact",
      "previous",
    ]);
  });

  it("for scalars that iTop itself replaces", () => {
    expect(textsOf("$APP_URL$pages/UI.php?c=$current_contact_id$")).toEqual([
      "$APP_URL$",
      "$current_contact_id$",
    ]);
  });

  it("side by side without a dollar shared", () => {
    expect(textsOf("$this->ref$$this->title$")).toEqual(["$this->ref$", "$this->title$"]);
  });
});

describe("no placeholder is", () => {
  it.each([
    ["a price", "between 100$ and 200$ a bed"],
    ["a shell command", "cp $HOME/x $PATH$ && echo $?"],
    ["PHP code", "$this->x = $this->y;"],
    ["a word between dollars", "$ward$"],
    ["an unfinished one", "$this->title and more"],
    ["an arrow without a name", "$this->$"],
  ])("%s", (_what, text) => {
    expect(textsOf(text)).toEqual([]);
  });
});

describe("a placeholder iTop cannot match is marked", () => {
  it.each([
    ["with markup inside", "$this-&gt;<b>caller_id</b>-&gt;email$", "markup or white space stands inside it"],
    ["with a line break inside", "$this->caller_id->\n  email$", "markup or white space stands inside it"],
    [
      "with a digit in a URL",
      "%24this->address2%24",
      "a URL-encoded placeholder cannot hold the digits 2 and 4",
    ],
    ["with its arrow encoded", "%24this-%3Eemail%24", "its arrow is URL-encoded"],
  ])("%s", (_what, text, reason) => {
    expect(placeholdersOf(text).map(({ broken }) => broken)).toEqual([reason]);
  });

  it("only after an object iTop knows, as prose holds dollars too", () => {
    expect(textsOf("$cost -> <b>high</b>$")).toEqual([]);
  });
});

it("a text of nothing but dollars is read in linear time", () => {
  const started = performance.now();
  placeholdersOf("$this->".repeat(100_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe("a placeholder written by anybody", () => {
  const word = fc.stringMatching(/^[a-z][a-z_]{0,12}$/);
  const step = fc.oneof(
    word.map((name) => ({ name, argument: null })),
    fc.record({ name: word, argument: word }),
  );
  const path = fc.array(step, { minLength: 1, maxLength: 4 });
  const prose = fc.string().filter((text) => !/[$%&<>]/.test(text));
  const escaped = (text: string, times: number): string =>
    times === 0 ? text : escaped(text.replace(/&/g, "&amp;").replace(/>/g, "&gt;"), times - 1);

  it("is found again with every step, between any prose and under any escaping", () => {
    fc.assert(
      fc.property(path, prose, prose, fc.integer({ min: 0, max: 3 }), (steps, before, after, times) => {
        const arrows = steps.map(({ name, argument }) => (argument === null ? name : `${name}(${argument})`));
        const text = `$this->${arrows.join("->")}$`;
        const template = `${before}${escaped(text, times)}${after}`;
        const [found, ...more] = placeholdersOf(template);
        expect(more).toEqual([]);
        expect(found).toMatchObject({ text, root: "this", path: steps, broken: null });
        expect(template.slice(found?.start, found?.end)).toBe(escaped(text, times));
      }),
    );
  });
});
