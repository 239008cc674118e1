import { describe, expect, it } from "vitest";
import { analyseFiles } from "../../../analyzer/workspace/analyse.ts";
import { catalogueElements, isGiven } from "../../../rules/engine/given.ts";
import { hospitalExtension, field } from "../../cli/workspace-fixture.ts";

const PLACE = { file: "exports/ActionEmail.json", line: 1, column: 9, endLine: 1, endColumn: 10 };

describe("findings about the built-in catalogue", () => {
  it("are left out where only an extension was given", async () => {
    const { estate } = await analyseFiles(hospitalExtension(field("locker_secret", "AttributePassword")));
    const known = catalogueElements(estate);
    expect(isGiven({ path: "itop:OAuthClient.client_secret", location: null }, known)).toBe(false);
    expect(isGiven({ path: "itop:Person.locker_secret", location: null }, known)).toBe(true);
  });

  it("stay when given input is what they rest on", async () => {
    const { estate } = await analyseFiles(hospitalExtension(field("locker_secret", "AttributePassword")));
    expect(isGiven({ path: "itop:Person.email", location: PLACE }, catalogueElements(estate))).toBe(true);
  });

  it("say nothing about stores, which a setting or a version decides", async () => {
    const { estate } = await analyseFiles(hospitalExtension(field("locker_secret", "AttributePassword")));
    expect([...catalogueElements(estate)].some((path) => path.includes(":store/"))).toBe(false);
  });
});
