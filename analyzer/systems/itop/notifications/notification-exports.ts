/** Collects actions, triggers and their links from exports, however many exports each object is spread over. */
import type { Location } from "../../../model/location.ts";
import type { ExportData } from "../fragments.ts";

/** One object with everything any export says of it. */
export interface ExportedObject {
  readonly class: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Place of the export that says most. */
  readonly location: Location;
}

export interface ActionTriggerLink {
  readonly action: string;
  readonly trigger: string;
  /** Name and class of the trigger as the link repeats them; `null` when it does not. */
  readonly triggerName: string | null;
  readonly triggerClass: string | null;
  readonly location: Location;
}

export interface NotificationExports {
  /** By id; ids are unique among all actions and among all triggers. */
  readonly actions: ReadonlyMap<string, ExportedObject>;
  readonly triggers: ReadonlyMap<string, ExportedObject>;
  readonly links: readonly ActionTriggerLink[];
}

/** A link set as CSV has it: `'trigger_id:7';'order:1'|'trigger_id:14';'order:1'`. */
const CSV_LINK = /(trigger|action)_id:(\d+)/g;

export function collectNotificationExports(exports: readonly ExportData[]): NotificationExports {
  const actions = merge(exports.filter((each) => each.class.startsWith("Action")));
  const triggers = merge(exports.filter((each) => each.class.startsWith("Trigger")));
  const links = new Map<string, ActionTriggerLink>();
  const add = (link: ActionTriggerLink): void => {
    const key = `${link.action} ${link.trigger}`;
    const known = links.get(key);
    if (known === undefined || known.triggerName === null) links.set(key, link);
  };
  for (const action of actions.values()) {
    for (const row of linkRows(action.fields["trigger_list"], "trigger")) {
      add(toLink({ ...row, action_id: action.id }, action.location));
    }
  }
  for (const trigger of triggers.values()) {
    for (const row of linkRows(trigger.fields["action_list"], "action")) {
      add(toLink({ ...row, trigger_id: trigger.id }, trigger.location));
    }
  }
  for (const each of exports) if (each.class === "lnkTriggerAction") add(toLink(each.fields, each.location));
  return {
    actions,
    triggers,
    links: [...links.values()].filter((link) => link.action !== "" && link.trigger !== ""),
  };
}

/** Text of a field; numbers as text, `null` when the export does not hold the field. */
export function textField(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = fields[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : null;
}

/** A query on a parent class answers with fewer fields, so the same object may come several times. */
function merge(exports: readonly ExportData[]): ReadonlyMap<string, ExportedObject> {
  const objects = new Map<string, ExportedObject>();
  for (const each of exports) {
    const named = textField(each.fields, "finalclass") ?? "";
    // Objects without an id are not one object.
    const id = each.id === "" ? `unnamed ${objects.size}` : each.id;
    const read = { ...each, id, class: named === "" ? each.class : named };
    const known = objects.get(id);
    if (known === undefined) {
      objects.set(id, read);
      continue;
    }
    const [fuller, other] = fieldCount(read) > fieldCount(known) ? [read, known] : [known, read];
    objects.set(id, { ...fuller, fields: { ...other.fields, ...fuller.fields } });
  }
  return objects;
}

function fieldCount({ fields }: { readonly fields: Readonly<Record<string, unknown>> }): number {
  return Object.keys(fields).length;
}

function linkRows(value: unknown, side: "trigger" | "action"): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value === "string") {
    return [...value.matchAll(CSV_LINK)]
      .filter((match) => match[1] === side)
      .map((match) => ({ [`${side}_id`]: match[2] }));
  }
  if (!Array.isArray(value)) return [];
  return value.filter(
    (row): row is Readonly<Record<string, unknown>> => typeof row === "object" && row !== null,
  );
}

function toLink(row: Readonly<Record<string, unknown>>, location: Location): ActionTriggerLink {
  return {
    action: textField(row, "action_id") ?? "",
    trigger: textField(row, "trigger_id") ?? "",
    triggerName: textField(row, "trigger_name") ?? textField(row, "trigger_id_friendlyname"),
    triggerClass: textField(row, "trigger_id_finalclass_recall"),
    location,
  };
}
