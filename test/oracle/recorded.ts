/** Reads recorded answers: JSON, gzipped when the name says so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export function readRecorded<Shape>(dir: string, file: string): Shape {
  const bytes = readFileSync(join(dir, file));
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as Shape;
}
