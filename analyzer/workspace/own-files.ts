/** The workspace's own files beside `art30.yaml`: read as text where they exist. */
import { SourceText } from "../source/text.ts";
import type { Config } from "./config.ts";
import { decode } from "./decode.ts";
import type { FileReader } from "./reader.ts";

export type OwnFile = "register" | "decisions" | "exceptions" | "baseline";

const DEFAULTS: Readonly<Record<OwnFile, string>> = {
  register: "register.yaml",
  decisions: "decisions.yaml",
  exceptions: "exceptions.yaml",
  baseline: "art30-baseline.json",
};

export function ownFilePath(config: Config, which: OwnFile): string {
  return config.files?.[which] ?? DEFAULTS[which];
}

/** `null` when the workspace has none. */
export function ownFile(reader: FileReader, config: Config, which: OwnFile): SourceText | null {
  const path = ownFilePath(config, which);
  return reader.at(path)?.kind === "file" ? new SourceText(path, decode(reader.bytes(path)).text) : null;
}
