/** The flags about logging that master, agent and local cluster share (FLM-72), and the log they ask for. */
import { join } from "node:path";
import { createLog } from "../shell/log.ts";
import type { AdjustableLog, LoggingLevel } from "../shell/log.ts";
import { bool, flag, int, optional, path, text } from "./flags.ts";
import type { FlagValues } from "./flags.ts";

const LEVELS: readonly string[] = ["INFO", "WARNING", "ERROR"];

export const LOGGING_FLAGS = {
  quiet: flag(bool, false, "Log nothing to standard error."),
  logging_level: flag(
    text,
    "INFO",
    "Lowest level that is logged: INFO, WARNING or ERROR. Without this flag standard error carries warnings and errors only.",
    { check: (level) => (LEVELS.includes(level) ? undefined : `Expected --logging_level to be one of ${LEVELS.join(", ")}`) },
  ),
  log_dir: optional(path, "Directory to write a log file into, named after the program. By default nothing is written to disk."),
  logbufsecs: flag(int, 0, "Taken for compatibility: lines are written at once."),
  initialize_driver_logging: flag(bool, true, "Taken for compatibility: there is no driver in this process."),
  external_log_file: optional(path, "File that an external tool writes our standard error to, to be shown by the API.", {
    pending: "log files are not served by the API yet",
  }),
};

/** To standard error, or to `<log_dir>/<program>.log`. */
export function logOf(
  values: FlagValues<typeof LOGGING_FLAGS>,
  given: ReadonlySet<string>,
  program: string,
  who?: string,
): AdjustableLog {
  const level = (given.has("logging_level") ? values.logging_level : "WARNING") as LoggingLevel;
  const name = who === undefined ? {} : { who };
  if (values.log_dir === undefined) return createLog({ level, quiet: values.quiet, ...name });
  const fileLevel = values.logging_level as LoggingLevel;
  return createLog({ level: fileLevel, quiet: false, file: join(values.log_dir, `${program}.log`), ...name });
}
