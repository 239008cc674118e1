/** One place where OQL stands, with its text, before anything is made of it. */
import type { Location } from "../../../model/location.ts";
import type { StoredQuery } from "../../../model/query.ts";
import { isText, type XmlElement, type XmlText } from "../../../source/xml.ts";

export interface QuerySite {
  readonly place: StoredQuery["place"];
  /** Unique after numbering; begins with the word for the place: `menu UserRequest:MyRequests`. */
  readonly name: string;
  readonly audience: StoredQuery["audience"];
  readonly text: string;
  /** A condition alone is about the class `host`. */
  readonly shape: "query" | "condition";
  /** Class whose attributes a bare condition names, and whose object `:this` is; `null` when there is none. */
  readonly host: string | null;
  /** Class that another reader already misses at this place. */
  readonly missedElsewhere: string | null;
  /** Another reader tells what is wrong with it. */
  readonly judgedElsewhere: boolean;
  readonly note: string | null;
  readonly location: Location;
  /** Place of an offset of the text; one place for all of it where the file does not tell. */
  at(offset: number): Location;
}

export type SiteFacts = Omit<QuerySite, "text" | "location" | "at">;

export const PLAIN_SITE = {
  audience: null,
  shape: "query",
  host: null,
  missedElsewhere: null,
  judgedElsewhere: false,
  note: null,
} as const satisfies Partial<SiteFacts>;

const CDATA_OPENING = "<![CDATA[".length;

/** The text of an element as a site; its offsets count from the first character that is no white space. */
export function siteOfElement(facts: SiteFacts, element: XmlElement): QuerySite {
  const nodes = element.children.filter(isText);
  const whole = nodes.map(({ text }) => text).join("");
  const text = whole.trim();
  const skipped = whole.length - whole.trimStart().length;
  return {
    ...facts,
    text,
    location: element.location,
    at: (offset) => placeIn(nodes, offset + skipped) ?? element.location,
  };
}

function placeIn(nodes: readonly XmlText[], offset: number): Location | null {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.text.length) return placeInNode(node, offset - before);
    before += node.text.length;
  }
  return null;
}

function placeInNode({ text, cdata, location }: XmlText, offset: number): Location {
  // An escaped character is longer in the file than in the text, so columns behind one are not known.
  if (!cdata && /[&<>"']/.test(text.slice(0, offset))) return location;
  const lines = text.slice(0, offset).split("\n");
  const last = lines.at(-1) ?? "";
  const start = location.column + (cdata ? CDATA_OPENING : 0);
  const line = location.line + lines.length - 1;
  const column = lines.length === 1 ? start + last.length : last.length + 1;
  return { file: location.file, line, column, endLine: line, endColumn: column + 1 };
}
