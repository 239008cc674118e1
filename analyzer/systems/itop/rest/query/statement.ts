/** The one statement that folds a REST log into groups of equal calls; what it cannot read comes out as it stands. */
import { type Dialect, literal } from "./dialect.ts";
import { closedReply, cutParts, endedReply } from "./reply-sql.ts";
import { addressedKey, isOddSql, isRelaxed, limitSql, memberOf, MEMBERS, memberSql } from "./request-sql.ts";

/** Columns of the log the folding looks at; a source without one of the optional ones gives the empty text. */
export const LOG_COLUMNS = [
  "userinfo",
  "operation",
  "finalclass",
  "date",
  "code",
  "json_input",
  "json_output",
] as const;

const TIME = String.raw`\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}`;

/** Members of an object in a reply, as iTop writes them. */
const USUAL = "code,message,class,key,fields,";

/**
 * `source` is a relation of the log's columns as texts. A row of the result is a group of calls:
 * `userinfo`, `operation`, `finalclass`, `ok` (code 0) · `request` (as logged, when it must be read by hand), else its
 * reduced members and `names` (of the request and of its `fields`) · `reply` (as logged, when it must be read by hand),
 * else `top` (names of the reply), `inside` (names of the objects' members, null for the usual ones), `classes` and
 * `codes` (names of the fields), and where both are many `mixed`, which belong together ·
 * `cut` (the reply) · `calls`, `objects`, `first_time`, `last_time`. Lists are JSON texts.
 */
export function foldingStatement(d: Dialect, source: string): string {
  const cut = cutParts(d, "json_output");
  const json = (list: string): string => d.asJson(list);
  const one = (list: string): string => `CASE WHEN number = 1 THEN ${list} ELSE ${d.distinct(list)} END`;
  const reduced = MEMBERS.map(
    (member) => `CASE WHEN NOT odd THEN ${memberSql(d, member, "members")} END AS ${asked(member)}`,
  );
  return `
WITH split AS (
  SELECT userinfo, operation, finalclass, code = '0' AS ok, json_input, json_output,
    CASE WHEN ${d.matchesAll("date", TIME)} THEN replace(date, ' ', 'T') END AS time,
    CASE WHEN ${d.isJson("json_input")} AND NOT ${isRelaxed(d, "json_input")} THEN json_input END AS asked,
    CASE WHEN code <> '0' OR json_output = '' THEN 'none' WHEN ${d.endsWith("json_output", " chars)")} THEN 'cut'
      WHEN ${d.isJson("json_output")} THEN 'whole' ELSE 'cut' END AS state
  FROM (${source}) AS log
), parted AS (
  SELECT *, CASE WHEN state = 'cut' THEN ${cut.start} END AS reply_start,
    CASE WHEN state = 'cut' THEN ${cut.end} END AS reply_end,
    ${d.members("asked", MEMBERS)} AS members, ${d.namesAt("asked", ["$", "$.fields"])} AS names
  FROM split
), ended AS (
  SELECT *, CASE WHEN state = 'cut' THEN ${endedReply(d, "reply_start", "reply_end")} END AS reply_ended,
    ${addressedKey(d, memberOf(d, "key", "members"))} AS addressed
  FROM parted
), closed AS (
  SELECT *, CASE state WHEN 'whole' THEN json_output WHEN 'cut' THEN ${closedReply(d, "reply_ended")} END AS answered,
    asked IS NULL OR ${isOddSql(d, "names", "members")} AS odd
  FROM ended
), opened AS (
  SELECT *, ${d.namesAt("answered", ["$", "$.objects"])} AS reply_names,
    ${d.namesBelow("answered", "$.objects.*")} AS inside, ${d.namesBelow("answered", "$.objects.*.fields")} AS codes
  FROM closed
), counted AS (
  SELECT *, ${d.element("reply_names", 2)} AS keys, coalesce(${d.size(d.element("reply_names", 2))}, 0) AS number
  FROM opened
), judged AS (
  SELECT *, CASE WHEN number > 0 THEN ${d.eachBefore("keys", "::")} END AS classes,
    state <> 'none' AND (answered IS NULL OR (odd AND state = 'cut') OR coalesce(${d.size("codes")}, 0) <> number
      OR CASE WHEN number > 1 THEN ${d.countDistinct("keys")} <> number ELSE FALSE END) AS reply_odd
  FROM counted
), told AS (
  SELECT *, CASE WHEN number = 0 OR reply_odd THEN NULL ELSE ${one("classes")} END AS told_classes,
    CASE WHEN number = 0 OR reply_odd THEN NULL ELSE ${one("codes")} END AS told_codes,
    CASE WHEN number = 0 OR reply_odd THEN NULL WHEN number = 1 THEN inside
      WHEN concat(${d.joined(d.flat("inside"), ",")}, ',') = ${d.repeated(USUAL, "number")} THEN NULL
      ELSE ${d.distinct("inside")} END AS told_inside
  FROM judged
), grouped AS (
  SELECT userinfo, operation, finalclass, ok,
    CASE WHEN odd THEN json_input END AS request,
    ${reduced.join(",\n    ")},
    CASE WHEN NOT odd THEN names END AS names,
    CASE WHEN reply_odd THEN json_output END AS reply,
    CASE WHEN NOT reply_odd THEN ${d.element("reply_names", 1)} END AS top,
    told_inside, told_classes, told_codes,
    CASE WHEN ${d.size("told_classes")} > 1 AND ${d.size("told_codes")} > 1
      THEN ${d.distinct(d.pairs("classes", "codes"))} END AS mixed,
    state = 'cut' AS cut,
    count(*) AS calls,
    sum(CASE WHEN reply_odd THEN 0 WHEN state = 'cut' AND number < ${announced(d)} THEN ${announced(d)}
      ELSE number END) AS objects,
    min(time) AS first_time, max(time) AS last_time
  FROM told
  GROUP BY ALL
)
SELECT userinfo, operation, finalclass, ok, request, ${MEMBERS.map(asked).join(", ")}, ${json("names")} AS names,
  reply, ${json("top")} AS top, ${json("told_inside")} AS inside, ${json("told_classes")} AS classes,
  ${json("told_codes")} AS codes, ${json("mixed")} AS mixed, cut,
  CAST(calls AS DOUBLE) AS calls, CAST(objects AS DOUBLE) AS objects, first_time, last_time
FROM grouped`;
}

/** Name of the result column that holds a reduced member of the request. */
export function asked(member: string): string {
  return `asked_${member}`;
}

/** The relation itself; a column the file lacks reads as the empty text. */
export function fromColumns(columns: readonly string[]): string {
  const picked = LOG_COLUMNS.map((name) => (columns.includes(name) ? name : `${literal("")} AS ${name}`));
  return `SELECT ${picked.join(", ")} FROM log`;
}

/** The `Found: N` of a cut reply's message, at most the limit of the call. */
function announced(d: Dialect): string {
  const found = `CAST(nullif(${d.extract(d.memberText("answered", "message"), String.raw`^Found: (\d{1,9})$`)}, '') AS INTEGER)`;
  const limit = limitSql(d, "members");
  return `CASE WHEN ${found} IS NULL THEN 0 WHEN ${limit} IS NULL OR ${found} < ${limit} THEN ${found} ELSE ${limit} END`;
}

/** Rows of an object a line; a line that is anything else gets the class `?`. */
export function fromLines(d: Dialect): string {
  const texts = LOG_COLUMNS.map((name, at) => `coalesce(${d.element("texts", at + 1)}, '') AS ${name}`);
  const odd = LOG_COLUMNS.map((name, at) => {
    const type = d.element("types", at + 1);
    return `coalesce(${type}, 'NULL') NOT IN ('VARCHAR', 'NULL'${name === "code" ? ", 'UBIGINT'" : ""})`;
  });
  const columns = LOG_COLUMNS.map((name) =>
    name === "finalclass" ? `CASE WHEN plain THEN finalclass ELSE '?' END AS finalclass` : name,
  );
  return `SELECT ${columns.join(", ")} FROM (
    SELECT ${texts.join(", ")}, NOT (line_names IS NULL OR ${odd.join(" OR ")}
      OR ${d.countDistinct("line_names")} <> ${d.size("line_names")}
      OR ${d.joined("line_names", ",")} NOT LIKE '%json_input%'
      OR ${d.matches(d.joined("line_names", ","), "(?:^|,)(?:objects|fields)(?:,|$)")}
      OR coalesce(${d.element("texts", LOG_COLUMNS.indexOf("finalclass") + 1)}, '') <> 'EventRestService') AS plain
    FROM (
      SELECT ${d.memberTexts("json", LOG_COLUMNS)} AS texts, ${d.memberTypes("json", LOG_COLUMNS)} AS types,
        ${d.element(d.namesAt("json", ["$"]), 1)} AS line_names
      FROM (
        SELECT CASE WHEN line LIKE '{%' AND ${d.isJson("line")} AND NOT ${isRelaxed(d, "line")} THEN line END AS json
        FROM log WHERE line <> ''
      ) AS lines
    ) AS members
  ) AS judged_lines`;
}
