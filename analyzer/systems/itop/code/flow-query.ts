/** OQL that code builds: the class it reads and the fields it asks by, as far as the text is literal. */
import type { SyntaxNode } from "../../../source/engine.ts";
import { isQuery, type OqlQuery, type OqlSelect } from "../../../source/oql/ast.ts";
import { parseOql } from "../../../source/oql/parse.ts";
import { partsOf, selectedClasses, selectsOf } from "../../../source/oql/walk.ts";
import type { ClassRef } from "./code-facts.ts";
import type { FlowFrame } from "./flow-frame.ts";
import type { FlowValue } from "./flow-value.ts";

/** Longest text that is parsed, in UTF-16 units. */
const MAX_QUERY_TEXT = 20_000;

/** A class of the data model, as only calls that take such a class name it. */
export function sureRef(name: string): ClassRef {
  return { name, through: [], sure: true };
}

/** Notes a query that is built and gives the classes it returns; of a text put together, what its beginning tells. */
export function query(frame: FlowFrame, text: FlowValue | undefined, node: SyntaxNode): readonly ClassRef[] {
  const location = frame.text.locate(node.startIndex, node.endIndex);
  const parsed = text === undefined || text.text === "" ? null : parsedQuery(text);
  if (parsed === null) {
    frame.emit({ kind: "query", class: null, fields: [], location });
    return [];
  }
  const classes = [
    ...new Set(selectedClasses(parsed).flatMap((each) => (each.class === null ? [] : [each.class]))),
  ];
  const [first] = classes;
  frame.emit({ kind: "query", class: first ?? null, fields: conditionFields(parsed), location });
  return classes.map(sureRef);
}

/** What may stand where a value is put in, inside or outside of quotes. */
const ENDINGS = ["", "x'", 'x"', "1", "1)", "x')"];

function parsedQuery({ text, whole }: FlowValue): OqlQuery | null {
  if (text.length > MAX_QUERY_TEXT) return null;
  for (const ending of whole ? [""] : ENDINGS) {
    const { query: found, errors } = parseOql(text + ending);
    if (errors.length === 0 && found !== null && isQuery(found)) return found;
  }
  const { query: begun } = parseOql(text);
  return begun !== null && isQuery(begun) ? begun : null;
}

/** Fields of the conditions with the classes of their aliases; a field without alias is one of the first class. */
function conditionFields(found: OqlQuery): readonly { readonly class: string; readonly code: string }[] {
  return selectsOf(found).flatMap((select) => {
    if (select.where === null) return [];
    return [...partsOf(select.where)].flatMap((part) =>
      part.kind === "field" ? [{ class: classOf(select, part.alias?.text), code: part.name.text }] : [],
    );
  });
}

function classOf(select: OqlSelect, alias: string | undefined): string {
  const sources = [select.from, ...select.joins.map(({ source }) => source)];
  return (sources.find((source) => source.alias.text === alias) ?? select.from).class.text;
}
