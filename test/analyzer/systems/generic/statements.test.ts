/**
 * Every statement of the vendors' papers that describes a system stands in a shipped profile under its number;
 * the rest advise the customer or explain the law and are listed with the reason they are left out.
 */
import { expect, test } from "vitest";
import { shippedProfileNames } from "../../../../analyzer/systems/generic/profile-shipped.ts";
import { PACKAGE_RESOURCES } from "../../../../analyzer/workspace/resources.ts";
import { systemOf } from "./profile-fixture.ts";

/** Number of statements of each paper. */
const PAPERS = { IVG: 27, IVC: 31, IS7: 21, DSK: 19 } as const;

const LEFT_OUT: Readonly<Record<string, string>> = {
  "IVG-20": "advice to read the Regulation; says nothing of the product",
  "IVG-21": "quotes Art. 6(1); the list of legal bases is the register's",
  "IVG-22": "example of a legal basis; the register never presumes one",
  "IVG-23": "who may be a processor at all; the cloud profile's roles carry the product's part",
  "IVG-24": "example of a breach process; a declaration of the organisation",
  "IVG-26": "example of a process for agreements; a declaration of the organisation",
  "IVG-27": "disclaimer of the guide",
  "IVC-31": "no statement but the contradiction of IVC-16 and IVC-26, which carry it",
  "IS7-02": "speaks of products in general",
  "IS7-03": "explains terms",
  "DSK-02": "explains the Regulation",
  "DSK-03": "explains the Regulation, not in its own wording",
  "DSK-04": "explains penalties, with a wrong article number",
  "DSK-05": "explains consent",
  "DSK-06": "explains breach notification",
  "DSK-07": "explains access",
  "DSK-08": "explains erasure",
  "DSK-09": "explains portability",
  "DSK-10": "explains design, with a wrong article number",
  "DSK-11": "explains when an officer is needed",
  "DSK-12": "explains the Regulation's reach",
  "DSK-18": "explains terms",
  "DSK-19": "contact and references",
};

const names = await shippedProfileNames(PACKAGE_RESOURCES);
const carried = new Set<string>();
for (const profile of names) {
  const { system } = await systemOf({}, { id: "sut", profile }, PACKAGE_RESOURCES);
  for (const { path } of system.claims) carried.add(path.replace("sut:claim/", ""));
}

const statements = Object.entries(PAPERS).flatMap(([paper, count]) =>
  Array.from({ length: count }, (_, index) => `${paper}-${String(index + 1).padStart(2, "0")}`),
);

test.each(statements)("%s stands in a profile or is left out for a reason, not both", (statement) => {
  expect(carried.has(statement)).toBe(LEFT_OUT[statement] === undefined);
});

test("no profile numbers a statement that does not exist", () => {
  const numbered = [...carried].filter((id) => /^(IVG|IVC|IS7|DSK)-/.test(id));
  expect(numbered.filter((id) => !statements.includes(id))).toEqual([]);
});
