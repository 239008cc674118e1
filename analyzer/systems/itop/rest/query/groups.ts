/** Adds the groups of a folding statement to a folded log, each read as the call it stands for. */
import type { Location } from "../../../../model/location.ts";
import type { Cell, ResultRow } from "../../../../source/log-engine.ts";
import { readTruncatedJson } from "../../../../source/json-lenient.ts";
import { isMap } from "../../exports/export-values.ts";
import { limitOf, readRequest, requestOf, restCall, type RestRequest } from "../rest-call.ts";
import type { RestLogFolder } from "../rest-log.ts";
import { isIdentifier } from "../rest-names.ts";
import { readReply, type RestReply } from "../rest-reply.ts";
import { MEMBERS } from "./request-sql.ts";
import { asked } from "./statement.ts";

/** False when the group stands for rows that mean something else when read one by one. */
export function addGroup(folder: RestLogFolder, group: ResultRow, location: Location): boolean {
  const request = requestIn(group);
  const reply = request === null ? null : replyOf(group, request);
  if (request === null || reply === null) return false;
  const calls = Number(group["calls"]);
  const call = restCall(
    {
      userinfo: text(group["userinfo"]),
      operation: text(group["operation"]),
      date: "",
      failed: group["ok"] !== true,
    },
    request,
    reply,
  );
  const isRead = group["reply"] === null;
  folder.addGroup(
    call,
    {
      calls,
      objects: isRead ? Number(group["objects"]) : calls * reply.objects,
      from: text(group["first_time"]) || null,
      to: text(group["last_time"]) || null,
    },
    location,
  );
  return true;
}

/** The reduced request has the members that matter; the values of written fields do not. */
function requestIn(group: ResultRow): RestRequest | null {
  if (typeof group["request"] === "string") return readRequest(group["request"]);
  if (hasRepeats(group["asked_names"])) return null;
  const input = Object.create(null) as Record<string, unknown>;
  for (const member of MEMBERS) {
    const json = group[asked(member)];
    // As tolerant as the engine, which lets NaN pass.
    if (typeof json === "string") input[member] = readTruncatedJson(json).value;
  }
  const written = parsed(group["written"]);
  if (Array.isArray(written)) {
    const fields = Object.create(null) as Record<string, unknown>;
    for (const name of written) fields[name as string] = null;
    input["fields"] = fields;
  }
  return requestOf(input, "complete");
}

function replyOf(group: ResultRow, { input }: RestRequest): RestReply | null {
  if (typeof group["reply"] === "string") return readReply(group["reply"], limitOf(input));
  const delivered = deliveredIn(group);
  if (hasRepeats(group["top"]) || delivered === null) return null;
  const attributes = new Map<string, Set<string>>();
  for (const [className, codes] of delivered) {
    if (!isIdentifier(className)) continue;
    let seen = attributes.get(className);
    if (seen === undefined) attributes.set(className, (seen = new Set()));
    for (const code of codes) if (isIdentifier(code)) seen.add(code);
  }
  // The number of objects was summed over the group.
  return { attributes, objects: 0, truncated: group["cut"] === true };
}

/** Classes with names of fields, `null` when a name stands twice in one object. */
function deliveredIn(group: ResultRow): readonly (readonly [string, readonly string[]])[] | null {
  if (typeof group["mixed"] === "string") return pairsIn(group["mixed"]);
  if (typeof group["class"] !== "string") return [];
  // An object without a skeleton is no object.
  const cells = [
    text(group["skeleton"]) || "null",
    ...(typeof group["last"] === "string" ? [group["last"]] : []),
  ];
  return pairsIn(`[${cells.map((cell) => `{"a":${JSON.stringify(group["class"])},"b":${cell}}`).join(",")}]`);
}

function pairsIn(cell: string): readonly (readonly [string, readonly string[]])[] | null {
  const pairs = JSON.parse(cell) as readonly Pair[];
  // Reading drops the first of two equal names, so writing it again tells.
  if (JSON.stringify(pairs) !== cell) return null;
  return pairs.map(({ a, b }) => {
    const fields = isMap(b) ? b["fields"] : null;
    return [a, isMap(fields) ? Object.keys(fields) : []] as const;
  });
}

interface Pair {
  readonly a: string;
  readonly b: unknown;
}

/** One reading keeps the first of two members of a name, another the last. */
function hasRepeats(list: Cell | undefined): boolean {
  const names = (parsed(list) ?? []) as readonly string[];
  return new Set(names).size < names.length;
}

function parsed(cell: Cell | undefined): unknown {
  return typeof cell === "string" ? JSON.parse(cell) : undefined;
}

function text(cell: Cell | undefined): string {
  return typeof cell === "string" ? cell : "";
}
