/** Reads XML text into the plain tree, with positions; what breaks the syntax or a limit becomes a problem. */
import {
  parseXml,
  type XmlCdata,
  type XmlComment as ParsedComment,
  type XmlElement as ParsedElement,
  XmlError,
  type XmlNode as ParsedNode,
  type XmlText as ParsedText,
} from "@rgrove/parse-xml";
import type { Problem } from "../model/problem.ts";
import { SourceText } from "./text.ts";
import type { XmlComment, XmlElement, XmlNode } from "./xml.ts";

/** Elements inside each other; the deepest standard iTop file has 16. Parser and readers recurse, so it bounds their stack. */
export const MAX_XML_DEPTH = 256;
/** Elements in one file; a compiled iTop model of 10 MB has about 130,000. */
export const MAX_XML_ELEMENTS = 1_000_000;

export interface XmlReading {
  /** `null` when the text is not well-formed or above a limit. */
  readonly root: XmlElement | null;
  /** Every comment of the file, also those before and after the root, in order. */
  readonly comments: readonly XmlComment[];
  readonly problems: readonly Problem[];
}

/** Reads a whole document. Document types are not interpreted, so no entity but the five predefined ones exists. */
export function readXml(source: SourceText): XmlReading {
  const lines = withPlainLineBreaks(source);
  const limit = reachedLimit(lines);
  if (limit !== null) return { root: null, comments: [], problems: [limit] };
  try {
    return convertDocument(lines);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { root: null, comments: [], problems: [malformed(lines, error)] };
  }
}

/**
 * XML reads CRLF and CR as LF. Doing it up front keeps lines and columns as they are and spares the parser's own
 * normalization, which is quadratic in the number of carriage returns of one text.
 */
function withPlainLineBreaks(source: SourceText): SourceText {
  if (!source.text.includes("\r")) return source;
  return new SourceText(source.file, source.text.replaceAll("\r\n", "\n").replaceAll("\r", " "));
}

function convertDocument(source: SourceText): XmlReading {
  const document = parseXml(source.text, {
    includeOffsets: true,
    preserveCdata: true,
    preserveComments: true,
    preserveDocumentType: true,
  });
  const comments: XmlComment[] = [];
  const problems: Problem[] = [];
  let root: XmlElement | null = null;
  for (const node of document.children) {
    const converted = convert(node, source, comments);
    if (converted !== null && "name" in converted) root = converted;
    if (node.type === "doctype") {
      problems.push({
        kind: "not-analysed",
        message: "The document type declaration is not interpreted.",
        location: source.locate(node.start, node.end),
      });
    }
  }
  return { root, comments, problems };
}

function convert(node: ParsedNode, source: SourceText, comments: XmlComment[]): XmlNode | null {
  switch (node.type) {
    case "element": {
      const { name, attributes, children: parsed, start } = node as ParsedElement;
      const location = source.locate(start, endOfStartTag(source.text, start));
      const children: XmlNode[] = [];
      for (const each of parsed) {
        const converted = convert(each, source, comments);
        if (converted !== null) children.push(converted);
      }
      return { name, attributes, children, location };
    }
    case "text":
    case "cdata": {
      const { text, start, end, type } = node as ParsedText | XmlCdata;
      const cdata = type === "cdata";
      return !cdata && text.trim() === "" ? null : { text, cdata, location: source.locate(start, end) };
    }
    case "comment": {
      const { content, start, end } = node as ParsedComment;
      const comment = { comment: content, location: source.locate(start, end) };
      comments.push(comment);
      return comment;
    }
    default:
      return null;
  }
}

/** Offset after the `>` of the start tag that begins at `start`; attribute values may hold `>` themselves. */
function endOfStartTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === ">") return at + 1;
    if (char !== '"' && char !== "'") continue;
    const closing = text.indexOf(char, at + 1);
    if (closing === -1) return text.length;
    at = closing;
  }
  return text.length;
}

/** Walks the tags without building anything, so that hostile nesting never reaches the recursive parser. */
function reachedLimit(source: SourceText): Problem | null {
  const { text } = source;
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    if (text.startsWith("<![CDATA[", at)) at = after(text, "]]>", at + 9);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (text.startsWith("</", at)) {
      depth--;
      at += 2;
    } else if (text.startsWith("<!", at)) at += 2;
    else {
      const start = at;
      at = endOfStartTag(text, at);
      elements++;
      if (text[at - 2] !== "/") depth++;
      if (depth > MAX_XML_DEPTH) return limitProblem(source, start, "depth", MAX_XML_DEPTH);
      if (elements > MAX_XML_ELEMENTS) return limitProblem(source, start, "elements", MAX_XML_ELEMENTS);
    }
  }
  return null;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

function limitProblem(source: SourceText, at: number, what: "depth" | "elements", limit: number): Problem {
  const message =
    what === "depth"
      ? `Elements are nested more than ${limit} deep (MAX_XML_DEPTH).`
      : `The file has more than ${limit} elements (MAX_XML_ELEMENTS).`;
  return { kind: "limit", message, location: source.locate(at), lost: "the whole file" };
}

function malformed(source: SourceText, error: XmlError): Problem {
  // Later lines of the parser's message quote the file, and an undefined entity may be cut out of a value.
  const reason = error.message.replace(/ \(line \d+, column \d+\)\n[^]*$/, "").replace(/&[^;]*;/, "&…;");
  return {
    kind: "malformed",
    message: `Not well-formed XML: ${reason}.`,
    location: source.locate(offsetOfCharacter(source.text, error.pos)),
    lost: "the whole file",
  };
}

/** The parser counts characters, text offsets count UTF-16 units. */
function offsetOfCharacter(text: string, characters: number): number {
  let offset = 0;
  for (let count = 0; count < characters && offset < text.length; count++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  }
  return offset;
}
