/** A profile's roles, accounts, notifications and erasure procedures as model. */
import type { Account, Role } from "../../model/access.ts";
import type { ModelPath } from "../../model/model-path.ts";
import type { Notification, Placeholder, Recipient } from "../../model/notification.ts";
import type { ErasureProcedure } from "../../model/party.ts";
import { entriesOf, lookUp, type ProfileContext, type Steps } from "./profile-context.ts";
import type { ProfileNotification } from "./profile-schema-access.ts";

export function rolesOf(context: ProfileContext): readonly Role[] {
  return entriesOf(context.profile.roles).map(([name, role]) => {
    const steps = ["roles", name];
    return {
      path: context.path("role", name),
      name,
      audience: role.audience ?? "unknown",
      grants: entriesOf(role.grants).flatMap(([entity, operations]) => {
        context.entity(entity, [...steps, "grants", entity]);
        return operations.map((operation) => ({
          entity,
          operation,
          effect: "allow" as const,
          through: "stated in the profile",
        }));
      }),
      proof: context.proof(steps, role),
    };
  });
}

export function accountsOf(context: ProfileContext): readonly Account[] {
  return entriesOf(context.profile.accounts).map(([name, account]) => {
    const steps = ["accounts", name];
    return {
      path: context.path("account", name),
      kind: account.kind ?? "unknown",
      roles: (account.roles ?? []).map((role, index) =>
        context.element("role", role, [...steps, "roles", index]),
      ),
      apiAccess: account.apiAccess ?? false,
      orgScope: "unknown",
      status: account.status ?? "unknown",
      person: "unknown",
      proof: context.proof(steps, account),
    };
  });
}

export function notificationsOf(context: ProfileContext): readonly Notification[] {
  return entriesOf(context.profile.notifications).map(([name, notification]) => {
    const steps = ["notifications", name];
    const proof = context.proof(steps, notification);
    const entity =
      notification.entity === undefined ? null : context.entity(notification.entity, [...steps, "entity"]);
    return {
      path: context.path("notification", name),
      name,
      status: notification.status ?? "unknown",
      channel: notification.channel ?? "email",
      triggers: [
        {
          path: context.path("trigger", name),
          name,
          entity,
          event: notification.event ?? "unknown",
          condition: null,
          proof,
        },
      ],
      recipients: recipientsOf(context, notification, steps),
      placeholders: (notification.inserts ?? []).map((field, index) =>
        placeholderOf(context, field, [...steps, "inserts", index]),
      ),
      wholeRecord:
        notification.wholeRecord === undefined ? null : { says: notification.wholeRecord, fields: null },
      logStore:
        notification.logStore === undefined
          ? null
          : context.element("store", notification.logStore, [...steps, "logStore"]),
      proof,
    };
  });
}

function recipientsOf(
  context: ProfileContext,
  notification: ProfileNotification,
  steps: Steps,
): readonly Recipient[] {
  return entriesOf(notification.recipients).map(([name, recipient]) => {
    const at = [...steps, "recipients", name];
    const party =
      recipient.party === undefined ? undefined : lookUp(context.profile.parties, recipient.party);
    const parties: readonly ModelPath[] =
      recipient.party === undefined ? [] : [context.element("party", recipient.party, [...at, "party"])];
    const field = recipient.field === undefined ? null : context.field(recipient.field, [...at, "field"]);
    return {
      slot: "to",
      kind: recipient.field === undefined ? "role" : "field",
      entity: null,
      audience: recipient.audience ?? party?.audience ?? "unknown",
      parties,
      why: "stated in the profile",
      bound: field !== null,
      valid: recipient.field === undefined || field !== null,
      error:
        recipient.field !== undefined && field === null ? "the profile does not describe the field" : null,
      location: context.locate(...at),
    };
  });
}

function placeholderOf(context: ProfileContext, name: string, steps: Steps): Placeholder {
  const field = context.field(name, steps);
  return {
    text: name,
    slot: "body",
    field,
    unresolved: field === null ? "the profile does not describe the field" : null,
    verb: null,
    location: context.locate(...steps),
  };
}

/** An erasure procedure of a document is an offer: installed only when the customer says so. */
export function erasureOf(context: ProfileContext): readonly ErasureProcedure[] {
  return entriesOf(context.profile.erasure).map(([name, procedure]) => {
    const steps = ["erasure", name];
    return {
      path: context.path("erasure", name),
      name,
      kind: procedure.kind ?? "delete",
      installed: procedure.installed ?? "unknown",
      automatic: procedure.automatic ?? false,
      delayDays: procedure.delayDays ?? null,
      reaches:
        procedure.reaches === undefined
          ? "unknown"
          : procedure.reaches.flatMap((reached, index) => {
              const at = [...steps, "reaches", index];
              const path = reached.startsWith("store/")
                ? context.storeOrEntity(reached, at)
                : context.field(reached, at);
              return path === null ? [] : [path];
            }),
      proof: context.proof(steps, procedure),
    };
  });
}
