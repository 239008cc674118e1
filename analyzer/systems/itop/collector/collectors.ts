/** Collectors of an estate: what each of their definitions becomes with the parameters of its own installation. */
import type { SystemId } from "../../../model/model-path.ts";
import type { MovementKind } from "../../../model/movement.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Setting } from "../../../model/setting.ts";
import type { Fragment } from "../../adapter.ts";
import type { CollectedSource } from "./collected-source.ts";
import type { CollectorDefinitionData } from "./collector-data.ts";
import { collectorKind, type CollectorKind } from "./collector-kind.ts";
import { collectorSettings } from "./collector-settings.ts";
import { collectorTransport } from "./collector-transport.ts";
import { definedSource } from "./definition.ts";
import { type Installation, installations, withoutModulesOf } from "./installation.ts";
import { mapAt, parameterAt } from "./parameter-value.ts";
import type { Parameters } from "./parameters.ts";
import { type Address, addressOf, sourceAddress } from "./source-address.ts";
import { sourceColumns } from "./source-columns.ts";
import { sourceParty } from "./source-party.ts";

export interface Collected {
  /** Sorted by folder and class. */
  readonly sources: readonly CollectedSource[];
  readonly installations: readonly Installation[];
  readonly settings: readonly Setting[];
  readonly problems: readonly Problem[];
  /** All fragments but the module files of collectors, which are no modules of iTop. */
  readonly others: readonly Fragment[];
}

export function readCollectors(fragments: readonly Fragment[], system: SystemId): Collected {
  const all = installations(fragments);
  const problems: Problem[] = [];
  const sources = all.flatMap((installation) => {
    const found = sourcesOf(installation, problems);
    problems.push(...installation.problems, ...installation.parameters.problems);
    return found;
  });
  return {
    sources,
    installations: all,
    settings: collectorSettings(all, system),
    problems,
    others: withoutModulesOf(all, fragments),
  };
}

function sourcesOf(installation: Installation, problems: Problem[]): readonly CollectedSource[] {
  const { root, definitions, classes, parameters, version } = installation;
  return definitions.map((definition): CollectedSource => {
    const { collector } = definition;
    const { source, problems: found } = definedSource(definition, parameters, version);
    const kind = collectorKind(collector, classes, parameters);
    const address = sourceAddress(kind, collector, parameters);
    problems.push(...found);
    const columns = sourceColumns(collector, kind, source, parameters);
    if (!columns.isTold) problems.push(untold(definition, kind, classes.has(collector.toLowerCase())));
    const isFile = address === null && (kind === "csv" || kind === "json");
    return {
      root,
      collector,
      source,
      kind: movementKind(kind, address),
      isLaunched: isLaunched(collector, parameters),
      party: sourceParty(kind, collector, address, parameters),
      transport: collectorTransport(isFile ? undefined : address, addressOf("itop_url", parameters)),
      columns,
    };
  });
}

/** `null` leaves it to what the source is called. */
function movementKind(kind: CollectorKind, address: Address | null): MovementKind | null {
  switch (kind) {
    case "ldap":
      return "directory-sync";
    case "sql":
      return "database-sync";
    case "csv":
      return "file-import";
    case "json":
      return address === null ? "file-import" : "api";
    case "code":
      return address === null ? null : "api";
    default:
      return kind satisfies never;
  }
}

/** A collector that no sequence names may be launched by code; one without a rank or not enabled is not. */
function isLaunched(collector: string, parameters: Parameters): boolean {
  const entries = ["collectors_launch_sequence", "extensions_collectors_launch_sequence"].flatMap((name) => [
    ...(mapAt(parameters.values, name)?.entries.values() ?? []),
  ]);
  const own = entries.filter(
    (each) => each.kind === "map" && parameters.known(each.entries.get("name")) === collector,
  );
  return (
    own.length === 0 ||
    own.some(
      (each) =>
        each.kind === "map" &&
        parameters.known(each.entries.get("enable")) === "yes" &&
        parameterAt(each, "rank") !== undefined,
    )
  );
}

function untold(
  { collector, location }: CollectorDefinitionData,
  kind: CollectorKind,
  hasClass: boolean,
): Problem {
  const why =
    kind === "sql"
      ? `The query of the collector ${collector} is not given, or its columns cannot be told apart`
      : hasClass
        ? `The collector ${collector} reads its source with PHP code of its own, which is not followed`
        : `Neither a class nor parameters tell how the collector ${collector} reads its source`;
  const lost = "which column of the source fills which attribute";
  const byCode = kind === "code" && hasClass;
  return { kind: byCode ? "code" : "not-analysed", message: `${why}.`, location, lost };
}
