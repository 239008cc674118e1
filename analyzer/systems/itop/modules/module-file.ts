/** Reads `module.<name>.php`: what a module is called, what it needs and which files it brings. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../source/engine.ts";
import { assign } from "../../../source/php-assign.ts";
import { PhpLiteralReader } from "../../../source/php-literal.ts";
import { StatementWalk } from "../../../source/php-statements.ts";
import type { PhpCall } from "../../../source/php-statements.ts";
import { entry, stringOf, truthOf } from "../../../source/php-value.ts";
import type { PhpValue } from "../../../source/php-value.ts";
import { readPhp } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import type { ConfigValue, ModuleData } from "../fragments.ts";
import { ConfigValues } from "../settings/config-values.ts";

/** iTop throws over a module that lacks one of these, and leaves it out with a warning. */
const MANDATORY_KEYS = [
  "label",
  "dependencies",
  "mandatory",
  "visible",
  "datamodel",
  "data.struct",
  "data.sample",
  "doc.manual_setup",
  "doc.more_information",
] as const;

const DEFAULT_VERSION = "1.0.0";

export interface ModuleReading {
  readonly module: ModuleData | null;
  readonly problems: readonly Problem[];
}

/** `name` is the file's path relative to the system's root, which the module's folder is told from. */
export function readModuleFile(
  source: SourceText,
  engine: SyntaxEngine,
  name: string = source.file,
): ModuleReading {
  const problems: Problem[] = [];
  const module = readPhp(source, engine, problems, null, (root) => {
    const found = new ModuleReader(source, problems).read(root, folderOf(name));
    if (found === null) {
      const message =
        "The module file declares no module: SetupWebPage::AddModule with a literal name is missing";
      problems.push({ kind: "malformed", message, location: source.locate(0), lost: "the module" });
    }
    return found;
  });
  return { module, problems };
}

class ModuleReader {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  readonly #literals: PhpLiteralReader;

  constructor(source: SourceText, problems: Problem[]) {
    this.#source = source;
    this.#problems = problems;
    this.#literals = new PhpLiteralReader(source, problems);
  }

  read(root: SyntaxNode, folder: string): ModuleData | null {
    let module: ModuleData | null = null;
    for (const statement of new StatementWalk(this.#source, this.#problems).in(root)) {
      if (statement.kind === "assignment") assign(statement, this.#literals);
      if (statement.kind !== "call" || statement.method !== "AddModule") continue;
      if (module === null) module = this.#module(statement, folder);
      else
        this.#problem(
          "duplicate",
          "A second AddModule in one module file is not read",
          statement.node,
          "that module",
        );
    }
    return module;
  }

  /** `AddModule(__FILE__, 'name/version', array(…))` */
  #module({ args, tail, node }: PhpCall, folder: string): ModuleData | null {
    const id = args[1] === undefined ? undefined : stringOf(this.#literals.read(args[1]));
    if (id === undefined) return null;
    const settings = args[2] === undefined ? this.#literals.array(node, tail) : this.#literals.read(args[2]);
    if (settings.kind !== "array") {
      this.#problem("unknown-value", "The module's description is not an array literal", node, "all it says");
    }
    const slash = id.lastIndexOf("/");
    const text = (key: string): string => stringOf(entry(settings, key)) ?? "";
    return {
      name: slash === -1 ? id : id.slice(0, slash),
      version: slash === -1 ? DEFAULT_VERSION : id.slice(slash + 1),
      folder,
      label: text("label"),
      category: text("category"),
      dependencies: this.#strings(settings, "dependencies"),
      mandatory: this.#flag(settings, "mandatory", false),
      visible: this.#flag(settings, "visible", true),
      autoSelect: autoSelectOf(entry(settings, "auto_select")),
      settings: settingsOf(slash === -1 ? id : id.slice(0, slash), entry(settings, "settings")),
      phpFiles: this.#strings(settings, "datamodel"),
      missingKeys: MANDATORY_KEYS.filter((key) => entry(settings, key) === undefined),
      location: this.#source.locate(node.startIndex, node.endIndex),
    };
  }

  #strings(settings: PhpValue, key: string): readonly string[] {
    const list = entry(settings, key);
    if (list?.kind !== "array") return [];
    return list.entries.flatMap(({ value }) => {
      const text = stringOf(value);
      if (text === undefined) this.#computed(key, value);
      return text ?? [];
    });
  }

  #flag(settings: PhpValue, key: string, otherwise: boolean): boolean {
    const value = entry(settings, key);
    const flag = truthOf(value);
    if (value !== undefined && flag === undefined) this.#computed(key, value);
    return flag ?? otherwise;
  }

  #computed(key: string, { location }: PhpValue): void {
    const message = `A value of '${key}' is computed when the program runs`;
    this.#problems.push({ kind: "unknown-value", message, location, lost: "that value" });
  }

  #problem(kind: Problem["kind"], message: string, node: SyntaxNode, lost: string): void {
    this.#problems.push({ kind, message, location: this.#source.locate(node.startIndex), lost });
  }
}

/** What is computed there is only known once the setup has written it. */
function settingsOf(module: string, settings: PhpValue | undefined): readonly ConfigValue[] {
  const found = new ConfigValues([]);
  if (settings?.kind === "array") found.addEntries(`${module}/`, settings);
  return found.values;
}

/** iTop evaluates the text as PHP; anything but a text is kept as it is written. */
function autoSelectOf(value: PhpValue | undefined): string | null {
  if (value === undefined) return null;
  if (value.kind === "scalar") return value.value === null ? null : String(value.value);
  return value.kind === "expression" ? value.text : "";
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
