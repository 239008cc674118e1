/** What the declared kind says: some name the data, some cannot hold it. */
import type { Category } from "../model/category.ts";
import type { FieldKind } from "../model/field.ts";
import type { EntityContext } from "./entity-context.ts";
import type { FieldInput } from "./field-input.ts";
import type { Signal } from "./signal.ts";
import { KIND_IMPOSSIBLE, KIND_UNLIKELY, TYPE_EXACT, TYPE_IP } from "./weights.ts";

const EXACT: Readonly<Partial<Record<FieldKind, readonly [Category, number]>>> = {
  email: ["email", TYPE_EXACT],
  phone: ["phone", TYPE_EXACT],
  ip: ["ip-address", TYPE_IP],
  hash: ["credential", TYPE_EXACT],
  "clear-secret": ["credential", TYPE_EXACT],
};

export function byType(input: FieldInput, kind: FieldKind, context: EntityContext): readonly Signal[] {
  const exact = EXACT[kind];
  if (exact !== undefined) return [holds(exact[0], exact[1], `type ${kind}`, input.type ?? kind)];
  if (kind === "image" && (context.about === "person" || context.about === "account")) {
    return [holds("photo", TYPE_EXACT, "image of a person's record", input.type ?? kind)];
  }
  return [];
}

function holds(category: Category, weight: number, says: string, quote: string): Signal {
  return { signal: "type", claim: "holds", category, says, weight, quote };
}

/** Categories whose values are chosen from a list or are numbers or dates by nature. */
const LISTED: ReadonlySet<Category> = new Set<Category>([
  "job",
  "org-unit",
  "gender",
  "marital-status",
  "nationality",
  "health",
  "ethnic",
  "religion",
  "union",
  "biometric",
  "criminal",
  "salary",
  "language",
  "time-zone",
  "opinion",
  "performance",
  "family",
  "work-location",
  "usage-behaviour",
  "postal-address",
  "other-personal",
]);
const COUNTED: ReadonlySet<Category> = new Set<Category>([
  "username",
  "employee-id",
  "national-id",
  "phone",
  "geo-location",
  "birth-date",
  "financial",
  "salary",
  "opinion",
  "performance",
  "health",
  "family",
  "call-record",
  "usage-behaviour",
  "device-id",
  "sim-imei",
  "authentication-log",
  "job",
  "credential",
  "other-personal",
  "vehicle",
]);
const DATED: ReadonlySet<Category> = new Set<Category>([
  "birth-date",
  "authentication-log",
  "usage-behaviour",
  "job",
  "health",
  "performance",
  "call-record",
  "financial",
  "national-id",
]);
/** True or false of these says something of the person, too. */
const STATED: ReadonlySet<Category> = new Set<Category>([
  "health",
  "union",
  "religion",
  "criminal",
  "ethnic",
  "family",
  "marital-status",
]);

/** The kind speaks against a category; `undefined` when it does not. */
export function kindAgainst(
  kind: FieldKind,
  category: Category,
  type: string | undefined,
): Signal | undefined {
  const against = (weight: number, says: string): Signal => ({
    signal: "type",
    claim: "not",
    category,
    says,
    weight,
    quote: type ?? kind,
  });
  switch (kind) {
    case "boolean":
      return STATED.has(category) ? undefined : against(KIND_IMPOSSIBLE, "a yes or no is a flag about data");
    case "duration":
    case "query":
      return against(KIND_IMPOSSIBLE, `a ${kind} holds no such value`);
    case "enum":
    case "tagset":
      return LISTED.has(category) ? undefined : against(KIND_UNLIKELY, "chosen from a fixed list");
    case "number":
      return COUNTED.has(category) ? undefined : against(KIND_UNLIKELY, "a number");
    case "date":
    case "datetime":
      return DATED.has(category) ? undefined : against(KIND_UNLIKELY, "a date");
    default:
      return undefined;
  }
}
