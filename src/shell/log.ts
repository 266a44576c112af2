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

/** A log whose level can be lowered for a while. */
export interface AdjustableLog extends Log {
  /** True: everything is written, debug lines too. False: back to the level it was made with. */
  setVerbose(verbose: boolean): void;
}

export function createLog({ level, quiet, file, who }: LogOptions): AdjustableLog {
  const destination = pino.destination(file === undefined ? { dest: 2, sync: true } : { dest: file, mkdir: true, sync: true });
  const normalLevel = quiet ? "silent" : PINO_LEVEL[level];
  const logger = pino(
    { level: normalLevel, base: who === undefined ? {} : { who }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
  return {
    debug: (fields, text) => logger.debug(fields, text),
    info: (fields, text) => logger.info(fields, text),
    warn: (fields, text) => logger.warn(fields, text),
    error: (fields, text) => logger.error(fields, text),
    setVerbose: (verbose) => {
      logger.level = verbose ? "debug" : normalLevel;
    },
  };
}
