/** Placeholders of a definition that no file gives a value to. */
import { defineRule } from "../kit/define-rule.ts";
import { problemsOf, saidBy } from "./problems-of.ts";

export default defineRule({
  meta: {
    id: "model/unresolved-placeholder",
    title: "Placeholder in a sync definition unresolved",
    family: "model",
    severity: { minimal: "warning", recommended: "error", strict: "error" },
    priority: "P0",
    articles: ["Art. 5(2)"],
    basis: "product practice",
    systems: "iTop data collectors; any source whose definition has placeholders",
    inputs: ["sync"],
    messages: {
      found: {
        what: "{says}",
        why: "Without the value these cannot be judged (Art. 5(2)): {lost}.",
        fix: "Add the files with the parameters to the analysed paths, those the product is shipped with included.",
      },
    },
  },

  check({ estate, systems, report }) {
    const ids = new Set(systems.map(({ id }) => id));
    for (const { system, problem } of problemsOf(estate, ["placeholder"])) {
      const { location, lost } = problem;
      // Where only a name is open, nothing that is judged depends on it.
      if (!ids.has(system) || lost === undefined) continue;
      report({
        system,
        path: system,
        location,
        args: { says: saidBy(problem), lost },
        discriminator: location.file,
      });
    }
  },
});
