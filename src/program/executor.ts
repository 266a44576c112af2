/**
 * `allot executor`: runs one command task inside the container an agent has made (agent/executor/command.ts decides, this file
 * only connects it to the world). It takes no flags; its environment says who it is and where its agent is (EXC-16).
 */
import { randomBytes } from "node:crypto";
import { createCommandExecutor, step } from "../agent/executor/command.ts";
import type { ExecutorEffect, ExecutorEvent, ExecutorTimer } from "../agent/executor/event.ts";
import { parseDurationMs } from "../model/duration.ts";
import { parseUpid } from "../model/upid.ts";
import { createAgentLine } from "../shell/executor/client.ts";
import type { AgentLine } from "../shell/executor/client.ts";
import { startTask } from "../shell/executor/task.ts";
import type { Task } from "../shell/executor/task.ts";

/** Longest wait a Node timer takes. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Never resolves: the process ends by itself when the task is over and reported. */
export function main(): Promise<number> {
  run(process.env);
  return new Promise(() => {});
}

function run(env: Readonly<Record<string, string | undefined>>): void {
  const need = (name: string): string => {
    const value = env[name];
    if (value !== undefined) return value;
    process.stderr.write(`${name} is not set: an executor is started by an agent, not by hand\n`);
    process.exit(1);
  };
  const durationMs = (name: string, otherwiseMs: number): number => {
    const parsed = parseDurationMs(env[name] ?? "");
    return parsed.ok ? parsed.value : otherwiseMs;
  };
  const pid = parseUpid(need("MESOS_SLAVE_PID"));
  if (!pid.ok) {
    process.stderr.write(`MESOS_SLAVE_PID: ${pid.error}\n`);
    process.exit(1);
  }
  const executorId = need("MESOS_EXECUTOR_ID");
  const identity = { framework_id: { value: need("MESOS_FRAMEWORK_ID") }, executor_id: { value: executorId } };
  const executor = createCommandExecutor({
    executorId,
    checkpoint: env["MESOS_CHECKPOINT"] === "1",
    recoveryTimeoutMs: durationMs("MESOS_RECOVERY_TIMEOUT", 900_000),
    backoffMaxMs: durationMs("MESOS_SUBSCRIPTION_BACKOFF_MAX", 2_000),
    shutdownGraceMs: durationMs("MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", 5_000),
    freshUuid,
  });
  const timers = new Map<ExecutorTimer, NodeJS.Timeout>();
  let task: Task | undefined;

  const offer = (event: ExecutorEvent): void => {
    const effects: ExecutorEffect[] = [];
    step(executor, event, Date.now(), effects);
    for (const effect of effects) carryOut(effect);
  };

  const line: AgentLine = createAgentLine(
    { host: pid.value.host, port: pid.value.port, path: `/${pid.value.id}/api/v1/executor` },
    identity,
    {
      onEvent: (event) => offer({ type: "event", event }),
      onDisconnected: () => offer({ type: "disconnected", fraction: Math.random() }),
      onUpdateFailed: () => offer({ type: "call-failed" }),
    },
  );

  const carryOut = (effect: ExecutorEffect): void => {
    switch (effect.kind) {
      case "subscribe":
        return line.subscribe(effect.call);
      case "update":
        return line.update(effect.call);
      case "spawn":
        return startTask(effect.command, effect.environment, {
          onSpawned: (started) => {
            task = started;
            offer({ type: "spawned", pid: started.pid });
          },
          onSpawnFailed: (why) => {
            process.stderr.write(`${why}\n`);
            offer({ type: "spawn-failed" });
          },
          onExited: (code, signal) => offer({ type: "exited", code, signal }),
        });
      case "signal":
        return task?.signal(effect.signal);
      case "arm":
        clearTimeout(timers.get(effect.timer));
        timers.set(effect.timer, setTimeout(
          () => offer({ type: "timer", timer: effect.timer }),
          Math.min(Math.max(0, effect.atMs - Date.now()), MAX_TIMEOUT_MS),
        ));
        return;
      case "disarm":
        clearTimeout(timers.get(effect.timer));
        timers.delete(effect.timer);
        return;
      case "exit":
        line.close();
        process.exit(effect.code);
      case "say":
        process.stderr.write(`${effect.text}\n`);
    }
  };

  process.on("SIGTERM", () => offer({ type: "terminate" }));
  offer({ type: "started" });
}

/** A version 4 UUID as base64 of its bytes. */
function freshUuid(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("base64");
}
