import { describe, expect, it } from "vitest";
import { EntityIndex } from "../../../analyzer/model/entity-index.ts";
import type { Entity } from "../../../analyzer/model/entity.ts";
import { subjectPaths } from "../../../rules/engine/subject-path.ts";
import { entity, field, person, reference } from "../tilleuls.ts";

function pathOf(
  name: string,
  ...entities: readonly Entity[]
): { hops: number; via: readonly string[] } | undefined {
  return subjectPaths(entities, new EntityIndex(entities)).get(name);
}

const TICKET = entity("UserRequest", [reference("caller_id", "Person")]);

describe("the way to a data subject", () => {
  it("has no hops from the subject itself", () => {
    expect(pathOf("Person", person())).toEqual({ hops: 0, via: [] });
  });

  it("starts from accounts as well", () => {
    const account = entity("UserLocal", [], { role: "account" });
    expect(
      pathOf("AuditEntry", account, entity("AuditEntry", [reference("user_id", "UserLocal")]))?.hops,
    ).toBe(1);
  });

  it("follows a reference, and says through which field", () => {
    expect(pathOf("UserRequest", person(), TICKET)).toEqual({ hops: 1, via: ["itop:UserRequest.caller_id"] });
  });

  it("follows a reference backwards", () => {
    const badge = entity("Badge");
    expect(pathOf("Badge", person(reference("badge_id", "Badge")), badge)).toEqual({
      hops: 1,
      via: ["itop:Person.badge_id"],
    });
  });

  it("lists the fields from the entity to the subject", () => {
    const note = entity("WorkNote", [reference("ticket_id", "UserRequest")]);
    expect(pathOf("WorkNote", person(), TICKET, note)).toEqual({
      hops: 2,
      via: ["itop:WorkNote.ticket_id", "itop:UserRequest.caller_id"],
    });
  });

  it("counts a link entity as one hop", () => {
    const link = entity(
      "lnkPersonToDevice",
      [reference("person_id", "Person"), reference("device_id", "Device")],
      {
        isLink: true,
      },
    );
    expect(pathOf("Device", person(), link, entity("Device"))).toEqual({
      hops: 1,
      via: ["itop:lnkPersonToDevice.device_id", "itop:lnkPersonToDevice.person_id"],
    });
    expect(pathOf("lnkPersonToDevice", person(), link, entity("Device"))?.hops).toBe(1);
  });

  it("reaches a subject through a reference to its parent", () => {
    const contact = entity("Contact");
    const nurse = entity("Nurse", [], { parent: "Contact", role: "subject" });
    const shift = entity("Shift", [reference("contact_id", "Contact")]);
    expect(pathOf("Shift", contact, nurse, shift)?.hops).toBe(1);
  });

  it.each(["organisation", "site", "catalogue"] as const)(
    "does not lead through an entity of role %s",
    (role) => {
      const shared = entity("Ward", [], { role });
      const bed = entity("Bed", [reference("ward_id", "Ward")]);
      const staff = person(reference("ward_id", "Ward"));
      expect(pathOf("Bed", staff, shared, bed)).toBeUndefined();
      expect(pathOf("Ward", staff, shared, bed)?.hops).toBe(1);
    },
  );

  it("is the shortest of several", () => {
    const visit = entity("Visit", [
      reference("request_id", "UserRequest"),
      reference("visitor_id", "Person"),
    ]);
    expect(pathOf("Visit", person(), TICKET, visit)?.hops).toBe(1);
  });

  it("does not exist for an entity nothing relates to people", () => {
    expect(pathOf("Server", person(), entity("Server", [field("rack")]))).toBeUndefined();
  });

  it("ends in a model that refers to itself and to nothing", () => {
    const loop = entity("Team", [reference("parent_id", "Team"), reference("gone_id", "Gone")]);
    expect(pathOf("Team", person(), loop)).toBeUndefined();
  });
});
