import { describe, expect, it } from "vitest";
import { convertDesign, lossesInWords } from "../../../../analyzer/systems/itop/merge/design-format.ts";
import type { DesignLoss } from "../../../../analyzer/systems/itop/merge/design-steps-down.ts";
import {
  DESIGN_VERSIONS,
  type DesignVersion,
} from "../../../../analyzer/systems/itop/merge/design-version.ts";
import { element, show } from "./xml-fixture.ts";

/** The content after the way down, and what it lost. */
function down(content: string, from: DesignVersion, to: DesignVersion): { text: string; lost: string } {
  const losses: DesignLoss[] = [];
  const root = element(`<itop_design version="${from}">${content}</itop_design>`);
  const shown = show(convertDesign(root, from, to, (loss) => losses.push(loss)));
  const text = shown.replace(/^<itop_design version="[^"]*">?/, "").replace(/<\/itop_design>$|^\/>$/, "");
  return { text, lost: lossesInWords(losses) };
}

const inClass = (content: string): string => `<classes><class id="Patient">${content}</class></classes>`;
const field = (type: string, content = "", attributes = ""): string =>
  inClass(`<fields><field id="ward" xsi:type="${type}"${attributes}>${content}</field></fields>`);
const NO_FIELDS = inClass("<fields/>");

describe("the way down from 3.2 to 3.0", () => {
  it("takes the favicons away first", () => {
    const branding = "<branding><main_logo>a.png</main_logo><main_favicon>b.ico</main_favicon></branding>";
    expect(down(branding, "3.2", "3.1")).toEqual({
      text: "<branding><main_logo>a.png</main_logo></branding>",
      lost: "main_favicon is removed",
    });
  });

  it.each([
    ['<events><event id="EVENT_X"/></events>', "", "events is removed"],
    [
      inClass('<event_listeners><event_listener id="x"/></event_listeners>'),
      inClass("").replace("></class>", "/>"),
      "event_listeners is removed",
    ],
    [
      inClass("<presentation><custom_presentations/></presentation>"),
      inClass("<presentation/>"),
      "custom_presentations is removed",
    ],
    [
      field("AttributeLinkedSet", "<display_style>tab</display_style>"),
      field("AttributeLinkedSet").replace("></field>", "/>"),
      "display_style is removed",
    ],
    [
      field(
        "AttributeEnum",
        '<sort_type>rank</sort_type><values><value id="a"><code>a</code><rank>1</rank></value></values>',
      ),
      field("AttributeEnum", '<values><value id="a"><code>a</code></value></values>'),
      "rank is removed, sort_type is removed",
    ],
  ])("removes %s", (before, text, lost) => {
    expect(down(before, "3.1", "3.0")).toEqual({ text, lost });
  });

  it("leaves the display style of other fields", () => {
    const before = field("AttributeEnum", "<display_style>list</display_style>");
    expect(down(before, "3.1", "3.0")).toEqual({ text: before, lost: "" });
  });
});

describe("the way down from 3.0 to 1.7", () => {
  it("writes the code of a value as its text again", () => {
    const value =
      '<values><value id="icu"><code>icu</code><style><main_color>red</main_color></style></value></values>';
    expect(down(field("AttributeEnum", value), "3.0", "1.7")).toEqual({
      text: field("AttributeEnum", '<values><value id="icu">icu</value></values>'),
      lost: "style is removed",
    });
  });

  it("moves the state attribute back into a life cycle that is there, with its flag", () => {
    const before = inClass(
      '<properties><fields_semantic><state_attribute _delta="redefine">status</state_attribute></fields_semantic></properties><lifecycle><states/></lifecycle>',
    );
    expect(down(before, "3.0", "1.7")).toEqual({
      text: inClass(
        '<properties/><lifecycle><states/><attribute _delta="redefine">status</attribute></lifecycle>',
      ),
      lost: "",
    });
  });

  it("loses the state attribute without a life cycle, and the image attribute", () => {
    const semantics =
      "<fields_semantic><state_attribute>status</state_attribute><image_attribute>photo</image_attribute></fields_semantic>";
    expect(down(inClass(`<properties>${semantics}</properties>`), "3.0", "1.7")).toEqual({
      text: inClass("<properties/>"),
      lost: "image_attribute is removed, state_attribute is removed",
    });
  });

  it("takes the icon out of the style", () => {
    const before = inClass(
      "<properties><style><icon>p.png</icon><main_color>red</main_color></style></properties>",
    );
    expect(down(before, "3.0", "1.7")).toEqual({
      text: inClass("<properties><icon>p.png</icon></properties>"),
      lost: "main_color is removed",
    });
  });

  it("comes back to what was written in 1.7", () => {
    const old = inClass(
      '<properties><icon>p.png</icon></properties><lifecycle><attribute>status</attribute></lifecycle><fields><field id="ward"><values><value id="icu">icu</value></values></field></fields>',
    );
    const up = convertDesign(element(`<itop_design version="1.7">${old}</itop_design>`), "1.7", "3.2");
    expect(show(convertDesign(up, "3.2", "1.7"))).toBe(`<itop_design version="1.7">${old}</itop_design>`);
  });
});

describe("the way down from 1.7 to 1.0", () => {
  it.each([
    ["1.7", "1.6", "AttributeEnumSet"],
    ["1.6", "1.5", "AttributeTagSet"],
    ["1.3", "1.2", "AttributeMetaEnum"],
    ["1.3", "1.2", "AttributeCustomFields"],
    ["1.3", "1.2", "AttributeImage"],
    ["1.2", "1.1", "AttributeRedundancySettings"],
  ] as const)("from %s to %s has no %s", (from, to, type) => {
    expect(down(field(type), from, to)).toEqual({
      text: NO_FIELDS,
      lost: `field is removed, because ${type} does not exist`,
    });
  });

  it("knows no uniqueness rules in 1.5", () => {
    const rules = '<properties><uniqueness_rules><rule id="mail"/></uniqueness_rules></properties>';
    expect(down(inClass(rules), "1.6", "1.5")).toEqual({
      text: inClass("<properties/>"),
      lost: "uniqueness_rules is removed",
    });
  });

  it("defines in 1.3 what was forced, and demands in 1.2 what might be there", () => {
    expect(down(field("AttributeString", "", ' _delta="force"'), "1.4", "1.3").text).toContain(
      '_delta="define"',
    );
    const menu = '<menus><menu id="Wards" _delta="if_exists"/></menus>';
    expect(down(menu, "1.3", "1.2")).toEqual({
      text: '<menus><menu id="Wards" _delta="must_exist"/></menus>',
      lost: "menu must exist instead of being passed over",
    });
  });

  it("makes integers of object keys and removes relations, portals, parameters and snippets in 1.1", () => {
    expect(down(field("AttributeObjectKey"), "1.2", "1.1").text).toBe(
      field("AttributeInteger").replace("></field>", "/>"),
    );
    const sections = `${inClass("<relations/>")}<portals/><module_parameters/><snippets/>`;
    expect(down(sections, "1.2", "1.1").lost).toBe(
      "module_parameters is removed, portals is removed, relations is removed, snippets is removed",
    );
  });

  it("writes ids as 1.0 wrote them", () => {
    const states = (inner: string): string =>
      inClass(
        `<lifecycle><states><state id="in"><transitions>${inner}</transitions></state></states></lifecycle>`,
      );
    expect(down(states('<transition id="ev_leave"/>'), "1.1", "1.0").text).toBe(
      states("<transition><stimulus>ev_leave</stimulus></transition>"),
    );
    const values = '<values><value id="icu">icu</value><value id="er">emergency</value></values>';
    expect(down(field("AttributeEnum", values), "1.1", "1.0")).toEqual({
      text: field("AttributeEnum", "<values><value>icu</value><value>emergency</value></values>"),
      lost: "value loses its id",
    });
  });
});

describe("the way down", () => {
  it("leaves the given tree as it was and writes the version reached", () => {
    const root = element(`<itop_design version="3.2">${field("AttributeTagSet")}</itop_design>`);
    const before = JSON.stringify(root);
    expect(convertDesign(root, "3.2", "1.0").attributes["version"]).toBe("1.0");
    expect(JSON.stringify(root)).toBe(before);
  });

  it("arrives at the same result over any stop on the way", () => {
    const root = element(
      `<itop_design version="3.2">${inClass('<properties><fields_semantic><state_attribute>s</state_attribute></fields_semantic></properties><lifecycle/><fields><field id="w" xsi:type="AttributeEnum" _delta="force"><values><value id="a"><code>a</code><rank>1</rank></value></values></field></fields>')}<menus><menu id="M" _delta="if_exists"/></menus></itop_design>`,
    );
    const direct = show(convertDesign(root, "3.2", "1.0"));
    for (const stop of DESIGN_VERSIONS) {
      expect(show(convertDesign(convertDesign(root, "3.2", stop), stop, "1.0"))).toBe(direct);
    }
  });
});
