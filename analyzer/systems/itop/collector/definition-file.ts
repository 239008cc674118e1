/** Accepts and reads the definition of a data source that a collector brings along. */
import type { Problem } from "../../../model/problem.ts";
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import type { ReadResult, SourceFile } from "../../adapter.ts";
import { fragment } from "../fragments.ts";

/** Characters of one definition; the largest public one has 30,000. */
export const MAX_DEFINITION_CHARACTERS = 2_000_000;

/** Names only a SynchroDataSource and its attributes have together; `name` and `status` stand in any JSON. */
const KEYS =
  "scope_class database_table_name attribute_list full_load_periodicity reconciliation_policy action_on_zero action_on_one action_on_multiple delete_policy attcode update_policy".split(
    " ",
  );
const LEAST_KEYS = 3;

export function acceptsDefinition(file: SourceFile): "collector-definition" | null {
  if (!/\.json$/i.test(file.name)) return null;
  const head = file.head.replace(/^\uFEFF/, "").trimStart();
  if (!head.startsWith("{")) return null;
  const has = (key: string): boolean => new RegExp(`"${key}"\\s*:`).test(head);
  if (!has("scope_class") && !has("attribute_list")) return null;
  return KEYS.filter(has).length >= LEAST_KEYS ? "collector-definition" : null;
}

export async function readDefinition(file: SourceFile): Promise<ReadResult> {
  const source = await file.text();
  const text = source.text.replace(/^\uFEFF/, "");
  const location = source.locate(0);
  if (text.length > MAX_DEFINITION_CHARACTERS) {
    const message = `The definition has more than ${MAX_DEFINITION_CHARACTERS} characters (MAX_DEFINITION_CHARACTERS).`;
    return { fragments: [], problems: [{ kind: "limit", message, location, lost: "the whole file" }] };
  }
  // A placeholder may stand where JSON wants a number.
  const { state } = readTruncatedJson(text.replace(/\$[\w-]+\$/g, "0"));
  const problems: Problem[] = [];
  if (state !== "complete") {
    const what = state === "truncated" ? "ends too early" : "is not valid JSON";
    problems.push({
      kind: state,
      message: `The definition of a data source ${what}; the collector refuses it. Read as far as it goes.`,
      location,
      lost: "the attributes after the broken place",
    });
  }
  const collector = (file.name.split("/").at(-1) as string).replace(/\.json$/i, "");
  const data = { name: file.name, collector, text, broken: state !== "complete", location };
  return { fragments: [fragment("collector-definition", file.path, data)], problems };
}
