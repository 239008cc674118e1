/** Reads triggers: the class whose objects start a notification, the event, and under which condition. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, type SystemId } from "../../../model/model-path.ts";
import type { NotificationTrigger } from "../../../model/notification.ts";
import type { Problem } from "../../../model/problem.ts";
import { checkCondition } from "../../../source/oql/check.ts";
import { parseOql } from "../../../source/oql/parse.ts";
import { printOql } from "../../../source/oql/print.ts";
import { uniqueNames } from "./notification-names.ts";
import {
  textField,
  type ActionTriggerLink,
  type ExportedObject,
  type NotificationExports,
} from "./notification-exports.ts";

/** A trigger with the class it is an object of. */
export interface TriggerReading {
  readonly class: string;
  readonly trigger: NotificationTrigger;
}

const EVENTS: ReadonlyMap<string, string> = new Map([
  ["TriggerOnObjectCreate", "create"],
  ["TriggerOnObjectDelete", "delete"],
  ["TriggerOnObjectUpdate", "update"],
  ["TriggerOnObjectMention", "mention"],
  ["TriggerOnPortalUpdate", "portal-update"],
  ["TriggerOnStateEnter", "state-enter"],
  ["TriggerOnStateLeave", "state-leave"],
  ["TriggerOnThresholdReached", "threshold"],
  ["TriggerOnAttributeBlobDownload", "download"],
  ["TriggerOnAttachmentDownload", "download"],
]);

/** What `complement` says where the export of a parent class lacks `target_class`. */
const CLASS_RESTRICTION = /^class restriction: *([A-Za-z_]\w*)/;

/** Triggers by id: exported ones, and those that only a link names. */
export function readTriggers(
  exports: NotificationExports,
  index: EntityIndex,
  system: SystemId,
): { readonly triggers: ReadonlyMap<string, TriggerReading>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const objects = [...exports.triggers.values(), ...linkedOnly(exports)];
  const names = uniqueNames(objects, (object) => textField(object.fields, "description") ?? "");
  const triggers = objects.map((object): [string, TriggerReading] => {
    const name = names.get(object.id) ?? object.id;
    const entity = entityOf(object);
    problems.push(...entityProblems(object, entity, name, index));
    const proof = { location: object.location, basis: null };
    const condition = conditionOf(object, entity, name, index, problems);
    const path = elementPath(system, "trigger", name);
    const event = eventOf(object.class, index);
    return [object.id, { class: object.class, trigger: { path, name, entity, event, condition, proof } }];
  });
  return { triggers: new Map(triggers), problems };
}

function linkedOnly({ triggers, links }: NotificationExports): readonly ExportedObject[] {
  const found = new Map<string, ExportedObject>();
  for (const link of links) if (!triggers.has(link.trigger)) found.set(link.trigger, fromLink(link));
  return [...found.values()];
}

function fromLink({ trigger, triggerName, triggerClass, location }: ActionTriggerLink): ExportedObject {
  const fields = triggerName === null ? {} : { description: triggerName };
  return { class: triggerClass ?? "Trigger", id: trigger, fields, location };
}

function entityOf({ fields }: ExportedObject): string | null {
  const target = textField(fields, "target_class") ?? "";
  if (target !== "") return target;
  return CLASS_RESTRICTION.exec(textField(fields, "complement") ?? "")?.[1] ?? null;
}

function entityProblems(
  { location }: ExportedObject,
  entity: string | null,
  name: string,
  index: EntityIndex,
): readonly Problem[] {
  const lost = "where the placeholders and recipients of its actions lead";
  if (entity === null) {
    const message = `The export does not tell which class the trigger "${name}" watches.`;
    return [{ kind: "incomplete-export", message, location, lost }];
  }
  if (index.entity(entity) !== undefined) return [];
  const message = `The trigger "${name}" watches ${entity}, which is not in the data model.`;
  return [{ kind: "unresolved", message, location, lost }];
}

function eventOf(name: string, index: EntityIndex): string {
  for (const each of [name, ...index.lineage(name).map((entity) => entity.name)]) {
    const event = EVENTS.get(each);
    if (event !== undefined) return event;
  }
  const words = name.replace(/^Trigger(?:On)?/, "").replace(/(?<=[a-z])(?=[A-Z])/g, "-");
  return words === "" ? "unknown" : words.toLowerCase();
}

function conditionOf(
  { fields, location }: ExportedObject,
  entity: string | null,
  name: string,
  index: EntityIndex,
  problems: Problem[],
): string | null {
  const text = (field: string): string => (textField(fields, field) ?? "").trim();
  const parts: string[] = [];
  if (text("state") !== "") parts.push(`state ${text("state")}`);
  if (text("target_attcodes") !== "") parts.push(`change of ${text("target_attcodes")}`);
  if (text("stop_watch_code") !== "")
    parts.push(`${text("stop_watch_code")} at ${text("threshold_index")} %`);
  if (text("context") !== "") parts.push(`context ${text("context")}`);
  if (text("filter") !== "") {
    const { query, errors } = parseOql(text("filter"));
    const [wrong] =
      query === null || entity === null || errors.length > 0 ? errors : checkCondition(query, entity, index);
    if (wrong !== undefined) {
      const message = `The filter of the trigger "${name}" does not work: ${wrong.message}.`;
      problems.push({ kind: "malformed", message, location });
    }
    parts.push(
      query === null || errors.length > 0
        ? "a filter that cannot be read"
        : printOql(query, { hideStrings: true }),
    );
  }
  return parts.length === 0 ? null : parts.join("; ");
}
