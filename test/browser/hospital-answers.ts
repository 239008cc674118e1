/** Findings, records, trace and element of the invented hospital group, hand-written, as the API answers them. */
import type {
  Cell,
  Element,
  EstateSummary,
  Finding,
  FindingPage,
  RegisterView,
  SnapshotSummary,
  Trace,
} from "../../server/contract.ts";

const at = (file: string, line: number) => ({ file, line, column: 5, endLine: line, endColumn: 40 });
const TEMPLATE = at("exports/ActionEmail.json", 14);

export const SNAPSHOT: SnapshotSummary = {
  ...{ id: "3f09c2d47a51be60", asOf: "2026-02-01", createdAt: "2026-02-01T08:00:00.000Z", problems: 2 },
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

function finding(fingerprint: string, rest: Partial<Finding>): Finding {
  return {
    ...{ fingerprint, rule: "flow/unknown-recipient", family: "flow", severity: "error", system: "itop" },
    ...{ path: "itop:notification/New ticket", location: TEMPLATE, basis: "law", certainty: "proved" },
    ...{
      message: "",
      why: "Nobody can say who reads it.",
      fix: "Name the recipients in the action.",
      articles: ["Art. 30(1)(d)"],
    },
    ...{ evidence: [], flow: [], suppressed: null },
    ...rest,
  };
}

export const FINDINGS: readonly Finding[] = [
  finding("a1", {
    message: "Notification New ticket sends phone and name to a recipient nobody has named.",
    evidence: [
      { kind: "quote", text: "the template holds $this->caller_id->mobile_phone$", location: TEMPLATE },
    ],
    flow: [
      {
        kind: "field",
        path: "itop:Person.mobile_phone",
        label: "Person.mobile_phone",
        location: at("itop/datamodel.rosenhof.xml", 88),
      },
      { kind: "movement", path: "itop:notification/New ticket", label: "New ticket", location: TEMPLATE },
      { kind: "recipient", path: "itop:party/unknown", label: "an unknown recipient", location: null },
    ],
  }),
  finding("a2", {
    ...{
      rule: "storage/special-category",
      family: "storage",
      path: "itop:UserRequest.care_note",
      articles: ["Art. 9(1)"],
    },
    ...{
      location: at("itop/datamodel.rosenhof.xml", 131),
      message: "UserRequest.care_note holds health data in an open field.",
    },
    ...{ why: "Whoever may read a request reads it.", fix: "Move it to a protected class." },
  }),
  finding("a3", {
    ...{
      rule: "retention/no-purge",
      family: "retention",
      path: "itop:store/email-log",
      articles: ["Art. 5(1)(e)"],
    },
    ...{ location: at("itop/config-itop.php", 210), message: "The notification log is never purged." },
    ...{ why: "Bodies of mails stay for good.", fix: "Schedule the purge." },
  }),
  finding("b1", {
    ...{
      rule: "access/broad-account",
      family: "access",
      severity: "warning",
      path: "itop:operation/monitoring-read",
    },
    ...{
      location: null,
      message: "The monitoring account reads eight fields of Person and needs two.",
      articles: ["Art. 5(1)(c)"],
    },
  }),
  finding("b2", {
    ...{ rule: "retention/no-purge", family: "retention", severity: "warning", path: "itop:store/history" },
    ...{
      location: null,
      message: "The change history keeps old values of deleted persons.",
      articles: ["Art. 17"],
    },
  }),
  finding("c1", {
    ...{
      rule: "vendor/claim-only",
      family: "vendor",
      severity: "info",
      path: "itop:movement/Backup",
      location: null,
    },
    ...{
      message: "That backups are encrypted rests on the vendor's word.",
      basis: "vendor practice",
      certainty: "not-verifiable",
    },
  }),
  finding("s1", {
    ...{
      rule: "retention/no-purge",
      family: "retention",
      severity: "warning",
      path: "itop:store/rest-log",
      location: null,
    },
    ...{ message: "The REST log is kept for two years." },
    suppressed: {
      by: "exception",
      reason: "needed for the audit of 2026",
      until: "2026-12-31",
      approver: "data protection officer",
    },
  }),
];

export function findingPage(query: URLSearchParams): FindingPage {
  const has = (name: string, value: string): boolean => query.get(name) === null || query.get(name) === value;
  const items = FINDINGS.filter(
    (each) =>
      has("severity", each.severity) &&
      has("family", each.family) &&
      has("system", each.system) &&
      has("rule", each.rule) &&
      each.path.startsWith(query.get("path") ?? "") &&
      (query.get("suppressed") === "true" || each.suppressed === null) &&
      `${each.message} ${each.path}`.toLowerCase().includes((query.get("q") ?? "").toLowerCase()),
  );
  const number = (severity: Finding["severity"]): number =>
    items.filter((each) => each.severity === severity).length;
  return {
    ...{ items, total: items.length, page: 1, pageSize: 500 },
    counts: { error: number("error"), warning: number("warning"), info: number("info") },
    rules: [...new Set(items.map(({ rule }) => rule))].map((id) => ({
      id,
      title: `Rule ${id}`,
      family: "flow",
      count: 1,
      worst: "error",
    })),
  };
}

export const TRACE: Trace = {
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
    ...{
      key,
      kind: "element",
      label: key.slice(key.indexOf(":") + 1),
      location: at("itop/datamodel.rosenhof.xml", 88),
    },
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

function cell(state: Cell["state"], value: readonly string[], rest: Partial<Cell> = {}): Cell {
  return {
    state,
    value: [...value],
    evidence: [],
    declaredBy: null,
    declaredOn: null,
    question: null,
    note: null,
    ...rest,
  };
}

/** A fresh register for each server, so that what one test declares is not there in the next. */
export function register(): RegisterView {
  const record = (
    id: string,
    name: string,
    systems: string[],
    purpose: Cell,
  ): RegisterView["records"][number] => ({
    ...{ id, role: "controller" as const, status: "draft", systems },
    cells: {
      name: cell("inferred", [name]),
      purpose,
      "data-categories": cell("inferred", ["name", "phone", "communication content"], {
        evidence: [
          {
            path: "itop:Person.mobile_phone",
            file: "itop/datamodel.rosenhof.xml",
            line: 88,
            quote: "mobile_phone",
            digest: "77aa10c2f0d93b61",
          },
        ],
      }),
      "external-recipients": cell("conflict", ["Aldermed Devices"], {
        note: "The register says nobody outside; a webhook sends to Aldermed Devices.",
      }),
      retention: cell("missing", [], { question: "How long are closed requests kept, and why so long?" }),
      "art9-condition": cell("not-applicable", [], { note: "No special category was found." }),
    },
  });
  return {
    controller: { name: "Rosenhof hospital group", contact: "dpo@rosenhof.example", country: "DE" },
    records: [
      record(
        "ITSM-01",
        "Handling of requests",
        ["itop"],
        cell("missing", [], { question: "Why does the organisation handle requests?" }),
      ),
      record(
        "ITSM-02",
        "Directory of staff",
        ["hr", "itop"],
        cell("declared", ["Reach colleagues on duty"], {
          declaredBy: "data protection officer",
          declaredOn: "2026-01-12",
        }),
      ),
    ],
    columns: [
      { id: "name", label: "Name", article: "Art. 30(1)", kind: "inferred" },
      { id: "purpose", label: "Purposes", article: "Art. 30(1)(b)", kind: "declared" },
      {
        id: "data-categories",
        label: "Categories of personal data",
        article: "Art. 30(1)(c)",
        kind: "inferred",
      },
      { id: "external-recipients", label: "Recipients outside", article: "Art. 30(1)(d)", kind: "candidate" },
      { id: "retention", label: "Time limits for erasure", article: "Art. 30(1)(f)", kind: "declared" },
      {
        id: "art9-condition",
        label: "Condition for special categories",
        article: "Art. 9(2)",
        kind: "declared",
      },
    ],
    gaps: [
      {
        record: "ITSM-01",
        column: "purpose",
        article: "Art. 30(1)(b)",
        kind: "missing",
        says: "No purpose is declared.",
      },
      {
        record: "ITSM-01",
        column: "retention",
        article: "Art. 30(1)(f)",
        kind: "missing",
        says: "No time limit is declared.",
      },
      {
        record: null,
        column: "officer",
        article: "Art. 37",
        kind: "missing",
        says: "No data protection officer is named.",
      },
    ],
    completeness: { filled: 9, of: 14 },
    coverage: { assigned: 61, of: 70 },
  };
}
