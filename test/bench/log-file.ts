/** Writes a REST log of any size: believable calls of invented accounts, as one `core/get` reply and as CSV. */
import { closeSync, openSync, writeSync } from "node:fs";

const ROWS_PER_WRITE = 2000;

export interface LogFiles {
  readonly json: string;
  readonly csv: string;
}

/** One row a line, so that a bare reader can split it; iTop writes the same without the line breaks. */
export function writeLogs(files: LogFiles, rows: number): void {
  const json = openSync(files.json, "w");
  const csv = openSync(files.csv, "w");
  writeSync(json, `{"code":0,"message":"Found: ${rows}","objects":{\n`);
  writeSync(csv, `${Object.keys(rowOf(0)).concat("id").map(quoted).join(",")}\n`);
  for (let start = 0; start < rows; start += ROWS_PER_WRITE) {
    const batch = Array.from({ length: Math.min(ROWS_PER_WRITE, rows - start) }, (_, index) => start + index);
    writeSync(json, batch.map((index) => `${member(index)}${index === rows - 1 ? "" : ","}\n`).join(""));
    writeSync(
      csv,
      batch
        .map((index) => `${Object.values(rowOf(index)).concat(String(index)).map(quoted).join(",")}\n`)
        .join(""),
    );
  }
  writeSync(json, "}}\n");
  closeSync(json);
  closeSync(csv);
}

function member(index: number): string {
  const fields = rowOf(index);
  return `"EventRestService::${index}":${JSON.stringify({ code: 0, message: "", class: "EventRestService", key: String(index), fields })}`;
}

const ACCOUNTS = ["ws-directory", "ws-reporting", "svc-monitoring", "ws-portal"];
const CLASSES = ["Person", "UserRequest", "Server", "Team"];

function rowOf(index: number): Record<string, string> {
  const account = ACCOUNTS[index % ACCOUNTS.length] as string;
  const name = CLASSES[(index >> 2) % CLASSES.length] as string;
  const day = new Date(Date.UTC(2025, 0, 1) + index * 30_000).toISOString();
  const input = {
    operation: "core/get",
    class: name,
    key: index % 7 === 0 ? `SELECT ${name}` : index % 5000,
    output_fields: index % 3 === 0 ? "*" : "name,org_id",
  };
  const object = {
    code: 0,
    message: "",
    class: name,
    key: String(index % 5000),
    fields: {
      name: `Entry ${index % 977}`,
      org_id: "2",
      org_id_friendlyname: "Tilleuls",
      email: `entry.${index % 977}@tilleuls.example`,
    },
  };
  return {
    message: "Found: 1",
    date: `${day.slice(0, 10)} ${day.slice(11, 19)}`,
    userinfo: account,
    operation: "core/get",
    version: "1.3",
    json_input: JSON.stringify(input),
    code: "0",
    json_output: JSON.stringify({
      code: 0,
      message: "Found: 1",
      objects: { [`${name}::${index % 5000}`]: object },
    }),
    provider: "CoreServices",
    finalclass: "EventRestService",
    friendlyname: "EventRestService",
  };
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
