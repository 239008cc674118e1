/** Rights that follow from a declared legal basis (DPV 2.3, dpv:hasRight by eu-gdpr basis); none without one. */
import type { DeclaredActivity } from "../declaration-schema.ts";
import { NOTHING_FOUND, type Found, type RecordFacts } from "../record-facts.ts";

type Basis = NonNullable<NonNullable<DeclaredActivity["legal-basis"]>["article6"]>;

const RIGHTS: Readonly<Record<Basis, readonly string[]>> = {
  a: ["7(3)", "13", "14", "15", "16", "17", "18", "20", "22", "77"],
  b: ["13", "14", "15", "16", "17", "18", "20", "22", "77"],
  c: ["13", "15", "16", "18", "77"],
  d: ["13", "14", "15", "16", "17", "18", "22", "77"],
  e: ["13", "14", "15", "16", "18", "21", "22", "77"],
  f: ["13", "14", "15", "16", "17", "18", "21", "22", "77"],
};

const NAMES: Readonly<Record<string, string>> = {
  "7(3)": "withdrawal of consent",
  "13": "information when data are collected from the person",
  "14": "information when data come from elsewhere",
  "15": "access",
  "16": "rectification",
  "17": "erasure",
  "18": "restriction",
  "20": "portability",
  "21": "objection",
  "22": "automated decisions",
  "77": "complaint to an authority",
};

export function rights({ declared }: RecordFacts): Found {
  const basis = declared?.["legal-basis"]?.article6;
  if (basis === undefined) return NOTHING_FOUND;
  const lines = RIGHTS[basis].map((article) => ({
    key: article,
    text: `Art. ${article}: ${NAMES[article] ?? ""}`,
    evidence: [],
  }));
  return {
    lines,
    question: `Proposed from the declared basis, Art. 6(1)(${basis}). How are these rights exercised, and where?`,
  };
}
