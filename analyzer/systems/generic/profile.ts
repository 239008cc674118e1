/** The profile adapter: a system described in words, by a shipped profile or a workspace's `system.yaml`. */
import type { Problem } from "../../model/problem.ts";
import type { Adapter, Assembly, Fragment, Resources, SystemOptions } from "../adapter.ts";
import { ProfileContext } from "./profile-context.ts";
import { overlay } from "./profile-overlay.ts";
import { shippedLayers } from "./profile-shipped.ts";
import { MAX_PROFILE_BYTES, readProfile, type ProfileSource } from "./profile-source.ts";
import { systemOfProfile } from "./profile-system.ts";

const NAME = /(^|\/)([^/]+\.)?system\.ya?ml$/i;
const YAML = /\.ya?ml$/i;
const HEAD = /^format:[ \t]*["']?art30\.system\//m;

export const profileAdapter: Adapter = {
  id: "profile",
  grouping: "per-file",
  accepts: ({ name, head }) => (NAME.test(name) || (YAML.test(name) && HEAD.test(head)) ? "profile" : null),
  async read(file) {
    if (file.bytes > MAX_PROFILE_BYTES) {
      const location = { file: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
      const message = `The profile has ${file.bytes} bytes; at most ${MAX_PROFILE_BYTES} are read.`;
      return { fragments: [], problems: [{ kind: "limit", message, location, lost: "the whole profile" }] };
    }
    const { source, problems } = readProfile(await file.text());
    return {
      fragments: source === null ? [] : [{ kind: "profile", file: file.path, data: source }],
      problems,
    };
  },
  assemble: assembleProfile,
  prune: () => [],
  looksFor: "a system profile: system.yaml or *.system.yaml with `format: art30.system/1`",
  inputKind: () => "profile",
};

/** The shipped profile lies below, the workspace's files above it in path order. */
async function assembleProfile(
  fragments: readonly Fragment[],
  options: SystemOptions,
  resources: Resources,
): Promise<Assembly> {
  const problems: Problem[] = [];
  const own = fragments
    .map((fragment) => fragment.data as ProfileSource)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const wanted = options.profile ?? own.find(({ profile }) => profile.extends !== undefined)?.profile.extends;
  const layers = [...own];
  const shipped = new Set<string>();
  if (wanted !== undefined) {
    const said = own.find(({ profile }) => profile.extends === wanted)?.places["/extends"] ?? null;
    const below = await shippedLayers(wanted, resources, options.location ?? said);
    problems.push(...below.problems);
    layers.unshift(...below.layers);
    for (const { file } of below.layers) shipped.add(file);
  }
  const context = new ProfileContext(options.id, layers.reduce(overlay, EMPTY), shipped);
  const system = systemOfProfile(context, options);
  return { system, problems: [...problems, ...context.problems] };
}

const EMPTY: ProfileSource = { file: "art30.yaml", profile: { format: "" }, places: {}, defaults: {} };
