/** Assembles one iTop: effective model, stores, movements, notifications, accounts, rights and what logs showed. */
import type { Assembly, Fragment, Resources, SystemOptions } from "../adapter.ts";
import { codeFlows } from "./code/code-flows.ts";
import { codeInForce } from "./code/code-in-force.ts";
import { collectorStores } from "./collector/collector-stores.ts";
import { readCollectors } from "./collector/collectors.ts";
import { accountPaths, readAccounts } from "./rights/accounts.ts";
import { itopErasure } from "./stores/erasure.ts";
import { countedOnce } from "./exports/duplicate-logs.ts";
import { callsNotTold, incompleteExports } from "./exports/incomplete.ts";
import { dataOf } from "./fragments.ts";
import { inputsOf } from "./inputs.ts";
import { mailIntake } from "./mail/mail-intake.ts";
import { displayLists } from "./model/display-lists.ts";
import { mailWindows } from "./mail/mail-window.ts";
import { itopModel } from "./model/model-of.ts";
import { readNotifications } from "./notifications/notifications.ts";
import { readPortalViews } from "./portal/portal.ts";
import { readQueries } from "./queries/queries.ts";
import { resolveOperations } from "./rest/rest-operations.ts";
import { exportedRoles, readProfiles } from "./rights/rights.ts";
import { withLogFiles, withObservations, withSyncLogs } from "./stores/store-observations.ts";
import { tableRows } from "./stores/store-tables.ts";
import { itopStores } from "./stores/stores.ts";
import { importWindows } from "./synchro/synchro-evidence.ts";
import { synchroMovements } from "./synchro/synchro.ts";

export async function assembleItop(
  given: readonly Fragment[],
  options: SystemOptions,
  resources: Resources,
): Promise<Assembly> {
  const collected = readCollectors(given, options.id);
  const fragments = collected.others;
  const model = await itopModel(fragments, options, resources);
  const { index, settings, version } = model;
  const system = options.id;
  const release = version.product ?? version.forCatalogue;
  const exports = dataOf(fragments, "export");
  const tables = dataOf(fragments, "table");
  const modules = model.modules.map(({ name }) => name);
  const entities = [...index.names].flatMap((name) => index.entity(name) ?? []);

  const once = countedOnce(dataOf(fragments, "rest-log"), dataOf(fragments, "store-rows"));
  const { logs } = once;
  const storeRows = [...once.rows, ...tableRows(tables, index)];
  const isOn = (name: string): boolean | undefined => {
    const value = settings.lookup(name)?.value;
    return typeof value === "boolean" ? value : undefined;
  };

  const profiles = readProfiles(model.root, index, { system, legacy: isOn("user_rights_legacy") ?? false });
  const roles = [...profiles.roles, ...exportedRoles(exports, profiles.roles, system)].sort(byPath);
  const paths = accountPaths(exports, system);
  const accounts = readAccounts(exports, logs, {
    system,
    secureRestServices: isOn("secure_rest_services") ?? true,
  });
  const sync = synchroMovements(
    exports,
    {
      system,
      index,
      accounts: paths,
      tables,
      runs: dataOf(fragments, "synchro-run"),
      files: dataOf(fragments, "import-file"),
    },
    collected.sources,
  );
  const ofCollectors = collectorStores(collected.installations, sync.fed, index, system);
  const logFiles = dataOf(fragments, "log-file");
  const ownStores = withLogFiles(itopStores(entities, settings.lookup, release, system), logFiles);
  const mail = mailIntake(exports, { system, index, setting: settings.lookup });
  const stores = [
    ...withSyncLogs(ownStores, sync.movements, index),
    ...sync.stores,
    ...ofCollectors,
    ...mail.stores,
  ];
  const lists = displayLists(model.root, index);
  const notifications = readNotifications(exports, index, {
    system,
    lists,
    internalDomains: options.internalDomains,
    logStore: stores.find(({ kind }) => kind === "notification-log")?.path ?? null,
    messages: storeRows.flatMap((rows) => rows.messages ?? []),
  });
  const views = readPortalViews(model.root, index, lists, system);
  const queries = readQueries(model.root, exports, {
    index,
    system,
    roles,
    rootUrl: settings.lookup("app_root_url"),
  });
  const running = codeInForce(dataOf(fragments, "code"), {
    root: model.root,
    incomplete: model.catalogue !== null,
    found: dataOf(fragments, "module"),
    taken: isCompiled(fragments) ? null : model.modules,
  });
  const code = codeFlows(running, {
    system,
    index,
    internalDomains: options.internalDomains,
    originOf: model.originOf,
    logStore: stores.find(({ kind }) => kind === "file-log")?.path ?? null,
  });
  return {
    system: {
      id: system,
      adapter: "itop",
      product: {
        name: "Combodo iTop",
        version: version.product,
        proof: { location: version.location, basis: version.basis },
      },
      deployment: {
        mode: options.deployment,
        host: options.host,
        region: options.region,
        proof: {
          location: options.location,
          basis: options.deployment === "unknown" ? null : "declared in art30.yaml",
        },
      },
      inputs: inputsOf(fragments, {
        catalogue: model.catalogue !== null,
        forms: views.views.length > 0,
        rights: roles.length > 0,
        code: code.movements.some(({ kind }) => kind === "webhook"),
      }),
      entities,
      stores: withObservations(stores, storeRows, logs).toSorted(byPath),
      movements: [...sync.movements, ...mail.movements, ...queries.movements, ...code.movements].sort(byPath),
      notifications: notifications.notifications,
      operations: resolveOperations(logs, index, paths.ofLog, system),
      observations: [
        ...logs.map(({ window }) => window),
        ...importWindows(dataOf(fragments, "synchro-run"), dataOf(fragments, "import-file")),
        ...mailWindows(dataOf(fragments, "sent-mail"), options.internalDomains),
      ],
      roles,
      accounts: accounts.accounts,
      views: views.views,
      queries: queries.queries,
      settings: [...settings.all, ...collected.settings].sort(byPath),
      claims: [],
      parties: [
        ...sync.parties,
        ...mail.parties,
        ...notifications.parties,
        ...queries.parties,
        ...code.parties,
      ].sort(byPath),
      erasure: itopErasure({ system, entities, stores, modules, setting: settings.lookup }),
      modules,
    },
    problems: [
      ...model.problems,
      ...incompleteExports(exports),
      ...callsNotTold(storeRows, logs),
      ...once.problems,
      ...profiles.problems,
      ...accounts.problems,
      ...collected.problems,
      ...sync.problems,
      ...mail.problems,
      ...notifications.problems,
      ...code.problems,
      ...views.problems,
      ...queries.problems,
    ],
  };
}

function isCompiled(fragments: readonly Fragment[]): boolean {
  return dataOf(fragments, "datamodel").some(({ role }) => role === "compiled");
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}
