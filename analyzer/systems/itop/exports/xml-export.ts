/** Reads the XML export of export-v2 and of the older export.php: `<Set>` of objects, in `<Row>` for join queries. */
import { type XmlField, type XmlRecord, xmlRecords, type XmlShape } from "../../../source/xml-records.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { familyOf } from "./export-classes.ts";
import { ExportCollector } from "./export-collector.ts";
import { JoinedObjects } from "./export-joins.ts";
import { codeOfValue } from "./export-labels.ts";
import { failedExport, failureIn } from "./failed-export.ts";

const SHAPE: XmlShape = {
  containers: new Set(["Set", "Row"]),
  // A picture or document: `<mimetype/><filename/><data>` in Base64.
  isSkipped: (name, before) => name === "data" && before.some((each) => each.name === "mimetype"),
};

export async function readXmlExport(file: SourceFile): Promise<ReadResult> {
  const collector = new ExportCollector(file.path);
  const failure = failureIn(file.head);
  if (failure !== null) {
    collector.report(failedExport(file.path, failure));
    return collector.finish();
  }
  const joined = /<Row>/.test(file.head) ? new JoinedObjects(collector.report) : null;
  for await (const record of xmlRecords(file.chunks(), file.path, SHAPE, collector.report)) {
    const { name, location } = record;
    const id = record.attributes["id"] ?? "";
    // The empty side of an outer join is an object of id "null".
    if (id === "null" || joined?.isNew(name, id, {}, location) === false) continue;
    collector.add({ class: name, id, fields: fieldsOf(record), location });
  }
  return collector.finish();
}

function fieldsOf(record: XmlRecord): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const isCounted = familyOf(record.name) === "other";
  for (const field of record.fields) {
    const value = valueOf(field);
    // Without no_localize the codes are shown as labels, in whatever language.
    fields[field.name] ??=
      isCounted || typeof value !== "string"
        ? value
        : (codeOfValue(record.name, field.name, value, null, "ids") ?? value);
  }
  // The element is the real class; the field may show its label.
  if ("finalclass" in fields) fields["finalclass"] = record.name;
  return fields;
}

/** Text; the rows of a link set (`linksets=1`) as maps; anything else nested as a map. */
function valueOf({ text, children }: XmlField): unknown {
  if (children.length === 0) return text;
  const set = children.length === 1 && children[0]?.name === "Set" ? children[0].children : null;
  if (set !== null) {
    return set.map((row) => ({ ...row.attributes, finalclass: row.name, ...mapOf(row.children) }));
  }
  return mapOf(children);
}

function mapOf(children: readonly XmlField[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    children.filter(({ name }) => name !== "__proto__").map((child) => [child.name, valueOf(child)]),
  );
}
