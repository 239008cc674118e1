/** The profile adapter: a system described in words, by a shipped profile or a workspace's `system.yaml`. */
import { isMap, parseDocument } from "yaml";
import type { System } from "../../model/system.ts";
import type { Adapter, SystemOptions } from "../adapter.ts";

const FILE_NAME = /(^|\/)([^/]+\.)?system\.ya?ml$/i;

export const profileAdapter: Adapter = {
  id: "profile",
  grouping: "per-file",
  accepts: (file) =>
    FILE_NAME.test(file.name) || /^format:\s*["']?art30\.system\//m.test(file.head) ? "profile" : null,
  async read(file) {
    const { text } = await file.text();
    return { fragments: [{ kind: "profile", file: file.path, data: text }], problems: [] };
  },
  async assemble(_fragments, options, resources) {
    if (options.profile === null) return { system: systemOf(options, options.id), problems: [] };
    const document = parseDocument(await resources.text(`systems/generic/profiles/${options.profile}.yaml`));
    const name = isMap(document.contents) ? document.getIn(["product", "name"]) : undefined;
    return { system: systemOf(options, typeof name === "string" ? name : options.profile), problems: [] };
  },
  prune: () => [],
  looksFor: "a system profile: *.system.yaml with `format: art30.system/1`",
  inputKind: () => "profile",
};

function systemOf(options: SystemOptions, product: string): System {
  const proof = { location: options.location, basis: "art30.yaml" };
  return {
    id: options.id,
    adapter: "profile",
    product: { name: product, version: options.version, proof },
    deployment: { mode: options.deployment, host: options.host, region: options.region, proof },
    inputs: ["profile"],
    entities: [],
    stores: [],
    movements: [],
    notifications: [],
    operations: [],
    observations: [],
    roles: [],
    accounts: [],
    views: [],
    settings: [],
    claims: [],
    parties: [],
    erasure: [],
    modules: [],
  };
}
