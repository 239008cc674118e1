/** Queries that name a person by a constant, and so keep the person where nobody looks. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { StoredQuery, System } from "../kit/facts.ts";

type Literal = StoredQuery["literals"][number];

const WORDS: Readonly<Record<Literal["kind"], readonly [one: string, many: string]>> = {
  email: ["e-mail address", "e-mail addresses"],
  identifier: ["login, number or id of a person", "logins, numbers or ids of people"],
  name: ["name", "names"],
  phone: ["telephone number", "telephone numbers"],
};

export default defineRule({
  meta: {
    id: "storage/personal-data-in-query",
    title: "Personal data written into a stored query",
    family: "storage",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P1",
    articles: ["Art. 5(1)(c)", "Art. 17(1)", "Art. 25(1)"],
    basis: "product practice",
    systems: "all",
    inputs: ["model"],
    options: { kinds: ["email", "identifier", "name", "phone"] },
    messages: {
      found: {
        what: "The query “{query}” holds {found}",
        why: "It is copied with every definition and backup, and nothing that erases or exports a person reaches it (Art. 17(1)).",
        fix: "Select by a role, a team or a parameter such as the current user, and clear the copies of the old query.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const query of system.queries) judge(context, system, query);
    }
  },
});

function judge(context: RuleContext, system: System, { path, name, literals, proof }: StoredQuery): void {
  const kinds = context.option<readonly string[]>("kinds");
  const found = literals.filter(({ kind }) => kinds.includes(kind));
  if (found.length === 0) return;
  const { location } = proof;
  context.report({
    system: system.id,
    path,
    location,
    args: { query: name, found: found.map(wordsOf).join(" and ") },
    // The line itself is what must not be repeated.
    evidence: found.map((each) => ({ kind: "log-range", text: wordsOf(each), location })),
  });
}

function wordsOf({ kind, count }: Literal): string {
  const [one, many] = WORDS[kind];
  return `${count} ${count === 1 ? one : many}`;
}
