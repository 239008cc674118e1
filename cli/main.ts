#!/usr/bin/env node
/** The program: arguments in, exit code out. */
import { processIo } from "./io.ts";
import { run } from "./run.ts";

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), processIo());
