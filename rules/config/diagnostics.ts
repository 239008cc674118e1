/** Settings that are meant for the time of an analysis, and what they copy while they are on. */
import type { Setting } from "../kit/facts.ts";

export interface Diagnostic {
  readonly writes: string;
  readonly into: string;
  isOn(value: Setting["value"]): boolean;
}

const on = (value: Setting["value"]): boolean => value === true || value === 1 || value === 2;

/** Switches for the time of an analysis, by name; each copies what records hold. */
const DIAGNOSTICS: Readonly<Record<string, Diagnostic>> = {
  synchro_trace: {
    writes: "the values of synchronized records",
    into: "the synchronization log",
    isOn: (value) => value === "save" || value === "display",
  },
  log_kpi_record_oql: { writes: "queries with their parameters", into: "the performance log", isOn: on },
  login_debug: { writes: "each step of a log-in", into: "the error log", isOn: on },
  cas_debug: { writes: "what the log-in server answers", into: "the single sign-on log", isOn: on },
  log_transactions: {
    writes: "each form that is sent, with its user",
    into: "the transaction log",
    isOn: on,
  },
};

/** From the chattiest on; `diagnosticMinLevel` and what comes after it are fit for operation. */
const LEVELS = ["trace", "debug", "ok", "info", "warning", "error"];
const LEVEL_SETTING = /^log_level_min(?:\.write_in_db)?(?:\/|$)/;

export function diagnosticOf(name: string, minLevel: string): Diagnostic | undefined {
  return Object.hasOwn(DIAGNOSTICS, name) ? DIAGNOSTICS[name] : levelOf(name, minLevel);
}

function levelOf(name: string, minLevel: string): Diagnostic | undefined {
  if (!LEVEL_SETTING.test(name)) return undefined;
  const floor = LEVELS.indexOf(minLevel.toLowerCase());
  return {
    writes: "more than operation needs, with values of records,",
    into: name.includes("write_in_db") ? "the event log in the database" : "the log files",
    isOn: (value) => {
      const level = typeof value === "string" ? LEVELS.indexOf(value.toLowerCase()) : -1;
      return level !== -1 && level < floor;
    },
  };
}
