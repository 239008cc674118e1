/** Queries of the phrasebook as exports: whoever runs one gets its columns as a file or a page. */
import type { EntityIndex } from "../../../model/entity-index.ts";
import type { Field } from "../../../model/field.ts";
import { elementPath, entityPath, type SystemId } from "../../../model/model-path.ts";
import type { FieldMapping, Movement, Transport } from "../../../model/movement.ts";
import type { Party } from "../../../model/party.ts";
import type { Problem } from "../../../model/problem.ts";
import type { Role } from "../../../model/access.ts";
import type { Setting } from "../../../model/setting.ts";
import { isQuery } from "../../../source/oql/ast.ts";
import { isIdentifier } from "../rest/rest-names.ts";
import { columnsOf } from "./phrasebook-columns.ts";
import type { QueryReading } from "./query-reading.ts";
import type { PhrasebookSite } from "./query-sites-exports.ts";

export interface PhrasebookContext {
  readonly index: EntityIndex;
  readonly system: SystemId;
  readonly roles: readonly Role[];
  readonly rootUrl: Setting | undefined;
}

export interface PhrasebookExport {
  readonly movement: Movement;
  /** Columns of the file, for the query itself. */
  readonly columns: readonly Field[];
  readonly problems: readonly Problem[];
}

const READERS = "Users of the query phrasebook";

const ALL_COLUMNS = "the query names no fields, so iTop gives out every attribute of the class";

/** `null` for a query that does not work: it gives nothing out. */
export function exportOf(
  site: PhrasebookSite,
  { parsed, query }: QueryReading,
  context: PhrasebookContext,
): PhrasebookExport | null {
  const { index, system } = context;
  const entity = query.entity === null ? undefined : index.entity(query.entity);
  if (!query.valid || parsed === null || !isQuery(parsed) || entity === undefined) return null;
  const { columns, unknown } = columnsOf(site.columns, parsed, entity, index);
  const proof = site.columns === "" ? { location: null, basis: ALL_COLUMNS } : query.proof;
  const map = columns.map(({ path }): FieldMapping => ({
    from: null,
    to: path,
    update: true,
    match: false,
    policy: "unknown",
    proof,
  }));
  const movement: Movement = {
    path: elementPath(system, "movement", query.name),
    name: `Query ${site.title}`,
    kind: "export",
    status: "production",
    from: { kind: "entity", ref: entityPath(system, entity.name) },
    to: { kind: "party", ref: elementPath(system, "party", READERS) },
    map,
    mapOpen: null,
    transport: transportOf(context.rootUrl),
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion: null,
    matching: null,
    defaults: "unknown",
    staging: null,
    statedPurpose: null,
    basis: "definition",
    proof: query.proof,
  };
  return { movement, columns, problems: unknown.length === 0 ? [] : [unknownColumns(site, unknown)] };
}

/** One party for the whole phrasebook: the rights decide, not the query. `null` when there is nothing to run. */
export function phrasebookReaders(movements: readonly Movement[], context: PhrasebookContext): Party | null {
  const [first] = movements;
  if (first === undefined) return null;
  const entities = new Set(movements.map(({ from }) => from.ref));
  const mayExport = context.roles.filter(({ grants }) =>
    grants.some(
      ({ entity, operation, effect }) =>
        effect === "allow" && operation === "bulk-read" && entities.has(entityPath(context.system, entity)),
    ),
  );
  const inside =
    mayExport.length > 0 &&
    mayExport.every(({ audience }) => audience === "internal" || audience === "admin");
  const who = "whoever holds bulk read on the class may run a query of the phrasebook";
  return {
    path: first.to.ref,
    name: READERS,
    kind: "team",
    audience: inside ? "internal" : "unknown",
    country: null,
    proof: { location: first.proof.location, basis: who },
  };
}

function unknownColumns({ name, location }: PhrasebookSite, unknown: readonly string[]): Problem {
  const names = unknown.filter(isIdentifier);
  const what = names.length === unknown.length ? names.join(", ") : "something that is no attribute";
  return {
    kind: "unresolved",
    message: `The query "${name}" gives out ${what}, which its classes do not have.`,
    location,
    lost: "a column of what it gives out",
  };
}

/** It leaves by iTop's own pages; that these are read over plain HTTP is one fault, not one of each query. */
function transportOf(rootUrl: Setting | undefined): Transport {
  const secure = typeof rootUrl?.value === "string" && /^https:/i.test(rootUrl.value);
  return secure
    ? {
        scheme: "HTTPS",
        tls: "required",
        evidence: "setting",
        proof: { location: rootUrl.location, basis: rootUrl.basis },
      }
    : {
        scheme: null,
        tls: "unknown",
        evidence: "none",
        proof: {
          location: null,
          basis: "it leaves by iTop's own pages, and app_root_url does not promise HTTPS",
        },
      };
}
