/** Arbitrary rows of a REST log: what iTop writes, cut and broken in every place, and what hostile hands would write. */
import fc from "fast-check";

export type LogRow = Readonly<Record<string, string>>;

const CLASSES = ["Person", "Team", "UserRequest", "Contact", "UserLocal", "no class", ""];
const CODES = ["name", "email", "phone", "org_id", "password", "api_token", "a b", "fields", "é"];
const NAMES = fc.constantFrom(...CODES);

const scalar = fc.oneof(
  fc.constantFrom("", "x", "*****", "o.weiss@ward.example", "info@ward.example", "INFO@ward.example", "it's"),
  fc.constantFrom(
    "+49 40 1234567",
    "0049123456789",
    "2026-01-05 08:00:00",
    'Lyon "Part-Dieu"',
    "a\\b",
    "::",
    "ſupport@a.b",
  ),
  fc.constantFrom(0, 7, 4.5, true, false, null),
  fc.string({ maxLength: 6 }),
);

const literal = fc.constantFrom(
  "x",
  "Ingrid Solheim",
  "a.b@ward.example",
  "info@ward.example",
  "a+b@c.d",
  "2026-01-05",
  "",
  "%x%",
  "***",
  "0151 2345678",
  "b-1@c.d.e",
);
const condition = fc
  .tuple(
    fc.constantFrom("name", "email", "p.login", "id", "friendlyname", "api_key", "status2"),
    fc.constantFrom("=", " = ", " LIKE ", "!=", " IN ("),
    fc.constantFrom("'", '"', ""),
    literal,
  )
  .map(([name, operator, quote, value]) => `${name}${operator}${quote}${value}${quote}`);
const query = fc
  .tuple(
    fc.constantFrom(
      "SELECT Person",
      "SELECT p FROM Person AS p",
      "select Team",
      "SELECT UserRequest",
      "SELECT 45",
      "name",
    ),
    fc.array(
      fc.oneof(
        condition,
        fc.constantFrom("1", "12", "1=1", "TRUE", "id = 77", "id IN (12, 5)", "'a", "0049 1234567"),
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom("", "", " UNION SELECT Person", " UNION SELECT Person WHERE 1", " WHERE 45"),
  )
  .map(
    ([start, conditions, end]) =>
      `${start}${conditions.length > 0 ? " WHERE " : ""}${conditions.join(" AND ")}${end}`,
  );

const fields = fc.dictionary(NAMES, scalar, { maxKeys: 4 });
const key = fc.oneof(query, query, fields, scalar, fc.constantFrom("12", "0012345678", [1], {}));

const request = fc.record(
  {
    operation: fc.constantFrom("core/get", "core/create", "not an operation", 4, true),
    class: fc.oneof(fc.constantFrom(...CLASSES), scalar),
    key,
    output_fields: fc.oneof(fc.constantFrom("*", "*+", "name,email", "Person:name;Team:org_id"), scalar),
    fields: fc.oneof(fields, fields, scalar, fc.constant(["a"])),
    limit: fc.constantFrom(20, "20", 0, "0", null, "abc", 2.5, "", -3, "007", true),
    simulate: fc.constantFrom(true, false, "true"),
    comment: fc.oneof(
      scalar,
      fc.constantFrom(
        "request of Ingrid Solheim",
        "sync by Service Desk",
        "of\nIngrid Solheim",
        "für Élodie Ünal",
        "nightly",
      ),
    ),
    user: scalar,
    password: scalar,
    auth_pwd: scalar,
  },
  { requiredKeys: [] },
);

const member = fc.oneof(
  {
    weight: 8,
    arbitrary: fields.map((value) => ({ code: 0, message: "", class: "Person", key: "7", fields: value })),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { code: scalar, fields: fc.oneof(fields, scalar, fc.constant([])) },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: scalar },
);
const objects = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.dictionary(
      fc.tuple(fc.constantFrom(...CLASSES), fc.nat(9)).map(([name, id]) => `${name}::${id}`),
      member,
      { maxKeys: 5 },
    ),
  },
  { weight: 1, arbitrary: fc.oneof(scalar, fc.constant([]), fc.constant([{ a: 1 }])) },
);
const reply = fc.record(
  {
    code: fc.constant(0),
    message: fc.oneof(fc.constantFrom("Found: 12", "Found: 300", null, "Found: x"), scalar),
    objects,
  },
  { requiredKeys: ["code"] },
);

const MARK = " -truncated (70000 chars)";
const blemish = fc.constantFrom(
  "",
  "",
  "",
  ",",
  "NaN",
  "-inf",
  "}",
  '"',
  "\\",
  "\u0001",
  ":",
  " ",
  "\n",
  '"fields":{"z":1},',
  '"objects":{},',
  '"Person::1":{},',
);

/** JSON as it is, cut with or without iTop's mark, blank-spaced, or with something put in or doubled somewhere. */
function text(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(value, fc.nat(11), at, blemish).map(([content, way, place, extra]) => {
    const json = JSON.stringify(content) ?? "";
    const index = Math.floor(place * json.length);
    if (way < 5)
      return json.replace(
        /[^\0-\x7f]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    if (way < 7) return json.slice(0, index) + MARK;
    if (way === 7) return json.slice(0, index);
    if (way === 8) return JSON.stringify(content, null, 1) ?? "";
    if (way === 9) return json.slice(0, index) + json.slice(index).replace(/([}\]])/, ",$1");
    if (way === 10) return json.slice(0, index) + json.slice(index).replace(/:(?:\d+|null|true)/, ":NaN");
    const comma = json.indexOf(",", index);
    return comma === -1 ? json + extra : json.slice(0, comma + 1) + extra + json.slice(comma + 1);
  });
}

/** Control characters and lone surrogates do not survive a file as they are. */
function writable(value: string): string {
  return value.replace(/[\0\r]/g, "");
}

export const logRow: fc.Arbitrary<LogRow> = fc
  .record({
    date: fc.constantFrom(
      "2026-03-02 10:00:00",
      "2026-03-01T08:00:00",
      "2026-03-01 09:00:00",
      "yesterday",
      "",
    ),
    userinfo: fc.constantFrom("ws-ward", "ingrid.haugland", "WS-Ward", ""),
    operation: fc.constantFrom(
      "core/get",
      "core/get",
      "core/create",
      "core/update",
      "core/delete",
      "core/get_related",
      "core/check_credentials",
      "ext/do",
      "",
    ),
    code: fc.constantFrom("0", "0", "0", "0", "1", "100", ""),
    json_input: text(request),
    json_output: fc.oneof(
      { weight: 9, arbitrary: text(reply) },
      { weight: 1, arbitrary: fc.constantFrom("", "null", "[]", "7") },
    ),
    finalclass: fc.constant("EventRestService"),
  })
  .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, writable(value)])));
