/** A merged profile becomes one system of the estate; what art30.yaml says of it counts before the profile. */
import type { Deployment, Product, System } from "../../model/system.ts";
import type { SystemOptions } from "../adapter.ts";
import { accountsOf, erasureOf, notificationsOf, rolesOf } from "./profile-access.ts";
import { claimsOf, partiesOf, settingsOf } from "./profile-claims.ts";
import { byPath, type ProfileContext } from "./profile-context.ts";
import { checkDocuments } from "./profile-documents.ts";
import { entitiesOf } from "./profile-entities.ts";
import { movementsOf } from "./profile-movements.ts";
import { storesOf } from "./profile-stores.ts";

export function systemOfProfile(context: ProfileContext, options: SystemOptions): System {
  checkDocuments(context);
  return {
    id: context.system,
    adapter: "profile",
    product: productOf(context, options),
    deployment: deploymentOf(context, options),
    inputs: ["profile"],
    entities: byPath(entitiesOf(context)),
    stores: byPath(storesOf(context)),
    movements: byPath(movementsOf(context)),
    notifications: byPath(notificationsOf(context)),
    operations: [],
    observations: [],
    roles: byPath(rolesOf(context)),
    accounts: byPath(accountsOf(context)),
    views: [],
    queries: [],
    settings: byPath(settingsOf(context)),
    claims: byPath(claimsOf(context)),
    parties: byPath(partiesOf(context)),
    erasure: byPath(erasureOf(context)),
    modules: [],
  };
}

function productOf(context: ProfileContext, options: SystemOptions): Product {
  const { product, system } = context.profile;
  return {
    name: product?.name ?? system ?? options.profile ?? options.id,
    version: options.version ?? product?.version ?? null,
    proof: context.proof(["product"]),
  };
}

/** Host and region of the profile belong to its own deployment; elsewhere they would be wrong. */
function deploymentOf(context: ProfileContext, options: SystemOptions): Deployment {
  const { deployment: described = "unknown", deployments = [described], hosting } = context.profile;
  const configured = options.deployment !== "unknown";
  const mode = configured ? options.deployment : described;
  if (configured && described !== "unknown" && !deployments.includes(mode)) {
    const message = `art30.yaml says ${mode}, the profile describes ${deployments.join(" or ")}; art30.yaml counts.`;
    context.problem("duplicate", ["deployment"], message);
  }
  const own = mode === described;
  const host = options.host ?? (own ? hosting?.host : undefined) ?? null;
  const region = options.region ?? (own ? hosting?.region : undefined) ?? null;
  const said = configured || options.host !== null || options.region !== null;
  const proof = said
    ? { location: options.location, basis: "art30.yaml" }
    : context.proof(hosting === undefined ? ["deployment"] : ["hosting"], hosting);
  return { mode, host, region, proof };
}
