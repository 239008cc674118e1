import { describe, expect, it } from "vitest";
import { COLUMN } from "../../../analyzer/records/columns.ts";
import { registerHtml } from "../../../analyzer/records/documents/html.ts";
import { DISCLAIMER, GAP, PROPOSED, STATE } from "../../../analyzer/records/documents/wording.ts";
import { ACTIVITIES } from "../../../analyzer/records/library/activities.ts";
import { MEASURES } from "../../../analyzer/records/library/measures.ts";
import { ACTIVITY_NAMES } from "../../../analyzer/records/library/names.ts";
import { QUESTIONS } from "../../../analyzer/records/library/questions.ts";
import { proposeRegister } from "../../../analyzer/records/propose.ts";
import { COLUMNS } from "../../../analyzer/records/register.ts";
import { hospital } from "../graph/hospital.ts";
import { registerOf } from "./hospital-register.ts";
import { DECLARED, OPTIONS } from "./documents/options.ts";

/** Words that judge: a register states, asks and counts. */
const JUDGING =
  /\b(compliant|compliance|gdpr-ready|lawful|unlawful|illegal|violat\w+|safe|penalt\w+|infring\w+|score)\b|(?<!no )\blegal\b(?![ -](?:basis|hold))|konform|rechtm[aä]ß|\bconforme\b|\blicite\b/i;

describe("texts of the register", () => {
  const texts: readonly (readonly [string, string])[] = [
    ...Object.entries(QUESTIONS),
    ...COLUMNS.map((column) => [column, COLUMN[column].label] as const),
    ...Object.entries(ACTIVITY_NAMES).flatMap(([id, names]) =>
      Object.values(names).map((name) => [id, name] as const),
    ),
    ...ACTIVITIES.flatMap(({ id, questions }) => questions.map((question) => [id, question] as const)),
    ...MEASURES.map(({ id, label }) => [id, label] as const),
    ...DISCLAIMER.map((text) => ["disclaimer", text] as const),
    ...[...Object.values(STATE), PROPOSED].flatMap(({ word, means }) => [[word, means] as const]),
    ...Object.entries(GAP),
    ["page", registerHtml(registerOf(DECLARED), OPTIONS).replace(/<style>.*<\/style>/s, "")],
    ["draft", proposeRegister(registerOf(), hospital())],
  ];

  it.each(texts)("judge nothing: %s", (_name, text) => {
    expect(JUDGING.exec(text)?.[0] ?? null).toBeNull();
  });

  it("would be caught if they did", () => {
    expect(JUDGING.test("This record is compliant.")).toBe(true);
    expect(JUDGING.test("A legal requirement.")).toBe(true);
    expect(JUDGING.test("Legal basis")).toBe(false);
  });

  it("ask a question wherever nothing was found or declared", () => {
    for (const { cells } of registerOf().records) {
      for (const column of COLUMNS)
        if (cells[column].state === "missing") expect(cells[column].question).toMatch(/\?/);
    }
  });
});

describe("the activity library", () => {
  it("names every activity in English, French and German", () => {
    for (const { id } of ACTIVITIES) {
      const { en, fr, de } = ACTIVITY_NAMES[id] ?? { en: "", fr: "", de: "" };
      expect([en, fr, de].every((name) => name.length > 5)).toBe(true);
    }
    expect(Object.keys(ACTIVITY_NAMES)).toEqual(ACTIVITIES.map(({ id }) => id));
  });

  it("offers purposes as vocabulary terms only, and none for assistants", () => {
    for (const { purposes } of ACTIVITIES)
      for (const term of purposes) expect(term).toMatch(/^dpv:[A-Z][A-Za-z]+$/);
    expect(ACTIVITIES.find(({ id }) => id === "ITSM-20")?.purposes).toEqual([]);
  });

  it("asks about works council and impact assessment where work can be followed", () => {
    const flagged = ACTIVITIES.filter(({ monitoring }) => monitoring).map(({ id }) => id);
    expect(flagged).toEqual(["ITSM-11", "ITSM-13"]);
  });
});
