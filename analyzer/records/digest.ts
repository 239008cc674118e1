/** Short digests that show whether what a record rests on has changed. */
import { createHash } from "node:crypto";
import type { Location } from "../model/location.ts";
import type { ModelPath } from "../model/model-path.ts";
import type { Provenance } from "../model/provenance.ts";
import type { CellEvidence } from "./register.ts";

/** First 16 hex digits of SHA-256. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16);
}

/** Line and file are left out of the digest: a file that moves or grows does not change what is proved. */
export function evidence(path: ModelPath | null, quote: string, location: Location | null): CellEvidence {
  return {
    path,
    file: location?.file ?? null,
    line: location?.line ?? null,
    quote,
    digest: digestOf(`${path ?? ""}\n${quote}`),
  };
}

/** Evidence of a fact; a basis in words stands in the quote when no file shows it. */
export function proved(path: ModelPath | null, quote: string, proof: Provenance): CellEvidence {
  const says = proof.location === null && proof.basis !== null ? `${quote} (${proof.basis})` : quote;
  return evidence(path, says, proof.location);
}

/** Sorted, each once. */
export function ordered(items: readonly CellEvidence[]): readonly CellEvidence[] {
  const key = (item: CellEvidence): string =>
    [item.path ?? "", item.file ?? "", String(item.line ?? 0).padStart(9, "0"), item.quote].join("\n");
  const byKey = new Map(items.map((item) => [key(item), item]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/** One digest for all evidence of a record: what an approval is bound to. */
export function evidenceDigest(items: readonly CellEvidence[]): string {
  return digestOf([...new Set(items.map(({ digest }) => digest))].sort().join("\n"));
}
