/** Reads of a collector's PHP only its classes and their parents: they tell what kind of source it has. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine } from "../../../source/engine.ts";
import { StatementWalk } from "../../../source/php-statements.ts";
import { unqualified } from "../../../source/php-syntax.ts";
import { readPhp } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import type { CollectorClassData } from "./collector-data.ts";

/** Collectors' bases end in the word, whoever wrote them; other PHP is not parsed. */
const COLLECTOR_CLASS = /\bclass\s+\w+\s+extends\s+\\?\w*Collector\b/i;

export function declaresCollector(text: string): boolean {
  return !text.includes("MetaModel") && COLLECTOR_CLASS.test(text);
}

export function readCollectorClasses(
  source: SourceText,
  engine: SyntaxEngine,
  file: string,
): { readonly classes: readonly CollectorClassData[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const classes = readPhp(source, engine, problems, [] as CollectorClassData[], (root) => {
    const found: CollectorClassData[] = [];
    // Asked at each class; methods inside are of no interest, so the walk yields the head and little more.
    const walk = new StatementWalk(source, problems, (node) => node.type === "class_declaration");
    for (const statement of walk.in(root)) {
      if (statement.kind !== "class" || statement.parent === "") continue;
      const location = source.locate(statement.node.startIndex);
      found.push({ file, name: statement.name, parent: unqualified(statement.parent), location });
    }
    return found;
  });
  return { classes, problems };
}
