/** A profile's movements as model: who gives what to whom, on whose word. */
import { entityPath } from "../../model/model-path.ts";
import type { FieldMapping, Movement, MovementEnd, Transport } from "../../model/movement.ts";
import { afterPrefix, entriesOf, type ProfileContext, type Steps } from "./profile-context.ts";
import type { ProfileMovement } from "./profile-schema-flows.ts";

/** A movement without kind or ends says nothing and is left out, with a problem. */
export function movementsOf(context: ProfileContext): readonly Movement[] {
  return entriesOf(context.profile.movements).flatMap(([name, movement]) => {
    const { kind, from, to } = movement;
    const steps = ["movements", name];
    if (kind === undefined || from === undefined || to === undefined) {
      context.problem("malformed", steps, `The movement "${name}" needs kind, from and to.`, "the movement");
      return [];
    }
    const ends = { from: endOf(context, from, [...steps, "from"]), to: endOf(context, to, [...steps, "to"]) };
    return [{ ...movementOf(context, name, movement), kind, ...ends }];
  });
}

function movementOf(
  context: ProfileContext,
  name: string,
  movement: ProfileMovement,
): Omit<Movement, "kind" | "from" | "to"> {
  const steps = ["movements", name];
  return {
    path: context.path("movement", name),
    name,
    status: movement.status ?? "unknown",
    map: mapOf(context, movement, steps),
    mapOpen: movement.mapOpen ?? null,
    transport: transportOf(context, movement, steps),
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion:
      movement.deletion === undefined
        ? null
        : {
            policy: movement.deletion.policy,
            retentionDays: movement.deletion.retentionDays ?? null,
            canFire: movement.deletion.canFire ?? "unknown",
            why: movement.deletion.why ?? "",
          },
    matching:
      movement.match === undefined
        ? null
        : { keys: movement.match, onZero: "unknown", onOne: "unknown", onMany: "unknown" },
    defaults: "unknown",
    staging:
      movement.staging === undefined
        ? null
        : context.element("store", movement.staging, [...steps, "staging"]),
    statedPurpose: movement.purpose ?? null,
    basis: context.isShipped(...steps) ? "claim" : "definition",
    proof: context.proof(steps, movement),
  };
}

function mapOf(context: ProfileContext, movement: ProfileMovement, steps: Steps): readonly FieldMapping[] {
  const match = new Set(movement.match);
  for (const [index, name] of (movement.match ?? []).entries()) {
    if (!Object.hasOwn(movement.fields ?? {}, name)) context.field(name, [...steps, "match", index]);
  }
  return entriesOf(movement.fields).map(([own, foreign]) => ({
    from: foreign,
    to: context.field(own, [...steps, "fields", own]),
    update: true,
    match: match.has(own),
    policy: "unknown",
    proof: context.proof([...steps, "fields", own], {}),
  }));
}

/** "Should be encrypted" is advice: the transport stays unknown until a setting or an observation shows it. */
function transportOf(context: ProfileContext, movement: ProfileMovement, steps: Steps): Transport {
  const given = movement.transport;
  if (given === undefined)
    return { scheme: null, tls: "unknown", evidence: "none", proof: context.proof(steps, movement) };
  const at = [...steps, "transport"];
  const firm = (given.modality ?? "is") === "is";
  return {
    scheme: given.scheme ?? null,
    tls: firm ? (given.tls ?? "unknown") : "unknown",
    evidence: context.isShipped(...at) || given.source !== undefined ? "claim" : "setting",
    proof: context.proof(at, given),
  };
}

function endOf(context: ProfileContext, name: string, steps: Steps): MovementEnd {
  const party = afterPrefix(name, "party/");
  if (party !== null) return { kind: "party", ref: context.element("party", party, steps) };
  const store = afterPrefix(name, "store/");
  if (store !== null) return { kind: "store", ref: context.element("store", store, steps) };
  // Another system of the estate cannot be checked here: only the estate knows it.
  const system = afterPrefix(name, "system/");
  if (system !== null) return { kind: "system", ref: system };
  if (name === "self") return { kind: "system", ref: context.system };
  return { kind: "entity", ref: entityPath(context.system, context.entity(name, steps)) };
}
