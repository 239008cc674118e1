/** What the classifier is told of one field; only the name is always there. */
import type { EntityRole } from "../model/entity.ts";
import type { FieldKind, FreeText, Protection } from "../model/field.ts";
import type { Labels } from "../model/provenance.ts";
import type { Verdict } from "../model/verdict.ts";

/** The field a reference copy shows, with its verdict. */
export interface CopiedField {
  readonly path: string;
  readonly verdict: Verdict;
}

export interface FieldInput {
  /** The field's own code or column name. */
  readonly field: string;
  /** Entity, table, form or other context the field stands in. */
  readonly entity?: string;
  /** The entity and its parents, nearest first; looked up among the standard fields. */
  readonly lineage?: readonly string[];
  /** Adapter the field comes from, such as `itop`; absent = unknown. */
  readonly system?: string;
  readonly role?: EntityRole;
  /** The entity is a person's or refers to people. */
  readonly reachesPeople?: boolean;
  /** The product's own type name, as read. */
  readonly type?: string;
  readonly kind?: FieldKind;
  readonly freeText?: FreeText;
  readonly protection?: Protection;
  readonly labels?: Labels;
  /** Language code of field name, entity and description where known. */
  readonly lang?: string;
  readonly description?: string;
  /** Codes of an enumeration. */
  readonly values?: readonly string[];
  /** Name and role of the entity a reference points to. */
  readonly target?: string;
  readonly targetRole?: EntityRole;
  /** The target is a person, an account, or a link that leads to one. */
  readonly targetReachesPeople?: boolean;
  readonly pattern?: string;
  readonly length?: number;
  readonly copyOf?: CopiedField;
  /** Names of the entity's other fields. */
  readonly siblings?: readonly string[];
  /** Category a vendor or customer annotation states. */
  readonly declaredCategory?: string;
}
