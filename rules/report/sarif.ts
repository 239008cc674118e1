/** SARIF 2.1.0 for code-scanning services and review tools. */
import { GENERATOR } from "../../analyzer/model/generator.ts";
import type { Location } from "../../analyzer/model/location.ts";
import type { RuleMeta } from "../kit/define-rule.ts";
import type { Finding, Severity, Suppression } from "../kit/finding.ts";
import type { ReportInput } from "./report-input.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

export function sarifReport(input: ReportInput): string {
  const indexes = new Map(input.rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: {
      driver: {
        name: GENERATOR.name,
        semanticVersion: GENERATOR.version,
        rules: input.rules.map(descriptor),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: input.problems.map(({ kind, message, location }) => ({
          descriptor: { id: kind },
          level: "warning",
          message: { text: message },
          locations: [{ physicalLocation: physical(location) }],
        })),
      },
    ],
    results: input.findings.map((finding) => result(finding, indexes.get(finding.rule))),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function descriptor({ id, title, articles, messages, severity, basis }: RuleMeta): Record<string, unknown> {
  const [first] = Object.values(messages);
  const level = severity.recommended === "off" ? "none" : LEVELS[severity.recommended];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: first?.why ?? title },
    help: { text: first?.fix ?? title },
    defaultConfiguration: { enabled: level !== "none", level },
    properties: { tags: ["privacy", ...articles], basis },
  };
}

function result(finding: Finding, ruleIndex: number | undefined): Record<string, unknown> {
  const { rule, severity, path, message, why, fix, location, fingerprint } = finding;
  const { messageId, articles, certainty, related, flow, suppressed } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: `${message}\n${why}\n${fix}` },
    locations: [place(location, path)],
    partialFingerprints: { "art30/v1": fingerprint },
    ...(related.length === 0 ? {} : { relatedLocations: relatedLocations(finding) }),
    ...(flow.length === 0 ? {} : { codeFlows: [codeFlow(finding)] }),
    ...(suppressed === null ? {} : { suppressions: [suppression(suppressed)] }),
    properties: { path, messageId, articles, certainty },
  };
}

function relatedLocations({ related, path }: Finding): readonly Record<string, unknown>[] {
  return related.map((each, index) => ({
    id: index + 1,
    ...place(each.location, each.path ?? path),
    message: { text: each.role },
  }));
}

function codeFlow({ flow }: Finding): Record<string, unknown> {
  const locations = flow.map(({ kind, path, label, location }) => ({
    location: { ...place(location, path), message: { text: label } },
    kinds: [kind],
  }));
  return { threadFlows: [{ locations }] };
}

function suppression({ by, reason }: Suppression): Record<string, unknown> {
  return {
    kind: by === "comment" ? "inSource" : "external",
    status: "accepted",
    justification: reason ?? "part of the baseline",
  };
}

function place(location: Location | null, path: string): Record<string, unknown> {
  return {
    ...(location === null ? {} : { physicalLocation: physical(location) }),
    logicalLocations: [{ fullyQualifiedName: path }],
  };
}

function physical({ file, line, column, endLine, endColumn }: Location): Record<string, unknown> {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}
