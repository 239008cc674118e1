/** The SQL functions that differ between engines, in one table; every other part of the statement is plain SQL. */

/** Arguments and results are SQL expressions; patterns are RE2, which ClickHouse, Trino and DuckDB share. */
export interface Dialect {
  /** Whether a pattern matches anywhere in the text. */
  matches(text: string, pattern: string): string;
  matchesAll(text: string, pattern: string): string;
  /** Every match replaced; the replacement holds no group. */
  replace(text: string, pattern: string, replacement: string): string;
  /** First group of the first match, the empty text without one. */
  extract(text: string, pattern: string): string;
  contains(text: string, part: string): string;
  endsWith(text: string, part: string): string;
  /** Whether the text is JSON; false for what the other JSON functions refuse. */
  isJson(text: string): string;
  /** JSON texts of several members, a list in the order of the names; null for an absent one. */
  members(json: string, names: readonly string[]): string;
  /** Unescaped text of a member. */
  memberText(json: string, name: string): string;
  /** Names of an object's members at several paths: a list of lists, null for an absent path, empty for no object. */
  namesAt(json: string, paths: readonly string[]): string;
  /** Types of several members, null for an absent one: `VARCHAR`, `UBIGINT`, `NULL` … */
  memberTypes(json: string, names: readonly string[]): string;
  memberTexts(json: string, names: readonly string[]): string;
  element(list: string, at: number): string;
  last(list: string): string;
  size(list: string): string;
  distinct(list: string): string;
  countDistinct(list: string): string;
  joined(list: string, separator: string): string;
  /** Names of a JSON object down to the fields of its objects' objects, as maps of maps without values. */
  skeleton(json: string): string;
  keys(map: string): string;
  values(map: string): string;
  value(map: string, key: string): string;
  /** JSON text of a list or map. */
  asJson(list: string): string;
  /** JSON text of a list of `size` JSON texts, all of them `json` but the last. */
  listOf(json: string, size: string, last: string): string;
  /** Whether every text of a list begins with the given one and the separator after it. */
  allBegin(list: string, text: string, separator: string): string;
  /** Each element up to the separator. */
  eachBefore(list: string, separator: string): string;
  before(text: string, separator: string): string;
  /** Pairs of two lists' elements. */
  pairs(a: string, b: string): string;
}

const SKELETON = '"MAP(VARCHAR, MAP(VARCHAR, MAP(VARCHAR, MAP(VARCHAR, \\"NULL\\"))))"';

export const DUCKDB: Dialect = {
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  matchesAll: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)}, 's')`,
  replace: (text, pattern, replacement) =>
    `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement.replaceAll("\\", "\\\\"))}, 'g')`,
  extract: (text, pattern) => `regexp_extract(${text}, ${literal(pattern)}, 1)`,
  contains: (text, part) => `contains(${text}, ${literal(part)})`,
  endsWith: (text, part) => `suffix(${text}, ${literal(part)})`,
  isJson: (text) => `json_valid(${text})`,
  members: (json, names) => `json_extract(${json}, ${paths(names)})`,
  memberText: (json, name) => `json_extract_string(${json}, ${literal(`$.${name}`)})`,
  namesAt: (json, at) => `json_keys(${json}, [${at.map(literal).join(", ")}])`,
  memberTypes: (json, names) => `json_type(${json}, ${paths(names)})`,
  memberTexts: (json, names) => `json_extract_string(${json}, ${paths(names)})`,
  element: (list, at) => `${list}[${at}]`,
  last: (list) => `${list}[-1]`,
  size: (list) => `len(${list})`,
  distinct: (list) => `list_distinct(${list})`,
  countDistinct: (list) => `list_unique(${list})`,
  joined: (list, separator) => `array_to_string(${list}, ${literal(separator)})`,
  skeleton: (json) => `json_transform(${json}, ${literal(SKELETON)})`,
  keys: (map) => `map_keys(${map})`,
  values: (map) => `map_values(${map})`,
  // By position, which is no copy of the value.
  value: (map, key) => `map_values(${map})[list_position(map_keys(${map}), ${literal(key)})]`,
  asJson: (list) => `CAST(to_json(${list}) AS VARCHAR)`,
  listOf: (json, size, last) =>
    `concat('[', repeat(concat(${json}, ','), CAST(${size} AS BIGINT) - 1), ${last}, ']')`,
  allBegin: (list, text, separator) =>
    `len(list_filter(${list}, lambda each: split_part(each, ${literal(separator)}, 1) <> ${text})) = 0`,
  eachBefore: (list, separator) =>
    `list_transform(${list}, lambda each: split_part(each, ${literal(separator)}, 1))`,
  before: (text, separator) => `split_part(${text}, ${literal(separator)}, 1)`,
  pairs: (a, b) => `list_transform(list_zip(${a}, ${b}), lambda pair: {'a': pair[1], 'b': pair[2]})`,
};

/** A text constant; standard SQL knows no escape but the doubled quote. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function paths(names: readonly string[]): string {
  return `[${names.map((name) => literal(`$.${name}`)).join(", ")}]`;
}
