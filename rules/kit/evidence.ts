/** Evidence every storage rule gives: the definition, and why the classifier said so. */
import type { Field } from "../../analyzer/model/field.ts";
import type { Verdict } from "../../analyzer/model/verdict.ts";
import type { Evidence } from "./finding.ts";

export function definitionOf(field: Field): Evidence {
  const { by, module } = field.origin;
  const origin = by === "unknown" ? "" : `, brought by ${by}${module === null ? "" : ` (${module})`}`;
  return {
    kind: "definition",
    text: `${field.name} is ${field.declaredType}${origin}`,
    location: field.location,
  };
}

/** The classifier's observations, strongest first; a person's decision stands before them. */
export function reasonsOf(verdict: Verdict): readonly Evidence[] {
  const decided: Evidence[] =
    verdict.decision === null
      ? []
      : [
          {
            kind: "declaration",
            text: `decided on ${verdict.decision.on}: ${verdict.decision.reason}`,
            location: null,
          },
        ];
  const observed = [...verdict.evidence]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ signal, says, quote }): Evidence => {
      const words = quote === null ? "" : ` ("${quote}")`;
      return {
        kind: quote === null ? "computed" : "quote",
        text: `${signal}: ${says}${words}`,
        location: null,
      };
    });
  return [...decided, ...observed];
}
