import { describe, expect, it } from "vitest";
import { convertDesign } from "../../../../analyzer/systems/itop/merge/design-format.ts";
import {
  DESIGN_VERSIONS,
  designVersionOf,
  isDesignVersion,
  type DesignVersion,
} from "../../../../analyzer/systems/itop/merge/design-version.ts";
import { element, show } from "./xml-fixture.ts";

/** Converts the content of a root and shows the content of the result. */
function convert(content: string, from: DesignVersion, to: DesignVersion = "3.2"): string {
  const shown = show(
    convertDesign(element(`<itop_design version="${from}">${content}</itop_design>`), from, to),
  );
  return shown.replace(/^<itop_design version="[^"]*">/, "").replace("</itop_design>", "");
}

const inClass = (content: string): string => `<classes><class id="Patient">${content}</class></classes>`;

describe("design versions", () => {
  it.each([
    ["2.2.0", "1.3"],
    ["2.3.4", "1.3"],
    ["2.7.11", "1.7"],
    ["3.0.4", "3.0"],
    ["3.1.1-1", "3.1"],
    ["3.2.0", "3.2"],
    ["4.0.0", "3.2"],
    ["2.0", "1.0"],
    ["trunk", "3.2"],
    [null, "3.2"],
  ])("of iTop %s is %s", (release, expected) => {
    expect(designVersionOf(release)).toBe(expected);
  });

  it("knows no version 3.3", () => {
    expect(isDesignVersion("3.3")).toBe(false);
  });
});

describe("the step to 1.1", () => {
  it("identifies transitions by their stimulus", () => {
    const transition =
      "<transition><stimulus>ev_discharge</stimulus><target_state>left</target_state></transition>";
    const lifecycle = (inner: string): string =>
      inClass(
        `<lifecycle><states><state id="in"><transitions>${inner}</transitions></state></states></lifecycle>`,
      );
    expect(convert(lifecycle(transition), "1.0")).toBe(
      lifecycle('<transition id="ev_discharge"><target_state>left</target_state></transition>'),
    );
  });

  it("identifies thresholds of stop watches by their percentage", () => {
    const field = (inner: string): string =>
      inClass(
        `<fields><field id="tto" xsi:type="AttributeStopWatch"><thresholds>${inner}</thresholds></field></fields>`,
      );
    expect(convert(field("<threshold><percent>75</percent></threshold>"), "1.0")).toBe(
      field('<threshold id="75"/>'),
    );
  });

  it("identifies the actions of a group of rights by type", () => {
    const rights = (inner: string): string =>
      `<user_rights><profiles><profile id="7"><groups><group id="Ward"><actions>${inner}</actions></group></groups></profile></profiles></user_rights>`;
    const before =
      '<action xsi:type="write">allow</action><action id="action:read" xsi:type="read">allow</action><action xsi:type="stimulus" id="ev_discharge">allow</action>';
    const after =
      '<action id="action:write">allow</action><action id="action:read" xsi:type="read">allow</action><action id="stimulus:ev_discharge">allow</action>';
    expect(convert(rights(before), "1.0")).toBe(rights(after));
  });

  it("identifies values of enumerations by their text, and only those", () => {
    const field = (type: string, inner: string): string =>
      inClass(`<fields><field id="ward" xsi:type="${type}"><values>${inner}</values></field></fields>`);
    const values = '<value>icu</value><value id="er">emergency</value>';
    expect(convert(field("AttributeEnum", values), "1.0", "1.7")).toBe(
      field("AttributeEnum", '<value id="icu">icu</value><value id="er">emergency</value>'),
    );
    expect(convert(field("AttributeSet", values), "1.0", "1.7")).toBe(field("AttributeSet", values));
  });

  it("reaches classes nested in classes", () => {
    const nested = (inner: string): string =>
      `<classes><class id="Person"><class id="Patient"><fields><field id="ward" xsi:type="AttributeEnum"><values>${inner}</values></field></fields></class></class></classes>`;
    expect(convert(nested("<value>icu</value>"), "1.0", "1.1")).toBe(nested('<value id="icu">icu</value>'));
  });
});

describe("the step to 1.7", () => {
  it("pushes the definition of the branding down to its parts", () => {
    const before =
      '<branding _delta="define"><main_logo>logo.png</main_logo><themes><theme id="ward"/></themes><note>1</note></branding>';
    expect(convert(before, "1.6")).toBe(
      '<branding><main_logo _delta="define">logo.png</main_logo><themes><theme id="ward" _delta="define"/></themes><note>1</note></branding>',
    );
  });

  it("leaves a branding with another flag alone", () => {
    const before = '<branding _delta="redefine"><main_logo>logo.png</main_logo></branding>';
    expect(convert(before, "1.6")).toBe(before);
  });

  it("drops the legacy portal and its constants", () => {
    const before =
      '<constants><constant id="PORTAL_POWER_USER_PROFILE"/><constant id="PORTAL_WARD"/></constants><portals><portal id="legacy_portal"/><portal id="staff"/></portals>';
    expect(convert(before, "1.6")).toBe(
      '<constants><constant id="PORTAL_WARD"/></constants><portals><portal id="staff"/></portals>',
    );
  });
});

describe("the step to 3.0", () => {
  it("moves the text of every value into a code, whatever the type of the field", () => {
    const field = (inner: string): string => inClass(`<fields><field id="ward">${inner}</field></fields>`);
    expect(convert(field('<values><value id="icu" _delta="define">icu</value></values>'), "1.7")).toBe(
      field('<values><value id="icu" _delta="define"><code>icu</code></value></values>'),
    );
  });

  it("leaves a value alone that is empty or has a code already", () => {
    const content = inClass(
      '<fields><field id="ward"><values><value id="icu" _delta="delete"/><value id="er"><code>er</code></value></values></field></fields>',
    );
    expect(convert(content, "1.7")).toBe(content);
  });

  it("moves the state attribute into the semantics of fields, creating what is missing", () => {
    expect(convert(inClass("<lifecycle><attribute>status</attribute><states/></lifecycle>"), "1.7")).toBe(
      inClass(
        "<lifecycle><states/></lifecycle><properties><fields_semantic><state_attribute>status</state_attribute></fields_semantic></properties>",
      ),
    );
  });

  it.each([
    ['<lifecycle _delta="define"><attribute>status</attribute></lifecycle>', ' _delta="define"'],
    ['<lifecycle><attribute _delta="redefine">status</attribute></lifecycle>', ' _delta="redefine"'],
    ['<lifecycle><attribute _delta="delete">status</attribute></lifecycle>', ' _delta="delete"'],
  ])("keeps what the move of %s means to the merge", (lifecycle, flag) => {
    expect(convert(inClass(lifecycle), "1.7")).toContain(`<state_attribute${flag}>status</state_attribute>`);
  });

  it("moves no deletion into a definition", () => {
    const before = '<properties _delta="define"/><lifecycle><attribute _delta="delete"/></lifecycle>';
    expect(convert(inClass(before), "1.7")).toBe(inClass('<properties _delta="define"/><lifecycle/>'));
  });

  it("moves the icon into the style and drops the display template", () => {
    const before = "<properties><icon>p.png</icon><display_template>p.html</display_template></properties>";
    expect(convert(inClass(before), "1.7")).toBe(
      inClass("<properties><style><icon>p.png</icon></style></properties>"),
    );
  });

  it("types the imports of themes", () => {
    const theme = (inner: string): string =>
      `<branding><themes><theme id="clinic"><imports>${inner}</imports></theme></themes></branding>`;
    expect(convert(theme('<import id="base">base.scss</import>'), "1.7")).toBe(
      theme('<import id="base" xsi:type="utilities">base.scss</import>'),
    );
  });

  it("gives a created element the place of what it was made from", () => {
    const root = element(
      '<itop_design>\n<classes><class id="Patient">\n<lifecycle>\n<attribute>status</attribute></lifecycle></class></classes></itop_design>',
    );
    const shown = JSON.stringify(convertDesign(root, "1.7", "3.0"));
    expect(JSON.parse(shown)).toMatchObject({
      children: [
        { children: [{ children: [{ name: "lifecycle" }, { name: "properties", location: { line: 4 } }] }] },
      ],
    });
  });
});

describe("convertDesign", () => {
  it("leaves the given tree as it was", () => {
    const root = element(
      `<itop_design>${inClass('<fields><field id="w" xsi:type="AttributeEnum"><values><value>a</value></values></field></fields>')}</itop_design>`,
    );
    const before = JSON.stringify(root);
    convertDesign(root, "1.0", "3.2");
    expect(JSON.stringify(root)).toBe(before);
  });

  it("returns the same tree when there is nothing to convert", () => {
    const root = element('<itop_design version="3.1"/>');
    expect(convertDesign(root, "3.1", "3.1")).toBe(root);
  });

  it("writes the version reached", () => {
    expect(convertDesign(element("<itop_design/>"), "1.0", "3.1").attributes["version"]).toBe("3.1");
  });

  it("arrives at the same result over any stop on the way", () => {
    const content = inClass(
      '<lifecycle><attribute>status</attribute></lifecycle><fields><field id="ward" xsi:type="AttributeEnum"><values><value>icu</value></values></field></fields>',
    );
    const root = element(`<itop_design>${content}</itop_design>`);
    const direct = show(convertDesign(root, "1.0", "3.2"));
    for (const stop of DESIGN_VERSIONS) {
      expect(show(convertDesign(convertDesign(root, "1.0", stop), stop, "3.2"))).toBe(direct);
    }
  });
});
