/** Reads `config-itop.php`: settings, module settings and add-ons, without secrets. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../source/engine.ts";
import { assign } from "../../../source/php-assign.ts";
import { PhpLiteralReader } from "../../../source/php-literal.ts";
import { StatementWalk } from "../../../source/php-statements.ts";
import { readPhp } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import { ConfigValues } from "./config-values.ts";
import type { ConfigData } from "../fragments.ts";

export interface ConfigReading {
  readonly config: ConfigData;
  readonly problems: readonly Problem[];
}

/** Module settings and add-ons are named by their module: `itop-backup/enabled`, `addons/user rights`. */
const VARIABLES = ["MySettings", "MyModuleSettings", "MyModules"] as const;

const EMPTY: ConfigData = { values: [], duplicates: [] };

export function readConfig(source: SourceText, engine: SyntaxEngine): ConfigReading {
  const problems: Problem[] = [];
  const config = readPhp(source, engine, problems, EMPTY, (root) => readSettings(root, source, problems));
  return { config, problems };
}

function readSettings(root: SyntaxNode, source: SourceText, problems: Problem[]): ConfigData {
  const literals = new PhpLiteralReader(source, problems);
  for (const statement of new StatementWalk(source, problems).in(root)) {
    if (statement.kind === "assignment") assign(statement, literals);
  }
  const found = new ConfigValues(problems);
  for (const variable of VARIABLES) {
    const value = literals.scope.finalValue(variable);
    if (value?.kind === "array") {
      if (variable === "MySettings") found.addEntries("", value);
      else
        for (const { key, value: inner } of value.entries)
          if (inner.kind === "array") found.addEntries(`${key}/`, inner);
    } else if (variable === "MySettings") {
      const message = "The configuration file assigns no array to $MySettings";
      problems.push({ kind: "malformed", message, location: source.locate(0), lost: "every setting" });
    }
  }
  reportIncludes(root, source, problems);
  return { values: found.values, duplicates: found.duplicates };
}

/** Settings kept in another file are not followed: which file it is may depend on the server. */
function reportIncludes(root: SyntaxNode, source: SourceText, problems: Problem[]): void {
  for (const statement of root.namedChildren) {
    const inclusion = statement.type === "expression_statement" ? statement.namedChildren[0] : undefined;
    if (inclusion === undefined || !/^(?:include|require)(?:_once)?_expression$/.test(inclusion.type))
      continue;
    const message = "The configuration file includes another PHP file, which is not followed";
    const location = source.locate(inclusion.startIndex, inclusion.endIndex);
    problems.push({ kind: "not-analysed", message, location, lost: "settings made there" });
  }
}
