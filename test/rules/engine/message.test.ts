import { describe, expect, it } from "vitest";
import { argumentsOf, MAX_LISTED, renderMessage } from "../../../rules/engine/message.ts";

const META = {
  id: "flow/sync-unused-column",
  messages: {
    found: {
      what: "{source} delivers {columns}, {count} in all",
      why: "Nothing uses {columns}.",
      fix: "Drop them at the source.",
    },
  },
};

describe("a message", () => {
  it("puts texts, numbers and lists into its places", () => {
    const args = { source: "Payroll feed", columns: ["iban", "tax_class"], count: 2 };
    expect(renderMessage(META, "found", args)).toEqual({
      message: "Payroll feed delivers iban, tax_class, 2 in all",
      why: "Nothing uses iban, tax_class.",
      fix: "Drop them at the source.",
    });
  });

  it("counts what a long list leaves out", () => {
    const columns = Array.from({ length: MAX_LISTED + 3 }, (_, index) => `column_${index}`);
    const { message } = renderMessage(META, "found", { source: "Payroll feed", columns, count: 11 });
    expect(message).toContain(`column_${MAX_LISTED - 1} and 3 more`);
  });

  it("does not read places out of an argument", () => {
    const { message } = renderMessage(META, "found", { source: "{count}", columns: [], count: 0 });
    expect(message).toMatch(/^\{count\} delivers/);
  });

  it("refuses a missing argument, since that is a bug of the rule", () => {
    expect(() => renderMessage(META, "found", { source: "Payroll feed", count: 1 })).toThrow(
      'flow/sync-unused-column, message "found": argument "columns" is missing',
    );
  });

  it("refuses a variant the rule does not have, an inherited property included", () => {
    expect(() => renderMessage(META, "mapped", {})).toThrow("no message");
    expect(() => renderMessage(META, "toString", {})).toThrow("no message");
  });

  it("names the arguments it needs", () => {
    expect(argumentsOf(META.messages.found)).toEqual(["columns", "count", "source"]);
  });
});
