/** Reads `Dict::Add` files: the labels of classes and fields in one language. */
import type { Problem } from "../../../model/problem.ts";
import type { SyntaxEngine, SyntaxNode } from "../../../source/engine.ts";
import { PhpLiteralReader } from "../../../source/php-literal.ts";
import { StatementWalk } from "../../../source/php-statements.ts";
import type { PhpCall } from "../../../source/php-statements.ts";
import { elementsOf, partsOf } from "../../../source/php-syntax.ts";
import { stringOf } from "../../../source/php-value.ts";
import { readPhp } from "../../../source/php.ts";
import type { SourceText } from "../../../source/text.ts";
import type { DictionaryData } from "../fragments.ts";

export interface DictionaryReading {
  readonly dictionaries: readonly DictionaryData[];
  readonly problems: readonly Problem[];
}

/** Only entries about the model are kept: menus, messages and the user interface are four fifths of a dictionary. */
export const DICTIONARY_PREFIX = "Class:";

/** Constants that standard labels are put together with; iTop's `core/config.class.inc.php` defines them so. */
const PRODUCT_NAMES = new Map([
  ["ITOP_APPLICATION", "iTop"],
  ["ITOP_APPLICATION_SHORT", "iTop"],
]);

type Entry = DictionaryData["entries"][number];

export function readDictionary(source: SourceText, engine: SyntaxEngine): DictionaryReading {
  if (!source.text.includes(DICTIONARY_PREFIX)) return { dictionaries: [], problems: [] };
  const problems: Problem[] = [];
  const dictionaries = readPhp(source, engine, problems, [], (root) =>
    new DictionaryReader(source, problems).read(root),
  );
  return { dictionaries, problems };
}

class DictionaryReader {
  readonly #source: SourceText;
  readonly #problems: Problem[];
  readonly #literals: PhpLiteralReader;
  /** Arrays that `$aEntries = array(…);` put into a variable, still unread. */
  readonly #arrays = new Map<string, SyntaxNode>();
  /** Entries whose text no literal gives. */
  readonly #computed: SyntaxNode[] = [];

  constructor(source: SourceText, problems: Problem[]) {
    this.#source = source;
    this.#problems = problems;
    this.#literals = new PhpLiteralReader(source, problems, PRODUCT_NAMES);
  }

  read(root: SyntaxNode): readonly DictionaryData[] {
    const dictionaries: DictionaryData[] = [];
    for (const statement of new StatementWalk(this.#source, this.#problems).in(root)) {
      if (statement.kind === "assignment" && statement.value !== null) {
        this.#arrays.set(this.#literals.textOf(statement.target), statement.value);
      } else if (
        statement.kind === "call" &&
        /(?:^|\\)Dict$/i.test(statement.scope) &&
        /^Add$/i.test(statement.method)
      ) {
        const dictionary = this.#dictionary(statement);
        if (dictionary !== undefined) dictionaries.push(dictionary);
      }
    }
    this.#reportComputed();
    return dictionaries;
  }

  /** `Dict::Add('FR FR', 'French', 'Français', array(…))` */
  #dictionary({ args, tail, node }: PhpCall): DictionaryData | undefined {
    const language = args[0] === undefined ? undefined : stringOf(this.#literals.read(args[0]));
    const elements = args[3] === undefined ? tail : this.#elements(args[3]);
    if (language === undefined || elements === undefined) {
      this.#problem("A dictionary is computed when the program runs", node, "its labels");
      return undefined;
    }
    return { language, entries: elements.flatMap((element) => this.#entry(element) ?? []) };
  }

  #elements(argument: SyntaxNode): readonly SyntaxNode[] | undefined {
    let node = partsOf(argument).at(-1);
    if (node?.type === "variable_name") node = this.#arrays.get(this.#literals.textOf(node));
    return node?.type === "array_creation_expression" ? elementsOf(node) : undefined;
  }

  #entry(element: SyntaxNode): Entry | undefined {
    // Looking at the text first spares the tree of the entries that are left out.
    if (!this.#source.text.startsWith(DICTIONARY_PREFIX, element.startIndex + 1)) return undefined;
    const [keyNode, valueNode] = partsOf(element);
    if (keyNode === undefined || valueNode === undefined) return undefined;
    const key = stringOf(this.#literals.read(keyNode));
    const text = stringOf(this.#literals.read(valueNode));
    if (key === undefined || text === undefined) {
      this.#computed.push(element);
      return undefined;
    }
    return { key, text: withoutMarks(text), line: this.#source.position(element.startIndex)[0] };
  }

  /** An extension may compute all of its labels: one problem says so for the file. */
  #reportComputed(): void {
    const [first, ...others] = this.#computed;
    if (first === undefined) return;
    const message =
      others.length === 0
        ? "A label is computed when the program runs"
        : `${others.length + 1} labels are computed when the program runs, the first here`;
    this.#problem(message, first, others.length === 0 ? "that label" : "these labels");
  }

  #problem(message: string, node: SyntaxNode, lost: string): void {
    const location = this.#source.locate(node.startIndex, node.endIndex);
    this.#problems.push({ kind: "unknown-value", message, location, lost });
  }
}

/** Translators mark texts that still wait for translation; iTop's compiler takes the marks out. */
function withoutMarks(text: string): string {
  return text.replaceAll("~~", "").replaceAll("~*", "");
}
