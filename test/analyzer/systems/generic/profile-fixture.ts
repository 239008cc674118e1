/** Reads profile texts as the workspace would, without a file system. */
import type { Problem } from "../../../../analyzer/model/problem.ts";
import type { System } from "../../../../analyzer/model/system.ts";
import { profileAdapter } from "../../../../analyzer/systems/generic/profile.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import type { Fragment, Resources, SourceFile, SystemOptions } from "../../../../analyzer/systems/adapter.ts";

export const OPTIONS: SystemOptions = {
  id: "desk",
  version: null,
  deployment: "unknown",
  host: null,
  region: null,
  internalDomains: [],
  excludeModules: [],
  profile: null,
  location: null,
};

export function fileOf(path: string, text: string, bytes = text.length): SourceFile {
  return {
    path,
    name: path,
    bytes,
    head: text.slice(0, 4096),
    text: async () => new SourceText(path, text),
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  };
}

/** Shipped profiles by name. */
export function shelf(profiles: Readonly<Record<string, string>>): Resources {
  const texts = new Map(
    Object.entries(profiles).map(([name, text]) => [`systems/generic/profiles/${name}.yaml`, text]),
  );
  return {
    async text(name) {
      const text = texts.get(name);
      if (text === undefined) throw new Error(`no resource ${name}`);
      return text;
    },
    async bytes() {
      throw new Error("no bytes here");
    },
    async list(folder) {
      return [...texts.keys()].filter((name) => name.startsWith(`${folder}/`)).sort();
    },
  };
}

/** The system a workspace's texts and its options make, with all problems of reading and assembling. */
export async function systemOf(
  texts: Readonly<Record<string, string>>,
  options: Partial<SystemOptions> = {},
  resources: Resources = shelf({}),
): Promise<{ readonly system: System; readonly problems: readonly Problem[] }> {
  const fragments: Fragment[] = [];
  const problems: Problem[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const read = await profileAdapter.read(fileOf(path, text), "profile", resources);
    fragments.push(...read.fragments);
    problems.push(...read.problems);
  }
  const assembly = await profileAdapter.assemble(fragments, { ...OPTIONS, ...options }, resources);
  return { system: assembly.system, problems: [...problems, ...assembly.problems] };
}

export function profile(body: string): string {
  return `format: art30.system/1\n${body}`;
}
