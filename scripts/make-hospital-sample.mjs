// Writes the exports and logs of the sample hospital group: invented people, the shapes of an iTop 3.2.
// Deterministic: the same script writes the same bytes. Run: node scripts/make-hospital-sample.mjs
import { writeAccounts } from "./hospital-sample/accounts.mjs";
import { writeErrorLogs } from "./hospital-sample/error-logs.mjs";
import { writeInBoxes } from "./hospital-sample/in-boxes.mjs";
import { writeMailLog, writeRestLog } from "./hospital-sample/logs.mjs";
import { writeNotifications } from "./hospital-sample/notifications.mjs";
import { writeQueries } from "./hospital-sample/queries.mjs";
import { writeSynchronizations } from "./hospital-sample/synchronizations.mjs";

writeSynchronizations();
writeNotifications();
writeAccounts();
writeQueries();
writeInBoxes();
// The order counts: all logs draw from one row of numbers.
writeRestLog();
writeMailLog();
writeErrorLogs();
