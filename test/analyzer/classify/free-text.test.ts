import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCardNumber, isIban, isLuhn } from "../../../analyzer/classify/checksum.ts";
import { findCheaply, findPersonalText } from "../../../analyzer/classify/free-text.ts";

const cheap = (text: string): readonly string[] =>
  findCheaply(text).map((span) => `${span.label} ${text.slice(span.start, span.end)}`);
const all = async (text: string, lang?: string): Promise<readonly string[]> =>
  (await findPersonalText(text, lang)).map((span) => `${span.label} ${text.slice(span.start, span.end)}`);

describe("identifiers in text", () => {
  it.each([
    ["Reply to ines.moreau@clinique.example, please.", "EMAIL ines.moreau@clinique.example"],
    ["IBAN GB82 WEST 1234 5698 7654 32 for the refund", "IBAN GB82 WEST 1234 5698 7654 32"],
    ["card 4111 1111 1111 1111 was refused", "CREDIT_CARD 4111 1111 1111 1111"],
    ["logged in from 10.20.30.40 at noon", "IP 10.20.30.40"],
    ["listens on fe80::1ff:fe23:4567:890a", "IP fe80::1ff:fe23:4567:890a"],
    ["the port of 00:1b:44:11:3a:b7 flaps", "MAC 00:1b:44:11:3a:b7"],
    ["call me on +33 1 42 68 53 00", "PHONE +33 1 42 68 53 00"],
    ["Rückruf unter Telefon 030 1234567", "PHONE 030 1234567"],
    ["her SSN is 536-22-8145", "NATIONAL_ID 536-22-8145"],
    ["password: Winter2024! does not work", "CREDENTIAL Winter2024!"],
    ["deliver to 14 rue des Lilas", "ADDRESS 14 rue des Lilas"],
    ["wohnt Lindenstraße 7", "ADDRESS Lindenstraße 7"],
  ])("%s", (text, span) => {
    expect(cheap(text)).toContain(span);
  });

  it.each([
    "version 10.20.30.40 of the agent",
    "ticket R-004711 was closed on 2024-11-03",
    "serial 123456789012345",
    "IBAN GB82 WEST 1234 5698 7654 33",
    "error 0x80070005 at line 1234567",
    "the backup took 12:30:45",
    "a@b",
  ])("finds nothing in: %s", (text) => {
    expect(cheap(text)).toEqual([]);
  });
});

describe("names in text", () => {
  it.each([
    ["en", "Please call Mrs. Hartwell about the badge.", "PERSON Hartwell"],
    ["de", "Gemeldet von Jonas Brandt, Drucker klemmt.", "PERSON Jonas Brandt"],
    ["fr", "Signalé par Claire Fontaine ce matin.", "PERSON Claire Fontaine"],
    ["es", "Solicitado por Lucía Romero para su equipo.", "PERSON Lucía Romero"],
  ])("%s: a title or a phrase announces one", async (lang, text, span) => {
    expect(await all(text, lang)).toContain(span);
  });

  it("are found in English without a cue", async () => {
    expect(await all("The laptop of Margaret Collins was replaced yesterday.")).toContain(
      "PERSON Margaret Collins",
    );
  });

  it.each([
    "The Dell Latitude does not start.",
    "Outlook crashes on Windows since Monday.",
    "Dear Support Team, the printer is broken.",
  ])("are not made of products, days or departments: %s", async (text) => {
    expect(await all(text)).toEqual([]);
  });
});

describe("spans", () => {
  it("lie inside the text, in order, without overlap, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        let end = 0;
        for (const span of findCheaply(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(["1", "a@", "A ", "Aa ", "0:", "12 ", "rue Aa ", "a", "+1 (", "password: "])(
    "come back quickly from a hundred thousand times %j",
    (piece) => {
      const started = performance.now();
      findCheaply(piece.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});

describe("check digits", () => {
  it("accept the published examples and no neighbour of them", () => {
    expect(isIban("DE89370400440532013000")).toBe(true);
    expect(isIban("DE89370400440532013001")).toBe(false);
    expect(isCardNumber("378282246310005")).toBe(true);
    expect(isCardNumber("378282246310006")).toBe(false);
  });

  it("of Luhn notice any single wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [..."4111111111111111"];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(isLuhn(digits.join(""))).toBe(false);
      }),
    );
  });
});
