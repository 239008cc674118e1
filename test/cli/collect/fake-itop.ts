/** An HTTP server that answers as iTop's REST service does, for tests: rights, classes, windows, limits, failures. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { isQuery, type OqlExpression } from "../../../analyzer/source/oql/ast.ts";
import { parseOql } from "../../../analyzer/source/oql/parse.ts";

export interface FakeRow {
  /** Real class; the class asked for may be a parent. */
  readonly class: string;
  readonly id: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface FakeClass {
  readonly rows: FakeRow[];
  /** Attribute codes the class itself has; `*+` gives whatever a row has. */
  readonly attributes: readonly string[];
}

export interface Asked {
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly json: Readonly<Record<string, unknown>>;
}

/** Sends something else than the answer; `true` when it did. */
export type Intervention = (asked: Asked, response: ServerResponse, number: number) => boolean;

export interface FakeItop {
  readonly url: string;
  readonly asked: Asked[];
  readonly classes: Map<string, FakeClass>;
  intervene: Intervention;
}

export const USER = "svc-art30";
export const PASSWORD = "Pluie-de-mai-1987";
/** Id of the account that collects. */
export const OWN_ID = 31;

export async function fakeItop(classes: Readonly<Record<string, FakeClass>>): Promise<FakeItop> {
  const itop: FakeItop = {
    url: "",
    asked: [],
    classes: new Map(Object.entries(classes)),
    intervene: () => false,
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(parts).toString("utf8"));
      const json = JSON.parse(form.get("json_data") ?? "{}") as Asked["json"];
      const asked = { form, json, headers: request.headers };
      itop.asked.push(asked);
      if (itop.intervene(asked, response, itop.asked.length)) return;
      if (request.url !== "/itop/webservices/rest.php")
        return void response.writeHead(404).end("<html></html>");
      response
        .writeHead(200, { "Content-Type": "application/json" })
        .end(JSON.stringify(answer(itop, asked)));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(itop, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/itop/` });
}

function answer({ classes }: FakeItop, { form, headers, json }: Asked): unknown {
  const byPassword = form.get("auth_user") === USER && form.get("auth_pwd") === PASSWORD;
  if (!byPassword && headers["auth-token"] !== "tok-4711") return failure(1, "Error: Invalid login");
  if (json["operation"] === "list_operations")
    return { code: 0, message: "Operations: 7", version: "1.3", operations: [] };
  if (json["operation"] !== "core/get") return failure(11, "Error: Unknown verb");
  const name = String(json["class"]);
  const found = classes.get(name);
  if (found === undefined) return failure(100, `Error: class: '${name}' is not a valid class'`);
  const codes = String(json["output_fields"]).split(",");
  const wrong = codes.find((code) => code !== "id" && code !== "*+" && !found.attributes.includes(code));
  if (wrong !== undefined) return failure(100, `Error: output_fields: invalid attribute code '${wrong}'`);
  const { query, errors } = parseOql(String(json["key"]));
  if (query === null || errors.length > 0 || !isQuery(query) || query.kind !== "select") {
    return failure(100, "Error: Query failed to execute");
  }
  const rows = found.rows.filter((row) => query.where === null || holds(query.where, row));
  // Newest first, as iTop sorts logs; equal dates stand in no order to rely on.
  const sorted = rows.toSorted(
    (a, b) => dateOf(b).localeCompare(dateOf(a)) || ((a.id * 7) % 11) - ((b.id * 7) % 11),
  );
  const page = sorted.slice(0, Number(json["limit"]) || undefined);
  const objects = Object.fromEntries(page.map((row) => [`${row.class}::${row.id}`, objectOf(row, codes)]));
  return { code: 0, message: `Found: ${rows.length}`, objects: page.length === 0 ? null : objects };
}

function failure(code: number, message: string): unknown {
  return { code, message };
}

function objectOf({ class: name, id, fields }: FakeRow, codes: readonly string[]): unknown {
  const shown = codes.includes("*+")
    ? fields
    : Object.fromEntries(codes.map((code) => [code, code === "id" ? String(id) : (fields[code] ?? "")]));
  return { code: 0, message: "", class: name, key: String(id), fields: shown };
}

function dateOf({ fields }: FakeRow): string {
  return String(fields["date"] ?? "");
}

function holds(condition: OqlExpression, row: FakeRow): boolean {
  if (condition.kind === "call")
    return condition.name === "ISNULL" && valueOf(condition.args[0] as OqlExpression, row) === null;
  if (condition.kind !== "binary") throw new Error("the fake does not know this condition");
  const { operator, left, right } = condition;
  if (operator === "AND") return holds(left, row) && holds(right, row);
  if (operator === "OR") return holds(left, row) || holds(right, row);
  const [a, b] = [valueOf(left, row), valueOf(right, row)];
  // In SQL nothing compares with NULL.
  if (a === null || b === null) return false;
  if (operator === ">") return Number(a) > Number(b);
  if (operator === "<=") return Number(a) <= Number(b);
  if (operator === ">=") return String(a) >= String(b);
  if (operator === "!=") return String(a).toLowerCase() !== String(b).toLowerCase();
  return operator === "=" && String(a) === String(b);
}

function valueOf(expression: OqlExpression, { id, fields }: FakeRow): unknown {
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "parameter") return expression.root === "current_user" ? OWN_ID : null;
  if (expression.kind !== "field") throw new Error("the fake does not know this expression");
  return expression.name.text === "id" ? id : (fields[expression.name.text] ?? null);
}
