/** Notes at cells: the comments part and the old drawing format that places them. */
import { escapeMarkup } from "../../graph/export/escape.ts";
import { columnName, type Sheet } from "./xlsx-shape.ts";

interface PlacedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Longest note; the rest stands on the sheet of evidence. */
export const MAX_NOTE_TEXT = 1_500;

export function notesOf({ rows }: Sheet): readonly PlacedNote[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ note }, column) => {
      if (note === undefined) return [];
      return [
        { row, column, text: note.length > MAX_NOTE_TEXT ? `${note.slice(0, MAX_NOTE_TEXT)} …` : note },
      ];
    }),
  );
}

export function commentsXml(notes: readonly PlacedNote[], author: string): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnName(column)}${row + 1}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="Calibri"/></rPr>` +
      `<t xml:space="preserve">${escapeMarkup(text)}</t></r></text></comment>`,
  );
  return (
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${escapeMarkup(author)}</author></authors>` +
    `<commentList>${comments.join("")}</commentList></comments>`
  );
}

export function drawingXml(notes: readonly PlacedNote[]): string {
  const shapes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:320px;height:140px;z-index:${index + 1};visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto">` +
      `<v:fill color2="#fffbe6"/><v:textbox style="mso-direction-alt:auto"/>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${shapes.join("")}</xml>`
  );
}
