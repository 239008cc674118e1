/** How long each store of an activity keeps its rows in effect: evidence for a time limit, never the limit itself. */
import type { Provenance } from "../../model/provenance.ts";
import type { Retention } from "../../model/retention.ts";
import type { Store } from "../../model/store.ts";
import { categoryLine } from "./data-categories.ts";
import { proved } from "../digest.ts";
import type { Found, RecordFacts } from "../record-facts.ts";

export function retentionEvidence({ elements }: RecordFacts): Found {
  const lines = elements.flatMap(({ fact, path, categories }) => {
    if (fact.kind !== "store" || fact.store.active.state === "off") return [];
    const { store } = fact;
    const holds = categories.length === 0 ? "" : `; holds ${categories.map(categoryLine).join(", ")}`;
    const proof: Provenance = store.retention.proof;
    const quote = `store ${store.name}: ${keeps(store)}`;
    return [
      { key: path, text: `${store.name}: ${keeps(store)}${holds}`, evidence: [proved(path, quote, proof)] },
    ];
  });
  return { lines, question: null };
}

function keeps(store: Store): string {
  const period = periodOf(store.retention);
  if (store.retention.kind === "none" || store.retention.kind === "unknown") return period;
  if (store.purge.enabled === "no") return `${period}, but the purge is off`;
  return store.purge.covers === "all" ? period : `${period}, for ${store.purge.covers}; the rest has no end`;
}

function periodOf(retention: Retention): string {
  switch (retention.kind) {
    case "days":
      return `${retention.days} ${retention.days === 1 ? "day" : "days"} (${retention.source})`;
    case "criterion":
      return `${retention.criterion} (${retention.source})`;
    case "none":
      return "no end is evidenced";
    case "unknown":
      return "unknown";
    default:
      return retention satisfies never;
  }
}
