import { describe, expect, it } from "vitest";
import { MAX_NOTES_PER_CELL } from "../../../../analyzer/records/documents/html-activity.ts";
import { registerHtml } from "../../../../analyzer/records/documents/html.ts";
import { registerOf } from "../hospital-register.ts";
import { DECLARED, HOSTILE_ROLES, OPTIONS } from "./options.ts";

const html = registerHtml(registerOf(DECLARED), OPTIONS);

describe("the printed register", () => {
  it("loads nothing and runs nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|javascript:/i);
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("shows on its cover who, when, in which state and on what evidence", () => {
    expect(html).toContain("<dt>Controller</dt><dd>St Clair hospital group, 1 Hill Road</dd>");
    expect(html).toContain("<dt>As of</dt><dd>2026-07-01</dd>");
    expect(html).toMatch(/<dt>Digest of the evidence<\/dt><dd>[0-9a-f]{16}<\/dd>/);
    expect(html).toContain(`<p class="status draft">DRAFT</p>`);
  });

  it("gives every state a word and a mark", () => {
    for (const state of ["◆ found", "◇ proposed", "✓ declared", "≠ conflict", "○ open"])
      expect(html).toContain(state);
  });

  it("says who declared a cell and when", () => {
    expect(html).toContain("<small>Head of the service desk, 2026-02-10</small>");
  });

  it("has a sheet for each activity, reached from the index", () => {
    for (const id of ["ITSM-01", "ITSM-02", "ITSM-10"]) {
      expect(html).toContain(`<a href="#${id}">`);
      expect(html).toContain(`<section class="activity" id="${id}">`);
    }
  });

  it("leads from each note to the evidence it names, with file and line", () => {
    const named = [...html.matchAll(/href="#(e\d+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(20);
    for (const id of named) expect(html).toContain(`<tr id="${id}">`);
    expect(html).toMatch(/<a href="#e\d+">\[\d+\]<\/a> datamodel\.hospital\.xml:10/);
  });

  it("names at most a handful of evidence beside one cell", () => {
    for (const notes of html.matchAll(/<p class="notes">(.*?)<\/p>/g)) {
      expect((notes[1] ?? "").split('href="#e').length - 1).toBeLessThanOrEqual(MAX_NOTES_PER_CELL);
    }
  });

  it("is a draft until every record is approved on the evidence that stands there", () => {
    const approve = (digest: (id: string) => string): string =>
      registerOf()
        .records.map(
          ({ id }) =>
            `  ${id}:\n    status: approved\n    review: { approvedOn: 2026-06-01, evidence: "${digest(id)}" }\n`,
        )
        .reduce((text, each) => text + each, "activities:\n");
    const digests = new Map(
      registerOf("activities: {}\n").records.map(({ id, evidenceDigest }) => [id, evidenceDigest ?? ""]),
    );
    const status = (yaml: string): boolean =>
      registerHtml(registerOf(yaml), OPTIONS).includes("APPROVED</p>");
    expect(status(approve((id) => digests.get(id) ?? ""))).toBe(true);
    expect(status(approve(() => "0000000000000000"))).toBe(false);
  });

  it("shows text of analysed files as text", () => {
    const page = registerHtml(registerOf(null, { roles: HOSTILE_ROLES }), OPTIONS);
    expect(page).toContain("Role &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(page).not.toContain("<script>");
    for (const unfit of ["\u0000", "\u202e"]) expect(page).not.toContain(unfit);
  });

  it("prints on A4 with header rows that repeat", () => {
    expect(html).toContain("size: A4");
    expect(html).toContain("display: table-header-group");
  });

  it("is the same for the same register", () => {
    expect(registerHtml(registerOf(DECLARED), OPTIONS)).toBe(html);
  });
});
