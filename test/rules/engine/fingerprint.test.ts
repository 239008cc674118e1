import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint, FingerprintNumbering } from "../../../rules/engine/fingerprint.ts";

const PARTS = {
  rule: "flow/sync-deletion-ignored",
  messageId: "found",
  system: "itop",
  path: "itop:sync/Élèves infirmiers",
  discriminator: "itop:sync/HR",
};

describe("fingerprint", () => {
  it("is the first 32 hex digits of SHA-256 over the parts, one a line", () => {
    const text =
      "v1\nflow/sync-deletion-ignored\nfound\nitop\nitop:sync/Élèves infirmiers\nitop:sync/HR".normalize(
        "NFC",
      );
    expect(fingerprint(PARTS)).toBe(createHash("sha256").update(text).digest("hex").slice(0, 32));
  });

  it("is the same for composed and decomposed letters", () => {
    expect(fingerprint({ ...PARTS, path: PARTS.path.normalize("NFD") })).toBe(fingerprint(PARTS));
  });

  it.each(["rule", "messageId", "system", "path", "discriminator"] as const)("depends on the %s", (part) => {
    expect(fingerprint({ ...PARTS, [part]: "something else" })).not.toBe(fingerprint(PARTS));
  });

  it("keeps a line break in a name from moving into the next part", () => {
    const split = fingerprint({ ...PARTS, path: "itop:sync/HR", discriminator: "x" });
    expect(fingerprint({ ...PARTS, path: "itop:sync/HR\nx", discriminator: "" })).not.toBe(split);
  });
});

describe("numbering", () => {
  it("numbers equal fingerprints from the second on", () => {
    const numbering = new FingerprintNumbering();
    expect(["a", "b", "a", "a"].map((each) => numbering.next(each))).toEqual(["a", "b", "a#2", "a#3"]);
  });
});
