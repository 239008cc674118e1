/** Short ways to ask the classifier, for the tests of this folder. */
import { classifyField } from "../../../analyzer/classify/classify.ts";
import type { FieldInput } from "../../../analyzer/classify/field-input.ts";
import type { Verdict } from "../../../analyzer/model/verdict.ts";

export function judge(field: string, entity?: string, more: Partial<FieldInput> = {}): Verdict {
  return classifyField({ field, ...(entity !== undefined && { entity }), ...more });
}

/** `yes health`, `no none` … */
export function said(field: string, entity?: string, more: Partial<FieldInput> = {}): string {
  const { personal, category } = judge(field, entity, more);
  return `${personal} ${category}`;
}
