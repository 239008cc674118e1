import { describe, expect, it } from "vitest";
import type { FieldMapping, Movement } from "../../../analyzer/model/movement.ts";
import type { Notification } from "../../../analyzer/model/notification.ts";
import type { System } from "../../../analyzer/model/system.ts";
import { runRules } from "../../../rules/engine/run.ts";
import unresolvedReference from "../../../rules/model/unresolved-reference.ts";
import { at, entity, field, MODEL_FILE, person, PROVED, reference, snapshot, system } from "../tilleuls.ts";

const BASE = [person(field("mobile_phone"), field("email")), entity("Ward")];

function findings(
  parts: Partial<System>,
  options: Readonly<Record<string, number | readonly string[]>> = {},
) {
  const clinic = snapshot({ systems: [system(BASE, parts)] });
  const overrides = { options: { [unresolvedReference.meta.id]: options } };
  return runRules(clinic, { rules: [unresolvedReference], preset: "recommended", overrides }).findings;
}

function feed(...targets: readonly (string | null)[]): Movement {
  const map = targets.map((to, index): FieldMapping => {
    const proof = { location: at(10 + index, "collectors/hr.xml"), basis: null };
    return { from: "column", to, update: true, match: false, policy: "unknown", proof };
  });
  return {
    path: "itop:sync/HR employees",
    name: "HR employees",
    kind: "database-sync",
    status: "production",
    from: { kind: "party", ref: "itop:party/HR" },
    to: { kind: "entity", ref: "itop:Person" },
    map,
    mapOpen: null,
    transport: { scheme: null, tls: "unknown", evidence: "none", proof: PROVED },
    schedule: { fullLoadDays: null, runner: "unknown" },
    deletion: null,
    matching: null,
    defaults: "unknown",
    staging: null,
    statedPurpose: null,
    basis: "definition",
    proof: PROVED,
  };
}

describe("model/unresolved-reference", () => {
  it("fires on a source that writes a field under its former name, and says the new one", () => {
    expect(findings({ movements: [feed("itop:Person.mobile_phnoe", "itop:Person.email")] })).toMatchObject([
      {
        path: "itop:sync/HR employees",
        location: { file: "collectors/hr.xml", line: 10 },
        message:
          "Person.mobile_phnoe in the mapping of HR employees does not exist; did you mean Person.mobile_phone?",
      },
    ]);
  });

  it("keeps two missing names of one source apart", () => {
    const found = findings({ movements: [feed("itop:Person.fax", "itop:Person.pager")] });
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("says nothing of columns without a known target, or of systems that are not analysed", () => {
    expect(findings({ movements: [feed(null, "payroll:Employee.iban")] })).toEqual([]);
  });

  it("reports a trigger once, however many notifications it starts", () => {
    const trigger = {
      path: "itop:trigger/Badge printed",
      name: "Badge printed",
      entity: "Badge",
      event: "create",
      condition: null,
      proof: PROVED,
    };
    const mail = (name: string): Notification => ({
      path: `itop:notification/${name}`,
      name,
      status: "enabled",
      channel: "email",
      triggers: [trigger],
      recipients: [],
      placeholders: [],
      wholeRecord: null,
      logStore: null,
      proof: PROVED,
    });
    const found = findings({ notifications: [mail("To the gate"), mail("To the ward")] });
    expect(found.map(({ path, args }) => [path, args["name"]])).toEqual([
      ["itop:trigger/Badge printed", "Badge"],
    ]);
  });

  it("fires on a relation, a parent, a right and a view that lead nowhere", () => {
    const rota = entity("Rota", [reference("nurse_id", "Nurse"), reference("ward_id", "Ward")], {
      parent: "Plan",
    });
    const grants = (["read", "write"] as const).map((operation) => ({
      entity: "Diagnosis",
      operation,
      effect: "allow" as const,
      through: "group Clinical",
    }));
    const found = findings({
      entities: [...BASE, rota],
      roles: [{ path: "itop:role/Nurse", name: "Nurse", audience: "internal", grants, proof: PROVED }],
      views: [
        {
          path: "itop:view/My data",
          name: "My data",
          audience: "end-user",
          entity: "Person",
          fields: [{ field: "itop:Person.fax", shown: "shown" }],
          scope: null,
          proof: PROVED,
        },
      ],
    });
    expect(found.map(({ path, args }) => [path, args["name"]])).toEqual([
      ["itop:Rota", "Plan"],
      ["itop:Rota.nurse_id", "Nurse"],
      ["itop:role/Nurse", "Diagnosis"],
      ["itop:view/My data", "Person.fax"],
    ]);
  });

  it("makes one finding of many in one file: the base is missing", () => {
    const found = findings(
      { movements: [feed("itop:Gone.a", "itop:Gone.b", "itop:Gone.c")] },
      { baseMissing: 2 },
    );
    expect(found).toMatchObject([
      { path: "itop", messageId: "base-missing", discriminator: "collectors/hr.xml", args: { count: 3 } },
    ]);
  });

  describe("where a reader left a name out", () => {
    const problem = {
      kind: "unresolved" as const,
      message: "Person.sponsor_id needs Persn, which the model lacks.",
      location: at(6),
    };

    function withProblem(
      options: Readonly<Record<string, readonly string[]>> = {},
      parts: Partial<System> = {},
    ) {
      const inputs = [
        { file: MODEL_FILE, readAs: "itop/datamodel", system: "itop", state: "read" as const, bytes: 1 },
      ];
      const clinic = snapshot({ systems: [system(BASE, parts)], inputs });
      const overrides = { options: { [unresolvedReference.meta.id]: options } };
      const estate = { ...clinic.estate, problems: [problem] };
      return runRules(
        { ...clinic, estate },
        { rules: [unresolvedReference], preset: "recommended", overrides },
      ).findings;
    }

    it("says it in the reader's words", () => {
      expect(withProblem()).toMatchObject([
        {
          messageId: "reading",
          path: "itop",
          message: "Person.sponsor_id needs Persn, which the model lacks",
        },
      ]);
    });

    it("does not say it beside its own finding on that line", () => {
      const entities = [...BASE, entity("Rota", [reference("sponsor_id", "Persn", { location: at(6) })])];
      expect(withProblem({}, { entities }).map(({ messageId }) => messageId)).toEqual(["found"]);
    });

    it("is silent when the name is ignored", () => {
      expect(withProblem({ ignore: ["Persn"] })).toEqual([]);
    });
  });

  it("is silent on names that are ignored", () => {
    expect(findings({ movements: [feed("itop:Person.fax")] }, { ignore: ["Person.fax"] })).toEqual([]);
  });
});
