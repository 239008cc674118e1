/** What all exports together lack: judged once everything is read, as one export often completes another. */
import type { Problem } from "../../../model/problem.ts";
import type { ExportData, RestLogData, StoreRowsData } from "../fragments.ts";
import { type ExportFamily, requiredAttributes } from "./export-classes.ts";
import { objectsOf } from "./export-objects.ts";

/** Actions are left to the notifications, which say what of each message is unknown. */
const FAMILIES: readonly ExportFamily[] = [
  "source",
  "source-attribute",
  "trigger",
  "user",
  "query",
  "audit-category",
  "audit-rule",
];

/** One problem a class, at its first object that lacks something. */
export function incompleteExports(exports: readonly ExportData[]): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { class: name, fields, location } of FAMILIES.flatMap((family) => objectsOf(exports, family))) {
    const missing = requiredAttributes(name).filter((code) => !(code in fields));
    if (missing.length === 0 || problems.has(name)) continue;
    problems.set(name, {
      kind: "incomplete-export",
      message: `The export of ${name} lacks ${missing.join(", ")}; export the class itself, or with output_fields "*+".`,
      location,
      lost: `what ${missing.join(", ")} would tell; nothing is assumed to be empty`,
    });
  }
  return [...problems.values(), ...triggersNotTold(exports)];
}

/** Only REST and CSV carry the links of an action; the other formats leave them to an export of their own. */
function triggersNotTold(exports: readonly ExportData[]): readonly Problem[] {
  const [action] = objectsOf(exports, "action");
  const isTold = exports.some(
    ({ class: name, fields }) =>
      name === "lnkTriggerAction" || "trigger_list" in fields || "action_list" in fields,
  );
  if (action === undefined || isTold) return [];
  return [
    {
      kind: "incomplete-export",
      message: "No export carries the links of actions and triggers; export lnkTriggerAction too.",
      location: action.location,
      lost: "when the notifications are sent",
    },
  ];
}

/** Rows of the REST log that came with an export of `Event` count, but do not tell what was called. */
export function callsNotTold(
  rows: readonly StoreRowsData[],
  logs: readonly RestLogData[],
): readonly Problem[] {
  const counted = rows.find(({ class: name }) => name === "EventRestService");
  if (counted === undefined || logs.length > 0) return [];
  return [
    {
      kind: "incomplete-export",
      message:
        'The log rows lack operation, json_input and json_output; export EventRestService itself, or with "*+".',
      location: counted.location,
      lost: "which account did what; only rows and dates are counted",
    },
  ];
}
