// What `core/get` of an iTop answers, and where the sample's files lie.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const sample = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "samples/hospital-group");

/** What `core/get` answers; iTop escapes slashes and everything outside ASCII. */
export function reply(rows) {
  const objects = Object.fromEntries(
    rows.map(({ cls, id, ...fields }) => [
      `${cls}::${id}`,
      {
        code: 0,
        message: "",
        class: cls,
        key: String(id),
        fields: { ...fields, finalclass: cls, friendlyname: fields.name ?? cls },
      },
    ]),
  );
  return itopJson({ code: 0, message: `Found: ${rows.length}`, objects: rows.length === 0 ? null : objects });
}
export function itopJson(value) {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
export const writeBytes = (path, bytes) => writeFileSync(join(sample, path), bytes);
export const write = (path, text) => writeBytes(path, `${text}\n`);
