/** What an entry of the activity library says: a proposal for people to confirm, never a fact about them. */
import type { Category } from "../../model/category.ts";
import type { EntityRole } from "../../model/entity.ts";
import type { MovementKind } from "../../model/movement.ts";
import type { StoreKind } from "../../model/store.ts";

export type Language = "en" | "fr" | "de";

/** What of an estate belongs to the activity; any one is enough, the more specific one wins between activities. */
export interface Takes {
  /** The whole of a product. */
  readonly products?: RegExp;
  /** Fields of these categories, wherever they stand. */
  readonly categories?: readonly Category[];
  /** Entities of this name, and those that inherit from one. */
  readonly entities?: RegExp;
  /** Everything a module brings. */
  readonly modules?: RegExp;
  readonly stores?: readonly StoreKind[];
  readonly movements?: readonly MovementKind[];
  readonly notifications?: boolean;
  readonly operations?: boolean;
  readonly roles?: readonly EntityRole[];
}

export interface LibraryActivity {
  readonly id: string;
  readonly takes: Takes;
  /** DPV purpose terms offered as candidates; none where only people can say. */
  readonly purposes: readonly string[];
  /** Shows what people do at work: asks about works council and impact assessment. */
  readonly monitoring: boolean;
  /** Questions of this activity beyond those every record asks. */
  readonly questions: readonly string[];
}
