/**
 * The task's process: in a session and process group of its own, with the executor's standard output and error, which
 * the agent has made files of the sandbox.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import type { CommandJson } from "../../agent/executor/event.ts";

export interface Task {
  readonly pid: number;
  /** To the whole group, and so to whatever of it is left when its first process is gone. */
  signal(signal: "SIGTERM" | "SIGKILL"): void;
}

export interface TaskListener {
  onSpawned(task: Task): void;
  onSpawnFailed(why: string): void;
  onExited(code: number | undefined, signal: number | undefined): void;
}

export function startTask(
  command: CommandJson, environment: Readonly<Record<string, string>>, listener: TaskListener,
): void {
  const value = command.value ?? "";
  const [program, argv] = command.shell ?? true
    ? ["/bin/sh", ["sh", "-c", value]]
    : [value, [...(command.arguments ?? [])]];
  const child = spawn(program, argv.slice(1), {
    argv0: argv[0] ?? program,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  child.once("error", (error) => {
    if (child.pid === undefined) listener.onSpawnFailed(`Failed to launch '${program}': ${error.message}`);
  });
  child.once("spawn", () => {
    const pid = child.pid!;
    listener.onSpawned({ pid, signal: (signal) => signalGroup(pid, signal) });
  });
  child.once("exit", (code, signal) =>
    listener.onExited(code ?? undefined, signal === null ? undefined : constants.signals[signal]),
  );
}

function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is empty: there is nothing left to signal.
  }
}
