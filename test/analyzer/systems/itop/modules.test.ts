import { describe, expect, it } from "vitest";
import type { ModuleData } from "../../../../analyzer/systems/itop/fragments.ts";
import { loadOrder } from "../../../../analyzer/systems/itop/modules/load-order.ts";

function module(id: string, given: Partial<ModuleData> = {}): ModuleData {
  const [name = "", version = "1.0.0"] = id.split("/");
  const folder = given.folder ?? `extensions/${name}`;
  return {
    name,
    version,
    folder,
    label: name,
    category: "business",
    dependencies: [],
    mandatory: false,
    visible: true,
    autoSelect: null,
    phpFiles: [],
    missingKeys: [],
    location: { file: `${folder}/module.${name}.php`, line: 2, column: 1, endLine: 2, endColumn: 1 },
    ...given,
  };
}

function order(modules: readonly ModuleData[], excludeModules: readonly string[] = []) {
  const { order: ordered, problems } = loadOrder(modules, { excludeModules });
  return { names: ordered.map(({ name }) => name), problems };
}

describe("the order of modules", () => {
  it("sorts by id including the slash, so a longer name can come first", () => {
    const { names } = order([
      module("itop-config/3.1.2"),
      module("itop-config-mgmt/3.1.2"),
      module("acme-hr"),
    ]);
    expect(names).toEqual(["acme-hr", "itop-config-mgmt", "itop-config"]);
  });

  it("loads a module in the first pass in which all it depends on is loaded", () => {
    const { names } = order([
      module("clinic-hr", { dependencies: ["itop-structure/3.0.0"] }),
      module("clinic-later", { dependencies: ["clinic-hr/1.0.0"] }),
      module("itop-structure/3.1.2"),
      module("itop-tickets/3.1.2", { dependencies: ["itop-structure/3.0.0"] }),
    ]);
    expect(names).toEqual(["itop-structure", "itop-tickets", "clinic-hr", "clinic-later"]);
  });

  it("waits for an alternative that is there although the other one would do", () => {
    const either = { dependencies: ["clinic-base/1.0.0 || ward-plan/1.0.0"] };
    const { names } = order([module("clinic-base"), module("clinic-hr", either), module("ward-plan")]);
    expect(names).toEqual(["clinic-base", "ward-plan", "clinic-hr"]);
  });

  it("does not wait for an alternative that is not there", () => {
    const either = { dependencies: ["clinic-base/1.0.0||ward-plan/1.0.0"] };
    expect(order([module("clinic-base"), module("clinic-hr", either)]).names).toEqual([
      "clinic-base",
      "clinic-hr",
    ]);
  });

  it("does not depend on the order modules are found in", () => {
    const found = [
      module("b", { dependencies: ["c/1"] }),
      module("c"),
      module("a", { dependencies: ["b/1"] }),
    ];
    expect(order(found).names).toEqual(order(found.toReversed()).names);
  });
});

describe("dependencies", () => {
  it.each([
    ["clinic-base/2.0.0", true],
    ["clinic-base/>2.0.0", false],
    ["clinic-base/>=2.0.0", true],
    ["clinic-base/<3.0.0", true],
    ["clinic-base/<=1.9", false],
    ["clinic-base/=2.0.0", true],
    ["clinic-base/2.1", false],
    ["clinic-base/", false],
    ["clinic-base/3.0||true", true],
    ["clinic-base/1.0 && FALSE", false],
    ["!ward-plan/1.0", false],
    ["!(ward-plan/1.0)", true],
    ["clinic-base/2.0 && ! ward-plan/1.0", true],
    ["clinic-base", false],
    ["ward-plan/1.0 || (clinic-base/2.0 && clinic-base/<2.5)", true],
    ["ward-plan/1.0 && clinic-base/2.0", false],
    ["(clinic-base/2.0.0", false],
    ["", false],
    ["|| clinic-base/2.0.0", false],
  ])("%j holds with clinic-base/2.0.0: %s", (dependency, expected) => {
    const { names } = order([module("clinic-base/2.0.0"), module("x", { dependencies: [dependency] })]);
    expect(names.includes("x")).toBe(expected);
  });

  it("survives parentheses without end", () => {
    const deep = `${"(".repeat(100_000)}clinic-base/1${")".repeat(100_000)}`;
    expect(order([module("clinic-base"), module("x", { dependencies: [deep] })]).names).toEqual([
      "clinic-base",
    ]);
  });

  it("names the unmet dependency of a module that is dropped", () => {
    const { names, problems } = order([module("clinic-hr", { dependencies: ["itop-structure/3.0.0"] })]);
    expect(names).toEqual([]);
    expect(problems).toMatchObject([{ kind: "module-dropped", location: { line: 2 } }]);
    expect(problems[0]?.message).toContain("itop-structure/3.0.0");
  });

  it("says which version of the unmet dependency is there", () => {
    const { problems } = order([
      module("itop-structure/3.1.2"),
      module("clinic-hr", { dependencies: ["itop-structure/3.2.0"] }),
    ]);
    expect(problems[0]?.message).toContain(
      "itop-structure/3.2.0 (itop-structure is there in version 3.1.2), which is not met",
    );
  });

  it("says so where the dependency is there and left out itself", () => {
    const { problems } = order([
      module("ward-plan", { dependencies: ["clinic-base/1.0"] }),
      module("night-shift", { dependencies: ["ward-plan/1.0"] }),
    ]);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("it depends on ward-plan/1.0 (which is left out itself)"),
    );
  });

  it("drops modules that depend on each other", () => {
    const circle = [module("a", { dependencies: ["b/1"] }), module("b", { dependencies: ["a/1"] })];
    expect(order(circle)).toMatchObject({
      names: [],
      problems: [{ kind: "module-dropped" }, { kind: "module-dropped" }],
    });
  });

  it("drops what cannot do without an excluded module, and what depends on that", () => {
    const found = [
      module("a"),
      module("b", { dependencies: ["a/1"] }),
      module("c", { dependencies: ["b/1"] }),
    ];
    const { names, problems } = order(found, ["a"]);
    expect(names).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("b/1.0.0 is left out: it depends on a/1"),
      expect.stringContaining("c/1.0.0 is left out: it depends on b/1"),
    ]);
  });
});

describe("the choice of modules", () => {
  it("keeps the strictly higher of two versions, wherever it lies", () => {
    const old = module("clinic-hr/1.9.0", { folder: "datamodels/2.x/clinic-hr" });
    const copy = module("clinic-hr/1.10.0", { folder: "extensions/dist/clinic-hr" });
    const { order: ordered, problems } = loadOrder([old, copy], { excludeModules: [] });
    expect(ordered).toEqual([copy]);
    expect(problems).toMatchObject([{ kind: "duplicate", location: { file: old.location.file } }]);
  });

  it("keeps the one iTop finds first when versions are equal", () => {
    const standard = module("clinic-hr", { folder: "datamodels/2.x/clinic-hr" });
    const extension = module("clinic-hr", { folder: "extensions/clinic-hr" });
    const generated = module("clinic-hr", { folder: "data/production-modules/clinic-hr" });
    const { order: ordered } = loadOrder([generated, extension, standard], { excludeModules: [] });
    expect(ordered).toEqual([standard]);
  });

  it("ignores a module file that lacks keys iTop demands, and says which", () => {
    const { names, problems } = order([module("clinic-hr", { missingKeys: ["data.sample", "visible"] })]);
    expect(names).toEqual([]);
    expect(problems[0]?.message).toContain("data.sample, visible");
  });

  const alternatives = [
    "itop-request-mgmt",
    "itop-request-mgmt-itil",
    "itop-service-mgmt",
    "itop-service-mgmt-provider",
  ];

  it("leaves out one of each pair that cannot be installed together, and says so once with the option", () => {
    const { names, problems } = order(alternatives.map((name) => module(name)));
    expect(names).toEqual(["itop-request-mgmt-itil", "itop-service-mgmt"]);
    expect(problems.map(({ kind }) => kind)).toEqual(["module-dropped"]);
    expect(problems[0]?.message).toMatch(
      /itop-request-mgmt \(itop-request-mgmt-itil is read\), itop-service-mgmt-provider .*excludeModules/,
    );
  });

  it("follows the workspace when it excludes the one that is kept by default", () => {
    const { names, problems } = order(
      alternatives.map((name) => module(name)),
      ["itop-request-mgmt-itil", "itop-service-mgmt"],
    );
    expect(names).toEqual(["itop-request-mgmt", "itop-service-mgmt-provider"]);
    expect(problems).toEqual([]);
  });
});

describe("modules that iTop selects by itself", () => {
  const bridge = (autoSelect: string): ModuleData => module("zz-bridge", { autoSelect });

  it.each([
    ['SetupInfo::ModuleIsSelected("ward-plan") && SetupInfo::ModuleIsSelected("clinic-hr")', true],
    ["SetupInfo::ModuleIsSelected('ward-plan') && SetupInfo::ModuleIsSelected('absent')", false],
    ['SetupInfo::ModuleIsSelected("absent") || (SetupInfo::ModuleIsSelected("clinic-hr"))', true],
    ['!SetupInfo::ModuleIsSelected("clinic-hr")', false],
    ["false", true],
    ["true", true],
  ])("%s selects: %s", (condition, expected) => {
    const { names, problems } = order([module("clinic-hr"), module("ward-plan"), bridge(condition)]);
    expect(names.includes("zz-bridge")).toBe(expected);
    expect(problems).toEqual([]);
  });

  it("lets one selected module select the next", () => {
    const first = module("a-first", { autoSelect: 'SetupInfo::ModuleIsSelected("b-second")' });
    const second = module("b-second", { autoSelect: 'SetupInfo::ModuleIsSelected("clinic-hr")' });
    expect(order([first, second, module("clinic-hr")]).names).toEqual(["a-first", "b-second", "clinic-hr"]);
  });

  it("leaves a module out whose condition is other PHP, and says so", () => {
    const { names, problems } = order([module("clinic-hr"), bridge('file_exists("/etc/passwd")')]);
    expect(names).toEqual(["clinic-hr"]);
    expect(problems).toMatchObject([{ kind: "module-dropped" }]);
  });
});
