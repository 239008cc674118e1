/** In-boxes that keep mails as they came, or make records of people who merely wrote. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart } from "../kit/facts.ts";
import type { FieldMapping, Movement, Store, System } from "../kit/facts.ts";
import type { Evidence } from "../kit/finding.ts";
import { isActive } from "./sources.ts";

const RAW: ReadonlySet<Store["kind"]> = new Set(["mailbox", "raw-mail"]);

/** What an in-box maps, in its own words. */
const COPIED_TO = /\bcc\b/i;
const TRACE = /\btrace\b/i;

export default defineRule({
  meta: {
    id: "flow/mail-in-raw-copy",
    title: "Mail intake keeps raw messages or creates people unasked",
    family: "flow",
    severity: { minimal: "off", recommended: "info", strict: "warning" },
    priority: "P1",
    articles: ["Art. 5(1)(c)", "Art. 5(1)(e)", "Art. 14"],
    basis: "product practice",
    systems: "iTop with its mail extensions; any system that takes in mail",
    inputs: ["model"],
    options: { checks: ["raw", "create", "contacts", "trace"] },
    messages: {
      raw: {
        what: "{mailbox} leaves mails as they came in {stores}, and nothing ends them there",
        why: "The ticket holds what is needed; the mail with everything else in it stays beside it (Art. 5(1)(e)).",
        fix: "Have mails deleted once they are processed, and set a period for those that failed.",
      },
      create: {
        what: "{mailbox} makes a record in {entity} of everyone who writes from an address it does not know",
        why: "Whoever merely wrote, or whose address was forged, becomes a record that nobody asked for (Art. 5(1)(c), 14).",
        fix: "Have mails of unknown senders refused or set aside, or tell those people and delete the records in time.",
      },
      contacts: {
        what: "{mailbox} takes over the people a mail was copied to as well",
        why: "Who is in copy did not turn to the service desk (Art. 5(1)(c), 14).",
        fix: "Switch the import of further contacts off where the team does not need it.",
      },
      trace: {
        what: "{mailbox} writes a trace of every mail into its own record",
        why: "Senders and subjects stay where nobody looks for them (Art. 5(1)(c), 5(1)(e)).",
        fix: "Switch the trace off once the analysis is over, and empty the field.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const boxes = system.movements.filter((each) => each.kind === "mail-in" && isActive(each));
      for (const box of boxes) judge(context, system, box);
    }
  },
});

function judge(context: RuleContext, system: System, box: Movement): void {
  const checks = context.option<readonly string[]>("checks");
  const report = (
    messageId: string,
    args: Record<string, string | readonly string[]>,
    says: Evidence,
  ): void => {
    if (!checks.includes(messageId)) return;
    context.report({
      system: system.id,
      path: box.path,
      location: box.proof.location,
      messageId,
      args: { mailbox: box.name, ...args },
      evidence: [says],
    });
  };
  const [first, ...others] = rawStores(system, box);
  if (first !== undefined) {
    const stores = [first, ...others].map(({ kind, name }) =>
      kind === "mailbox" ? "its folder on the server" : name,
    );
    const text = first.retention.proof.basis ?? "what ends its rows is switched off or missing";
    report("raw", { stores }, { kind: "setting", text, location: first.proof.location });
  }
  const made = box.matching?.onZero === "create" ? subjectOf(context, system, box) : undefined;
  if (made !== undefined)
    report("create", { entity: made }, setting(box, "a sender that is not found: create"));
  const copied = box.map.find(({ from, match }) => match && COPIED_TO.test(from ?? ""));
  if (copied !== undefined) report("contacts", {}, setting(box, `${copied.from} are looked up`));
  const traced = box.map.find(({ from, update }) => update && TRACE.test(from ?? ""));
  if (traced !== undefined) report("trace", {}, setting(box, `${traced.from} is written`));
}

/** Where this in-box's mails lie as they came, without anything that ends them; what is not known is not among them. */
function rawStores({ stores }: System, box: Movement): readonly Store[] {
  return stores.filter(
    ({ kind, name, path, active, retention, purge }) =>
      RAW.has(kind) &&
      (name === box.name || path === box.staging) &&
      active.state !== "off" &&
      (retention.kind === "none" || retention.kind === "unknown") &&
      (purge.enabled === "no" || purge.exists === "no"),
  );
}

/** The entity of people whose fields a mail fills. */
function subjectOf({ entity }: RuleContext, system: System, { map }: Movement): string | undefined {
  const filled = map.filter(({ update }) => update).flatMap(entityOf);
  return filled.find((name) => entity(system, name)?.role === "subject");
}

function entityOf({ to }: FieldMapping): readonly string[] {
  return to === null ? [] : [localPart(to).replace(/\..*$/, "")];
}

function setting({ proof }: Movement, text: string): Evidence {
  return { kind: "setting", text, location: proof.location };
}
