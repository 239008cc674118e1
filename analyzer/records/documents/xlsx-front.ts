/** The sheets Cover, Evidence and Gaps. */
import { placeOf, type RegisterDocument } from "./model.ts";
import { aboutOf, GAP, PROPOSED, STATE } from "./wording.ts";
import { headerRow, plain, type Sheet } from "./xlsx-shape.ts";

export function coverSheet({ title, organisation, cover, disclaimer }: RegisterDocument): Sheet {
  return {
    name: "Cover",
    widths: [40, 90],
    rows: [
      [plain(title, "title")],
      [plain(organisation, "title")],
      ...cover.map(([label, value]) => [plain(label, "label"), plain(value)]),
      ...[...Object.values(STATE), PROPOSED].map(({ word, mark, means }) => [
        plain(`${mark} ${word}`, "label"),
        plain(means),
      ]),
      ...disclaimer.map((text) => [plain("Note", "label"), plain(text)]),
    ],
    header: false,
    landscape: false,
    pagesWide: 1,
    protect: true,
  };
}

export function evidenceSheet({ evidence }: RegisterDocument): Sheet {
  return {
    name: "Evidence",
    widths: [8, 42, 38, 56, 19],
    rows: [
      headerRow("No.", "File and line", "Element", "What it shows", "Digest"),
      ...evidence.map((item) => [
        plain(String(item.number), "number"),
        plain(item.file === null ? "" : placeOf(item)),
        plain(item.path ?? ""),
        plain(item.quote),
        plain(item.digest),
      ]),
    ],
    header: true,
    landscape: true,
    pagesWide: 1,
    protect: true,
  };
}

export function gapSheet({ gaps }: RegisterDocument): Sheet {
  return {
    name: "Gaps",
    widths: [12, 22, 16, 14, 96],
    rows: [
      headerRow("Record", "Item", "Article", "State", "Question or difference"),
      ...gaps.map(({ record, column, article, kind, says }) => [
        plain(record ?? "–"),
        plain(aboutOf(column)),
        plain(article),
        plain(GAP[kind], kind === "conflict" ? "conflict" : "missing"),
        plain(says),
      ]),
    ],
    header: true,
    landscape: true,
    pagesWide: 1,
    protect: true,
  };
}
