/** Writes the register as one self-contained page: reads on a screen, prints on A4, loads nothing. */
import type { Register } from "../register.ts";
import { activityHtml, namedEvidence } from "./html-activity.ts";
import { coverHtml, indexHtml } from "./html-front.ts";
import { STYLE } from "./html-style.ts";
import { escapeMarkup as markup } from "../../graph/export/escape.ts";
import { documentOf, placeOf, type DocumentOptions, type RegisterDocument } from "./model.ts";
import { aboutOf, GAP } from "./wording.ts";

export function registerHtml(register: Register, options: DocumentOptions): string {
  const document = documentOf(register, options);
  const title = `${document.title} – ${document.organisation}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${markup(`${options.generator.name} ${options.generator.version}`)}">
<title>${markup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${coverHtml(document)}
<main>
${indexHtml(document)}
${document.activities.map((sheet) => activityHtml(document, sheet)).join("\n")}
${gapsHtml(document)}
${evidenceHtml(document)}
</main>
</body>
</html>
`;
}

function gapsHtml({ gaps }: RegisterDocument): string {
  if (gaps.length === 0) return "";
  const rows = gaps.map(
    ({ record, column, article, kind, says }) =>
      `<tr><th scope="row">${record === null ? "–" : `<a href="#${markup(record)}">${markup(record)}</a>`}</th>` +
      `<td>${markup(aboutOf(column))}</td><td>${markup(article)}</td><td>${markup(GAP[kind])}</td><td>${markup(says)}</td></tr>`,
  );
  return `<section id="gaps"><h2>What is open</h2>
<table class="list gaps"><thead><tr><th scope="col">Record</th><th scope="col">Item</th><th scope="col">Article</th><th scope="col">State</th><th scope="col">Question or difference</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table></section>`;
}

function evidenceHtml({ activities, evidence, numberOf }: RegisterDocument): string {
  const named = new Set(
    activities.flatMap(({ entries }) =>
      entries.flatMap(({ cell }) => namedEvidence(cell.evidence).map(numberOf)),
    ),
  );
  if (named.size === 0) return "";
  const shown = evidence.filter(({ number }) => named.has(number));
  const rest = evidence.length - shown.length;
  const rows = shown.map(
    (item) =>
      `<tr id="e${item.number}"><th scope="row">${item.number}</th><td>${markup(placeOf(item))}</td>` +
      `<td>${markup(item.quote)}</td><td class="digest">${markup(item.digest)}</td></tr>`,
  );
  return `<section id="evidence"><h2>Evidence</h2>
<table class="list evidence"><thead><tr><th scope="col">No.</th><th scope="col">Place</th><th scope="col">What it shows</th><th scope="col">Digest</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody></table>${rest > 0 ? `\n<p class="notes">${rest} more in the workbook and in the JSON.</p>` : ""}</section>`;
}
