/** Rows of an invented REST log in the proportions of a real one: look-ups, bulk reads, writes, failures, cut replies. */

type Row = Readonly<Record<string, string>>;

/** iTop cuts a logged string at this many characters. */
const CUT = 65_535;

const ACCOUNTS = ["ws-directory", "ws-reporting", "svc-monitoring", "ws-portal"];
const CLASSES = ["Person", "UserRequest", "Server", "Team"];
const FAMILIES = ["Aubry", "Solheim", "Okafor", "Lindqvist", "Marchetti", "Novák", "Petit", "Weiß"];

/** Kinds of call and how many of a hundred rows they are. */
const MIX: readonly (readonly [number, (index: number) => Call])[] = [
  [40, lookUp],
  [10, byAddress],
  [8, page],
  [18, update],
  [8, create],
  [6, failure],
  [4, credentials],
  [3, removal],
  [2, wildcard],
  [1, cutWildcard],
];
const SCHEDULE = MIX.flatMap(([share, call]) => Array.from({ length: share }, () => call));

interface Call {
  readonly operation: string;
  readonly input: object | string;
  readonly output: object | string;
  readonly code?: string;
}

export function rowOf(index: number): Row {
  const day = new Date(Date.UTC(2025, 0, 1) + index * 30_000).toISOString();
  // 37 and 100 have no common divisor: every kind of call comes once in a hundred rows per share, well mixed.
  const {
    operation,
    input,
    output,
    code = "0",
  } = (SCHEDULE[(index * 37) % 100] as (index: number) => Call)(index);
  const reply = typeof output === "string" ? output : ascii(JSON.stringify(output));
  return {
    message: code === "0" ? "Ok" : "Error",
    date: `${day.slice(0, 10)} ${day.slice(11, 19)}`,
    userinfo: code === "1" ? "" : (ACCOUNTS[index % ACCOUNTS.length] as string),
    operation,
    version: "1.3",
    json_input: typeof input === "string" ? input : JSON.stringify({ operation, ...input }),
    code,
    json_output: cut(reply),
    provider: operation === "" ? "" : "CoreServices",
    finalclass: "EventRestService",
    friendlyname: "EventRestService",
  };
}

function lookUp(index: number): Call {
  const name = classOf(index);
  const input = { class: name, key: index % 5000, output_fields: "name,org_id,org_id_friendlyname" };
  return { operation: "core/get", input, output: found(name, [index % 5000], few) };
}

function byAddress(index: number): Call {
  const key = `SELECT Person WHERE email = '${address(index)}'`;
  const input = { class: "Person", key, output_fields: "id,name,first_name" };
  return { operation: "core/get", input, output: found("Person", [index % 9000], few) };
}

function page(index: number): Call {
  const input = {
    class: "UserRequest",
    key: "SELECT UserRequest WHERE status != 'closed'",
    limit: "20",
    page: index % 9,
  };
  return { operation: "core/get", input, output: found("UserRequest", range(index, 20), ticket) };
}

function update(index: number): Call {
  const fields = {
    phone: `+33 1 44 ${10 + (index % 80)} 22 11`,
    ...(index % 2 === 0 && { notes: "Badge replaced" }),
  };
  const input = {
    class: "Person",
    key: `${index % 5000}`,
    comment: "nightly synchronisation",
    fields,
    output_fields: "id",
  };
  return {
    operation: "core/update",
    input,
    output: found("Person", [index % 5000], () => ({ id: index % 5000 })),
  };
}

function create(index: number): Call {
  const fields = {
    title: `Request ${index}`,
    org_id: 3,
    caller_id: { name: FAMILIES[index % 8], email: address(index) },
  };
  const input = { class: "UserRequest", comment: `Created for ticket ${index}`, fields };
  return { operation: "core/create", input, output: found("UserRequest", [index], ticket) };
}

function failure(index: number): Call {
  if (index % 3 === 0)
    return { operation: "", code: "4", input: '{"operation": "core/get", broken', output: { code: 4 } };
  const output = { code: 1, message: "Error: Invalid login" };
  if (index % 3 === 1)
    return { operation: "", code: "1", input: { operation: "core/get", class: "Person" }, output };
  const input = { class: "Person", key: index % 5000, fields: { phone: "1" } };
  return {
    operation: "core/update",
    code: "100",
    input,
    output: { code: 100, message: "Missing parameter 'comment'" },
  };
}

function credentials(index: number): Call {
  const input = { user: `user${index % 900}`, password: `pass-${index}` };
  return {
    operation: "core/check_credentials",
    input,
    output: { code: 0, message: null, authorized: index % 9 > 0 },
  };
}

function removal(index: number): Call {
  const input = {
    class: "Person",
    key: { id: index % 5000 },
    comment: "left the organisation",
    simulate: false,
  };
  return { operation: "core/delete", input, output: found("Person", [index % 5000], () => ({})) };
}

function wildcard(index: number): Call {
  const input = { class: "Person", key: "SELECT Person WHERE org_id = 3", output_fields: "*" };
  return { operation: "core/get", input, output: found("Person", range(index, 40), person) };
}

function cutWildcard(index: number): Call {
  const input = { class: "Person", key: "SELECT Person", output_fields: "*+" };
  return { operation: "core/get", input, output: found("Person", range(index, 260), person) };
}

function found(name: string, ids: readonly number[], fields: (id: number) => object): object {
  const objects = ids.map((id) => [
    `${name}::${id}`,
    { code: 0, message: "", class: name, key: String(id), fields: fields(id) },
  ]);
  return { code: 0, message: `Found: ${ids.length}`, objects: Object.fromEntries(objects) as object };
}

function few(id: number): object {
  return { name: `Entry ${id % 977}`, org_id: "2", org_id_friendlyname: "Tilleuls" };
}

function ticket(id: number): object {
  return {
    ref: `R-${id}`,
    title: "Access to the ward list",
    caller_id: `${id % 5000}`,
    caller_id_friendlyname: friendly(id),
  };
}

function person(id: number): object {
  const family = FAMILIES[id % 8];
  const contact = {
    email: address(id),
    phone: "+33 1 44 00 22 11",
    location_id_friendlyname: "Étage 4 / Nord",
  };
  return {
    name: family,
    first_name: "Noé",
    ...contact,
    employee_number: `E${id}`,
    friendlyname: friendly(id),
  };
}

function friendly(id: number): string {
  return `Noé ${FAMILIES[id % 8]}`;
}

function address(index: number): string {
  return `entry.${index % 9000}@tilleuls.example`;
}

function classOf(index: number): string {
  return CLASSES[(index >> 2) % CLASSES.length] as string;
}

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => (from % 9000) + at);
}

/** As PHP's `json_encode` writes: no letter outside ASCII, slashes escaped. */
function ascii(json: string): string {
  return json
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("/", "\\/");
}

function cut(text: string): string {
  if (text.length <= CUT) return text;
  const mark = ` -truncated (${text.length} chars)`;
  return text.slice(0, CUT - mark.length) + mark;
}
