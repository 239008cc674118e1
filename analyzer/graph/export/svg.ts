/** Draws a view on paper: lanes with headings, marks, labels, legend, title, date and filter in words. */
import { localPart } from "../../model/model-path.ts";
import type { MapNode, MapView } from "../map-view.ts";
import { cutMiddle } from "../plain-text.ts";
import { movementWord } from "../words.ts";
import { captionLine, type Caption } from "./caption.ts";
import { escapeMarkup } from "./escape.ts";
import { BOX, layOut, type Box, type Layout } from "./layout.ts";
import { legend, LINE_STYLES } from "./legend.ts";
import { CROWDED, linesOf, type Line } from "./lines.ts";
import { fillOf, RINGS, shapeMarkup, shapeOf } from "./marks.ts";

/** Room for title and caption, then for the headings of the lanes. */
const TITLE = 70;
const HEADINGS = 48;
const MARGIN = 36;
const LABEL_LENGTH = 24;
const SUB_LENGTH = 29;

const DEFINITIONS = `<defs>
<marker id="head" viewBox="0 0 10 10" refX="1" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5 10 5 0 9.5Z" fill="#667085"/></marker>
<marker id="head-out" viewBox="0 0 10 10" refX="1" refY="5" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10Z" fill="#c62828"/></marker>
<pattern id="p-stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="#b7791f" stroke-width="1.6"/></pattern>
<pattern id="p-crossed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6M0 0H6" stroke="#a12a20" stroke-width="1.2"/></pattern>
<pattern id="p-dots" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1" cy="1" r=".9" fill="#4c5630"/></pattern>
<clipPath id="inside"><rect x="34" width="${BOX.width - 38}" height="${BOX.height}"/></clipPath>
</defs>`;

/** Presentation as attributes and one style element; no script, no link, nothing outside the file. */
export const SVG_STYLE =
  "text{font-family:'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif;fill:#1d2939}" +
  ".title{font-size:22px;font-weight:600}.caption{font-size:12px;fill:#475467}" +
  ".lane{font-size:15px;font-weight:600}.asks{font-size:11.5px;fill:#667085;font-style:italic}" +
  ".frame{font-size:13px;font-weight:600;fill:#344054}.label{font-size:12.5px}.sub{font-size:10.5px;fill:#475467}" +
  ".letter{font-size:10.5px;font-weight:700;text-anchor:middle;stroke:#fff;stroke-width:2.6px;paint-order:stroke}" +
  ".carries{font-size:9.5px;fill:#344054;stroke:#f8f9fb;stroke-width:3px;paint-order:stroke}";

/** A complete SVG document; `inPage` leaves out style, title and caption, which the page around it has. */
export function toSvg(view: MapView, caption: Caption, inPage = false): string {
  const top = HEADINGS + (inPage ? 0 : TITLE);
  const layout = layOut(view, top);
  const title = escapeMarkup(caption.title);
  const words = escapeMarkup(captionLine(view, caption));
  const width = Math.max(layout.width, 900);
  const key = legend(view, width - 2 * MARGIN);
  const bottom = Math.max(layout.height, top + 40) + 20;
  const height = Math.ceil(bottom + key.height + 16);
  const lines = linesOf(view.edges, layout);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}. ${words}">`,
    inPage ? "" : `<style>${SVG_STYLE}</style>`,
    DEFINITIONS,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    inPage ? "" : `<text class="title" x="${MARGIN}" y="36">${title}</text>`,
    inPage ? "" : `<text class="caption" x="${MARGIN}" y="56">${words}</text>`,
    ...frameMarkup(layout, top),
    view.nodes.length > 0
      ? ""
      : `<text class="label" x="${MARGIN}" y="${top}">Nothing to show with these filters.</text>`,
    `<g stroke-opacity="${lines.length > CROWDED ? 0.45 : 0.9}">`,
    ...lines.map(lineMarkup),
    "</g><g>",
    ...[...layout.boxes.values()].sort((a, b) => a.x - b.x || a.y - b.y).map(boxMarkup),
    "</g><g>",
    ...lines.map(labelMarkup).filter((markup) => markup !== ""),
    "</g>",
    `<g transform="translate(${MARGIN} ${bottom})">${key.markup}</g>`,
    "</svg>",
    "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function frameMarkup({ lanes, frames, width }: Layout, top: number): readonly string[] {
  return [
    ...frames.map(
      ({ system, y, height }) =>
        `<rect x="${MARGIN / 2}" y="${y}" width="${width - MARGIN}" height="${height}" rx="8" fill="#f8f9fb" stroke="#c3c9d4"/>` +
        `<text class="frame" x="${MARGIN}" y="${y + 20}">${escapeMarkup(cutMiddle(system, 60))}</text>`,
    ),
    ...lanes.map(
      ({ heading, asks, x, width: laneWidth }) =>
        `<text class="lane" x="${x}" y="${top - 30}">${heading}</text><text class="asks" x="${x}" y="${top - 14}">${asks}</text>` +
        `<path d="M${x} ${top - 8}H${x + laneWidth}" stroke="#98a2b3"/>`,
    ),
  ];
}

/** Wider with more fields, by doublings: 1, 2, 4, 8 … fields. */
function lineWidth(fields: number): number {
  return Math.min(5, 1.1 + Math.log2(Math.max(1, fields)) * 0.6);
}

function lineMarkup({ edge, curve }: Line): string {
  const [a, b, c, d] = curve.map(([x, y]) => `${round(x)} ${round(y)}`) as [string, string, string, string];
  const path = `M${a}C${b} ${c} ${d}`;
  const style = LINE_STYLES[edge.evidence];
  const dash = style.dash === "" ? "" : ` stroke-dasharray="${style.dash}"`;
  const onlyCopies = edge.kinds.every((kind) => kind === "shows");
  const colour = onlyCopies ? "#b8c0cc" : edge.leaves ? "#7a2e2e" : "#667085";
  const head = edge.leaves ? "head-out" : "head";
  const width = round(lineWidth(edge.fields.length));
  const outer = edge.evidence === "observed" ? width + 2.6 : width;
  const says = escapeMarkup(`${edge.says.join("\n")}\n${edge.categories.join(", ")}`);
  const inner =
    edge.evidence === "observed"
      ? `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width}"/>`
      : "";
  return `<g><title>${says}</title><path d="${path}" fill="none" stroke="${colour}" stroke-width="${round(outer)}"${dash} marker-end="url(#${head})"/>${inner}</g>`;
}

function labelMarkup({ label }: Line): string {
  if (label === null) return "";
  const { text, x, y, width } = label;
  return `<text class="carries" x="${round(x + width / 2)}" y="${round(y + 10)}" text-anchor="middle">${escapeMarkup(text)}</text>`;
}

function boxMarkup({ node, x, y }: Box): string {
  const fill = fillOf(node);
  const shape = shapeOf(node);
  const ring = node.findings === null ? "" : ringMarkup(node.findings);
  const over = fill.pattern === "none" ? "" : shapeMarkup(shape, `url(#p-${fill.pattern})`);
  const name = nameOf(node);
  const full = escapeMarkup(
    `${name}\n${node.path}\n${fill.words}${node.categories.length > 0 ? `: ${node.categories.join(", ")}` : ""}`,
  );
  return (
    `<g transform="translate(${x} ${y})"><title>${full}</title>` +
    `<rect width="${BOX.width}" height="${BOX.height}" rx="6" fill="#fff" stroke="#d0d5dd"/>` +
    `<g transform="translate(18 ${BOX.height / 2})">${ring}${shapeMarkup(shape, fill.colour)}${over}` +
    `<text class="letter" y="3.8">${fill.letter}</text></g>` +
    `<g clip-path="url(#inside)"><text class="label" x="36" y="16">${escapeMarkup(cutMiddle(name, LABEL_LENGTH))}</text>` +
    `<text class="sub" x="36" y="30">${escapeMarkup(cutMiddle(subOf(node), SUB_LENGTH))}</text></g></g>`
  );
}

function ringMarkup(severity: keyof typeof RINGS): string {
  const { colour, dash } = RINGS[severity];
  const dashes = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
  return `<circle r="15.5" fill="none" stroke="${colour}" stroke-width="3"${dashes}/>`;
}

/** A field is named with its entity, a fold without what its second line says. */
export function nameOf(node: MapNode): string {
  if (node.kind === "fold") return node.label.split(" with ")[0] ?? node.label;
  return node.kind === "field" ? localPart(node.path) : node.label;
}

/** Second line of a box: what kind of thing it is, or what data it holds. */
export function subOf(node: MapNode): string {
  switch (node.kind) {
    case "movement":
      return movementWord(node.sort);
    case "party":
      if (node.sort === "data-subject") return "the person concerned";
      return node.sort === "unknown"
        ? "not known who"
        : `${node.sort.replace("-", " ")}, ${audienceWords(node)}`;
    case "store":
      return node.sort.replaceAll("-", " ");
    case "fold":
      return node.label.slice(nameOf(node).length + 1);
    case "system":
    case "module":
    case "entity":
    case "field":
      return node.categories.length > 0 ? node.categories.join(", ") : fillOf(node).words;
    default:
      return node.kind satisfies never;
  }
}

function audienceWords({ audience }: MapNode): string {
  return audience === "external" ? "outside" : audience === "internal" ? "inside" : "inside or outside";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
