/** Resolves template placeholders to the fields whose values they insert. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import { localPart, type ModelPath } from "../../../model/model-path.ts";
import type { PlaceholderStep, RawPlaceholder } from "../../../source/template/placeholder.ts";

/** What a template can refer to. */
export interface TemplateContext {
  readonly index: EntityIndex;
  /** Classes of the objects that start the notification, one per trigger; classes the model lacks are left out. */
  readonly entities: readonly string[];
  /** Events of its triggers; empty when nothing triggers it. */
  readonly events: readonly string[];
  /** Class of the action, and the classes of its triggers. */
  readonly action: string;
  readonly triggers: readonly string[];
}

export interface Resolution {
  /** Paths of the inserted fields, sorted; several when triggers watch different classes. */
  readonly fields: readonly ModelPath[];
  /** Why the text stays literally in the message for at least one trigger; `null` when it never does. */
  readonly unresolved: string | null;
  readonly verb: string | null;
}

/** Longest chain of reference copies that is followed; the standard model needs 3. */
const MAX_COPIES = 16;

/** Formats every attribute has, and those of case logs. */
const VERBS: ReadonlySet<string> = new Set(["html", "label", "text"]);
const LOG_VERBS: ReadonlySet<string> = new Set(["head", "head_html"]);
/** Verbs that show the object itself by its friendly name. */
const NAMING_VERBS: ReadonlySet<string> = new Set(["name", "hyperlink"]);

const ATTACHMENT_VALUES: ReadonlySet<string> = new Set([
  "mime_type",
  "file_name",
  "downloads_count",
  "data",
  "data_as_base64",
]);

type Step = { readonly fields: readonly Field[] } | { readonly wrong: string };

export function resolvePlaceholder(raw: RawPlaceholder, context: TemplateContext): Resolution {
  const last = raw.path.at(-1);
  const verb = last === undefined || last.argument === null ? null : last.name;
  if (raw.broken !== null) return { fields: [], unresolved: raw.broken, verb };
  if (last === undefined) return { fields: [], unresolved: null, verb };
  if (raw.root === "attachment") return { ...resolveAttachment(last, context), verb };
  const starts = startsOf(raw.root, context);
  if (typeof starts === "string") return { fields: [], unresolved: starts, verb };
  const fields = new Set<ModelPath>();
  const wrong = new Set<string>();
  for (const start of starts) {
    const end = follow(start, raw.path, context.index);
    if ("wrong" in end) wrong.add(end.wrong);
    else for (const field of end.fields) fields.add(sourceOf(field, context.index).path);
  }
  const unresolved = wrong.size === 0 ? null : [...wrong].toSorted().join("; ");
  return { fields: [...fields].toSorted(), unresolved, verb };
}

/** Fields of that name on the class or, as objects are of their final class, on the classes below it. */
export function attributesNamed(index: EntityIndex, entity: string, name: string): readonly Field[] {
  const own = index.field(entity, name);
  if (own !== undefined) return [own];
  const declared = new Map<string, Field>();
  for (const descendant of index.withDescendants(entity)) {
    const field = index.field(descendant.name, name);
    if (field !== undefined && !declared.has(field.declaredIn)) declared.set(field.declaredIn, field);
  }
  return [...declared.values()];
}

/** Follows reference copies to the field whose value is shown: `caller_name` to the person's name. */
export function sourceOf(field: Field, index: EntityIndex): Field {
  let at = field;
  for (let copies = 0; copies < MAX_COPIES && at.copyOf?.field; copies++) {
    const [entity = "", name = ""] = localPart(at.copyOf.field).split(".");
    const next = index.field(entity, name);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** Classes a root stands for, or why iTop puts no such object into the template. */
function startsOf(root: string, context: TemplateContext): readonly string[] | string {
  const { index, entities, events, action, triggers } = context;
  const first = (...names: readonly string[]): readonly string[] =>
    names.filter((name) => index.entity(name)).slice(0, 1);
  switch (root) {
    case "this":
      return entities;
    case "current_contact":
    case "approver":
      return first("Person", "Contact");
    case "current_user":
      return first("User");
    case "mentioned":
      if (events.length > 0 && !events.includes("mention"))
        return "only mention triggers know whom a log entry mentions";
      return first("Person", "Contact");
    case "action":
      return first(action);
    case "trigger":
      return triggers.flatMap((name) => first(name));
    case "object":
      // Given by the approval extension only; which class it is stands in that extension's settings.
      return [];
    default:
      return `iTop puts no object named ${root} into templates`;
  }
}

function resolveAttachment(
  last: PlaceholderStep,
  { index, events }: TemplateContext,
): Omit<Resolution, "verb"> {
  if (events.length > 0 && !events.includes("download")) {
    return { fields: [], unresolved: "only download triggers know an attachment" };
  }
  if (!ATTACHMENT_VALUES.has(last.name))
    return { fields: [], unresolved: `an attachment has no value ${last.name}` };
  const contents = last.name.startsWith("data") ? index.field("Attachment", "contents") : undefined;
  return { fields: contents === undefined ? [] : [contents.path], unresolved: null };
}

function follow(start: string, path: readonly PlaceholderStep[], index: EntityIndex): Step {
  let entities: readonly string[] = [start];
  for (const step of path.slice(0, -1)) {
    const targets = new Set<string>();
    for (const entity of entities) {
      const found = step.argument === null ? attribute(index, entity, step.name) : unknownVerb(step.name);
      if ("wrong" in found) return found;
      for (const field of found.fields)
        if (field.kind === "reference" && field.target !== null) targets.add(field.target);
    }
    if (targets.size === 0) return { wrong: `${step.name} of ${entities.join(" or ")} is no reference` };
    // A target the model lacks cannot be judged; it ends the path without being wrong.
    entities = [...targets].filter((name) => index.entity(name) !== undefined);
  }
  const last = path.at(-1);
  if (last === undefined) return { fields: [] };
  const found = entities.map((entity) => end(index, entity, last));
  const fields = found.flatMap((each) => ("fields" in each ? each.fields : []));
  const wrong = found.find((each) => "wrong" in each);
  return fields.length === 0 && wrong !== undefined ? wrong : { fields };
}

function end(index: EntityIndex, entity: string, { name, argument }: PlaceholderStep): Step {
  if (argument === null)
    return name === "id" ? implicit(index, entity, "id") : attribute(index, entity, name);
  if (NAMING_VERBS.has(name)) return implicit(index, entity, "friendlyname");
  if (name === "url") return { fields: [] };
  const found = attribute(index, entity, argument);
  if (VERBS.has(name)) return found;
  if ("wrong" in found) return LOG_VERBS.has(name) ? found : unknownVerb(name);
  const kinds = found.fields.map((field) => field.kind);
  if (LOG_VERBS.has(name)) {
    return kinds.includes("log")
      ? found
      : { wrong: `${name}() needs a case log, ${argument} of ${entity} is none` };
  }
  // Custom fields bring their own verbs, which only their PHP handler knows.
  return kinds.includes("opaque") ? found : unknownVerb(name);
}

function unknownVerb(name: string): Step {
  return { wrong: `iTop knows no verb ${name}()` };
}

/** Every object has these, also where the model does not list them. */
function implicit(index: EntityIndex, entity: string, name: string): Step {
  const field = index.field(entity, name);
  return { fields: field === undefined ? [] : [field] };
}

function attribute(index: EntityIndex, entity: string, name: string): Step {
  const fields = attributesNamed(index, entity, name);
  return fields.length === 0 ? { wrong: `${entity} has no attribute ${name}` } : { fields };
}
