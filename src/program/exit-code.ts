/** The exit code that tells a shell how a task ended: 0 for finished, else the status its command left with, else 1. */
import { constants } from "node:os";
import type { TaskStatus } from "../model/gen/mesos.ts";

/** How the C library names the signals that end commands. */
const SIGNAL_NAMES: Readonly<Record<string, keyof typeof constants.signals>> = {
  Hangup: "SIGHUP",
  Interrupt: "SIGINT",
  Quit: "SIGQUIT",
  "Illegal instruction": "SIGILL",
  Aborted: "SIGABRT",
  "Floating point exception": "SIGFPE",
  Killed: "SIGKILL",
  "Segmentation fault": "SIGSEGV",
  "Broken pipe": "SIGPIPE",
  "Alarm clock": "SIGALRM",
  Terminated: "SIGTERM",
};

export function exitCodeOf({ state, message = "" }: Pick<TaskStatus, "state" | "message">): number {
  if (state === "TASK_FINISHED") return 0;
  const status = /exited with status (\d+)/.exec(message)?.[1];
  if (status !== undefined) return Number(status) || 1;
  const signal = /terminated with signal ([A-Za-z ]+)/.exec(message)?.[1];
  const name = signal === undefined ? undefined : SIGNAL_NAMES[signal.trim()];
  return name === undefined ? 1 : 128 + constants.signals[name];
}
