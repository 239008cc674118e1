/** What a logged reply delivered: real classes, attribute codes per class and number of objects; no values. */
import { readTruncatedJson } from "../../../source/json-lenient.ts";
import { isMap } from "../exports/export-values.ts";
import { isIdentifier } from "./rest-names.ts";

export interface RestReply {
  /** Attribute codes seen, per real class of the objects. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly objects: number;
  readonly truncated: boolean;
}

const NOTHING: RestReply = { attributes: new Map(), objects: 0, truncated: false };

/**
 * Reads `json_output`. A cut reply is read as far as it goes; its number of objects is then the `Found: N` of the
 * message, at most `limit` when the call had one, because N counts all pages.
 */
export function readReply(output: string, limit: number | null): RestReply {
  if (output === "") return NOTHING;
  const { value, state } = readTruncatedJson(output);
  if (!isMap(value)) return { ...NOTHING, truncated: state === "truncated" };
  const attributes = new Map<string, Set<string>>();
  let objects = 0;
  for (const [key, member] of Object.entries(isMap(value["objects"]) ? value["objects"] : {})) {
    objects++;
    const className = key.split("::", 1)[0] as string;
    if (!isIdentifier(className)) continue;
    let codes = attributes.get(className);
    if (codes === undefined) attributes.set(className, (codes = new Set()));
    if (!isMap(member) || !isMap(member["fields"])) continue;
    for (const code of Object.keys(member["fields"])) if (isIdentifier(code)) codes.add(code);
  }
  const truncated = state === "truncated";
  return {
    attributes,
    objects: truncated ? Math.max(objects, announced(value["message"], limit)) : objects,
    truncated,
  };
}

function announced(message: unknown, limit: number | null): number {
  const found = typeof message === "string" ? /^Found: (\d{1,9})$/.exec(message) : null;
  if (found === null) return 0;
  return Math.min(Number(found[1]), limit ?? Infinity);
}
