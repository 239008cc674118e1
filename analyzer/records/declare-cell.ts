/** Writes one declared cell into the text of `register.yaml`, leaving comments and order as they are. */
import { isMap, isScalar, parseDocument, type Document } from "yaml";
import type { Column } from "./register.ts";

export interface CellDeclaration {
  readonly record: string;
  readonly column: Column;
  readonly value: readonly string[];
  /** Role of the person who declares. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

const TO_DECLARE = "# Declarations for the records of processing activities; see `art30 records init`.\n";

/** An empty value takes the declaration back. Text that is no YAML map comes back unchanged. */
export function declareCell(text: string, declaration: CellDeclaration): string {
  const document = parseDocument(text.trim() === "" ? `${TO_DECLARE}activities: {}\n` : text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return text;
  const { record, column, value, by, on } = declaration;
  const path = ["activities", record, column];
  blockStyle(document, ["activities"]);
  if (value.length === 0) {
    document.deleteIn(path);
    return document.toString({ lineWidth: 0 });
  }
  const words = value.length === 1 ? value[0] : [...value];
  const present = document.getIn(path);
  if (isMap(present)) {
    present.set("value", document.createNode(words));
    present.set("by", by);
    present.set("on", on);
  } else {
    document.setIn(path, document.createNode({ value: words, by, on }));
  }
  return document.toString({ lineWidth: 0 });
}

/** `activities: {}` and `activities:` must not force the new entry onto one line. */
function blockStyle(document: Document, path: readonly string[]): void {
  const node = document.getIn(path, true);
  if (isMap(node)) node.flow = node.flow === true && node.items.length > 0;
  else if (node === undefined || (isScalar(node) && node.value === null)) {
    document.setIn(path, document.createNode({}));
    const made = document.getIn(path, true);
    if (isMap(made)) made.flow = false;
  }
}
