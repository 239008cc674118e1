/** Names, addresses and numbers of people in queries, keys, addresses and comments of calls. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Operation } from "../kit/facts.ts";
import { callerName, callerPath, callsBy, counted, firstPlace, logEvidence } from "./callers.ts";

type Parameter = Operation["parameters"][number];

const KIND_WORDS: Readonly<Record<Parameter["kind"], string>> = {
  email: "e-mail addresses",
  name: "names",
  phone: "phone numbers",
  identifier: "logins or personnel numbers",
  secret: "secrets",
};

const PLACE_WORDS: Readonly<Record<Parameter["where"], string>> = {
  query: "queries",
  key: "search keys",
  url: "addresses of calls",
  comment: "comments",
  body: "contents",
};

/** What is written is the purpose of a write; a comment goes somewhere else than a search. */
const PLACES: Readonly<Record<string, readonly Parameter["where"][]>> = {
  found: ["query", "key", "url"],
  comment: ["comment"],
};

export default defineRule({
  meta: {
    id: "flow/api-personal-data-in-parameters",
    title: "Personal data in queries, keys, URLs or comments",
    family: "flow",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 5(1)(c)", "Art. 25(1)", "Art. 32(1)(b)"],
    basis: "product practice",
    systems: "all",
    inputs: ["rest-log"],
    options: { kinds: ["email", "phone", "name", "identifier"] },
    messages: {
      found: {
        what: "{account} puts {kinds} into {places} ({calls})",
        why: "Queries and addresses are copied to logs, proxies and error reports, where nobody looks for people (Art. 25(1)).",
        fix: "Ask for records by their id, and send what identifies a person in the body only.",
      },
      comment: {
        what: "{account} puts {kinds} into {places} ({calls})",
        why: "The comment of a call becomes the author's note in the change history, where no search for the person finds it (Art. 25(1)).",
        fix: "Use a neutral comment, such as the name of the job, and clear what stands in the history.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      for (const [messageId, places] of Object.entries(PLACES)) {
        const seen = (operation: Operation): readonly Parameter[] => parametersIn(context, operation, places);
        const groups = callsBy(system.operations, (each) => (seen(each).length > 0 ? [messageId] : []));
        for (const { account, operations } of groups) {
          const parameters = operations.flatMap(seen);
          context.report({
            system: system.id,
            path: callerPath(system, account),
            location: firstPlace(operations),
            messageId,
            args: {
              account: callerName(account),
              kinds: words(parameters.map(({ kind }) => KIND_WORDS[kind])),
              places: words(parameters.map(({ where }) => PLACE_WORDS[where])),
              calls: counted(
                operations.reduce((sum, each) => sum + Math.max(...seen(each).map(({ calls }) => calls)), 0),
                "call",
              ),
            },
            evidence: logEvidence(operations),
            raise: messageId === "comment" ? 1 : 0,
            discriminator: messageId,
          });
        }
      }
    }
  },
});

function parametersIn(
  context: RuleContext,
  { parameters }: Operation,
  places: readonly Parameter["where"][],
): readonly Parameter[] {
  const kinds = context.option<readonly string[]>("kinds");
  return parameters.filter(
    ({ where, kind }) => places.includes(where) && kind !== "secret" && kinds.includes(kind),
  );
}

/** `a`, `a and b`, `a, b and c`. */
function words(all: readonly string[]): string {
  const each = [...new Set(all)].sort();
  const last = each.pop() ?? "";
  return each.length === 0 ? last : `${each.join(", ")} and ${last}`;
}
