/** Registers that do not say who answers for the processing. */
import { articleOf, categoriesNamed } from "../kit/categories.ts";
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import type { Report } from "../kit/finding.ts";
import { activitiesOf, WHOLE_ESTATE, type Activity } from "./declared-activity.ts";

/** Member states of the European Union, and Iceland, Liechtenstein and Norway. */
const EEA = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "),
);

export default defineRule({
  meta: {
    id: "records/party-missing",
    title: "Controller, representative, officer or client missing",
    family: "records",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 30(1)(a)", "Art. 30(2)(a)", "Art. 27", "Art. 37(1)"],
    basis: "law",
    systems: "all",
    inputs: ["records"],
    messages: {
      controller: {
        what: "The register names no controller",
        why: "Name and contact details of the controller are part of the record (Art. 30(1)(a)).",
        fix: "Add a party with the role controller and its contact to register.yaml.",
      },
      contact: {
        what: "The controller {party} has no contact details",
        why: "They are part of the record (Art. 30(1)(a)).",
        fix: "Add postal address and e-mail address under contact.",
      },
      client: {
        what: "Activity {activity} is done on behalf of others, but no controller is named",
        why: "A processor's record names each controller it acts for (Art. 30(2)(a)).",
        fix: "Add the controllers as parties, and name their ids under onBehalfOf.",
      },
      officer: {
        what: "The register names no data protection officer, though {reason}",
        why: "Where this happens on a large scale an officer is to be designated (Art. 37(1)) and named (Art. 30(1)(a)).",
        fix: "Add the officer with contact, or accept the finding with the reason why none is needed.",
      },
      representative: {
        what: "The controller {party} is in {country}, and the register names no representative in the Union",
        why: "A controller outside that offers services to people in the Union, or observes them, names one (Art. 27).",
        fix: "Add a party with the role representative, or accept the finding with the reason why Art. 27 does not apply.",
      },
    },
  },

  check(context) {
    const { register } = context;
    if (register === null) return;
    const activities = activitiesOf(register);
    const places = register.declarations?.places ?? {};
    const has = (role: (typeof register.parties)[number]["role"]): boolean =>
      register.parties.some((party) => party.role === role);
    const report = (
      messageId: string,
      args: Record<string, string>,
      more: Partial<Report> & { at?: string } = {},
    ): void => {
      const { at = "parties", ...rest } = more;
      const location = places[at] ?? null;
      context.report({ system: WHOLE_ESTATE, path: WHOLE_ESTATE, location, messageId, args, ...rest });
    };

    const controllers = register.parties.filter(({ role }) => role === "controller");
    if (controllers.length === 0 && activities.some(({ record }) => record.role === "controller")) {
      report("controller", {}, { articles: ["Art. 30(1)(a)"] });
    }
    for (const { id, name, contact, country } of controllers) {
      const at = `parties.${id}`;
      if (contact === null) {
        report("contact", { party: name }, { at, articles: ["Art. 30(1)(a)"], discriminator: id });
      }
      if (country !== null && !EEA.has(country) && !has("representative")) {
        const args = { party: name, country };
        report("representative", args, { at, articles: ["Art. 27"], raise: -1, discriminator: id });
      }
    }
    for (const { record, declared, path, title, place } of activities) {
      if (record.role !== "processor" || (declared.onBehalfOf ?? []).length > 0) continue;
      const location = place("role");
      report("client", { activity: title }, { path, location, articles: ["Art. 30(2)(a)"] });
    }
    const reason = has("data-protection-officer") ? null : reasonForOfficer(context, activities);
    if (reason !== null) report("officer", { reason }, { articles: ["Art. 37(1)"], raise: -1 });
  },
});

/** What Article 37(1)(b) and (c) ask about; whether it is on a large scale only people can say. */
function reasonForOfficer(context: RuleContext, activities: readonly Activity[]): string | null {
  const special = activities.some(({ record }) =>
    record.cells["data-categories"].value.flatMap(categoriesNamed).some((each) => articleOf(each) !== null),
  );
  if (special) return "special-category or criminal data are declared";
  const monitored = context.estate.systems.some(({ movements }) =>
    movements.some(({ kind, status }) => kind === "monitoring" && status !== "disabled"),
  );
  return monitored ? "people are monitored" : null;
}
