import { describe, expect, it } from "vitest";
import type { FieldMapping, Movement } from "../../../analyzer/model/movement.ts";
import type { Store } from "../../../analyzer/model/store.ts";
import mailInRawCopy from "../../../rules/flow/mail-in-raw-copy.ts";
import { feed, keptDays, store } from "../estate-parts.ts";
import { PROVED } from "../tilleuls.ts";
import { findingsOf } from "./ward.ts";

const writes = (from: string, to: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  from,
  to: `itop:${to}`,
  update: true,
  match: false,
  policy: "unlocked",
  proof: PROVED,
  ...more,
});

const SENDER = writes("From (address)", "Person.email", { match: true });
const BODY = writes("Body", "UserRequest.description");

const inBox = (map: readonly FieldMapping[], onZero: string, more: Partial<Movement> = {}): Movement =>
  feed("in-box 3", [], {
    kind: "mail-in",
    to: { kind: "entity", ref: "itop:UserRequest" },
    map,
    deletion: null,
    matching: { keys: ["email"], onZero, onOne: "use", onMany: "use the first" },
    staging: "itop:store/EmailReplica",
    ...more,
  });

const KEPT = {
  kind: "mailbox",
  retention: { kind: "unknown", source: "unknown", proof: PROVED },
  purge: { exists: "yes", enabled: "no", scheduled: "unknown", covers: "processed mails" },
} as const satisfies Partial<Store>;

function found(movement: Movement, stores: readonly Store[] = [], options = {}): readonly string[] {
  return findingsOf(mailInRawCopy, { movements: [movement], stores }, options).map(
    ({ messageId, severity }) => `${messageId} ${severity}`,
  );
}

describe("flow/mail-in-raw-copy", () => {
  it("informs about records that are made of unknown senders", () => {
    expect(found(inBox([SENDER, BODY], "create"))).toEqual(["create info"]);
  });

  it("is silent where a mail only makes a ticket, whatever becomes of unknown senders", () => {
    expect(found(inBox([{ ...SENDER, update: false }, BODY], "create"))).toEqual([]);
    expect(found(inBox([SENDER, BODY], "reject"))).toEqual([]);
    expect(found(inBox([SENDER, BODY], "unknown"))).toEqual([]);
  });

  it("names every place where mails stay as they came, in one finding", () => {
    const stores = [store("in-box 3", KEPT), store("EmailReplica", { kind: "raw-mail" })];
    const [raw, ...others] = findingsOf(mailInRawCopy, { movements: [inBox([BODY], "reject")], stores });
    expect(others).toEqual([]);
    expect(raw?.message).toBe(
      "in-box 3 leaves mails as they came in its folder on the server, EmailReplica, and nothing ends them there",
    );
  });

  it.each<[string, Store]>([
    ["is emptied", store("in-box 3", { ...KEPT, purge: { ...KEPT.purge, enabled: "yes" } })],
    ["may be emptied, as far as is known", store("in-box 3", { ...KEPT, purge: { ...KEPT.purge, enabled: "unknown" } })], // prettier-ignore
    ["has a period", store("in-box 3", { kind: "mailbox", ...keptDays(30) })],
    ["is not filled", store("in-box 3", { ...KEPT, active: { state: "off", setting: null, proof: PROVED } })],
    ["belongs to another in-box", store("in-box 4", KEPT)],
    ["is no copy of mails", store("in-box 3", { ...KEPT, kind: "queue" })],
  ])("is silent on a store that %s", (_what, place) => {
    expect(found(inBox([BODY], "reject"), [place])).toEqual([]);
  });

  it("reports people in copy and traces by what the in-box says of them", () => {
    const copied = writes("To and Cc (addresses)", "Person.email", { update: false, match: true });
    const traced = writes("Trace with sender and subject", "MailInbox.debug_trace");
    expect(found(inBox([copied, traced], "reject"))).toEqual(["contacts info", "trace info"]);
  });

  it("leaves out in-boxes that are switched off, other movements, and checks nobody wants", () => {
    expect(found(inBox([SENDER], "create", { status: "disabled" }))).toEqual([]);
    expect(found(inBox([SENDER], "create", { kind: "file-import" }))).toEqual([]);
    expect(found(inBox([SENDER], "create"), [], { checks: ["raw"] })).toEqual([]);
  });
});
