// What iTop itself writes down when something fails: this week's file, and last week's as it is kept.
import { gzipSync } from "fflate";
import { write, writeBytes } from "./output.mjs";
import { day, person, time } from "./people.mjs";
import { oneOf, pick } from "./random.mjs";

const entry = (when, level, user, message, channel) =>
  `${when} | ${level.padEnd(7)} | ${user.padEnd(5)} | ${message} | ${channel} |||`;

const MAKERS = [
  (when) =>
    entry(when, "Warning", "", "Call to deprecated method: utils::ReadParam", "deprecated-php-method"),
  (when) => entry(when, "Error", "", `Error: failed to send a mail to ${person().email}`, "IssueLog"),
  (when) => entry(when, "Error", "7", "Error: the object is locked by another user", "IssueLog"),
  (when) =>
    entry(
      when,
      "Error",
      `${12 + pick(4)}`,
      `Error: query failed: UPDATE \`person\` SET \`first_name\`='${person().first}' WHERE \`id\`=${100 + pick(900)}`,
      "CmdbSource",
    ),
];
/** Days as the other logs count them; the last row of a day is the latest. */
const entries = (first, last, count) =>
  Array.from({ length: count }, () => `${day(first + pick(last - first + 1))} ${time()}`)
    .sort()
    .map((when) => oneOf(MAKERS)(when));

export function writeErrorLogs() {
  const lastWeek = entries(361, 367, 60).join("\n");
  writeBytes("logs/error.2026-week47.log.gz", gzipSync(Buffer.from(`${lastWeek}\n`), { mtime: 0 }));
  write("logs/error.log", entries(368, 369, 6).join("\n"));
}
