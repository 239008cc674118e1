/** Writes the objects of an iTop as each export of it does: the shapes, quirks included, and nothing of their content. */
import { strToU8, zipSync } from "fflate";
import { DATES, SKARVIK, type SkarvikObject } from "./skarvik.ts";

/** What a user who reads English sees: headings by attribute, labels by attribute and code. */
const HEADINGS: Readonly<Record<string, string>> = {
  user_id: "User",
  user_id_friendlyname: "User",
  scope_class: "Target class",
  database_table_name: "Data table",
  full_load_periodicity: "Full load interval",
  reconciliation_policy: "Reconciliation policy",
  action_on_zero: "Action on zero",
  action_on_one: "Action on one",
  action_on_multiple: "Action on many",
  delete_policy: "Delete Policy",
  delete_policy_update: "Update rules",
  delete_policy_retention: "Retention Duration",
  user_delete_policy: "Users allowed",
  sync_source_id: "Synchro Data Source",
  sync_source_id_friendlyname: "Synchro Data Source",
  attcode: "Attribute Code",
  update_policy: "Update Policy",
  target_class: "Target class",
  action_id: "Action",
  action_id_friendlyname: "Action",
  trigger_id: "Trigger",
  trigger_id_friendlyname: "Trigger",
  userinfo: "User info",
  json_input: "Input",
  json_output: "Response",
};

const SUBCLASS_HEADINGS: Readonly<Record<string, string>> = {
  SynchroAttribute: "Class",
  TriggerOnObject: "Trigger sub-class",
  ActionEmail: "Action sub-class",
  EventRestService: "Event sub-class",
};

const LABELS: Readonly<Record<string, string>> = {
  "status production": "Production",
  "status implementation": "Implementation",
  "status enabled": "In production",
  "reconciliation_policy use_attributes": "Use the attributes",
  "reconciliation_policy use_primary_key": "Use the primary_key field",
  "action_on_zero create": "Create",
  "action_on_zero error": "Error",
  "action_on_one update": "Update",
  "action_on_multiple take_first": "Take the first one (random?)",
  "action_on_multiple error": "Error",
  "delete_policy update_then_delete": "Update then Delete",
  "delete_policy ignore": "Ignore",
  "user_delete_policy administrators": "Administrators only",
  "user_delete_policy nobody": "Nobody",
  "update yes": "Yes",
  "update no": "No",
  "reconcile yes": "Yes",
  "reconcile no": "No",
  "update_policy master_locked": "Locked",
  "update_policy master_unlocked": "Unlocked",
  "update_policy write_if_empty": "Initialize if empty",
  "finalclass SynchroAttribute": "Synchro Attribute",
  "finalclass TriggerOnObjectCreate": "Trigger (on object creation)",
  "finalclass TriggerOnObjectDelete": "Trigger (on object deletion)",
  "finalclass ActionEmail": "Notification by Email",
  "finalclass EventRestService": "REST/JSON call",
};

const CLASS_LABELS: Readonly<Record<string, string>> = { UserLDAP: "LDAP user", UserRequest: "User Request" };

type Files = Record<string, string | Uint8Array>;
type Write = (queried: string, objects: readonly SkarvikObject[]) => string | Uint8Array;

/** Name of the shape to the files of one whole export. */
export const SHAPES: Readonly<Record<string, Files>> = {
  "REST JSON": files("json", rest),
  CSV: files("csv", (queried, objects) => csv(objects, ["id", ...codes(objects)], shownPlain, queried)),
  "localized CSV": files("csv", (queried, objects) =>
    csv(objects, headings(queried, objects), (object, code) => shownLabel(object, code, "ids"), queried),
  ),
  XML: files("xml", xml),
  html: files("html", html),
  spreadsheet: files("html", spreadsheet),
  XLSX: files("xlsx", xlsx),
};

function files(ending: string, write: Write): Files {
  return Object.fromEntries(
    Object.entries(SKARVIK).map(([queried, objects]) => [`${queried}.${ending}`, write(queried, objects)]),
  );
}

function codes(objects: readonly SkarvikObject[]): readonly string[] {
  return Object.keys(objects[0]?.fields ?? {});
}

function headings(queried: string, objects: readonly SkarvikObject[]): readonly string[] {
  return ["id (Primary Key)", ...codes(objects).map((code) => heading(queried, code))];
}

function heading(queried: string, code: string): string {
  if (code === "finalclass") return SUBCLASS_HEADINGS[queried] ?? "Full name";
  return HEADINGS[code] ?? `${code[0]?.toUpperCase() ?? ""}${code.slice(1)}`;
}

function shownPlain({ fields }: SkarvikObject, code: string): string {
  const value = fields[code] ?? "";
  return code === "body" ? flat(value) : value;
}

function shownLabel(object: SkarvikObject, code: string, classes: "ids" | "labels"): string {
  const value = shownPlain(object, code);
  if (code.endsWith("_class")) return classes === "labels" ? (CLASS_LABELS[value] ?? value) : value;
  return LABELS[`${code} ${value}`] ?? value;
}

/** Markup flattened to text, as every format without formatted text has it; addresses of links stay in brackets. */
function flat(markup: string): string {
  return decoded(markup.replace(/<a href="([^"]*)">([^<]*)<\/a>/g, "[$2]($1)").replace(/<[^>]*>/g, ""));
}

function rest(_queried: string, objects: readonly SkarvikObject[]): string {
  const members = objects.map(({ class: name, id, fields }) => [
    `${name}::${id}`,
    { code: 0, message: "", class: name, key: id, fields },
  ]);
  const reply = {
    code: 0,
    message: `Found: ${objects.length}`,
    objects: Object.fromEntries(members) as object,
  };
  return JSON.stringify(reply).replaceAll("/", "\\/");
}

function csv(
  objects: readonly SkarvikObject[],
  header: readonly string[],
  shown: (object: SkarvikObject, code: string) => string,
  _queried: string,
): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => (/^\d+$/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)).join(",");
  const rows = objects.map((object) => [object.id, ...codes(objects).map((code) => shown(object, code))]);
  return [header, ...rows].map((cells) => `${line(cells)}\n`).join("");
}

function xml(queried: string, objects: readonly SkarvikObject[]): string {
  const body = objects.map(({ class: name, id, fields }) => {
    const inside = Object.entries(fields).map(([code, value]) => `<${code}>${escaped(value)}</${code}>`);
    return `<${name} alias="${queried}" id="${id}">\n${inside.join("\n")}\n</${name}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Set>\n${body.join("\n")}\n</Set>\n`;
}

function page(table: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>iTop export</title></head>\n<body>${table}<script>const a = "<td>";</script></body></html>`;
}

function html(queried: string, objects: readonly SkarvikObject[]): string {
  const link = (className: string, id: string, text: string): string =>
    `<span class="object-ref"><a href="https://itop.skarvik.example/pages/UI.php?operation=details&class=${className}&id=${id}&">${escaped(text)}</a></span>`;
  const cell = (object: SkarvikObject, code: string): string => {
    const value = object.fields[code] ?? "";
    if (code === "body") return value;
    if (/seconds|periodicity|retention/.test(code)) return duration(value);
    if (!code.endsWith("_id")) return escaped(shownLabel(object, code, "labels")) || "&nbsp;";
    if (value === "0") return "<em>undefined</em>";
    return link("Target", value, object.fields[`${code}_friendlyname`] ?? "");
  };
  const head = headings(queried, objects).map((text) => `<th>${text}</th>`);
  const rows = objects.map((object) => {
    const cells = [
      link(object.class, object.id, "name"),
      ...codes(objects).map((code) => cell(object, code)),
    ];
    return `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  });
  return page(
    `<table class="listResults"><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`,
  );
}

function spreadsheet(queried: string, objects: readonly SkarvikObject[]): string {
  const head = ["id", ...codes(objects)].flatMap((code) => {
    const text = code === "id" ? "id (Primary Key)" : heading(queried, code);
    return DATES.has(code) ? [`${text} (date)`, `${text} (time)`] : [text];
  });
  const rows = objects.map((object) => {
    const cells = codes(objects).flatMap((code) => {
      const text = escaped(shownLabel(object, code, "labels"));
      return DATES.has(code) ? text.split(" ") : [code === "body" ? (object.fields[code] ?? "") : text];
    });
    return `<tr><td>${object.id}</td>${cells.map((text) => `<td x:str>${text}</td>`).join("")}</tr>`;
  });
  const first = `<tr>${head.map((text) => `<td>${text}</td>`).join("")}</tr>`;
  return page(`<table border="1">${first}${rows.join("")}</table>`);
}

function xlsx(queried: string, objects: readonly SkarvikObject[]): Uint8Array {
  const strings: string[] = [];
  const cell = (text: string, column: number, row: number, isDate: boolean): string => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (isDate)
      return `<c ${at} s="1"><v>${Date.parse(`${text.replace(" ", "T")}Z`) / 86_400_000 + 25_569}</v></c>`;
    if (text === "") return `<c ${at} s="0"/>`;
    return `<c ${at} s="0" t="s"><v>${strings.push(text) - 1}</v></c>`;
  };
  const table = [
    headings(queried, objects),
    ...objects.map((object) => [object.id, ...codes(objects).map((code) => shownLabel(object, code, "ids"))]),
  ];
  const rows = table.map((cells, row) => {
    const isDate = (column: number): boolean => row > 0 && DATES.has(codes(objects)[column - 1] ?? "");
    const inside = cells.map((text, column) => cell(text, column, row + 1, isDate(column)));
    return `<row r="${row + 1}">${inside.join("")}</row>`;
  });
  const part = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
  return zipSync({
    "xl/worksheets/sheet1.xml": part(`<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`),
    "xl/sharedStrings.xml": part(
      `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    ),
    "xl/styles.xml": part(
      `<styleSheet><numFmts><numFmt formatCode="YYYY-MM-dd HH:mm:ss" numFmtId="166"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    ),
    "xl/workbook.xml": part(`<workbook><workbookPr date1904="false"/></workbook>`),
  });
}

function duration(seconds: string): string {
  if (seconds === "") return "0s";
  const all = Number(seconds);
  return `${Math.floor(all / 86_400)}d ${Math.floor(all / 3600) % 24}h ${Math.floor(all / 60) % 60}min ${all % 60}s`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function decoded(text: string): string {
  return text.replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
