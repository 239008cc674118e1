/** What a web call sends besides its text: the fields of a display list and the name of the person who acted. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { ModelPath } from "../../../model/model-path.ts";
import type { WholeRecord } from "../../../model/notification.ts";
import { flagValue, textValue } from "../exports/export-values.ts";
import type { DisplayLists } from "../model/display-lists.ts";

export interface RecordContext {
  readonly index: EntityIndex;
  readonly lists: DisplayLists;
  /** Classes whose objects start the call. */
  readonly entities: readonly string[];
}

/** `null` for an action without either switch of the webhook extension. */
export function wholeRecordOf(
  fields: Readonly<Record<string, unknown>>,
  context: RecordContext,
): WholeRecord | null {
  const list = listNamed(fields["include_list_attributes"]);
  const withUser = flagValue(fields["include_user_info"]) === true;
  if (list === null && !withUser) return null;
  const said = [
    ...(list === null ? [] : [`include_list_attributes sends every attribute of the display list ${list}`]),
    ...(withUser ? ["include_user_info sends the name of the person who acted"] : []),
  ];
  const ofUser = withUser ? friendlyNames(context.index) : [];
  const ofList = list === null ? [] : fieldsOfList(list, context);
  return {
    says: said.join("; "),
    fields: ofList === null ? null : [...new Set([...ofList, ...ofUser])].sort(),
  };
}

/** `list` for the usual list, `slack` or another name for a custom one; a plain yes means the usual one. */
function listNamed(value: unknown): string | null {
  if (flagValue(value) === true) return "list";
  const name = textValue(value);
  return /^\w+$/.test(name) && flagValue(name) === null && name !== "none" ? name : null;
}

/** `null` as soon as one class shows a list that is declared elsewhere, as classes written in PHP do. */
function fieldsOfList(name: string, { index, lists, entities }: RecordContext): readonly ModelPath[] | null {
  if (entities.length === 0) return null;
  const paths: ModelPath[] = [];
  const started = entities.flatMap((entity) => index.withDescendants(entity));
  for (const entity of started.filter(({ abstract }) => !abstract)) {
    const items = lists(entity.name, name);
    if (items === null) return null;
    paths.push(...items.flatMap((item) => index.field(entity.name, item.name)?.path ?? []));
  }
  return paths;
}

function friendlyNames(index: EntityIndex): readonly ModelPath[] {
  const field = index.field("Person", "friendlyname");
  return field === undefined ? [] : [field.path];
}
