/** Callers that take every field of every person, whatever they need. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { labelOf } from "../kit/label.ts";
import type { Entity, Field, Operation, System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import {
  callerName,
  callerPath,
  callsBy,
  callsOf,
  counted,
  fieldsRead,
  firstPlace,
  logEvidence,
  type CallGroup,
} from "./callers.ts";
import { lineOf } from "./sources.ts";

/** Whose rows are people; records about people (tickets) are read one by one far more often than in bulk. */
const PEOPLE: ReadonlySet<Entity["role"]> = new Set(["subject", "account"]);

export default defineRule({
  meta: {
    id: "flow/api-bulk-read-all-fields",
    title: "API consumer reads whole person records in bulk",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 25(2)", "Art. 32(1)(b)"],
    basis: "product practice",
    systems: "all",
    inputs: ["rest-log", "model"],
    options: { minCount: 20 },
    messages: {
      found: {
        what: "{account} reads all fields of {entity} in bulk: {calls}, {objects} with {categories}{special}",
        why: "More data leave than the purpose needs, and every new field leaves with them (Art. 5(1)(c), 25(2)).",
        fix: "Name the fields that are needed, ask in pages, and narrow the query.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const groups = callsBy(system.operations, (each) =>
        isWholesale(each, context.option<number>("minCount")) ? peopleRead(context, system, each) : [],
      );
      for (const group of groups) report(context, system, group);
    }
  },
});

function report(context: RuleContext, system: System, { account, about, operations }: CallGroup): void {
  const entity = context.entity(system, about) as Entity;
  const read = new Set(operations.flatMap((each) => fieldsRead(context, system, each)));
  // A hash goes out as asterisks.
  const fields = [...read]
    .flatMap((path) => context.field(path) ?? [])
    .filter(({ protection }) => protection !== "hashed");
  const personal = fields.filter((field) => standingOf(context.verdict(field)) === "yes");
  const delicate = fields.filter((field) => isDelicate(context, field));
  context.report({
    system: system.id,
    path: callerPath(system, account),
    location: firstPlace(operations),
    args: {
      account: callerName(account),
      entity: labelOf(entity),
      calls: callsOf(operations),
      objects: counted(
        operations.reduce((sum, { objects }) => sum + objects, 0),
        "record",
      ),
      categories: [...new Set(personal.map((field) => context.verdict(field).category))].sort(),
      special: delicate.length === 0 ? "" : `; among them ${delicate.map(labelOf).join(", ")}`,
    },
    evidence: logEvidence(operations),
    related: [{ role: "read", path: entity.path, location: entity.location }],
    certainty: operations.some(({ truncated }) => truncated > 0) ? "at-least" : "proved",
    raise: delicate.length > 0 ? 1 : 0,
    discriminator: entity.path,
  });
}

/** The entity whose rows are people; of several kinds of them (accounts by how they sign in) what they all are. */
function peopleRead(context: RuleContext, system: System, { entities }: Operation): readonly string[] {
  const people = entities.filter((name) => PEOPLE.has(context.entity(system, name)?.role ?? "other"));
  const [first, ...others] = people.map((name) => lineOf(context, system, name));
  const shared = first?.find((name) => others.every((line) => line.includes(name)));
  return shared === undefined || !PEOPLE.has(context.entity(system, shared)?.role ?? "other")
    ? people
    : [shared];
}

/** A whole set was asked for, or many records came back at a time; looking one record up is no bulk. */
function isWholesale(
  { verb, selection, bulk, calls, failures, objects }: Operation,
  minCount: number,
): boolean {
  const answered = calls - failures;
  if (verb !== "read" || answered <= 0) return false;
  if (selection !== "all" && selection !== "all-with-subclasses") return false;
  return bulk || objects / answered >= minCount;
}

function isDelicate(context: RuleContext, field: Field): boolean {
  const { special, sensitivity, personal } = context.verdict(field);
  return (special !== null && personal !== "no") || sensitivity === "secret";
}
