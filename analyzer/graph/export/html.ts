/** Writes a view as one stand-alone page: the drawing and its table, no script, nothing fetched, printable. */
import { createHash } from "node:crypto";
import type { MapView } from "../map-view.ts";
import { captionLine, type Caption } from "./caption.ts";
import { escapeMarkup } from "./escape.ts";
import { SVG_STYLE, toSvg } from "./svg.ts";
import { tablesOf, type Table } from "./table.ts";

const STYLE =
  `${SVG_STYLE}` +
  "body{font:14px/1.45 'Segoe UI','Helvetica Neue',Arial,'DejaVu Sans',sans-serif;color:#1d2939;margin:0;padding:16px}" +
  "h1{font-size:20px;margin:0 0 2px}h2{font-size:16px;margin:24px 0 6px}p{margin:0 0 10px;color:#475467}" +
  ".map{overflow:auto;border:1px solid #e4e7ec;border-radius:8px}.map svg{display:block;max-width:100%;height:auto}" +
  "table{border-collapse:collapse;width:100%;font-size:12.5px}caption{text-align:left;font-weight:600;padding:4px 0}" +
  "th,td{border-bottom:1px solid #e4e7ec;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}" +
  "th{background:#f2f4f7;overflow-wrap:normal;white-space:nowrap}" +
  "@media print{body{padding:0}.map{border:0;overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}}" +
  "@page{size:A3 landscape;margin:12mm}";

export function toHtml(view: MapView, caption: Caption): string {
  const title = escapeMarkup(caption.title);
  // The policy names the one style by its hash, so that markup smuggled in by a label could neither run nor load.
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<main><h1>${title}</h1>`,
    `<p>${escapeMarkup(captionLine(view, caption))}</p>`,
    `<div class="map" tabindex="0" role="region" aria-label="Drawing of the map">${toSvg(view, caption, true)}</div>`,
    "<h2>The same as a table</h2>",
    ...tablesOf(view).map(tableMarkup),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function tableMarkup({ caption, columns, rows }: Table): string {
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join("")}</tr>`);
  return `<table><caption>${escapeMarkup(caption)} (${rows.length})</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}
