import { describe, expect, it } from "vitest";
import { CATEGORIES } from "../../../analyzer/model/category.ts";
import { articleOf, categoriesNamed, categoryLabel } from "../../../rules/kit/categories.ts";

describe("categories in a declaration", () => {
  it.each(CATEGORIES.filter((category) => category !== "none"))("names %s by id and by label", (category) => {
    expect(categoriesNamed(category)).toContain(category);
    expect(categoriesNamed(`${categoryLabel(category).toUpperCase()} (since 2024)`)).toContain(category);
  });

  it("reads several from one line", () => {
    expect(categoriesNamed("Name, telephone number; Date of birth or age")).toEqual([
      "name",
      "phone",
      "birth-date",
    ]);
  });

  it("compares whole words, so that nicknames are no names", () => {
    expect(categoriesNamed("nicknames and healthcare")).toEqual([]);
  });

  it("finds nothing in words that name none", () => {
    expect(categoriesNamed("what the wards need")).toEqual([]);
  });

  it("knows which are special", () => {
    expect([articleOf("union"), articleOf("criminal"), articleOf("email")]).toEqual(["art9", "art10", null]);
  });
});
