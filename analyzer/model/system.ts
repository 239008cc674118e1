/** One installed product with everything that was read about it. */
import type { Account, Role, View } from "./access.ts";
import type { Claim } from "./claim.ts";
import type { Entity } from "./entity.ts";
import type { Movement } from "./movement.ts";
import type { SystemId } from "./model-path.ts";
import type { Notification } from "./notification.ts";
import type { ObservationWindow, Operation } from "./operation.ts";
import type { ErasureProcedure, Party } from "./party.ts";
import type { Provenance } from "./provenance.ts";
import type { StoredQuery } from "./query.ts";
import type { Setting } from "./setting.ts";
import type { Store } from "./store.ts";

export interface Product {
  readonly name: string;
  /** `null` when neither the input nor the configuration tells. */
  readonly version: string | null;
  readonly proof: Provenance;
}

export interface Deployment {
  readonly mode: "on-premises" | "vendor-cloud" | "hosted" | "unknown";
  readonly host: string | null;
  readonly region: string | null;
  readonly proof: Provenance;
}

/** Everything an adapter assembles for one system. Arrays are sorted by path; names are unique within their kind. */
export interface System {
  readonly id: SystemId;
  /** The adapter that read it: `itop`, `profile`. */
  readonly adapter: string;
  readonly product: Product;
  readonly deployment: Deployment;
  /** What kinds of input were present: a rule whose required input is absent did not run. */
  readonly inputs: readonly InputKind[];
  readonly entities: readonly Entity[];
  readonly stores: readonly Store[];
  readonly movements: readonly Movement[];
  readonly notifications: readonly Notification[];
  readonly operations: readonly Operation[];
  readonly observations: readonly ObservationWindow[];
  readonly roles: readonly Role[];
  readonly accounts: readonly Account[];
  readonly views: readonly View[];
  readonly queries: readonly StoredQuery[];
  readonly settings: readonly Setting[];
  readonly claims: readonly Claim[];
  readonly parties: readonly Party[];
  readonly erasure: readonly ErasureProcedure[];
  /** Modules or components in force, in load order. */
  readonly modules: readonly string[];
}

export type InputKind =
  | "model"
  | "catalogue"
  | "forms"
  | "sync"
  | "rest-log"
  | "templates"
  | "rights"
  | "accounts"
  | "config"
  | "events"
  | "profile"
  /** Program code that calls other systems. */
  | "code";
