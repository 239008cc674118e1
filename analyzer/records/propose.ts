/** Drafts `register.yaml`: what was found stands in comments, what only people know stays to be written. */
import type { Estate } from "../model/estate.ts";
import { localPart } from "../model/model-path.ts";
import { COLUMN } from "./columns.ts";
import { COLUMNS, type ActivityRecord, type Register } from "./register.ts";

const HEAD = `# Declarations for the records of processing activities (Article 30 of Regulation (EU) 2016/679).
# What was found in the systems stands in comments. Write only what people declare, with the role of who declares
# it and the date:
#
#   purpose:
#     value: Handle and document requests of staff
#     by: Head of the service desk
#     on: 2026-03-01
#
# A column that does not apply is given under notApplicable, with its reason.
`;

const PARTIES = `
# Who is the controller? Who is the data protection officer? Which processors and recipients are there?
# parties:
#   controller-id:
#     name:
#     role: controller
#     contact: postal address, e-mail, telephone
#     country: two letters, such as FR
parties: {}
`;

/** Longest text of one comment line; the rest stands in the register itself. */
const LONGEST_COMMENT = 400;

/** Nothing of it is a declaration: read back, every cell is as it was. */
export function proposeRegister(register: Register, estate: Estate): string {
  const activities = register.records.map(activity).join("\n");
  const entries = activities === "" ? "activities: {}\n" : `activities:\n${activities}`;
  return `${HEAD}${PARTIES}\n${consumers(estate)}${entries}${orphans(register)}`;
}

function activity(record: ActivityRecord): string {
  const lines = [`  ${record.id}:`, `    status: draft`];
  for (const question of record.questions ?? []) lines.push(comment(question));
  for (const column of COLUMNS) {
    const { value, state, question } = record.cells[column];
    const { label, article } = COLUMN[column];
    if (state === "inferred") lines.push(comment(`${label} (${article}), found: ${value.join("; ")}`));
    if (question !== null) lines.push(comment(`${label} (${article}): ${question}`));
    if (question !== null) lines.push(`    # ${column}:`);
  }
  return `${lines.join("\n")}\n`;
}

function consumers({ systems }: Estate): string {
  const accounts = systems
    .flatMap(({ accounts: all }) => all)
    .filter(({ apiAccess, kind, status }) => apiAccess && kind !== "human" && status !== "disabled")
    .map(({ path }) => localPart(path).replace(/^account\//, ""))
    .sort();
  if (accounts.length === 0) return "";
  const lines = [...new Set(accounts)].map((name) => `#   - account: ${plain(name)}`);
  return `# Who is behind these callers of the interface, and what do they use it for?\n# consumers:\n${lines.join("\n")}\n\n`;
}

function orphans({ gaps }: Register): string {
  const lines = gaps.filter(({ kind }) => kind === "unassigned").map(({ says }) => `#   ${plain(says)}`);
  if (lines.length === 0) return "";
  return `\n# Where do these belong? Name them under elements of an activity, or add one of your own.\n${lines.join("\n")}\n`;
}

function comment(text: string): string {
  return `    # ${plain(text)}`;
}

/** One line: a line break in a name would end the comment. */
function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT)} …` : line;
}
