/** The one statement that folds a REST log into groups of equal calls; what it cannot read comes out as it stands. */
import { type Dialect, literal } from "./dialect.ts";
import { closedReply, endedReply } from "./reply-sql.ts";
import { addressedKey, isOddSql, limitSql, memberOf, MEMBERS, memberSql } from "./request-sql.ts";

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

/**
 * `source` is a relation of the log's columns as texts. A row of the result is a group of calls:
 * `userinfo`, `operation`, `finalclass`, `ok` (code 0) · `request` (as logged, when it must be read by hand), else its
 * reduced members, `asked_names` (of its members) and `written` (of its `fields`) · `reply` (as logged, when it must be
 * read by hand), else `top` (names of its members) and, when there are objects, their `class` and `skeleton`, with `last`
 * when the last one has another, as it has in a cut reply; or `mixed` (pairs of the two) when they differ more · `cut`
 * (the reply) · `calls`, `objects`, `first_time`, `last_time`.
 * Lists are JSON texts, a skeleton is an object's JSON without values.
 */
export function foldingStatement(d: Dialect, source: string): string {
  const reduced = MEMBERS.map((member) => `${memberSql(d, member, "members")} AS ${asked(member)}`);
  const first = d.element("skeletons", 1);
  return `
WITH split AS (
  SELECT userinfo, operation, finalclass, code = '0' AS ok, json_input, json_output,
    CASE WHEN ${d.matchesAll("date", TIME)} THEN replace(date, ' ', 'T') END AS time,
    CASE WHEN ${d.isJson("json_input")} THEN json_input END AS asked,
    CASE WHEN code <> '0' OR json_output = '' THEN 'none' WHEN ${d.endsWith("json_output", " chars)")} THEN 'cut'
      WHEN ${d.isJson("json_output")} THEN 'whole' ELSE 'cut' END AS state
  FROM (${source}) AS log
), parted AS (
  SELECT *, CASE WHEN state = 'cut' THEN ${endedReply(d, "json_output")} END AS ended,
    ${d.members("asked", MEMBERS)} AS members, ${d.namesAt("asked", ["$", "$.fields"])} AS names
  FROM split
), closed AS (
  SELECT *, CASE state WHEN 'whole' THEN json_output WHEN 'cut' THEN ${closedReply(d, "ended")} END AS answered,
    asked IS NULL OR ${isOddSql(d, "names", "members")} AS odd
  FROM parted
), opened AS (
  SELECT *, ${addressedKey(d, memberOf(d, "key", "members"))} AS addressed, ${d.skeleton("answered")} AS root
  FROM closed
), entered AS (
  SELECT *, CASE WHEN state = 'cut' THEN ${foundIn(d, "answered")} END AS found,
    ${d.value("root", "objects")} AS objects
  FROM opened
), counted AS (
  SELECT *, ${d.keys("objects")} AS object_names, ${d.values("objects")} AS skeletons,
    coalesce(${d.size(d.keys("objects"))}, 0) AS number
  FROM entered
), judged AS (
  SELECT *, CASE WHEN number > 0 THEN ${d.before(d.element("object_names", 1), "::")} END AS class,
    CASE WHEN number > 0 THEN ${d.asJson(first)} END AS skeleton,
    CASE WHEN number > 1 THEN ${d.asJson(d.last("skeletons"))} END AS last,
    state <> 'none' AND (answered IS NULL OR (odd AND state = 'cut')
      OR CASE WHEN number > 1 THEN ${d.countDistinct("object_names")} <> number ELSE FALSE END) AS reply_odd
  FROM counted
), told AS (
  SELECT *, CASE WHEN number < 2 OR reply_odd THEN FALSE
      WHEN ${d.allBegin("object_names", "class", "::")} AND ${d.asJson("skeletons")} = ${d.listOf("skeleton", "number", "last")} THEN FALSE
      ELSE TRUE END AS differ
  FROM judged
), grouped AS (
  SELECT userinfo, operation, finalclass, ok,
    CASE WHEN odd THEN json_input END AS request,
    ${reduced.join(",\n    ")},
    ${d.element("names", 1)} AS asked_names,
    ${d.element("names", 2)} AS written,
    CASE WHEN reply_odd THEN json_output END AS reply,
    ${d.keys("root")} AS top,
    CASE WHEN NOT reply_odd AND NOT differ THEN class END AS class,
    CASE WHEN NOT reply_odd AND NOT differ THEN skeleton END AS skeleton,
    CASE WHEN NOT reply_odd AND NOT differ AND last <> skeleton THEN last END AS last,
    CASE WHEN differ THEN ${d.asJson(d.distinct(d.pairs(d.eachBefore("object_names", "::"), "skeletons")))} END AS mixed,
    state = 'cut' AS cut,
    count(*) AS calls,
    sum(CASE WHEN reply_odd THEN 0 WHEN state = 'cut' THEN ${objectsOfCut(d)} ELSE number END) AS objects,
    min(time) AS first_time, max(time) AS last_time
  FROM told
  GROUP BY ALL
)
SELECT userinfo, operation, finalclass, ok, request, ${MEMBERS.map(asked).join(", ")},
  ${d.asJson("asked_names")} AS asked_names, ${d.asJson("written")} AS written,
  reply, ${d.asJson("top")} AS top, class, skeleton, last, mixed, cut,
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

/** The `Found: N` of a reply's message. */
function foundIn(d: Dialect, reply: string): string {
  const usual = d.extract(reply, String.raw`^\{"code":0,"message":"Found: (\d{1,9})"`);
  const any = d.extract(d.memberText(reply, "message"), String.raw`^Found: (\d{1,9})$`);
  return `CAST(nullif(CASE WHEN ${usual} <> '' THEN ${usual} ELSE ${any} END, '') AS INTEGER)`;
}

/** Objects of a cut reply: those seen or those announced, at most the limit of the call. */
function objectsOfCut(d: Dialect): string {
  const limit = limitSql(d, "members");
  const announced = `CASE WHEN ${limit} < found THEN ${limit} ELSE found END`;
  return `CASE WHEN found IS NULL OR number > ${announced} THEN number ELSE ${announced} END`;
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
        SELECT CASE WHEN line LIKE '{%' AND ${d.isJson("line")} THEN line END AS json
        FROM log WHERE line <> ''
      ) AS lines
    ) AS members
  ) AS judged_lines`;
}
