/** PHP's own functions that carry values on, send them or keep them. */
import type { SyntaxNode } from "../../../source/engine.ts";
import { feed, type FlowFrame } from "./flow-frame.ts";
import {
  addressesOf,
  CLOSED,
  derived,
  from,
  holding,
  join,
  literal,
  type FlowValue,
  type Handle,
} from "./flow-value.ts";

/** Give back what they are given, changed. */
const CARRY = new Set(
  `trim ltrim rtrim strtolower strtoupper ucfirst ucwords lcfirst mb_strtolower mb_strtoupper mb_substr substr
  str_replace preg_replace str_ireplace implode join explode json_encode json_decode serialize unserialize
  html_entity_decode htmlentities htmlspecialchars strip_tags nl2br addslashes utf8_encode utf8_decode urlencode
  rawurlencode base64_encode base64_decode iconv mb_convert_encoding array_merge array_values array_unique reset end
  current array_pop array_shift array_filter array_map print_r var_export strval preg_split str_pad wordwrap strtr
  http_build_query mb_encode_mimeheader vsprintf number_format array_keys array_slice array_reverse sprintf`.split(
    /\s+/,
  ),
);

/** Tell nothing of what they are given. */
const FORGET = new Set(
  `count strlen mb_strlen is_null is_array is_object is_string is_numeric in_array isset empty array_key_exists
  strpos stripos str_contains preg_match strcmp date time microtime mktime strtotime get_class is_a is_subclass_of
  method_exists class_exists function_exists file_exists intval floatval md5 sha1 uniqid rand random_int round
  defined define dirname basename phpversion php_sapi_name error_reporting set_time_limit ini_set usleep sleep
  curl_close curl_error curl_errno curl_getinfo fclose feof unlink is_file is_dir mkdir realpath`.split(
    /\s+/,
  ),
);

const LOG_NAME = /(?:^|[^a-z])logs?(?:$|[^a-z])/i;

/** `name` in lower case, without its name space. */
export function callFunction(
  frame: FlowFrame,
  name: string,
  args: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  const [first, ...others] = args;
  if (name.startsWith("curl_")) return callCurl(frame, name, args, node);
  switch (name) {
    case "mail":
    case "mb_send_mail":
      frame.sink("mail", args, node);
      return CLOSED;
    case "error_log":
    case "syslog":
      frame.sink("log", args, node);
      return CLOSED;
    case "file_put_contents": {
      if (first !== undefined && addressesOf(first).length > 0) frame.http(first, others, node);
      else frame.sink(LOG_NAME.test(first?.text ?? "") ? "log" : "file", args.slice(1, 2), node);
      return CLOSED;
    }
    case "fopen": {
      const handle = frame.handle("file", node);
      handle.log = LOG_NAME.test(first?.text ?? "");
      return holding(handle);
    }
    case "fwrite":
    case "fputs":
    case "fputcsv":
      for (const handle of handlesOf(first, "file")) feed(handle, others);
      return CLOSED;
    case "file_get_contents":
      return readFrom(frame, first, others, node);
    case "get_class":
      return first?.objects.length === 1 || first === undefined ? selfName(frame, first) : CLOSED;
    case "sprintf":
      return formatted(args);
    default:
      if (FORGET.has(name)) return CLOSED;
      return derived(args, !CARRY.has(name));
  }
}

/** `sprintf('https://host/%s', …)` begins with what stands before the first directive. */
function formatted(args: readonly FlowValue[]): FlowValue {
  const format = args[0];
  if (format === undefined) return CLOSED;
  const directive = format.text.search(/%[^%]/);
  const text = directive === -1 ? format.text : format.text.slice(0, directive);
  return { ...derived(args, false), text, whole: format.whole && directive === -1 };
}

function readFrom(
  frame: FlowFrame,
  where: FlowValue | undefined,
  others: readonly FlowValue[],
  node: SyntaxNode,
): FlowValue {
  if (where === undefined) return CLOSED;
  if (where.text.startsWith("php://input")) return from({ kind: "request", name: null });
  const [address] = addressesOf(where);
  // A path that is computed is no reason to think of the network.
  if (address === undefined) return { ...CLOSED, open: true };
  frame.http(where, others, node);
  return from({ kind: "reply", address });
}

function callCurl(frame: FlowFrame, name: string, args: readonly FlowValue[], node: SyntaxNode): FlowValue {
  const [first, second, ...others] = args;
  if (name === "curl_init") {
    const handle = frame.handle("http", node);
    aim(handle, first);
    return holding(handle);
  }
  const handles = handlesOf(first, "http");
  if (name === "curl_setopt" || name === "curl_setopt_array") {
    const values = name === "curl_setopt" ? others : second === undefined ? [] : [second];
    for (const handle of handles) {
      for (const value of values) if (addressesOf(value).length > 0) aim(handle, value);
      feed(handle, values);
    }
    return CLOSED;
  }
  if (name !== "curl_exec") return CLOSED;
  for (const handle of handles) handle.used = true;
  return from({ kind: "reply", address: handles[0]?.address ?? null });
}

/** Directs a connection to the first address in a value, which is part of what is sent. */
export function aim(handle: Handle, where: FlowValue | undefined): void {
  if (where === undefined) return;
  handle.address ??= addressesOf(where)[0] ?? null;
  if (where.open) handle.open = true;
  for (const origin of where.origins) handle.origins.set(JSON.stringify(origin), origin);
}

export function handlesOf(value: FlowValue | undefined, kind: Handle["kind"]): readonly Handle[] {
  return value === undefined ? [] : value.objects.filter((each): each is Handle => each.kind === kind);
}

function selfName(frame: FlowFrame, object: FlowValue | undefined): FlowValue {
  const records = object?.objects.flatMap((each) => (each.kind === "record" ? each.classes : []));
  const only = object === undefined ? frame.self : records?.length === 1 ? records[0]?.name : null;
  return only === null || only === undefined ? join([]) : literal(only);
}
