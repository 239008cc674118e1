/** The parts of a workbook as the XLSX export writes it: a row of headings, a call of the REST service, shared and own texts. */

const SHARED = [
  "id (Primary Key)",
  "Date",
  "User info",
  "Operation",
  "Input",
  "Response",
  "ws-rent",
  "core/get",
  '{"operation":"core/get","class":"Person","key":7}',
];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const part = (text: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
const cell = (at: string, shared: number): string => `<c r="${at}" s="0" t="s"><v>${shared}</v></c>`;

export const WORKBOOK: Readonly<Record<string, string>> = {
  "[Content_Types].xml": part(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  "xl/workbook.xml": part(
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><workbookPr date1904="false"/><sheets><sheet name="Sheet1" sheetId="1"/></sheets></workbook>',
  ),
  "xl/styles.xml": part(
    '<styleSheet><numFmts count="1"><numFmt formatCode="YYYY-MM-dd HH:mm:ss" numFmtId="166"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="166"/></cellXfs></styleSheet>',
  ),
  "xl/sharedStrings.xml": part(
    `<sst count="${SHARED.length}">${SHARED.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}<si><r><t>of </t></r><r><t>runs_x000D_</t></r><rPh sb="0" eb="1"><t>read</t></rPh></si></sst>`,
  ),
  "xl/worksheets/sheet1.xml": part(
    `<worksheet><sheetData>
<row r="1">${["A1", "B1", "C1", "D1", "E1", "F1"].map(cell).join("")}</row>
<row r="2"><c r="A2"><v>12</v></c><c r="B2" s="1"><v>46083.25</v></c>${cell("C2", 6)}${cell("D2", 7)}${cell("E2", 8)}<c r="F2" t="inlineStr"><is><t>{"code":0,"message":"Found: 0","objects":null}</t></is></c></row>
<row r="3"><c r="A3"><v>13</v></c><c t="str"><v>2026-03-02 08:16:00</v></c><c r="C3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c></row>
</sheetData></worksheet>`,
  ),
};
