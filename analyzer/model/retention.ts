/** How long a store keeps its rows, in effect rather than on paper. */
import type { Provenance } from "./provenance.ts";

/** `days` for a period, `criterion` for a condition in words, `none` for kept for ever. */
export type Retention = {
  readonly source: "configured" | "default" | "declared" | "hard-coded" | "contract" | "unknown";
  readonly proof: Provenance;
} & (
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "criterion"; readonly criterion: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" }
);
