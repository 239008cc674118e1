import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyseWorkspace, openWorkspace } from "../../../analyzer/workspace/open.ts";
import { directoryWith } from "../workspace-fixture.ts";
import { clinic, table } from "./clinic.ts";
import { fakeItop, PASSWORD } from "./fake-itop.ts";
import { runCollect } from "./run-collect.ts";

interface Reply {
  readonly code: number;
  readonly message: string;
  readonly objects: Readonly<
    Record<string, { class: string; key: string; fields: Record<string, unknown> }>
  > | null;
}

function saved(directory: string, name: string): Reply {
  return JSON.parse(readFileSync(join(directory, "estate", "itop", `${name}.json`), "utf8")) as Reply;
}

describe("collecting an iTop", () => {
  it("writes files from which sources, notifications, accounts and calls are read", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    const { code, out, err } = await runCollect(itop.url, directory, ["--page-size", "7"]);
    expect([code, err]).toEqual([0, expect.stringContaining("estate holds personal data")]);
    expect(out).toMatch(/^EventRestService +48$/m);
    expect(out).toContain("next: art30 lint estate\n");

    const workspace = openWorkspace(join(directory, "estate"), { config: undefined });
    const { snapshot } = await analyseWorkspace(workspace, "2026-11-24");
    const [system] = snapshot.estate.systems;
    expect(system?.movements.map(({ from }) => from.ref)).toContain("itop:party/Payroll persons");
    expect(system?.notifications).toMatchObject([
      {
        path: "itop:notification/Welcome mail",
        triggers: [{ name: "New person", entity: "Person", event: "create" }],
        observed: {
          messages: 20,
          outcomes: { sent: 10, test: 10 },
          addresses: { unknown: 40 },
          testAddresses: 20,
          byTrigger: { "itop:trigger/New person": 20 },
        },
        placeholders: [{ field: "itop:Person.employee_number" }, { field: "itop:Person.friendlyname" }],
      },
    ]);
    expect(system?.operations).toMatchObject([
      { path: "itop:operation/svc-payroll core/get Person", calls: 48, fields: ["itop:Person.email"] },
    ]);
    expect(system?.accounts.map(({ path, orgScope }) => [path, orgScope])).toContainEqual([
      "itop:account/svc-payroll",
      1,
    ]);
    expect(snapshot.estate.problems.map(({ kind }) => kind)).toEqual(["catalogue"]);
  });

  it("writes each class in the shape of a reply that a person would save", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    await runCollect(itop.url, directory);
    expect(saved(directory, "AuditRule")).toEqual({ code: 0, message: "Found: 0", objects: null });
    const { code, message, objects } = saved(directory, "SynchroAttribute");
    expect([code, message, Object.keys(objects ?? {})]).toEqual([
      0,
      "Found: 3",
      ["SynchroAttribute::1", "SynchroAttribute::2", "SynchroAttribute::3"],
    ]);
    expect(objects?.["SynchroAttribute::2"]).toMatchObject({
      class: "SynchroAttribute",
      key: "2",
      fields: { attcode: "email" },
    });
  });

  it("never sends any operation but reading and listing", async () => {
    const itop = await fakeItop(clinic());
    await runCollect(itop.url, directoryWith({}), ["--page-size", "3"]);
    const operations = itop.asked.map(({ json }) => json["operation"]);
    expect(operations.length).toBeGreaterThan(50);
    expect([...new Set(operations)].toSorted()).toEqual(["core/get", "list_operations"]);
  });

  it("leaves out its own calls, also when the server gives them all the same", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    await runCollect(itop.url, directory);
    const queries = itop.asked
      .filter(({ json }) => json["class"] === "EventRestService")
      .map(({ json }) => json["key"]);
    expect(queries.every((oql) => String(oql).includes('userinfo != "svc-art30"'))).toBe(true);
    const callers = Object.values(saved(directory, "EventRestService").objects ?? {}).map(
      ({ fields }) => fields["userinfo"],
    );
    expect([...new Set(callers)]).toEqual(["svc-payroll"]);
  });

  it("asks for no password, body, subject or name, and keeps of addresses only the domain", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    await runCollect(itop.url, directory);
    const folder = join(directory, "estate", "itop");
    const logs = readdirSync(folder).filter((name) => name !== "EventRestService.json");
    const text = logs.map((name) => readFileSync(join(folder, name), "utf8")).join("");
    expect(text).not.toMatch(
      /Claire|Delorme <|bob\.hale|E100234|must-not-be-written|Welcome Claire|set up by/,
    );
    const [mail] = Object.values(saved(directory, "EventNotificationEmail").objects ?? {});
    expect(mail?.fields).toMatchObject({
      to: "recipient@peupliers.example, recipient@laundry.example",
      message: "Sent",
    });
    for (const { json } of itop.asked)
      expect(String(json["output_fields"])).not.toMatch(/password|body|subject|email|first_name/);
  });

  it("says that its own calls may be among the log entries when it cannot know them", async () => {
    const { User: _unreadable, ...classes } = clinic();
    const itop = await fakeItop(classes);
    const unnamed = ["--user", "", "--only", "EventRestService"];
    const token = { env: { ART30_ITOP_TOKEN: "tok-4711" } };
    const { code, err } = await runCollect(itop.url, directoryWith({}), unnamed, token);
    expect([code, err]).toEqual([0, expect.stringContaining("which account this is cannot be told")]);
  });

  it("asks for log entries since a day, and for definitions whatever their age", async () => {
    const itop = await fakeItop(clinic());
    await runCollect(itop.url, directoryWith({}), ["--since", "2026-10-20"]);
    const asked = (name: string): string =>
      String(itop.asked.find(({ json }) => json["class"] === name)?.json["key"]);
    expect(asked("EventRestService")).toContain('date >= "2026-10-20 00:00:00"');
    expect(asked("Trigger")).toBe("SELECT Trigger WHERE id > 0");
  });

  it("notes what this iTop does not have or does not show, and goes on", async () => {
    const classes = clinic();
    const { User: _accounts, ...others } = classes;
    const itop = await fakeItop({ ...others, URP_UserOrg: table("URP_UserOrg", [{ userid: "30" }]) });
    itop.intervene = ({ json }, response) => {
      if (json["class"] !== "CMDBChange") return false;
      const message =
        "The current user does not have enough permissions for exporting data of class CMDBChange";
      response.end(JSON.stringify({ code: 1, message }));
      return true;
    };
    const { code, out } = await runCollect(itop.url, directoryWith({}));
    expect(code).toBe(0);
    expect(out).toMatch(/^User +skipped +this iTop has no such class$/m);
    expect(out).toMatch(/^CMDBChange +skipped +the account lacks the right "bulk read" of CMDBChange/m);
    expect(out).toMatch(/^URP_UserOrg +1 +this iTop has no attribute allowed_org_id$/m);
  });

  it("writes files that only their owner reads", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    await runCollect(itop.url, directory);
    const folder = join(directory, "estate", "itop");
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect([...new Set(modes)]).toEqual([0o600]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(existsSync(join(folder, ".art30-collect.json"))).toBe(false);
  });

  it("shows its progress on a terminal, and only there", async () => {
    const itop = await fakeItop(clinic());
    const shown = await runCollect(itop.url, directoryWith({}), ["--page-size", "7"], { terminal: true });
    expect(shown.err).toMatch(/\[2KEventRestService +#+\.+ \d+ of 48/);
    const silent = await runCollect(itop.url, directoryWith({}), ["--page-size", "7"]);
    expect(silent.err).not.toContain("\u001B");
  });

  it("takes classes by name, and tells which one was meant", async () => {
    const itop = await fakeItop(clinic());
    const { out } = await runCollect(itop.url, directoryWith({}), [
      "--only",
      "Trigger",
      "--only",
      "Action",
      "--skip",
      "Action",
    ]);
    expect(out).toMatch(/^Trigger +1\n1 class, 1 row, 0 skipped$/m);
    const { code, err } = await runCollect(itop.url, directoryWith({}), ["--only", "Triger"]);
    expect([code, err]).toEqual([2, expect.stringContaining("did you mean Trigger?")]);
    expect((await runCollect(itop.url, directoryWith({}), ["--no-logs"])).out).not.toMatch(/^(Event|CMDB)/m);
  });

  it("writes and prints its password nowhere", async () => {
    const itop = await fakeItop(clinic());
    const directory = directoryWith({});
    const { out, err } = await runCollect(itop.url, directory, [], { terminal: true });
    const folder = join(directory, "estate", "itop");
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect([out, err, ...files].join("")).not.toContain(PASSWORD);
  });
});
