// Calls of the interface accounts, as the REST log keeps them.
import { itopJson } from "./output.mjs";
import { person } from "./people.mjs";
import { pick } from "./random.mjs";

export const event = (userinfo, input, output, when, more = {}) => ({
  message: output.message ?? "Ok",
  date: when,
  userinfo,
  operation: input.operation ?? "",
  version: "1.3",
  json_input: typeof input.raw === "string" ? input.raw : JSON.stringify(input),
  code: String(output.code),
  json_output: itopJson(output),
  provider: "CoreServices",
  ...more,
});
export const found = (cls, rows) => ({
  code: 0,
  message: `Found: ${rows.length}`,
  objects:
    rows.length === 0
      ? null
      : Object.fromEntries(
          rows.map((fields, index) => [
            `${cls}::${index + 1}`,
            { code: 0, message: "", class: cls, key: String(index + 1), fields },
          ]),
        ),
});
export const fullPerson = () => {
  const { first, last, email, phone } = person();
  return {
    name: last,
    first_name: first,
    email,
    phone,
    mobile_phone: phone,
    employee_number: `T${100000 + pick(900000)}`,
    national_id: String(pick(1e9)),
    health_restrictions: "",
    status: "active",
    friendlyname: `${first} ${last}`,
  };
};
export const MAKERS = [
  (when) =>
    event(
      "ws-directory",
      {
        operation: "core/update",
        class: "Person",
        key: { email: person().email },
        comment: "directory",
        output_fields: "id",
        fields: { phone: person().phone, name: person().last },
      },
      found("Person", [{ id: "1" }]),
      when,
    ),
  (when) =>
    event(
      "svc-monitoring",
      {
        operation: "core/create",
        class: "UserRequest",
        comment: "alert",
        output_fields: "ref",
        fields: { title: "Terminal offline", description: "Terminal offline", org_id: 2 },
      },
      found("UserRequest", [{ ref: `R-${100000 + pick(900000)}` }]),
      when,
    ),
  (when) =>
    event(
      "ws-reporting",
      {
        operation: "core/get",
        class: "UserRequest",
        key: "SELECT UserRequest WHERE status = 'resolved'",
        output_fields: "ref,title,caller_id_friendlyname,solution",
      },
      found("UserRequest", [
        {
          ref: "R-000021",
          title: "Printer",
          caller_id_friendlyname: `${person().first} ${person().last}`,
          solution: "",
        },
      ]),
      when,
    ),
  (when) =>
    event(
      "svc-monitoring",
      { operation: "core/check_credentials", user: person().email, password: `Pw-${pick(100000)}` },
      { code: 0, message: null, authorized: pick(2) === 1 },
      when,
    ),
];
/** iTop cuts a value above 65,535 characters and says so at the end. */
export function cut(text) {
  const tail = ` -truncated (${text.length} chars)`;
  return text.length <= 65_535 ? text : text.slice(0, 65_535 - tail.length) + tail;
}
