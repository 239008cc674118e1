/** One sheet per activity: each column with its content, its state and where to look. */
import type { CellEvidence } from "../register.ts";
import { escapeMarkup as markup } from "../../graph/export/escape.ts";
import { placeOf, type ActivitySheet, type Entry, type RegisterDocument } from "./model.ts";
import { STATE, stateOf } from "./wording.ts";

/** Evidence named beside a cell; the rest stands in the list of evidence and in the JSON. */
export const MAX_NOTES_PER_CELL = 6;

export function activityHtml(
  document: RegisterDocument,
  { record, name, entries, questions }: ActivitySheet,
): string {
  const rows = entries.map((entry) => rowHtml(document, entry)).join("\n");
  const asked = questions.map(
    ({ about, text }) => `<li><strong>${markup(about)}:</strong> ${markup(text)}</li>`,
  );
  const systems = record.systems.length === 0 ? "no system" : record.systems.join(", ");
  return `<section class="activity" id="${markup(record.id)}">
<h2><span class="id">${markup(record.id)}</span> ${markup(name)}</h2>
<p class="facts">${record.role} · ${record.status}${record.approval === "outdated" ? ", on other evidence" : ""} · ${markup(systems)} · ${record.elements.length} facts · evidence ${markup(record.evidenceDigest ?? "–")}</p>
<table class="sheet"><thead><tr><th scope="col">Item</th><th scope="col">Content</th><th scope="col">State</th></tr></thead>
<tbody>
${rows}
</tbody></table>
${asked.length === 0 ? "" : `<h3>Open questions</h3>\n<ol class="questions">${asked.join("\n")}</ol>`}
</section>`;
}

function rowHtml(document: RegisterDocument, { label, article, kind, cell }: Entry): string {
  const { word, mark } = stateOf(cell.state, kind);
  const lines = cell.value.map((line) => `<li>${markup(line)}</li>`).join("");
  const note = cell.note === null ? "" : `<p class="note">${markup(cell.note)}</p>`;
  const content = lines === "" && note === "" ? `<p class="empty">${STATE.missing.means}</p>` : "";
  return (
    `<tr class="${cell.state}"><th scope="row">${markup(label)}<small>${markup(article)}</small></th>` +
    `<td>${lines === "" ? "" : `<ul>${lines}</ul>`}${content}${note}${notesHtml(document, cell.evidence)}</td>` +
    `<td><span class="state">${mark} ${word}</span>${signature(cell.declaredBy, cell.declaredOn)}</td></tr>`
  );
}

function signature(by: string | null, on: string | null): string {
  if (by === null && on === null) return "";
  return `<small>${markup([by, on].filter((part) => part !== null).join(", "))}</small>`;
}

/** What the sheet names of a cell's evidence. */
export function namedEvidence(evidence: readonly CellEvidence[]): readonly CellEvidence[] {
  return evidence.slice(0, MAX_NOTES_PER_CELL);
}

function notesHtml(document: RegisterDocument, evidence: readonly CellEvidence[]): string {
  if (evidence.length === 0) return "";
  const shown = namedEvidence(evidence).map((item) => {
    const number = document.numberOf(item);
    return `<a href="#e${number}">[${number}]</a> ${markup(placeOf(item))}`;
  });
  const more = evidence.length - shown.length;
  return `<p class="notes">${shown.join(" · ")}${more > 0 ? ` · and ${more} more` : ""}</p>`;
}
