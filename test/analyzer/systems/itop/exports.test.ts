import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../../analyzer/systems/adapter.ts";
import {
  acceptsExport,
  readCsvExport,
  readRestExport,
} from "../../../../analyzer/systems/itop/exports/exports.ts";

function file(name: string, content: string | Uint8Array): SourceFile {
  const bytes = Buffer.from(content as Uint8Array);
  return {
    path: `itop/${name}`,
    name,
    bytes: bytes.length,
    head: bytes.subarray(0, 4096).toString("utf8"),
    text: () => Promise.reject(new Error("an export is streamed")),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
    },
  };
}

/** A core/get reply with the given objects, `Class::id` to fields. */
function reply(objects: Record<string, object>): SourceFile {
  const members = Object.entries(objects).map(([name, fields]) => {
    const [className, key] = name.split("::");
    return [name, { code: 0, message: "", class: className, key, fields }];
  });
  return file(
    "reply.json",
    JSON.stringify({ code: 0, message: "Found", objects: Object.fromEntries(members) }),
  );
}

describe("probing for exports", () => {
  it.each([
    ["reply.json", '{"code":0,"message":"Found: 0","objects":null}', "rest-export"],
    ["error.json", '{"code":1,"message":"Error: Invalid login"}', "rest-export"],
    ["rows.json", '[{"class":"Trigger","key":"4","fields":{', "rest-export"],
    ["log.ndjson", '{"userinfo":"ws-ward","json_input":"{}"}', "rest-export"],
    ["Trigger.csv", '"id","description","finalclass"\n', "csv-export"],
    ["links.csv", "id;trigger_id;action_id;order\n", "csv-export"],
    ["localized.csv", '"id (Primary Key)","Last Name"\n', "csv-export"],
    ["failed.csv", "<!DOCTYPE html><html>", "csv-export"],
    [
      "HrCollector.json",
      '{"name":"HR","scope_class":"Person","attribute_list":[{"finalclass":"SynchroAttribute"}]}',
      null,
    ],
    ["package.json", '{"name":"ward-portal","version":"1.0.0"}', null],
    ["beds.csv", "ward,beds\n4,12\n", null],
  ])("%s", (name, content, expected) => {
    expect(acceptsExport(file(name, content))).toBe(expected);
  });
});

describe("REST replies", () => {
  it("keep definitions with the place of each object", async () => {
    const { fragments, problems } = await readRestExport(
      reply({
        "TriggerOnObjectCreate::4": { description: "New admission", target_class: "UserRequest", filter: "" },
      }),
    );
    expect(fragments).toMatchObject([
      {
        kind: "export",
        data: {
          class: "TriggerOnObjectCreate",
          id: "4",
          fields: { description: "New admission", target_class: "UserRequest" },
          location: { file: "itop/reply.json", line: 1, column: 67 },
        },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("count data objects and keep nothing of them", async () => {
    const { fragments } = await readRestExport(
      reply({
        "Person::3": { name: "Haugland", email: "ingrid@nordhafen.example" },
        "Person::4": { name: "Weiss" },
      }),
    );
    expect(fragments).toMatchObject([{ kind: "row-count", data: { class: "Person", rows: 2 } }]);
    expect(JSON.stringify(fragments)).not.toMatch(/Haugland|nordhafen\.example|Weiss/);
  });

  it("keep no name, address or login of a person from an account", async () => {
    const { fragments } = await readRestExport(
      reply({
        "UserLDAP::9": {
          login: "ingrid.haugland",
          contactid: "40",
          last_name: "Haugland",
          email: "ingrid@nordhafen.example",
          status: "enabled",
          profile_list: [
            { profileid: "2", profile: "Portal user", friendlyname: "Link between ingrid.haugland and" },
          ],
        },
      }),
    );
    expect(JSON.stringify(fragments)).not.toMatch(/haugland|nordhafen\.example/i);
    expect(fragments).toMatchObject([
      { data: { fields: { kind: "human", contact: "linked", status: "enabled" } } },
    ]);
  });

  it("keep no address in the description of a data source", async () => {
    const { fragments } = await readRestExport(
      reply({
        "SynchroDataSource::1": {
          name: "Payroll feed",
          description: "Owner: HR <hr@nordhafen.example>",
          status: "production",
          scope_class: "Person",
          full_load_periodicity: "0",
          delete_policy: "ignore",
          notify_contact_id_friendlyname: "Ingrid Haugland",
        },
      }),
    );
    expect(JSON.stringify(fragments)).not.toMatch(/Haugland|nordhafen\.example/);
    expect(fragments).toMatchObject([{ data: { fields: { description: "Owner: HR [address]" } } }]);
  });

  it("turn mail outcomes into closed words, so that no address is kept", async () => {
    const { fragments } = await readRestExport(
      reply({
        "EventNotificationEmail::1": { message: "Sent", date: "2026-03-01 08:00:00" },
        "EventNotificationEmail::2": {
          message: "TEST (nurse@ward.example) - Sent",
          date: "2026-01-07 09:30:00",
        },
        "EventNotificationEmail::3": { message: "No recipient", date: "" },
        "EventNotificationEmail::4": {
          message: "Error: mailbox of nurse@ward.example full",
          date: "2026-02-02 00:00:00",
        },
      }),
    );
    expect(fragments).toMatchObject([
      {
        kind: "store-rows",
        data: {
          observation: { rows: 4, from: "2026-01-07", to: "2026-03-01" },
          outcomes: { sent: 1, test: 1, "no-recipient": 1, error: 1 },
        },
      },
    ]);
    expect(JSON.stringify(fragments)).not.toContain("ward.example");
  });

  it("fold REST log rows, but only count those that lack the request", async () => {
    const full = {
      date: "2026-03-01 08:00:00",
      userinfo: "ws-ward",
      operation: "core/get",
      json_input: "{}",
      code: "0",
    };
    const bare = { date: "2026-03-01 08:00:00", userinfo: "ws-ward", message: "Ok" };
    const folded = await readRestExport(reply({ "EventRestService::1": full }));
    const counted = await readRestExport(reply({ "EventRestService::1": bare }));
    expect(folded.fragments.map((each) => each.kind)).toEqual(["rest-log"]);
    expect(counted.fragments.map((each) => each.kind)).toEqual(["store-rows"]);
    expect(counted.problems).toEqual([]);
  });

  it("without objects are empty, and with an error code a problem", async () => {
    const none = await readRestExport(file("a.json", '{"code":0,"message":"Found: 0","objects":null}'));
    const error = await readRestExport(file("b.json", '{"code":1,"message":"Error: no rights for o.weiss"}'));
    expect(none).toEqual({ fragments: [], problems: [] });
    expect(error.problems.map((each) => each.message)).toEqual([
      "The reply reports error 1 instead of objects.",
    ]);
  });

  it("cut in the middle keep what was read of the last object", async () => {
    const { fragments, problems } = await readRestExport(
      file(
        "cut.json",
        '{"objects":{"QueryOQL::1":{"class":"QueryOQL","key":"1","fields":{"oql":"SELECT Person","name":"Al',
      ),
    );
    expect(fragments).toMatchObject([{ data: { class: "QueryOQL", fields: { oql: "SELECT Person" } } }]);
    expect(problems.map((each) => each.kind)).toEqual(["truncated"]);
  });
});

describe("CSV exports", () => {
  it("are read like replies, with link sets as lists in text", async () => {
    const csv = `"id","name","status","trigger_list","to","cc","bcc","subject","body","finalclass"\n5,"Ack","enabled","'trigger_id:7';'order:1'","SELECT Person","","","Hi","Dear\n$this->name$","ActionEmail"\n`;
    const { fragments, problems } = await readCsvExport(file("ActionEmail.csv", csv));
    expect(fragments).toMatchObject([
      {
        data: {
          class: "ActionEmail",
          id: "5",
          fields: { body: "Dear\n$this->name$" },
          location: { line: 2, endLine: 3 },
        },
      },
    ]);
    expect(problems).toEqual([]);
  });

  it("without finalclass take their class from the columns or the file", async () => {
    const links = await readCsvExport(file("x.csv", "id,trigger_id,action_id,order\n1,2,3,0\n"));
    const profiles = await readCsvExport(
      file("out/URP_Profiles.csv", "id,name,description\n2,Portal user,-\n"),
    );
    expect([...links.fragments, ...profiles.fragments]).toMatchObject([
      { data: { class: "lnkTriggerAction" } },
      { data: { class: "URP_Profiles" } },
    ]);
  });

  it("with labels for headings, of a class that nothing tells, are reported and not read", async () => {
    const { fragments, problems } = await readCsvExport(
      file("x.csv", '"id (Primary Key)";"Last Name"\n1;"Haugland"\n2;"Aune"\n'),
    );
    expect(fragments).toEqual([]);
    expect(problems.map(({ kind, location }) => [kind, location.line])).toEqual([["incomplete-export", 1]]);
  });
});
