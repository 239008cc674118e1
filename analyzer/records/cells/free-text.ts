/** Fields and stores where people can write, or a product can copy, anything at all. */
import { entityPath, localPart, type ModelPath } from "../../model/model-path.ts";
import type { StorePart } from "../../model/store.ts";
import { evidence, proved } from "../digest.ts";
import type { Found, FoundLine, RecordFacts } from "../record-facts.ts";
import type { CellEvidence } from "../register.ts";

/** Parts of a store that hold whatever was sent, typed or kept before. */
const ANYTHING: ReadonlySet<StorePart> = new Set(["bodies", "payloads", "old-values", "trace", "binary"]);

export function freeText({ elements }: RecordFacts): Found {
  const byEntity = new Map<ModelPath, { name: string; fields: string[]; evidence: CellEvidence[] }>();
  const stores: FoundLine[] = [];
  for (const { fact, path, system } of elements) {
    if (fact.kind === "field" && fact.verdict.personal === "may-contain") {
      const key = entityPath(system.id, fact.entity.name);
      const group = byEntity.get(key) ?? { name: fact.entity.name, fields: [], evidence: [] };
      group.fields.push(fact.field.name);
      group.evidence.push(
        evidence(path, `${localPart(path)}: ${fact.field.declaredType}`, fact.field.location),
      );
      byEntity.set(key, group);
    }
    if (fact.kind === "store" && fact.store.kind !== "primary" && fact.store.kind !== "case-log") {
      const parts = fact.store.holds.parts.filter((part) => ANYTHING.has(part));
      if (parts.length === 0) continue;
      const text = `${fact.store.name}: ${parts.join(", ")}`;
      stores.push({ key: path, text, evidence: [proved(path, `store ${text}`, fact.store.proof)] });
    }
  }
  const entities = [...byEntity].map(([key, group]) => ({
    key,
    text: `${group.name}: ${group.fields.sort().join(", ")}`,
    evidence: group.evidence,
  }));
  const lines = [...entities, ...stores].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { lines, question: null };
}
