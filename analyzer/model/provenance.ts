/** What proves a fact: a place in a file, or a stated basis when no file says it. */
import type { Location } from "./location.ts";

/** Exactly one of the two is normally given; a default confirmed by an absent key may give both. */
export interface Provenance {
  readonly location: Location | null;
  /** Product knowledge in words, such as "default of iTop 3.1; the setting is absent from config-itop.php". */
  readonly basis: string | null;
}

export type Ternary = "yes" | "no" | "unknown";

/** Who brought a definition into the model. */
export interface Origin {
  readonly by: "vendor" | "extension" | "customer" | "unknown";
  /** Module, extension or delta that holds the definition. */
  readonly module: string | null;
}

/** Texts per language code (`en`, `fr`), as the system shows them. */
export type Labels = Readonly<Record<string, string>>;
