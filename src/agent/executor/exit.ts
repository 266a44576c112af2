/** How a process ended, in the words of Mesos and the C library (`strsignal`), which clients match on. */

const SIGNALS: Readonly<Record<number, string>> = {
  1: "Hangup",
  2: "Interrupt",
  3: "Quit",
  4: "Illegal instruction",
  5: "Trace/breakpoint trap",
  6: "Aborted",
  7: "Bus error",
  8: "Floating point exception",
  9: "Killed",
  10: "User defined signal 1",
  11: "Segmentation fault",
  12: "User defined signal 2",
  13: "Broken pipe",
  14: "Alarm clock",
  15: "Terminated",
  16: "Stack fault",
  24: "CPU time limit exceeded",
  25: "File size limit exceeded",
  31: "Bad system call",
};

/** `exited with status 3`, `terminated with signal Killed` */
export function describeExit(code: number | undefined, signal: number | undefined): string {
  if (signal === undefined) return `exited with status ${code ?? 1}`;
  return `terminated with signal ${SIGNALS[signal] ?? `Unknown signal ${signal}`}`;
}
