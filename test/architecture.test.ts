import { cruise } from "dependency-cruiser";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

interface Boundary {
  readonly name: string;
  readonly because: string;
  readonly from: string;
  readonly to: string;
}

const NODE_EDGE =
  "^(node:)?(fs|fs/promises|child_process|net|http|https|process|os|readline|worker_threads)$";

/** Each boundary with its reason; `from` and `to` are regular expressions on resolved paths. */
const BOUNDARIES: readonly Boundary[] = [
  {
    name: "the model imports nothing",
    because: "it is the vocabulary of every floor and must not drag one of them along",
    from: "^analyzer/model/",
    to: "^(?!analyzer/model/)",
  },
  {
    name: "sources know only the model",
    because: "a reader of XML or PHP must serve every adapter",
    from: "^analyzer/source/",
    to: "^(analyzer/(systems|classify|graph|records|workspace)|rules|cli|server|viewer)/",
  },
  {
    name: "adapters know nothing above them",
    because: "what a product says must not depend on what we make of it",
    from: "^analyzer/systems/",
    to: "^(analyzer/(classify|graph|records|workspace)|rules|cli|server|viewer)/",
  },
  {
    name: "one adapter never imports another",
    because: "what two need sits in source or systems/generic",
    from: "^analyzer/systems/itop/",
    to: "^analyzer/systems/(?!itop/|adapter)[^/]+/",
  },
  {
    name: "the classifier knows nothing above it",
    because: "a verdict is a function of a field",
    from: "^analyzer/classify/",
    to: "^(analyzer/(graph|records|workspace)|rules|cli|server|viewer)/",
  },
  {
    name: "the graph knows nothing above it",
    because: "records and rules read it, not the other way round",
    from: "^analyzer/graph/",
    to: "^(analyzer/(records|workspace)|rules|cli|server|viewer)/",
  },
  {
    name: "records know nothing above them",
    because: "the register is derived from the snapshot alone",
    from: "^analyzer/records/",
    to: "^(analyzer/workspace|rules|cli|server|viewer)/",
  },
  {
    name: "only the workspace reads files",
    because: "everything below works on text and runs in a browser test, a worker or a rule example",
    from: "^analyzer/(model|source|systems|classify|graph|records)/",
    to: NODE_EDGE,
  },
  {
    name: "a rule imports only the kit",
    because: "rule authors need one door and must not reach into the engine",
    from: "^rules/(storage|retention|flow|access|rights|records|config|vendor|model)/",
    to: "^(?!rules/kit/|rules/(storage|retention|flow|access|rights|records|config|vendor|model)/)",
  },
  {
    name: "rules know nothing of the edges",
    because: "they run in the command line, the server and the editor alike",
    from: "^rules/",
    to: "^(cli|server|viewer)/",
  },
  {
    name: "rules and reporters are pure",
    because: "result in, string out",
    from: "^rules/",
    to: NODE_EDGE,
  },
  {
    name: "the server does not import the command line",
    because: "both are edges of the same path",
    from: "^server/",
    to: "^cli/",
  },
  {
    name: "the viewer imports only the API's types",
    because: "the browser must not carry the analyser",
    from: "^viewer/",
    to: "^(analyzer|rules|cli|server/(?!contract))",
  },
];

/** Types may refer to each other; code may not. */
const CIRCLES = {
  name: "no-circle",
  severity: "error" as const,
  from: {},
  to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only" as const] } },
};

const FLOORS = ["analyzer", "rules", "cli", "server", "viewer"];
/** Data written by scripts, not by people. */
const GENERATED = /catalogue\/.*\.json$/;
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|misc|manager|service|base)(\.|\/)/;

describe("the floors", () => {
  let edges: { from: string; to: string }[] = [];
  let circles: string[] = [];

  beforeAll(async () => {
    const result = await cruise(FLOORS, {
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: "tsconfig.json" },
      validate: true,
      ruleSet: { forbidden: [CIRCLES] },
    });
    if (typeof result.output === "string") throw new Error(result.output);
    edges = result.output.modules.flatMap((module) =>
      module.dependencies.map((dependency) => ({ from: module.source, to: dependency.resolved })),
    );
    circles = result.output.summary.violations.map(({ from, cycle }) =>
      [from, ...(cycle ?? []).map(({ name }) => name)].join(" → "),
    );
  }, 120_000);

  it("sees the imports at all", () => {
    expect(edges.length).toBeGreaterThan(200);
  });

  it("has no circle of imports, so that every file can be read after those it rests on", () => {
    expect(circles).toEqual([]);
  });

  it.each(BOUNDARIES)("$name, because $because", ({ from, to }) => {
    const crossing = edges.filter((edge) => new RegExp(from).test(edge.from) && new RegExp(to).test(edge.to));
    expect(crossing).toEqual([]);
  });
});

describe("the rooms", () => {
  const files = FLOORS.flatMap((floor) => filesBelow(floor)).filter(
    (file) => /\.(ts|tsx)$/.test(file) && !GENERATED.test(file),
  );
  const lengths = files.map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }));

  it("keep every file below 300 lines", () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it("keep nine files of ten below 200 lines and the median at 80 or less", () => {
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(200);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  it("keep a rule below 120 lines", () => {
    const rules = lengths.filter(({ file }) => /^rules\/(?!kit|engine|report)[^/]+\//.test(file));
    expect(rules.filter(({ lines }) => lines > 120)).toEqual([]);
  });

  it("keep a test below 250 lines", () => {
    const tests = filesBelow("test").filter((file) => file.endsWith(".test.ts"));
    expect(tests.filter((file) => readFileSync(file, "utf8").split("\n").length > 251)).toEqual([]);
  });

  it("have names that say what is in them", () => {
    expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([]);
  });

  it("open each module with one sentence", () => {
    expect(files.filter((file) => !/^(#!.*\n)?\/\*\*\s/.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules") return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
