import { describe, expect, it } from "vitest";
import { CLASS_PLANS, type ClassPlan } from "../../../cli/collect/class-plan.ts";
import { oqlOf } from "../../../cli/collect/class-query.ts";
import { keptRow, withoutPeople } from "../../../cli/collect/kept-row.ts";
import { parseOql } from "../../../analyzer/source/oql/parse.ts";

const planOf = (name: string): ClassPlan => CLASS_PLANS.find((plan) => plan.class === name) as ClassPlan;

describe("what of a row is written", () => {
  it("has no attribute that was not asked for, whatever the server sends", () => {
    const sent = { date: "2026-10-01 08:00:00", origin: "interactive", userinfo: "Claire Delorme" };
    expect(keptRow(planOf("CMDBChange"), sent)).toEqual({ date: sent.date, origin: sent.origin });
  });

  it("has no secret of a definition, and no login of a login log", () => {
    const sent = { name: "To the partner", auth_pwd: "s", api_token: "s", client_secret: "s", Password: "s" };
    expect(keptRow(planOf("Action"), sent)).toEqual({ name: "To the partner" });
    expect(keptRow(planOf("EventLoginUsage"), { date: "", userinfo: "claire.delorme" })).toEqual({
      date: "",
    });
  });

  it("has no secret inside a link set, and no nesting without end", () => {
    const row = { remote_name: "partner", auth_pwd: "s" };
    let deep: unknown = "x";
    for (let level = 0; level < 20_000; level++) deep = [deep];
    const kept = keptRow(planOf("Action"), { remote_list: [row], deep });
    expect(kept["remote_list"]).toEqual([{ remote_name: "partner" }]);
    expect(JSON.stringify(kept["deep"])).toBe("[[[[[[null]]]]]]");
  });

  it.each([
    ["", ""],
    ["claire@peupliers.example", "recipient@peupliers.example"],
    [
      "Delorme, Claire <claire@Peupliers.example>, bob@laundry.example",
      "?, recipient@peupliers.example, recipient@laundry.example",
    ],
    ["Unexpected token 'Claire' at position 3", "?"],
  ])("keeps of the recipients %j only %j", (sent, kept) => {
    expect(withoutPeople(sent)).toBe(kept);
  });

  it("keeps of a mail's outcome the word, not the address behind it", () => {
    const kept = (message: string) => keptRow(planOf("EventNotificationEmail"), { message })["message"];
    expect(kept("TEST (claire@peupliers.example) - Sent")).toBe("TEST");
    expect(kept("Error: no route to claire@peupliers.example")).toBe("Error");
    expect(kept("No recipient")).toBe("No recipient");
    expect(kept("Claire")).toBe("");
  });
});

describe("the query of a class", () => {
  it.each(CLASS_PLANS.map((plan) => [plan.class, plan] as const))("of %s is good OQL", (name, plan) => {
    for (const account of [null, "svc-art30", 'CORP\\svc "art"']) {
      const { query, errors } = parseOql(oqlOf(plan, { since: "2026-01-01", account }, 10, 20));
      expect([query?.kind, errors]).toEqual(["select", []]);
      expect(query?.kind === "select" && query.from.class.text).toBe(name);
    }
  });

  it("keeps a login with quotes inside its string", () => {
    const { query } = parseOql(
      oqlOf(planOf("EventRestService"), { since: null, account: '\\" OR 1 OR "' }, 0, null),
    );
    const literals = JSON.stringify(query).match(/"type":"string","value":"[^,]*"/g) ?? [];
    expect(literals).toHaveLength(1);
  });
});
