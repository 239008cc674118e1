/** The iTop adapter: module trees, compiled models, dictionaries, configuration, and run-time exports. */
import type { InputKind } from "../../model/system.ts";
import type { Adapter } from "../adapter.ts";
import { acceptsItop, pruneItop, type ArtefactKind } from "./accepts.ts";
import { assembleItop } from "./assemble.ts";
import type { FragmentKind } from "./fragments.ts";
import { readItop } from "./read.ts";

/** Exports of definitions count by their class, which only the assembly sees. */
const INPUT_KINDS: Readonly<Record<FragmentKind, InputKind | null>> = {
  module: null,
  datamodel: "model",
  installation: null,
  extension: null,
  "php-class": "model",
  "php-head": null,
  dictionary: null,
  config: "config",
  export: null,
  "row-count": null,
  "rest-log": "rest-log",
  "store-rows": "events",
  table: null,
  "import-file": null,
  "synchro-run": null,
  "sent-mail": "events",
  "log-file": "events",
  "collector-parameters": "sync",
  "collector-definition": "sync",
  "collector-class": null,
  code: null,
};

export const itopAdapter: Adapter = {
  id: "itop",
  grouping: "one-system",
  accepts: acceptsItop,
  read: (file, kind, resources) => readItop(file, kind as ArtefactKind, resources),
  assemble: assembleItop,
  inputKind: (kind) => INPUT_KINDS[kind as FragmentKind],
  prune: pruneItop,
  looksFor:
    "iTop: module.*.php with datamodel.*.xml, dictionaries, config-itop.php, data collectors, database dumps, or exports of its objects (REST JSON, CSV, XML, HTML, XLSX)",
};
