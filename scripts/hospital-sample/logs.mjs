// A year of the REST log and of sent mails.
import { reply, write } from "./output.mjs";
import { day, person, time } from "./people.mjs";
import { oneOf } from "./random.mjs";
import { cut, event, found, fullPerson, MAKERS } from "./rest-calls.mjs";

export function writeRestLog() {
  const rows = [];
  for (let index = 0; index < 365; index++) {
    for (let call = 0; call < 2; call++) rows.push(oneOf(MAKERS)(`${day(index)} ${time()}`));
    if (index % 30 === 0) {
      const people = Array.from({ length: 12 }, fullPerson);
      rows.push(
        event(
          "ws-reporting",
          { operation: "core/get", class: "Person", key: "SELECT Person", output_fields: "*" },
          found("Person", people),
          `${day(index)} 03:00:00`,
        ),
      );
    }
  }
  const everyone = event(
    "ws-reporting",
    { operation: "core/get", class: "Person", key: "SELECT Person", output_fields: "*+" },
    found("Person", Array.from({ length: 300 }, fullPerson)),
    `${day(200)} 03:10:00`,
  );
  rows.push({ ...everyone, json_output: cut(everyone.json_output) });
  rows.push(
    event(
      "",
      { raw: '{"operation": "core/get", broken' },
      { code: 4, message: "Error: invalid JSON" },
      `${day(17)} 10:00:00`,
      { operation: "", provider: "" },
    ),
  );
  rows.push(
    event(
      "intruder",
      {
        operation: "core/get",
        class: "Person",
        key: "SELECT Person WHERE email = 'claire.delorme@tilleuls.example'",
        output_fields: "email,phone",
      },
      { code: 1, message: "Error: Invalid login" },
      `${day(43)} 02:11:09`,
      { userinfo: "" },
    ),
  );
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  write(
    "logs/EventRestService.json",
    reply(rows.map((row, index) => ({ cls: "EventRestService", id: 5000 + index, ...row }))),
  );
}

const OUTCOMES = ["Sent", "Sent", "Sent", "No recipient", "TEST (desk@tilleuls.example) - Sent"];

export function writeMailLog() {
  write(
    "logs/EventNotificationEmail.json",
    reply(
      Array.from({ length: 120 }, (_, index) => {
        const { first, last, email } = person();
        return {
          cls: "EventNotificationEmail",
          id: 9000 + index,
          message: oneOf(OUTCOMES),
          date: `${day(index * 3)} ${time()}`,
          userinfo: "admin",
          trigger_id: "21",
          action_id: "31",
          object_id: String(40 + index),
          to: email,
          cc: "",
          bcc: "",
          from: "itop@tilleuls.example",
          subject: `[R-${String(index).padStart(6, "0")}]`,
          body: `<p>Dear ${first} ${last}</p>`,
          attachments: "",
        };
      }),
    ),
  );
}
