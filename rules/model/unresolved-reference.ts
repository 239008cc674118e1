/** Names that lead nowhere: what renames and missing modules leave behind. */
import { defineRule, type RuleContext } from "../kit/define-rule.ts";
import { localPart, systemOf, type System } from "../kit/facts.ts";
import type { Report } from "../kit/finding.ts";
import { namesOf, nearestName, type Names } from "./nearest-name.ts";
import { referencesOf, type Reference } from "./references.ts";

export default defineRule({
  meta: {
    id: "model/unresolved-reference",
    title: "Reference to an entity or field that does not exist",
    family: "model",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "all",
    inputs: ["model"],
    options: { ignore: [], baseMissing: 20 },
    messages: {
      found: {
        what: "{name} in {where} does not exist{hint}",
        why: "A flow or a right that cannot be followed is missing from the map and the record (Art. 5(2)).",
        fix: "Correct the name, or add the module that brings it.",
      },
      reading: {
        what: "{says}",
        why: "What the name leads to is missing from the map and the record (Art. 5(2)): {lost}.",
        fix: "Correct the name, or add the module that brings it.",
      },
      "base-missing": {
        what: "{count} names in {file} do not exist: the model it builds on seems to be missing",
        why: "Flows and rights that cannot be followed are missing from the map and the record (Art. 5(2)).",
        fix: "Add the product's own modules, or the extensions this file depends on, to the analysed paths.",
      },
    },
  },

  check(context) {
    for (const system of context.systems) {
      const names = namesOf(system);
      const found = [...referencesOf(system)].flatMap((each) => unresolved(context, system, each, names));
      const seen = new Set(found.map(lineOf));
      // Readers leave out what iTop would leave out; where they said so, the model has nothing to find any more.
      const said = problemsOf(context, system).filter((report) => !seen.has(lineOf(report)));
      for (const [file, reports] of byFile([...found, ...said])) {
        const many = file !== null && reports.length > context.option<number>("baseMissing");
        for (const report of many ? [baseMissing(system, file, reports)] : reports) context.report(report);
      }
    }
  },
});

function unresolved(
  context: RuleContext,
  system: System,
  reference: Reference,
  names: Names,
): readonly Report[] {
  const { from, where, to, location } = reference;
  const name = to.kind === "entity" ? to.name : localPart(to.path);
  if (context.option<readonly string[]>("ignore").includes(name)) return [];
  if (to.kind === "entity" && context.entity(system, name) !== undefined) return [];
  if (to.kind === "field") {
    // A flow into a system that is not analysed is no defect of this one.
    const analysed = context.estate.systems.some(({ id }) => id === systemOf(to.path));
    if (!analysed || context.field(to.path) !== undefined) return [];
  }
  const near = nearestName(name, names);
  const args = { name, where, hint: near === null ? "" : `; did you mean ${near}?` };
  return [{ system: system.id, path: from, location, args, discriminator: name }];
}

function problemsOf({ estate, option }: RuleContext, system: System): readonly Report[] {
  const files = new Set(estate.inputs.filter((input) => input.system === system.id).map(({ file }) => file));
  const ignored = option<readonly string[]>("ignore");
  return estate.problems
    .filter(({ kind, location }) => kind === "unresolved" && files.has(location.file))
    .filter(({ message }) => !ignored.some((name) => message.includes(name)))
    .map(({ message, lost, location }) => ({
      system: system.id,
      path: system.id,
      location,
      messageId: "reading",
      args: { says: message.replace(/\.$/, ""), lost: lost ?? "what stands there" },
      discriminator: `${location.file} ${message}`,
    }));
}

function baseMissing(system: System, file: string, reports: readonly Report[]): Report {
  return {
    system: system.id,
    path: system.id,
    location: reports[0]?.location ?? null,
    messageId: "base-missing",
    args: { count: reports.length, file },
    related: reports.map(({ path, location }) => ({ role: "leads nowhere", path, location })),
    discriminator: file,
  };
}

function lineOf({ location }: Report): string {
  return location === null ? "" : `${location.file}:${location.line}`;
}

function byFile(reports: readonly Report[]): ReadonlyMap<string | null, readonly Report[]> {
  const files = new Map<string | null, Report[]>();
  for (const report of reports) {
    const file = report.location?.file ?? null;
    const group = files.get(file);
    if (group === undefined) files.set(file, [report]);
    else group.push(report);
  }
  return files;
}
