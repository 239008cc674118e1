/** Every element of an estate by its path, described only when it is asked for. */
import type { Entity } from "../../analyzer/model/entity.ts";
import type { Location } from "../../analyzer/model/location.ts";
import { elementPath, localPart, type ModelPath } from "../../analyzer/model/model-path.ts";
import type { Provenance } from "../../analyzer/model/provenance.ts";
import type { StoredQuery } from "../../analyzer/model/query.ts";
import type { System } from "../../analyzer/model/system.ts";
import type { Snapshot } from "../../analyzer/workspace/snapshot.ts";
import { labelOf } from "../../rules/kit/label.ts";
import { fact, type Fact } from "./fact.ts";
import {
  accountFacts,
  claimFacts,
  queryFacts,
  roleFacts,
  settingFacts,
  viewFacts,
} from "./facts-of-access.ts";
import {
  erasureFacts,
  movementFacts,
  notificationFacts,
  operationFacts,
  partyFacts,
  storeFacts,
} from "./facts-of-flows.ts";
import { entityFacts, fieldFacts, moduleFacts, systemFacts, verdictFacts } from "./facts-of-model.ts";

export interface Described {
  readonly kind: string;
  readonly label: string;
  readonly location: Location | null;
  readonly facts: () => readonly Fact[];
}

export type ElementIndex = ReadonlyMap<ModelPath, Described>;

const indexes = new WeakMap<Snapshot, ElementIndex>();

/** Made once for a snapshot and forgotten with it. */
export function elementIndex(snapshot: Snapshot): ElementIndex {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = new Map(snapshot.estate.systems.flatMap((system) => [...elementsOf(system, snapshot)]));
    indexes.set(snapshot, index);
  }
  return index;
}

type Entry = readonly [ModelPath, Described];

function* elementsOf(system: System, snapshot: Snapshot): Generator<Entry> {
  const { product, deployment } = system;
  yield [
    system.id,
    {
      kind: "system",
      label: product.name,
      location: product.proof.location,
      facts: () => [...systemFacts(system), ...basis(deployment.proof)],
    },
  ];
  for (const entity of system.entities) yield* ofEntity(entity, snapshot);
  yield* modulesOf(system);
  for (const store of system.stores) yield proved("store", store, () => storeFacts(store));
  for (const movement of system.movements) yield proved("movement", movement, () => movementFacts(movement));
  for (const each of system.notifications) yield proved("notification", each, () => notificationFacts(each));
  for (const { path, location, ...rest } of system.operations) {
    yield [
      path,
      {
        kind: "operation",
        label: localPart(path),
        location,
        facts: () => operationFacts({ path, location, ...rest }),
      },
    ];
  }
  for (const party of system.parties) yield proved("party", party, () => partyFacts(party));
  for (const role of system.roles) yield proved("role", role, () => roleFacts(role));
  for (const account of system.accounts) yield proved("account", account, () => accountFacts(account));
  for (const view of system.views) yield proved("view", view, () => viewFacts(view));
  for (const query of system.queries) yield ofQuery(query);
  for (const claim of system.claims) yield proved("claim", claim, () => claimFacts(claim));
  for (const each of system.erasure) yield proved("erasure", each, () => erasureFacts(each));
  for (const setting of system.settings) {
    const { path, name, location } = setting;
    yield [
      path,
      {
        kind: "setting",
        label: name,
        location,
        facts: () => [...settingFacts(setting), ...fact("Basis", setting.basis)],
      },
    ];
  }
}

function* ofEntity(entity: Entity, { verdicts }: Snapshot): Generator<Entry> {
  const { path, location } = entity;
  const personal = (field: { readonly path: string }): boolean =>
    verdicts.get(field.path)?.personal === "yes";
  yield [
    path,
    { kind: "entity", label: labelOf(entity), location, facts: () => entityFacts(entity, personal) },
  ];
  for (const field of entity.fields) {
    const verdict = verdicts.get(field.path);
    const facts = (): readonly Fact[] => [
      ...(verdict === undefined ? [] : verdictFacts(verdict)),
      ...fieldFacts(field, entity),
    ];
    yield [field.path, { kind: "field", label: labelOf(field), location: field.location, facts }];
  }
}

/** The place of a query that names a person is not given: its lines would be shown. */
function ofQuery(query: StoredQuery): Entry {
  const [path, described] = proved("query", query, () => queryFacts(query));
  return [path, query.literals.length === 0 ? described : { ...described, location: null }];
}

function* modulesOf(system: System): Generator<Entry> {
  const modules = new Map<string, Entity[]>();
  for (const entity of system.entities) {
    const name = entity.origin.module ?? "unknown module";
    modules.set(name, [...(modules.get(name) ?? []), entity]);
  }
  for (const [name, entities] of modules) {
    const facts = (): readonly Fact[] => moduleFacts(entities);
    yield [elementPath(system.id, "module", name), { kind: "module", label: name, location: null, facts }];
  }
}

function proved(
  kind: string,
  element: { readonly path: ModelPath; readonly name?: string; readonly proof: Provenance },
  facts: () => readonly Fact[],
): Entry {
  const { path, name, proof } = element;
  const all = (): readonly Fact[] => [...facts(), ...basis(proof)];
  return [path, { kind, label: name ?? localPart(path), location: proof.location, facts: all }];
}

function basis(proof: Provenance): readonly Fact[] {
  return fact("Basis", proof.basis);
}
