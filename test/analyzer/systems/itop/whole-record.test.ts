import { describe, expect, it } from "vitest";
import { readXml } from "../../../../analyzer/source/read-xml.ts";
import { SourceText } from "../../../../analyzer/source/text.ts";
import { displayLists } from "../../../../analyzer/systems/itop/model/display-lists.ts";
import { wholeRecordOf } from "../../../../analyzer/systems/itop/notifications/whole-record.ts";
import { requestModel } from "./request-model.ts";

const LISTS = `<itop_design><classes><class id="UserRequest"><presentation>
  <list><items><item id="ref"/><item id="col:1"><items><item id="caller_id"/></items></item></items></list>
  <custom_presentations><custom_presentation id="slack"><items><item id="title"/></items></custom_presentation></custom_presentations>
</presentation></class></classes></itop_design>`;

function record(fields: Record<string, unknown>, entities: readonly string[] = ["UserRequest"]) {
  const { root } = readXml(new SourceText("datamodel.ward-requests.xml", LISTS));
  if (root === null) throw new Error("the fixture is not well-formed");
  return wholeRecordOf(fields, { index: requestModel, lists: displayLists(root, requestModel), entities });
}

describe("a web call that sends the record", () => {
  it("sends what the usual list of the class shows", () => {
    expect(record({ include_list_attributes: "list" })).toEqual({
      says: "include_list_attributes sends every attribute of the display list list",
      fields: ["itop:UserRequest.caller_id", "itop:UserRequest.ref"],
    });
  });

  it("sends what a custom list of that name shows", () => {
    expect(record({ include_list_attributes: "slack" })?.fields).toEqual(["itop:UserRequest.title"]);
  });

  it("may send any field when the list stands where it is not read", () => {
    expect(record({ include_list_attributes: "msteams" })?.fields).toBeNull();
    expect(record({ include_list_attributes: "list" }, [])?.fields).toBeNull();
  });

  it("adds the name of the person who acted", () => {
    const sent = record({ include_list_attributes: "no", include_user_info: "yes" });
    expect(sent).toEqual({
      says: "include_user_info sends the name of the person who acted",
      fields: ["itop:Person.friendlyname"],
    });
  });

  it("is not there when both switches are off", () => {
    expect(record({ include_list_attributes: "no", include_user_info: "no" })).toBeNull();
    expect(record({ payload: "{}" })).toBeNull();
  });
});
