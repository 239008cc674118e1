/** What the documents of the tests are written with. */
import type { Role } from "../../../../analyzer/model/access.ts";
import type { DocumentOptions } from "../../../../analyzer/records/documents/model.ts";
import { itop } from "../../graph/hospital.ts";

export const OPTIONS: DocumentOptions = {
  asOf: "2026-07-01",
  generator: { name: "art30", version: "0.0.0-test" },
};

export const DECLARED = `parties:
  clinic: { name: St Clair hospital group, role: controller, contact: 1 Hill Road, country: IE }
activities:
  ITSM-01:
    status: in review
    purpose: { value: Help staff with their devices, by: Head of the service desk, on: 2026-02-10 }
    legal-basis: { article6: c, reference: Labour code }
  ITSM-02:
    data-categories: Name
`;

/** Names a customer's model may hold, meant to break whatever shows them. */
const HOSTILE = [
  `<script>alert("x")</script>`,
  `=HYPERLINK("https://example.org","x")`,
  `]]>&amp;\u0000\u202e`,
  `' onclick='x`,
] as const;

export const HOSTILE_ROLES: readonly Role[] = itop.roles.flatMap((role) =>
  HOSTILE.map((name) => ({ ...role, name, path: `itop:role/${name}` })),
);
