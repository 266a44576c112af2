/**
 * The log: pino, one JSON object per line on standard error, so that standard output stays free for what a program prints.
 * Quiet by default: `--logging_level` says from which level on (FLM-72), `--quiet` that nothing is written at all.
 */
import pino from "pino";
import type { Log } from "../ports.ts";

/** The values of --logging_level. */
export type LoggingLevel = "INFO" | "WARNING" | "ERROR";

export interface LogOptions {
  /** Lowest level written. */
  readonly level: LoggingLevel;
  readonly quiet: boolean;
  /** Appended to this file instead of standard error. */
  readonly file?: string;
  /** Which part of the program is talking, for a process that runs several: `master`, `agent 2`. */
  readonly who?: string;
}

const PINO_LEVEL = { INFO: "info", WARNING: "warn", ERROR: "error" } as const;

export function createLog({ level, quiet, file, who }: LogOptions): Log {
  const destination = pino.destination(file === undefined ? { dest: 2, sync: true } : { dest: file, mkdir: true, sync: true });
  const logger = pino(
    { level: quiet ? "silent" : PINO_LEVEL[level], base: who === undefined ? {} : { who }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  return {
    debug: (fields, text) => logger.debug(fields, text),
    info: (fields, text) => logger.info(fields, text),
    warn: (fields, text) => logger.warn(fields, text),
    error: (fields, text) => logger.error(fields, text),
  };
}
