/** Starts the built programs as processes of their own and watches them, for tests of the whole. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const dist = resolve(import.meta.dirname, "../../dist");

export interface Program {
  readonly child: ChildProcess;
  /** What it has written so far. */
  out(): string;
  errors(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves with what matched once standard output or error matches. */
  says(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
  signal(signal: NodeJS.Signals): void;
}

/** `name` without `.js`: main, mesos-master, … */
export function program(name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(process.execPath, [join(dist, `${name}.js`), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  const ended = new Promise<number | string>((done) => child.on("close", (code, signal) => done(code ?? signal ?? "unknown")));
  return {
    child,
    out: () => out,
    errors: () => errors,
    ended,
    says: async (pattern, timeoutMs = 15_000) => {
      const untilMs = performance.now() + timeoutMs;
      for (;;) {
        const said = pattern.exec(out) ?? pattern.exec(errors);
        if (said !== null) return said;
        if (performance.now() > untilMs) throw new Error(`waited for ${pattern} of ${args.join(" ")}, got:\n${out}\n${errors}`);
        await sleep(10);
      }
    },
    signal: (signal) => void child.kill(signal),
  };
}

/** Processes, other than this one, that have `text` in their environment, arguments or working directory. */
export function processesWith(text: string): number[] {
  const read = (pid: string, name: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, "latin1");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(pid, "environ").includes(text) || read(pid, "cmdline").includes(text))
    .map(Number);
}

/** Ends all of them; those that end by themselves meanwhile are as welcome. */
export function killProcessesWith(text: string): void {
  for (const pid of processesWith(text)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}
