/** The effective model for people: personal fields by entity, with category, confidence and place. */
import { ownFields } from "../analyzer/model/entity.ts";
import type { Field } from "../analyzer/model/field.ts";
import type { Location } from "../analyzer/model/location.ts";
import type { StoredQuery } from "../analyzer/model/query.ts";
import type { Verdict, Verdicts } from "../analyzer/model/verdict.ts";
import type { Snapshot } from "../analyzer/workspace/snapshot.ts";

/** Declared fields only: what is inherited is shown where it is declared. */
export function modelText({ estate, verdicts }: Snapshot): string {
  const lines: string[] = [];
  for (const system of estate.systems) {
    const total = system.entities.reduce((sum, entity) => sum + entity.fields.length, 0);
    const version = system.product.version ?? "version unknown";
    lines.push(
      `${system.id}: ${system.product.name} ${version}, ${system.entities.length} entities, ${total} effective fields`,
    );
    if (system.queries.length > 0) lines.push(`  ${queriesText(system.queries)}`);
    for (const entity of system.entities) {
      const rows = ownFields(entity).flatMap((field) => rowOf(field, verdicts));
      if (rows.length === 0) continue;
      lines.push("", `  ${entity.name}${entity.parent === null ? "" : ` (${entity.parent})`}`, ...rows);
    }
    lines.push("");
  }
  return lines.join("\n");
}

/** `stored queries: 65 (34 menu, 31 dashlet); not working: 2; naming people: 1`. */
function queriesText(queries: readonly StoredQuery[]): string {
  const places = new Map<string, number>();
  for (const { place } of queries) places.set(place, (places.get(place) ?? 0) + 1);
  const counts = [...places].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const broken = queries.filter(({ valid }) => !valid).length;
  const naming = queries.filter(({ literals }) => literals.length > 0).length;
  const notes = [
    ...(broken === 0 ? [] : [`not working: ${broken}`]),
    ...(naming === 0 ? [] : [`naming people: ${naming}`]),
  ];
  const all = counts.map(([place, count]) => `${count} ${place}`).join(", ");
  return [`stored queries: ${queries.length} (${all})`, ...notes].join("; ");
}

function rowOf(field: Field, verdicts: Verdicts): readonly string[] {
  const verdict = verdicts.get(field.path);
  if (verdict === undefined || verdict.personal === "no" || verdict.personal === "person-link") return [];
  return [
    `    ${field.name.padEnd(28)} ${field.declaredType.padEnd(28)} ${says(verdict).padEnd(44)} ${place(field.location)}`.trimEnd(),
  ];
}

function says(verdict: Verdict): string {
  const special = verdict.special === null ? "" : ` [Art. ${verdict.special === "art9" ? 9 : 10}]`;
  return `${verdict.personal} ${verdict.category}${special} ${Math.round(verdict.confidence * 100)} %`;
}

function place(location: Location | null): string {
  return location === null ? "" : `${location.file}:${location.line}`;
}
