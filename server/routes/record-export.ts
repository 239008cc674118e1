/** Writes the register as a document; writers are loaded when first asked for. */
import { GENERATOR } from "../../analyzer/model/generator.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";

export interface Document {
  readonly type: string;
  /** File name, without the estate. */
  readonly name: string;
  readonly content: string | Buffer;
}

/** The same register and as-of date give the same bytes. */
export async function exportRegister(
  { estate, register }: Snapshot,
  format: "json" | "html" | "xlsx",
): Promise<Document> {
  const { asOf } = estate;
  const name = `register-${asOf}.${format}`;
  switch (format) {
    case "json": {
      const { registerJson } = await import("../../analyzer/records/documents/json.ts");
      const content = registerJson(register, { asOf, generator: GENERATOR });
      return { type: "application/json; charset=utf-8", name, content };
    }
    case "html": {
      const { registerHtml } = await import("../../analyzer/records/documents/html.ts");
      const content = registerHtml(register, { asOf, generator: GENERATOR });
      return { type: "text/html; charset=utf-8", name, content };
    }
    case "xlsx": {
      const { registerXlsx } = await import("../../analyzer/records/documents/xlsx.ts");
      const content = Buffer.from(registerXlsx(register, { asOf, generator: GENERATOR }));
      return { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, content };
    }
    default:
      return format satisfies never;
  }
}
