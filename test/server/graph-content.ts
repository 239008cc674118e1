/** The small hospital group of the graph's tests as a kept snapshot, with a few findings. */
import { buildGraph } from "../../analyzer/graph/build.ts";
import { buildRegister } from "../../analyzer/records/build.ts";
import type { Estate } from "../../analyzer/model/estate.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import type { Content } from "../../server/store/content.ts";
import { hospital, verdicts } from "../analyzer/graph/hospital.ts";
import { at } from "../analyzer/graph/model-factory.ts";
import { bench, ESTATE, type Bench } from "./support.ts";

export function finding(path: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: "storage/special-category-in-clear",
    messageId: "found",
    severity: "error",
    system: "itop",
    path,
    location: at("datamodel.hospital.xml", 10),
    args: {},
    message: "health_note is kept in clear",
    why: "Everyone with read access sees it.",
    fix: "Encrypt it.",
    evidence: [],
    flow: [],
    related: [],
    certainty: "proved",
    articles: ["Art. 9(1)"],
    basis: "law",
    discriminator: "",
    fingerprint: `print of ${path} ${more.rule ?? ""}`,
    suppressed: null,
    ...more,
  };
}

export const FINDINGS: readonly Finding[] = [
  finding("itop:Person.health_note"),
  finding("itop:Contact.email", {
    rule: "model/unresolved-reference",
    severity: "info",
    location: at("sync.json", 3),
  }),
  finding("itop:Person.mobile_phone", {
    rule: "flow/unknown-recipient",
    severity: "warning",
    message: "goes out by New ticket",
  }),
  finding("itop:notification/New ticket", { rule: "flow/unknown-recipient", severity: "warning" }),
  finding("itop:store/Mail log", { rule: "retention/kept-for-ever", severity: "warning" }),
  finding("itop:Person.name", {
    severity: "warning",
    suppressed: { by: "exception", reason: "works council agreed", until: null, approver: "HR" },
  }),
];

export function graphContent(findings: readonly Finding[] = FINDINGS): Content {
  const estate: Estate = {
    ...hospital(),
    problems: [
      {
        kind: "truncated",
        message: "The file ends early.",
        location: at("rest-log.csv", 90),
        lost: "the rest",
      },
      { kind: "catalogue", message: "The catalogue stands in.", location: at("datamodel.hospital.xml", 1) },
    ],
  };
  const graph = buildGraph(estate, verdicts);
  const register = buildRegister({ estate, verdicts, graph, declarations: null });
  return {
    snapshot: { estate, verdicts, graph, register },
    findings,
    rules: undefined,
    register: null,
    exceptions: null,
    baseline: null,
    suppressible: [],
  };
}

export async function graphBench(findings: readonly Finding[] = FINDINGS): Promise<Bench> {
  const made = await bench();
  await made.shelf.add({ id: ESTATE, name: "Saint Clair hospital group" }, graphContent(findings));
  return made;
}
