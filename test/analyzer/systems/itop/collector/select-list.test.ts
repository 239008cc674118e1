import { describe, expect, it } from "vitest";
import {
  MAX_QUERY_CHARACTERS,
  selectList,
} from "../../../../../analyzer/systems/itop/collector/select-list.ts";

function columns(query: string): readonly string[] | null {
  return (
    selectList(query)?.items.map(
      ({ name, column, constant }) => `${name ?? "?"} = ${constant ? "constant" : (column ?? "?")}`,
    ) ?? null
  );
}

describe("the columns of a query", () => {
  it.each([
    [
      "SELECT h.mail AS email, h.tel phone, name FROM hr h",
      ["email = h.mail", "phone = h.tel", "name = name"],
    ],
    ["select distinct `e-mail` as `email` from staff", ["email = e-mail"]],
    ["SELECT [Mail Address] AS email, dbo.t.Phone FROM t", ["email = Mail Address", "Phone = dbo.t.Phone"]],
    ["SELECT TOP (10) a AS b FROM t", ["b = a"]],
    ["SELECT TOP 10 a b FROM t", ["b = a"]],
    ["SELECT DISTINCT ON (a, b) c AS d FROM t", ["d = c"]],
    ["SELECT CONCAT(first, ' ', last) AS name, id FROM t", ["name = ?", "id = id"]],
    ["SELECT CONCAT(a,b) name FROM t", ["name = ?"]],
    ["SELECT CASE WHEN a=1 THEN b ELSE c END AS status FROM t", ["status = ?"]],
    [
      "SELECT 'active' AS status, 3 AS n, NULL AS x FROM t",
      ["status = constant", "n = constant", "x = constant"],
    ],
    ["SELECT (SELECT max(x) FROM y) AS m, a AS b FROM t", ["m = ?", "b = a"]],
    ["SELECT EXTRACT(YEAR FROM birth) AS year, a AS b FROM t", ["year = ?", "b = a"]],
    ["WITH s AS (SELECT 1 AS x FROM u) SELECT s.x AS y FROM s", ["y = s.x"]],
    ["SELECT a /* , b AS c */ AS d, -- e AS f\n g AS h FROM t", ["d = a", "h = g"]],
    ["SELECT 'it''s, FROM here' AS note, a AS b FROM t", ["note = constant", "b = a"]],
    ["SELECT a + b, c FROM t", ["? = ?", "c = c"]],
    ['SELECT "mail" AS email FROM t', ["email = ?"]],
    ["SELECT prénom AS first_name FROM personnes", ["first_name = prénom"]],
    ["SELECT a AS b", ["b = a"]],
  ])("of %s", (query, expected) => {
    expect(columns(query)).toEqual(expected);
  });

  it("of a union have the names of its first part, and no single origin", () => {
    expect(columns("SELECT a AS x FROM t UNION ALL SELECT b FROM u")).toEqual(["x = ?"]);
  });

  it("are open where a star stands", () => {
    expect(selectList("SELECT t.*, a AS b FROM t")).toMatchObject({ star: true, items: [{ name: "b" }] });
    expect(selectList("SELECT count(*) AS n FROM t")).toMatchObject({ star: false });
    expect(columns("SELECT a * b AS c FROM t")).toEqual(["c = ?"]);
  });

  it("do not come from what a placeholder stands for", () => {
    expect(columns("SELECT $column$ AS email, '$org$' AS org FROM t")).toEqual([
      "email = ?",
      "org = constant",
    ]);
  });

  it.each([
    ["no query", "UPDATE staff SET a = 1"],
    ["nothing", ""],
    ["a list in parentheses", "(SELECT a AS b FROM t)"],
    ["a quote behind a backslash, which dialects read differently", "SELECT 'a\\', b AS c, '' AS d FROM t"],
    ["a comment sign that is an operator elsewhere", "SELECT a # b\n AS c FROM t"],
    ["parentheses that close too often", "SELECT a) AS b FROM t"],
    ["more than the limit", `SELECT ${"a,".repeat(MAX_QUERY_CHARACTERS)}b FROM t`],
  ])("are not told by %s", (_what, query) => {
    expect(selectList(query)).toBeNull();
  });

  it("are not made up for queries that break off", () => {
    expect(columns("SELECT a AS")).toEqual(["? = ?"]);
    expect(columns("SELECT a AS 'b")).toEqual(["b = a"]);
    expect(columns("SELECT ,,a")).toEqual(["a = a"]);
    expect(columns("SELECT")).toEqual([]);
  });
});
