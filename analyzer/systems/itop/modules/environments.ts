/** One tree may hold several environments of iTop; the production one counts, as in iTop. */
import type { Problem } from "../../../model/problem.ts";
import type { Fragment } from "../../adapter.ts";
import { compareText } from "./modules.ts";

/** Where iTop keeps what belongs to one environment alone. */
const PLACES = [
  /(?:^|\/)data\/([\w.-]+)-modules\//,
  /(?:^|\/)data\/([\w.-]+)\.delta\.xml$/,
  /(?:^|\/)data\/datamodel-([\w.-]+?)(?:-with-delta)?\.xml$/,
  /(?:^|\/)conf\/([\w.-]+)\/config-itop[^/]*\.php$/,
];

const PRODUCTION = "production";

/** Fragments of other environments are left out, each environment named once. */
export function ofOneEnvironment(fragments: readonly Fragment[]): {
  readonly fragments: readonly Fragment[];
  readonly problems: readonly Problem[];
} {
  const files = new Map<string, string[]>();
  for (const { file } of fragments) {
    const name = environmentOf(file);
    if (name === null) continue;
    const known = files.get(name);
    if (known === undefined) files.set(name, [file]);
    else known.push(file);
  }
  if (files.size < 2) return { fragments, problems: [] };
  const names = [...files.keys()].sort(compareText);
  const counts = files.has(PRODUCTION) ? PRODUCTION : (names[0] as string);
  const problems = names
    .filter((name) => name !== counts)
    .map((name): Problem => {
      const [file = ""] = files.get(name) ?? [];
      return {
        kind: "not-analysed",
        message: `The tree holds several environments; ${counts} is read, ${name} is not.`,
        location: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
      };
    });
  return {
    fragments: fragments.filter(({ file }) => (environmentOf(file) ?? counts) === counts),
    problems,
  };
}

function environmentOf(file: string): string | null {
  for (const place of PLACES) {
    const name = place.exec(file)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
