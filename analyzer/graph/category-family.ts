/** Groups categories into the few families that fit a folded node's label. */
import type { Category } from "../model/category.ts";

/** Most delicate first: a group is named after the first family it touches. */
const FAMILIES: readonly (readonly [name: string, categories: readonly Category[]])[] = [
  ["special-category data", ["health", "ethnic", "religion", "union", "biometric", "criminal"]],
  ["credentials", ["credential", "secret-token"]],
  ["financial data", ["financial", "salary"]],
  [
    "identity data",
    ["national-id", "birth-date", "gender", "marital-status", "nationality", "family", "photo", "signature"],
  ],
  ["contact data", ["email", "phone", "postal-address", "emergency-contact", "social-handle"]],
  [
    "device and usage data",
    [
      "ip-address",
      "mac-address",
      "device-id",
      "sim-imei",
      "geo-location",
      "authentication-log",
      "usage-behaviour",
      "call-record",
      "vehicle",
    ],
  ],
  [
    "names and work data",
    [
      "name",
      "username",
      "employee-id",
      "job",
      "org-unit",
      "reporting-line",
      "work-location",
      "language",
      "time-zone",
    ],
  ],
  ["messages and opinions", ["communication-content", "communication-metadata", "opinion", "performance"]],
  ["other personal data", ["other-personal"]],
];

export function familyOf(categories: readonly Category[]): string {
  const family = FAMILIES.find(([, members]) => members.some((category) => categories.includes(category)));
  return family?.[0] ?? "free text";
}

/** Most delicate first, for labels that have room for two. */
export function delicateFirst(categories: readonly Category[]): readonly Category[] {
  const rank = (category: Category): number =>
    FAMILIES.findIndex(([, members]) => members.includes(category));
  return [...categories].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
