/** Writes the register as a workbook (Office Open XML): eight sheets, print-ready, the same bytes for the same input. */
import type { Register } from "../register.ts";
import { documentOf, type DocumentOptions } from "./model.ts";
import { workbook } from "./xlsx-package.ts";
import { inventorySheet, recipientSheet, retentionSheet, measureSheet } from "./xlsx-columns.ts";
import { coverSheet, evidenceSheet, gapSheet } from "./xlsx-front.ts";
import { registerSheet } from "./xlsx-register.ts";

export function registerXlsx(register: Register, options: DocumentOptions): Uint8Array {
  const document = documentOf(register, options);
  return workbook({
    title: document.title,
    organisation: document.organisation,
    asOf: options.asOf,
    generator: `${options.generator.name} ${options.generator.version}`,
    footer: `${document.status}, as of ${options.asOf}`,
    sheets: [
      coverSheet(document),
      registerSheet(document),
      inventorySheet(document),
      recipientSheet(document),
      retentionSheet(document),
      measureSheet(document),
      evidenceSheet(document),
      gapSheet(document),
    ],
  });
}
