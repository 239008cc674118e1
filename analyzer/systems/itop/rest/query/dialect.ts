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
  /** The last `count` characters, and all before them. */
  tail(text: string, count: number): string;
  beforeTail(text: string, count: number): string;
  /** Whether the text is JSON; false for what the other JSON functions refuse. */
  isJson(text: string): string;
  /** JSON texts of several members, a list in the order of the names; null for an absent one. */
  members(json: string, names: readonly string[]): string;
  /** Unescaped text of a member. */
  memberText(json: string, name: string): string;
  /** Names of an object's members at several paths: a list of lists, null for an absent path, empty for no object. */
  namesAt(json: string, paths: readonly string[]): string;
  /** Names of every object a path with a wildcard leads to: a list of lists. */
  namesBelow(json: string, path: string): string;
  /** Types of several members, null for an absent one: `VARCHAR`, `UBIGINT`, `NULL` … */
  memberTypes(json: string, names: readonly string[]): string;
  memberTexts(json: string, names: readonly string[]): string;
  element(list: string, at: number): string;
  size(list: string): string;
  distinct(list: string): string;
  countDistinct(list: string): string;
  joined(list: string, separator: string): string;
  flat(lists: string): string;
  /** Each element up to the separator. */
  eachBefore(list: string, separator: string): string;
  /** Pairs of two lists' elements. */
  pairs(a: string, b: string): string;
  /** JSON text of a list. */
  asJson(list: string): string;
  repeated(text: string, times: string): string;
}

export const DUCKDB: Dialect = {
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  matchesAll: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)}, 's')`,
  replace: (text, pattern, replacement) =>
    `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement.replaceAll("\\", "\\\\"))}, 'g')`,
  extract: (text, pattern) => `regexp_extract(${text}, ${literal(pattern)}, 1)`,
  contains: (text, part) => `contains(${text}, ${literal(part)})`,
  endsWith: (text, part) => `suffix(${text}, ${literal(part)})`,
  // `left` and `right` count every letter; from the front, texts of ASCII are cut at once.
  tail: (text, count) => `substring(${text}, greatest(length(${text}) - ${count}, 0) + 1)`,
  beforeTail: (text, count) => `substring(${text}, 1, greatest(length(${text}) - ${count}, 0))`,
  isJson: (text) => `json_valid(${text})`,
  members: (json, names) => `json_extract(${json}, ${paths(names)})`,
  memberText: (json, name) => `json_extract_string(${json}, ${literal(`$.${name}`)})`,
  namesAt: (json, at) => `json_keys(${json}, [${at.map(literal).join(", ")}])`,
  namesBelow: (json, path) => `json_keys(${json}, ${literal(path)})`,
  memberTypes: (json, names) => `json_type(${json}, ${paths(names)})`,
  memberTexts: (json, names) => `json_extract_string(${json}, ${paths(names)})`,
  element: (list, at) => `${list}[${at}]`,
  size: (list) => `len(${list})`,
  distinct: (list) => `list_distinct(${list})`,
  countDistinct: (list) => `list_unique(${list})`,
  joined: (list, separator) => `array_to_string(${list}, ${literal(separator)})`,
  flat: (lists) => `flatten(${lists})`,
  eachBefore: (list, separator) =>
    `list_transform(${list}, lambda each: split_part(each, ${literal(separator)}, 1))`,
  pairs: (a, b) => `list_transform(list_zip(${a}, ${b}), lambda pair: {'a': pair[1], 'b': pair[2]})`,
  asJson: (list) => `CAST(to_json(${list}) AS VARCHAR)`,
  repeated: (text, times) => `repeat(${literal(text)}, CAST(${times} AS BIGINT))`,
};

/** A text constant; standard SQL knows no escape but the doubled quote. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function paths(names: readonly string[]): string {
  return `[${names.map((name) => literal(`$.${name}`)).join(", ")}]`;
}
