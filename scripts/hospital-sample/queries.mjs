// The phrasebook as CSV, the audit as XML: two pages of iTop's own export.
import { write } from "./output.mjs";

const QUERIES = [
  {
    id: 61,
    name: "Telephone list of the wards",
    description: "Printed for the switchboard every Monday",
    is_template: "no",
    fields: "name,first_name,function,phone,mobile_phone,email",
    oql: "SELECT Person WHERE status = 'active' AND org_name LIKE 'Clinique%'",
  },
  {
    id: 62,
    name: "Requests of the chief physician",
    description: "",
    is_template: "no",
    fields: "ref,title,status",
    oql: "SELECT UserRequest AS r JOIN Person AS p ON r.caller_id = p.id WHERE p.email = 'claire.delorme@tilleuls.example'",
  },
  {
    id: 63,
    name: "Terminals in poor health",
    description: "For the monthly round",
    is_template: "no",
    fields: "name,health_status,capacity,ward_name",
    oql: "SELECT BedsideTerminal WHERE health_status = 'degraded'",
  },
];
const CATEGORIES = [
  {
    id: 4,
    name: "Directory of staff",
    description: "What the directory must not lack",
    definition_set: "SELECT Person WHERE status = 'active'",
  },
];
const RULES = [
  {
    id: 17,
    name: "Staff without a staff number",
    description: "",
    query: "SELECT Person WHERE status = 'active' AND staff_number = ''",
    valid_flag: "false",
    category_id: 4,
    category_name: "Directory of staff",
  },
];

export function writeQueries() {
  write("exports/QueryOQL.csv", csv("QueryOQL", QUERIES));
  write("exports/AuditCategory.xml", xml("AuditCategory", CATEGORIES));
  write("exports/AuditRule.xml", xml("AuditRule", RULES));
}

/** With attribute codes for headings; numbers stand without quotes. */
function csv(cls, rows) {
  const all = rows.map((row) => ({ ...row, finalclass: cls, friendlyname: row.name }));
  const cell = (value) => (typeof value === "number" ? `${value}` : `"${value.replaceAll('"', '""')}"`);
  return [Object.keys(all[0]), ...all.map(Object.values)]
    .map((cells) => cells.map(cell).join(","))
    .join("\n");
}

function xml(cls, rows) {
  const text = (value) => `${value}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const objects = rows.map(({ id, ...fields }) => {
    const all = { ...fields, finalclass: cls, friendlyname: fields.name };
    const lines = Object.entries(all).map(([name, value]) => `<${name}>${text(value)}</${name}>`);
    return [`<${cls} alias="${cls}" id="${id}">`, ...lines, `</${cls}>`].join("\n");
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<Set>", ...objects, "</Set>"].join("\n");
}
