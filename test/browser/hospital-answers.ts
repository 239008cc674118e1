/** Estate, snapshot, trace and element of the invented hospital group, hand-written, as the API answers them. */
import type { Element, EstateSummary, MapNode, SnapshotSummary, Trace } from "../../server/contract.ts";
import { FINDINGS } from "./hospital-findings.ts";

const at = (file: string, line: number) => ({ file, line, column: 5, endLine: line, endColumn: 40 });
const TEMPLATE = at("exports/ActionEmail.json", 14);

export const SNAPSHOT: SnapshotSummary = {
  id: "3f09c2d47a51be60",
  asOf: "2026-02-01",
  createdAt: "2026-02-01T08:00:00.000Z",
  problems: 2,
  systems: [
    {
      id: "hr",
      product: "HR database",
      version: null,
      entities: 1,
      fields: 12,
      personalFields: 9,
      movements: 2,
    },
    {
      id: "itop",
      product: "iTop",
      version: "3.1.2",
      entities: 10,
      fields: 214,
      personalFields: 61,
      movements: 10,
    },
  ],
  findings: { error: 3, warning: 2, info: 1, suppressed: 1 },
  coverage: { files: 41, read: 39, partial: 1, failed: 1, skipped: 0 },
};

export const ESTATES: readonly EstateSummary[] = [
  { id: "rosenhof", name: "Rosenhof hospital group", latest: SNAPSHOT, snapshots: 1 },
];

/** A trace before anybody says by which nodes its steps are seen. */
type Way = Omit<Trace["ways"][number], "steps"> & {
  readonly steps: readonly Omit<Trace["ways"][number]["steps"][number], "shown">[];
};

/** The trace of a telephone number as a view with these nodes shows it: a field of a closed entity by the entity. */
export function traceIn(nodes: readonly MapNode[]): Trace {
  const visible = new Set(nodes.map(({ key }) => key));
  const shown = (key: string): string | null =>
    [key, key.slice(0, Math.max(0, key.lastIndexOf(".")))].find((each) => visible.has(each)) ?? null;
  const ways = TRACE.ways.map(({ steps, ...way }) => ({
    ...way,
    steps: steps.map((step) => ({ ...step, shown: shown(step.key) })),
  }));
  return { ...TRACE, ways };
}

const TRACE: Omit<Trace, "ways"> & { readonly ways: readonly Way[] } = {
  path: "itop:Person.mobile_phone",
  ways: [
    {
      direction: "to",
      sentence:
        "Person.mobile_phone comes by database synchronization *HR employees* from the export *Nightly export*.",
      steps: [
        {
          key: "hr:sync/Nightly export",
          kind: "movement",
          label: "Nightly export",
          edge: null,
          says: "",
          location: null,
        },
        {
          key: "itop:sync/HR employees",
          kind: "movement",
          label: "HR employees",
          edge: "x",
          says: "The export is read every night.",
          location: at("exports/SynchroDataSource.json", 3),
        },
        {
          key: "itop:Person.mobile_phone",
          kind: "field",
          label: "mobile_phone",
          edge: "y",
          says: "It is written to the person.",
          location: at("exports/SynchroDataSource.json", 41),
        },
      ],
    },
    {
      direction: "from",
      sentence: "Person.mobile_phone goes by notification *New ticket* to an unknown recipient.",
      steps: [
        {
          key: "itop:Person.mobile_phone",
          kind: "field",
          label: "mobile_phone",
          edge: null,
          says: "",
          location: null,
        },
        {
          key: "itop:notification/New ticket",
          kind: "movement",
          label: "New ticket",
          edge: "z",
          says: "The template holds the number.",
          location: TEMPLATE,
        },
        {
          key: "itop:party/unknown",
          kind: "party",
          label: "Unknown recipient",
          edge: "w",
          says: "The recipient query is not readable.",
          location: TEMPLATE,
        },
      ],
    },
  ],
  nodes: [
    "hr:sync/Nightly export",
    "itop:sync/HR employees",
    "itop:Person",
    "itop:Person.mobile_phone",
    "itop:notification/New ticket",
    "itop:party/unknown",
  ],
  edges: [
    "imports|hr:sync/Nightly export|itop:sync/HR employees",
    "writes|itop:sync/HR employees|itop:Person",
    "notifies|itop:Person|itop:notification/New ticket",
    "discloses|itop:notification/New ticket|itop:party/unknown",
  ],
  truncated: false,
};

export function elementOf(key: string): Element {
  return {
    key,
    kind: "element",
    label: key.slice(key.indexOf(":") + 1),
    location: at("itop/datamodel.rosenhof.xml", 88),
    facts: [
      { name: "Module", value: "rosenhof-care" },
      { name: "Origin", value: "customer" },
      { name: "Protection", value: "none" },
    ],
    evidence: [
      { signal: "code", says: "the code names a telephone", quote: "mobile_phone", weight: 2.4 },
      { signal: "type", says: "the type is a plain text", quote: null, weight: -0.3 },
    ],
    code: {
      firstLine: 86,
      lines: [
        '<field id="email" xsi:type="AttributeEmailAddress"/>',
        "",
        '<field id="mobile_phone" xsi:type="AttributePhoneNumber">',
        "</field>",
      ],
    },
    findings: FINDINGS.filter(({ path }) => path === key),
  };
}
