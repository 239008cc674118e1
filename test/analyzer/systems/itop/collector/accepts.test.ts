import { describe, expect, it } from "vitest";
import { acceptsItop, pruneItop } from "../../../../../analyzer/systems/itop/accepts.ts";
import { definition, sourceFile } from "./lindenau.ts";

describe("files of a collector", () => {
  it.each([
    ["hr/conf/params.local.xml", "<parameters/>"],
    ["params.distrib.xml", "<?xml version='1.0'?><!-- much text --><parameters>"],
    ["hr/conf/params.distrib.xml", "<parameters"],
    ["hr/conf/site-b.xml", "<parameters><itop_url>https://itop.lindenau.example</itop_url></parameters>"],
  ])("are its parameters: %s", (name, content) => {
    expect(acceptsItop(sourceFile(name, content))).toBe("collector-parameters");
  });

  it.each([
    ["pom.xml", "<project><parameters><a/></parameters></project>"],
    ["scanner.xml", "<parameters><depth>3</depth></parameters>"],
    ["web.xml", "<web-app/>"],
  ])("are not other XML: %s", (name, content) => {
    expect(acceptsItop(sourceFile(name, content))).toBeNull();
  });

  it("are definitions, whatever their keys come first", () => {
    expect(acceptsItop(sourceFile("json/StaffCollector.json", definition()))).toBe("collector-definition");
    const sorted = '\uFEFF{"action_on_zero":"create","attribute_list":[{"attcode":"name","update_policy":"';
    expect(acceptsItop(sourceFile("StaffCollector.json", sorted))).toBe("collector-definition");
  });

  it.each([
    ["package.json", '{"name":"collector","version":"1.0.0"}'],
    ["data.json", '{"attribute_list":[{"name":"size"}],"status":"production"}'],
    ["schema.json", '{"scope_class":"Person","name":"x","description":"y"}'],
    ["list.json", '[{"scope_class":"Person","delete_policy":"x","attribute_list":[]}]'],
    ["notes.txt", definition()],
  ])("are not JSON that merely looks alike: %s", (name, content) => {
    expect(acceptsItop(sourceFile(name, content))).toBeNull();
  });

  it("are not exports of the same class", () => {
    const reply = `{"code":0,"message":"Found: 1","objects":{"SynchroDataSource::1":{"fields":${definition()}}}}`;
    expect(acceptsItop(sourceFile("SynchroDataSource.json", reply))).toBe("rest-export");
  });

  it("do not include the rows of its last run, nor its own tests", () => {
    const entries = ["collectors", "conf", "core", "data", "exec.php", "test"];
    expect(pruneItop("hr", entries)).toEqual(["data", "test"]);
    expect(pruneItop("", ["json", "params.distrib.xml", "src", "tests"])).toEqual(["tests"]);
    expect(pruneItop("exports", ["data", "test"])).toEqual([]);
  });
});
