/** Cover and index of the printed register. */
import { escapeMarkup as markup } from "../../graph/export/escape.ts";
import type { ActivitySheet, RegisterDocument } from "./model.ts";
import { PROPOSED, STATE } from "./wording.ts";

export function coverHtml({ title, organisation, status, cover, disclaimer }: RegisterDocument): string {
  const facts = cover.map(([label, value]) => `<dt>${markup(label)}</dt><dd>${markup(value)}</dd>`);
  const states = [
    STATE.inferred,
    PROPOSED,
    STATE.declared,
    STATE.conflict,
    STATE.missing,
    STATE["not-applicable"],
  ].map(({ word, mark, means }) => `<li><span class="state">${mark} ${word}</span> ${markup(means)}</li>`);
  return `<header class="cover">
<p class="status ${status.toLowerCase()}">${status}</p>
<h1>${markup(title)}</h1>
<p class="organisation">${markup(organisation)}</p>
<dl>${facts.join("\n")}</dl>
<h2>How to read it</h2>
<ul class="legend">${states.join("")}</ul>
${disclaimer.map((text) => `<p class="disclaimer">${markup(text)}</p>`).join("\n")}
</header>`;
}

export function indexHtml({ activities }: RegisterDocument): string {
  return `<section id="index"><h2>Activities</h2>
<table class="list index"><thead><tr><th scope="col">No.</th><th scope="col">Activity</th><th scope="col">Owner</th><th scope="col">Legal basis</th><th scope="col">Role</th><th scope="col">Status</th><th scope="col">Open</th><th scope="col">Conflicts</th></tr></thead>
<tbody>
${activities.map(indexRow).join("\n")}
</tbody></table></section>`;
}

function indexRow({ record, name, missing, conflicts }: ActivitySheet): string {
  const first = (column: "owner" | "legal-basis"): string =>
    record.cells[column].value[0] ?? `${STATE.missing.mark} open`;
  return (
    `<tr><th scope="row"><a href="#${markup(record.id)}">${markup(record.id)}</a></th><td>${markup(name)}</td>` +
    `<td>${markup(first("owner"))}</td><td>${markup(first("legal-basis"))}</td><td>${record.role}</td>` +
    `<td>${record.status}</td><td class="count">${missing}</td><td class="count">${conflicts}</td></tr>`
  );
}
