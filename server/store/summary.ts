/** A snapshot in figures: what the list of snapshots and the first screen show. */
import { ownFields } from "../../analyzer/model/entity.ts";
import { coverageOf } from "../../analyzer/model/estate.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Verdicts } from "../../analyzer/model/verdict.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { summaryOf } from "../../rules/engine/run.ts";
import type { Finding } from "../../rules/kit/finding.ts";
import type { SnapshotSummary } from "../contract.ts";

export function summarize(
  { estate, verdicts }: Snapshot,
  findings: readonly Finding[],
  { id, createdAt }: Pick<SnapshotSummary, "id" | "createdAt">,
): SnapshotSummary {
  return {
    id,
    asOf: estate.asOf,
    createdAt,
    systems: estate.systems.map((system) => systemFigures(system, verdicts)),
    findings: summaryOf(findings),
    coverage: coverageOf(estate.inputs),
    problems: estate.problems.length,
  };
}

/** A field counts once, where it is declared. */
function systemFigures(system: System, verdicts: Verdicts): SnapshotSummary["systems"][number] {
  const fields = system.entities.flatMap(ownFields);
  return {
    id: system.id,
    product: system.product.name,
    version: system.product.version,
    entities: system.entities.length,
    fields: fields.length,
    personalFields: fields.filter(({ path }) => verdicts.get(path)?.personal === "yes").length,
    movements: system.movements.length + system.notifications.length + system.operations.length,
  };
}
