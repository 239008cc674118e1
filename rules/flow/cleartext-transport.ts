/** Links on which data of people travel readable, or to a machine nobody checks. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Movement, System } from "../kit/facts.ts";
import { weakLinks } from "./links.ts";
import { carriesPeople, isActive } from "./sources.ts";

export default defineRule({
  meta: {
    id: "flow/cleartext-transport",
    title: "Personal data travel without encryption or without certificate check",
    family: "flow",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(1)(f)", "Art. 32(1)(a)"],
    basis: "law",
    systems: "all",
    inputs: [],
    anyInput: ["sync", "config", "profile", "code"],
    options: { reportUnknown: true },
    messages: {
      none: {
        what: "{name} carries {data} over {scheme}, without encryption",
        why: "Content can be read and changed on the way (Art. 32(1)(a)).",
        fix: "Use {secure}, with certificate check.",
      },
      optional: {
        what: "{name} carries {data} over {scheme} with encryption only if the other side offers it",
        why: "Whoever stands in between can switch it off, and nobody notices (Art. 32(1)(a)).",
        fix: "Require {secure}, with certificate check.",
      },
      unverified: {
        what: "{name} carries {data} over {scheme} and does not check the certificate",
        why: "Encryption protects only against those who do not answer in the other side's place (Art. 32(1)(a)).",
        fix: "Switch the certificate check on, and give the system the certificate of its authority.",
      },
      unknown: {
        what: "Nothing tells whether {movements} of this system {are} encrypted on the way: {names}",
        why: "What nobody can show does not count as protection (Art. 32(1)(a)).",
        fix: "Is each of them encrypted, with certificate check? Give the configuration that shows it.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      judgeLinks(context, system);
      const movements = system.movements.filter(
        (each) => isActive(each) && carriesPeople(context, system, each),
      );
      for (const movement of movements) judge(context, system, movement);
      const unknown = movements.filter((each) => each.transport.tls === "unknown" && hasOwnLink(each));
      if (context.option<boolean>("reportUnknown")) reportUnknown(context, system, unknown);
    }
  },
});

/** Code that copies, and what leaves by the system's own pages and mail, open no link that settings do not show. */
function hasOwnLink({ basis, kind }: Movement): boolean {
  if (basis === "code") return kind === "webhook";
  return basis !== "definition" || kind !== "export";
}

function judgeLinks(context: RuleContext, system: System): void {
  for (const { to, carries, weakness, scheme, secure, setting } of weakLinks(system)) {
    const name = `The link to ${to}`;
    context.report({
      system: system.id,
      path: setting.path,
      location: setting.location,
      messageId: weakness,
      args: { name, data: carries, scheme, secure },
      evidence: [
        { kind: "setting", text: setting.basis ?? `${setting.name} is set so`, location: setting.location },
      ],
    });
  }
}

function judge(context: RuleContext, system: System, { name, path, transport, proof }: Movement): void {
  const { tls, scheme } = transport;
  if (tls !== "none" && tls !== "optional") return;
  context.report({
    system: system.id,
    path,
    location: transport.proof.location ?? proof.location,
    messageId: tls,
    args: { name, data: "data of people", scheme: scheme ?? "an unnamed protocol", secure: "TLS" },
    evidence:
      transport.proof.basis === null
        ? []
        : [{ kind: "quote", text: transport.proof.basis, location: transport.proof.location }],
  });
}

function reportUnknown(context: RuleContext, system: System, movements: readonly Movement[]): void {
  const [first] = movements;
  if (first === undefined) return;
  context.report({
    system: system.id,
    path: system.id,
    location: first.proof.location,
    messageId: "unknown",
    args: {
      movements: movements.length === 1 ? "1 movement" : `${movements.length} movements`,
      are: movements.length === 1 ? "is" : "are",
      names: movements.map(({ name }) => name),
    },
    related: movements.map(({ path, proof }) => ({ role: "unknown", path, location: proof.location })),
    certainty: "not-verifiable",
  });
}
