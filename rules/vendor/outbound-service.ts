/** Connections to the vendor or another outsider that are there from the start. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, type Movement, type Party, type System } from "../kit/facts.ts";
import { standingOf } from "../kit/standing.ts";
import { wordsOfName } from "../kit/words-of-name.ts";

/** Somebody chose these, or nobody could leave them out. */
const CHOSEN: ReadonlySet<Movement["kind"]> = new Set([
  "authentication",
  "backup",
  "replication",
  "directory-sync",
]);

/** What can single out a server, a device or a person among few. */
const IDENTIFIERS = new Set(
  "id ids identifier identifiers uuid serial address addresses mail email hash key user".split(" "),
);
/** A count of identifiers is none. */
const COUNTS = new Set("count counts number total sum".split(" "));

export default defineRule({
  meta: {
    id: "vendor/outbound-service",
    title: "Phone-home or default third-party service",
    family: "vendor",
    severity: { minimal: "off", recommended: "warning", strict: "warning" },
    priority: "P0",
    articles: ["Art. 28", "Art. 30(1)(d)", "Art. 44", "Art. 5(1)(f)"],
    basis: "vendor practice",
    systems: "all",
    inputs: ["profile"],
    options: { trusted: [] },
    messages: {
      personal: {
        what: "{system} contacts {party} on its own and sends {payload}",
        why: "A recipient nobody chose receives personal data (Art. 30(1)(d), 28).",
        fix: "Switch the connection off, or declare the recipient with agreement and country.",
      },
      unproven: {
        what: "{system} contacts {party} on its own; {payload} may single out a person in a small organisation",
        why: "That no personal data leave is the vendor's word, not shown by what is sent (Art. 5(1)(f)).",
        fix: "Look at one real message, and say what it holds in the system's own file.",
      },
    },
  },

  check(context) {
    const parties = new Map(
      context.estate.systems.flatMap((system) => system.parties.map((party) => [party.path, party] as const)),
    );
    for (const system of context.systems) {
      for (const movement of system.movements) judge(context, system, movement, parties);
    }
  },
});

function judge(
  context: RuleContext,
  system: System,
  movement: Movement,
  parties: ReadonlyMap<string, Party>,
): void {
  const party = movement.to.kind === "party" ? parties.get(movement.to.ref) : undefined;
  // By default means: no condition, so that the source can say it runs.
  if (party === undefined || movement.status !== "production" || CHOSEN.has(movement.kind)) return;
  // In the vendor's own cloud the vendor has the data anyway; what leaves from there is telemetry.
  const inside = system.deployment.mode === "vendor-cloud";
  const outside = movement.kind === "telemetry" || (party.kind === "vendor" && !inside);
  if (!outside || context.option<readonly string[]>("trusted").includes(party.name)) return;

  const sent = movement.map.map(({ from, to }) => ({ to, name: nameOf(to ?? from ?? "") }));
  const personal = sent.filter(({ to }) => to !== null && standingOf(context.verdict(to)) === "yes");
  const identifiers = sent.filter(({ name }) => isIdentifier(name));
  const open = sent.length === 0 || movement.mapOpen !== null;
  const payload =
    personal.length > 0
      ? personal.map(({ name }) => name)
      : identifiers.length > 0
        ? identifiers.map(({ name }) => name)
        : open
          ? [`what is sent (${movement.mapOpen ?? "not listed"})`]
          : [];
  if (payload.length === 0) return;
  context.report({
    system: system.id,
    path: movement.path,
    location: movement.proof.location,
    messageId: personal.length > 0 ? "personal" : "unproven",
    args: { system: system.product.name, party: party.name, payload },
    evidence:
      movement.proof.basis === null
        ? []
        : [{ kind: "quote", text: movement.proof.basis, location: movement.proof.location }],
    related: [{ role: "receives", path: party.path, location: party.proof.location }],
    raise: personal.length > 0 ? 0 : -1,
    discriminator: party.path,
  });
}

function isIdentifier(name: string): boolean {
  const words = wordsOfName(name);
  return words.some((word) => IDENTIFIERS.has(word)) && !words.some((word) => COUNTS.has(word));
}

/** `server_identifier` of `phones:LicenceReport.server_identifier`. */
function nameOf(path: string): string {
  return path.includes(":") ? localPart(path).replace(/^[^.]*\./, "") : path;
}
