import { describe, expect, it } from "vitest";
import { attribute, definition, type Files, LDAP, movement, parameters, PLACEHOLDERS, synchronise } from "./lindenau.ts"; // prettier-ignore

const LOCAL = "hr/conf/params.local.xml";

/** The directory collector with other parameters of its own. */
function local(xml: string): Files {
  return { ...LDAP, [LOCAL]: parameters(xml) };
}

function moved(to: string): Files {
  return Object.fromEntries(
    Object.entries(LDAP).map(([path, text]) => [path.replace(/^hr\//, `${to}/`), text]),
  );
}

/** The data source as the instance exports it. */
function exported(given: Readonly<Record<string, unknown>> = {}): Files {
  const row = { update: true, reconcile: false, update_policy: "master_locked" };
  const fields = {
    name: "Lindenau Staff",
    status: "production",
    scope_class: "Person",
    user_id: "0",
    full_load_periodicity: "0",
    reconciliation_policy: "use_attributes",
    action_on_zero: "create",
    action_on_one: "update",
    action_on_multiple: "error",
    delete_policy: "delete",
    database_table_name: "synchro_data_staff",
    attribute_list: [
      { ...row, attcode: "email", reconcile: true },
      { ...row, attcode: "phone" },
    ],
    ...given,
  };
  const object = { code: 0, message: "", class: "SynchroDataSource", key: "7", fields };
  const reply = { code: 0, message: "Found: 1", objects: { "SynchroDataSource::7": object } };
  return { "exports/SynchroDataSource.json": JSON.stringify(reply) };
}

describe("what a collector brings", () => {
  it("is a movement from the system its parameters name", async () => {
    const { movements, parties, stores } = await synchronise(LDAP);
    expect(movements).toMatchObject([
      {
        path: "itop:sync/Lindenau Staff",
        kind: "directory-sync",
        status: "production",
        from: { ref: "itop:party/LDAP directory dc1.lindenau.example" },
        to: { ref: "itop:Person" },
        account: "itop:account/svc-synchro",
        staging: "itop:store/synchro_data_staff",
        statedPurpose: "Staff of the utility",
        proof: { location: { file: "hr/collectors/json/StaffLDAPCollector.json" } },
      },
    ]);
    expect(parties).toMatchObject([{ kind: "source", proof: { location: { file: LOCAL } } }]);
    expect(stores.map(({ name }) => name)).toEqual(["synchro_data_staff"]);
  });

  it("imports and synchronises in two steps, so that deletion without a period never fires", async () => {
    const { schedule, deletion } = await movement(LDAP);
    expect(schedule).toEqual({ fullLoadDays: 0, runner: "separate" });
    expect(deletion).toMatchObject({ policy: "delete", canFire: "no" });
  });

  it("is disabled where the launch sequence leaves it out", async () => {
    const sequence = (inside: string) => `<collectors_launch_sequence type="array"><collector>
      <name>StaffLDAPCollector</name>${inside}</collector></collectors_launch_sequence>`;
    const status = async (inside: string) => (await movement(local(sequence(inside)))).status;
    expect(await status("<enable>no</enable><rank>1</rank>")).toBe("disabled");
    expect(await status("<enable>yes</enable>")).toBe("disabled");
    expect(await status("<enable>yes</enable><rank>1</rank>")).toBe("production");
  });

  it("runs as the login of the collector where no other is given, and as nobody where both are empty", async () => {
    const base = moved("hr");
    expect((await movement({ ...base, [LOCAL]: parameters("") })).account).toBe("itop:account/admin");
    const none = parameters("<itop_login></itop_login><synchro_user/>");
    expect((await movement({ ...base, [LOCAL]: none })).account).toBeNull();
  });

  it("has no class and no end in the model while its class is a placeholder", async () => {
    const files = {
      ...LDAP,
      "hr/collectors/json/StaffLDAPCollector.json": definition({ scope_class: "$target$" }),
    };
    const { movements, problems } = await synchronise(files);
    expect(movements[0]?.to).toEqual({ kind: "system", ref: "itop" });
    expect(problems).toEqual([]);
  });
});

describe("several collectors", () => {
  it("stay apart: the parameters of one never resolve the placeholders of another", async () => {
    const other: Files = {
      "assets/collectors/json/StaffCsvCollector.json": definition(),
      "assets/conf/params.local.xml": parameters("<itop_url>http://localhost</itop_url>"),
    };
    const { movements } = await synchronise({ ...LDAP, ...other });
    expect(movements.map(({ name, status }) => [name, status])).toEqual([
      ["Lindenau Staff", "production"],
      ["StaffCsvCollector", "unknown"],
    ]);
  });

  it("that are copies of each other are one, and said to be", async () => {
    const { movements, all } = await synchronise({ ...LDAP, ...moved("hr-old") });
    expect(movements).toHaveLength(1);
    expect(all.filter(({ kind }) => kind === "duplicate")).toMatchObject([
      { location: { file: "hr-old/collectors/json/StaffLDAPCollector.json" }, message: expect.stringContaining("is a copy") as string }, // prettier-ignore
    ]);
  });

  it("that feed one data source from two systems are two flows", async () => {
    const second = moved("works");
    const uri = parameters("<ldapuri>ldaps://dc2.lindenau.example</ldapuri>");
    const { movements, all } = await synchronise({ ...LDAP, ...second, "works/conf/params.local.xml": uri });
    expect(movements.map(({ path }) => path)).toEqual([
      "itop:sync/Lindenau Staff",
      "itop:sync/Lindenau Staff (works)",
    ]);
    expect(all.map(({ message }) => message).join()).toContain("whichever ran last is in force");
  });

  it("in the folders of one, checked out side by side, have their own parameters", async () => {
    const files: Files = {
      "collectors/a/params.distrib.xml": parameters(PLACEHOLDERS),
      "collectors/a/json/ACollector.json": definition(),
      "collectors/b/params.distrib.xml": parameters(PLACEHOLDERS.replace("Lindenau", "Works")),
      "collectors/b/json/BCollector.json": definition(),
    };
    expect((await synchronise(files)).movements.map(({ name }) => name)).toEqual([
      "Lindenau Staff",
      "Works Staff",
    ]);
  });
});

describe("a data source that iTop exported as well", () => {
  it("is one movement: as iTop has it, with what the collector adds", async () => {
    const { movements, all } = await synchronise({
      ...LDAP,
      ...exported({ full_load_periodicity: "604800" }),
    });
    expect(movements).toMatchObject([
      {
        kind: "directory-sync",
        from: { ref: "itop:party/LDAP directory dc1.lindenau.example" },
        account: null,
        schedule: { fullLoadDays: 7, runner: "separate" },
        transport: { scheme: "ldap", tls: "none" },
        deletion: { canFire: "yes" },
        map: [{ from: "mail" }, { from: "telephonenumber" }, { from: "samaccountname" }, { from: "sn" }],
        proof: { location: { file: "exports/SynchroDataSource.json" } },
      },
    ]);
    expect(all.map(({ message }) => message).join()).toContain("in full_load_periodicity.");
  });

  it("without a difference raises nothing", async () => {
    expect((await synchronise({ ...LDAP, ...exported() })).all).toEqual([]);
  });

  it("is told apart where it differs, attribute by attribute", async () => {
    const row = { update: true, reconcile: true, update_policy: "master_locked" };
    const { all } = await synchronise({
      ...LDAP,
      ...exported({
        status: "implementation",
        delete_policy: "ignore",
        attribute_list: [{ ...row, attcode: "email", update_policy: "write_if_empty" }],
      }),
    });
    expect(all).toMatchObject([
      {
        kind: "duplicate",
        message: expect.stringContaining("in status; delete_policy; the attributes email, phone.") as string,
        location: { file: "hr/collectors/json/StaffLDAPCollector.json" },
      },
    ]);
  });

  it("keeps its status where the collector no longer runs", async () => {
    const idle = local(`<collectors_launch_sequence type="array"><collector><name>StaffLDAPCollector</name>
      <enable>no</enable><rank>1</rank></collector></collectors_launch_sequence>`);
    expect(await movement({ ...idle, ...exported() })).toMatchObject({
      status: "production",
      schedule: { runner: "unknown" },
    });
  });

  it("gets its attributes from the collector when no export has them", async () => {
    const { movements } = await synchronise({ ...LDAP, ...exported({ attribute_list: undefined }) });
    expect(movements[0]?.map.map(({ to }) => to)).toContain("itop:Person.email");
  });

  it("is another one under another name", async () => {
    const { movements } = await synchronise({ ...LDAP, ...exported({ name: "Payroll" }) });
    expect(movements.map(({ name }) => name)).toEqual(["Lindenau Staff", "Payroll"]);
  });
});

describe("definitions by hostile hands", () => {
  it("that name an attribute twice say so", async () => {
    const rows = [attribute("email"), attribute("email")];
    const files = {
      ...LDAP,
      "hr/collectors/json/StaffLDAPCollector.json": definition({ attribute_list: rows }),
    };
    expect((await synchronise(files)).problems.map(({ kind }) => kind)).toEqual(["duplicate"]);
  });

  it("bring no text of theirs into problems", async () => {
    const rows = [attribute("Frau Ahlers, Tel. 0341"), attribute("x".repeat(9000))];
    const files = { ...LDAP, "hr/collectors/json/StaffLDAPCollector.json": definition({ attribute_list: rows, scope_class: "Frau Ahlers" }) }; // prettier-ignore
    const said = JSON.stringify((await synchronise(files)).all);
    expect(said).not.toMatch(/Ahlers|0341|xxxx/);
  });
});
