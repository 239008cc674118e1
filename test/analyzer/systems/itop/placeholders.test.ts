import { describe, expect, it } from "vitest";
import {
  resolvePlaceholder,
  type TemplateContext,
} from "../../../../analyzer/systems/itop/notifications/placeholders.ts";
import { placeholdersOf } from "../../../../analyzer/source/template/placeholder.ts";
import { requestModel } from "./request-model.ts";

const onRequest: TemplateContext = {
  index: requestModel,
  entities: ["UserRequest"],
  events: ["create"],
  action: "ActionEmail",
  triggers: ["TriggerOnObjectCreate"],
};

function resolve(text: string, context: Partial<TemplateContext> = {}) {
  const [placeholder] = placeholdersOf(text);
  if (placeholder === undefined) throw new Error("no placeholder");
  return resolvePlaceholder(placeholder, { ...onRequest, ...context });
}

describe("a placeholder resolves", () => {
  it.each([
    ["to an attribute of the triggering object", "$this->title$", "itop:UserRequest.title"],
    ["through references to the person's own field", "$this->caller_id->email$", "itop:Person.email"],
    ["through several references", "$this->caller_id->manager_id->phone$", "itop:Person.phone"],
    ["through a copy to what it shows", "$this->caller_id_friendlyname$", "itop:Person.friendlyname"],
    ["to the friendly name for name()", "$this->caller_id->name()$", "itop:Person.friendlyname"],
    ["to the friendly name for a link", "$this->hyperlink(portal)$", "itop:UserRequest.friendlyname"],
    ["to the attribute a verb formats", "$this->html(description)$", "itop:UserRequest.description"],
    ["to a case log's last entry", "$this->head_html(public_log)$", "itop:UserRequest.public_log"],
    ["from the person who acts", "$current_contact->first_name$", "itop:Person.first_name"],
  ])("%s", (_what, text, path) => {
    expect(resolve(text)).toMatchObject({ fields: [path], unresolved: null });
  });

  it("to the attributes of subclasses when the trigger watches their parent", () => {
    const { fields } = resolve("$this->public_log$", { entities: ["Ticket"] });
    expect(fields).toEqual(["itop:Incident.public_log", "itop:UserRequest.public_log"]);
  });

  it("once for each class its triggers watch, and says for which it does not", () => {
    const { fields, unresolved } = resolve("$this->phone$", { entities: ["Person", "UserRequest"] });
    expect(fields).toEqual(["itop:Person.phone"]);
    expect(unresolved).toBe("UserRequest has no attribute phone");
  });

  it("with its verb", () => {
    expect(resolve("$this->head(private_log)$").verb).toBe("head");
    expect(resolve("$this->title$").verb).toBeNull();
  });
});

describe("a placeholder stays literally in the message", () => {
  it.each([
    ["with an unknown attribute", "$this->titel$", "UserRequest has no attribute titel"],
    [
      "with an unknown attribute at the end of a path",
      "$this->caller_id->mail$",
      "Person has no attribute mail",
    ],
    [
      "with a path through something else than a reference",
      "$this->title->email$",
      "title of UserRequest is no reference",
    ],
    ["with an unknown verb", "$this->shout(title)$", "iTop knows no verb shout()"],
    [
      "with a log verb on plain text",
      "$this->head(title)$",
      "head() needs a case log, title of UserRequest is none",
    ],
    [
      "with an object iTop does not put there",
      "$previous->phone$",
      "iTop puts no object named previous into templates",
    ],
    ["with markup inside", "$this-><i>title</i>$", "markup or white space stands inside it"],
    [
      "with a mention but no mention trigger",
      "$mentioned->email$",
      "only mention triggers know whom a log entry mentions",
    ],
    [
      "with an attachment but no download trigger",
      "$attachment->data$",
      "only download triggers know an attachment",
    ],
  ])("%s", (_what, text, unresolved) => {
    expect(resolve(text)).toMatchObject({ fields: [], unresolved });
  });
});

describe("a placeholder is neither a field nor wrong", () => {
  it.each([
    ["for the address of the object's page", "$this->url(portal)$"],
    ["for the key, where the model does not list it", "$this->id$"],
    ["for objects the model does not hold", "$action->name$"],
    ["for a scalar", "$APP_URL$"],
  ])("%s", (_what, text) => {
    expect(resolve(text)).toMatchObject({ fields: [], unresolved: null });
  });

  it("when nothing tells what triggers the notification", () => {
    expect(resolve("$this->titel$", { entities: [], events: [] })).toMatchObject({
      fields: [],
      unresolved: null,
    });
  });
});

it("a mention placeholder resolves on a mention trigger", () => {
  expect(resolve("$mentioned->email$", { events: ["mention"] }).fields).toEqual(["itop:Person.email"]);
});
