/** Tells what people can mend from what is a bug. */

/** What is shown of a bug: where it happened. Messages are left out, as they may quote what was read. */
export function describeBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const name = error instanceof Error ? error.name : typeof error;
  return `art30: this is a bug in art30, please report it\n${[name, ...frames].join("\n")}\n`;
}

/** Errors that people mend themselves: a wrong argument, a configuration that does not hold, a path that is not there. */
export function isMendable(error: unknown): error is Error {
  return error instanceof Error && ["UsageError", "ConfigurationError", "NotFound"].includes(error.name);
}
