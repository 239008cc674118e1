/** One data source as a movement. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import { elementPath, entityPath, type ModelPath, type SystemId } from "../../../model/model-path.ts";
import type { Movement, Transport } from "../../../model/movement.ts";
import type { Problem } from "../../../model/problem.ts";
import type { CollectedSource } from "../collector/collected-source.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import type { AccountPaths } from "../rights/accounts.ts";
import type { SynchroSource } from "./synchro-definition.ts";
import { days, synchroDeletionPolicy } from "./synchro-deletion.ts";
import type { SynchroEvidence } from "./synchro-evidence.ts";
import { synchroDefaults, synchroMapping } from "./synchro-mapping.ts";
import { kindOf } from "./synchro-party.ts";
import { stagingPath } from "./synchro-staging.ts";

export interface MovementContext {
  readonly system: SystemId;
  readonly index: EntityIndex;
  readonly accounts: AccountPaths;
  /** How sources are run and what they deliver, as far as runs and loaded files prove it. */
  readonly evidence: Pick<SynchroEvidence, "runners" | "delivered">;
}

const UNTOLD: Transport = {
  scheme: null,
  tls: "unknown",
  evidence: "none",
  proof: { location: null, basis: "a data source does not tell how rows reach its staging table" },
};

export function movementOf(
  name: string,
  source: SynchroSource,
  party: ModelPath,
  collected: CollectedSource | null,
  { system, index, accounts, evidence }: MovementContext,
): { readonly movement: Movement; readonly problems: readonly Problem[] } {
  const proof = { location: source.location, basis: null };
  const entity = index.entity(source.scopeClass);
  const delivered = evidence.delivered.get(source.name);
  const { map, problems } = synchroMapping(source, entity, collected?.columns ?? null, delivered);
  // A collector imports with synchronize=0 and then calls synchro_exec.php.
  const runner =
    evidence.runners.get(source.name) ?? (collected?.isLaunched === true ? "separate" : "unknown");
  const account = accountOf(source, collected, accounts);
  const kind = kindOf(source, collected);
  const isIdle = collected?.isLaunched === false && collected.source === source;
  const movement: Movement = {
    path: elementPath(system, "sync", name),
    name,
    kind: delivered !== undefined && kind === "database-sync" ? "file-import" : kind,
    status: isIdle ? "disabled" : source.status,
    from: { kind: "party", ref: party },
    to:
      entity === undefined
        ? { kind: "system", ref: system }
        : { kind: "entity", ref: entityPath(system, entity.name) },
    map,
    mapOpen: null,
    transport: collected?.transport ?? UNTOLD,
    schedule: {
      fullLoadDays: source.fullLoadSeconds === null ? null : days(source.fullLoadSeconds),
      runner,
    },
    ...(account !== undefined && { account }),
    deletion: synchroDeletionPolicy({
      policy: source.deletion,
      fullLoadSeconds: source.fullLoadSeconds,
      retentionSeconds: source.retentionSeconds,
      obsolete: source.status === "obsolete",
      runner,
    }),
    matching: {
      keys: source.matchesBy === "primary-key" ? ["primary_key"] : matchKeys(source),
      onZero: source.onZero,
      onOne: source.onOne,
      onMany: source.onMany,
    },
    defaults: synchroDefaults(source, entity),
    staging: stagingPath(system, source.table),
    statedPurpose: source.description === "" ? null : source.description,
    basis: "definition",
    proof,
  };
  return { movement, problems: [...problems, ...problemsOf(source, entity === undefined)] };
}

/** What the instance says counts; a collector tells where its export does not. */
function accountOf(
  { user, userAccount }: SynchroSource,
  collected: CollectedSource | null,
  accounts: AccountPaths,
): ModelPath | null | undefined {
  const found = accounts.ofUser(user, userAccount);
  if (found !== undefined || collected === null) return found;
  return accounts.ofUser(collected.source.user, collected.source.userAccount);
}

function problemsOf(source: SynchroSource, noEntity: boolean): readonly Problem[] {
  const { location } = source;
  const problems: Problem[] = [];
  // A class that is not known is reported where its placeholder stands.
  if (noEntity && source.scopeClass !== "") {
    const target = isIdentifier(source.scopeClass) ? source.scopeClass : "its target class";
    const message = `The data source "${source.name}" fills ${target}, which is not in the model.`;
    problems.push({ kind: "unresolved", message, location, lost: "which fields the source fills" });
  }
  if (source.attributes === null) {
    const message = `No export carries the attributes of the data source "${source.name}"; export SynchroAttribute too.`;
    problems.push({ kind: "incomplete-export", message, location, lost: "which fields the source fills" });
  }
  return problems;
}

function matchKeys(source: SynchroSource): readonly string[] {
  const keys = (source.attributes ?? []).filter((row) => row.reconcile === true).map((row) => row.attcode);
  return [...new Set(keys)].sort();
}
