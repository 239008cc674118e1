/** Findings of the invented hospital group, hand-written, as the API answers them. */
import type { Finding, FindingPage } from "../../server/contract.ts";

const at = (file: string, line: number) => ({ file, line, column: 5, endLine: line, endColumn: 40 });
const TEMPLATE = at("exports/ActionEmail.json", 14);

function finding(fingerprint: string, rest: Partial<Finding>): Finding {
  return {
    fingerprint,
    rule: "flow/unknown-recipient",
    family: "flow",
    severity: "error",
    system: "itop",
    path: "itop:notification/New ticket",
    location: TEMPLATE,
    basis: "law",
    certainty: "proved",
    message: "",
    why: "Nobody can say who reads it.",
    fix: "Name the recipients in the action.",
    articles: ["Art. 30(1)(d)"],
    evidence: [],
    flow: [],
    suppressed: null,
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
    rule: "storage/special-category",
    family: "storage",
    path: "itop:UserRequest.care_note",
    articles: ["Art. 9(1)"],
    location: at("itop/datamodel.rosenhof.xml", 131),
    message: "UserRequest.care_note holds health data in an open field.",
    why: "Whoever may read a request reads it.",
    fix: "Move it to a protected class.",
  }),
  finding("a3", {
    rule: "retention/no-purge",
    family: "retention",
    path: "itop:store/email-log",
    articles: ["Art. 5(1)(e)"],
    location: at("itop/config-itop.php", 210),
    message: "The notification log is never purged.",
    why: "Bodies of mails stay for good.",
    fix: "Schedule the purge.",
  }),
  finding("b1", {
    rule: "access/broad-account",
    family: "access",
    severity: "warning",
    path: "itop:operation/monitoring-read",
    location: null,
    message: "The monitoring account reads eight fields of Person and needs two.",
    articles: ["Art. 5(1)(c)"],
  }),
  finding("b2", {
    rule: "retention/no-purge",
    family: "retention",
    severity: "warning",
    path: "itop:store/history",
    location: null,
    message: "The change history keeps old values of deleted persons.",
    articles: ["Art. 17"],
  }),
  finding("c1", {
    rule: "vendor/claim-only",
    family: "vendor",
    severity: "info",
    path: "itop:movement/Backup",
    location: null,
    message: "That backups are encrypted rests on the vendor's word.",
    basis: "vendor practice",
    certainty: "not-verifiable",
  }),
  finding("s1", {
    rule: "retention/no-purge",
    family: "retention",
    severity: "warning",
    path: "itop:store/rest-log",
    location: null,
    message: "The REST log is kept for two years.",
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
    items,
    total: items.length,
    page: 1,
    pageSize: 500,
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
