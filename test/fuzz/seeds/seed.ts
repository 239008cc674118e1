/** A small undamaged file: what must read it, and what it is made of. */

export interface Seed {
  /** Kind of the adapter that accepts it, or the name of another reader. */
  readonly reads: string;
  readonly content: string | { readonly gzip: string } | { readonly zip: Readonly<Record<string, string>> };
}

/** Seeds by their path in the estate. */
export type Seeds = Readonly<Record<string, Seed>>;
