/**
 * `allot executor`: runs what an agent has made a container for. `src/agent/executor/` decides, this file only connects
 * it to the world. Its environment says who it is and where its agent is (EXC-16); its one argument, `task-groups`,
 * that it runs these instead of a single command.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createCommandExecutor, step as stepCommand } from "../agent/executor/command.ts";
import type { ExecutorEffect, ExecutorEvent } from "../agent/executor/event.ts";
import { createGroupExecutor, step as stepGroup } from "../agent/executor/group.ts";
import { parseDurationMs } from "../model/duration.ts";
import { parseUpid } from "../model/upid.ts";
import { readTls } from "../shell/tls/settings.ts";
import { createAgentLine } from "../shell/executor/client.ts";
import { killOrphanedContainer } from "../shell/executor/orphans.ts";
import { look } from "../shell/executor/probe.ts";
import { startTask } from "../shell/executor/task.ts";
import type { Task } from "../shell/executor/task.ts";

type Env = Readonly<Record<string, string | undefined>>;
type Step = (event: ExecutorEvent, nowMs: number, out: ExecutorEffect[]) => void;

/** Longest wait a Node timer takes. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Never resolves: the process ends by itself when its work is over and reported. */
export function main(args: readonly string[]): Promise<number> {
  run(args[0] === "task-groups", process.env);
  return new Promise(() => {});
}

function run(isForGroups: boolean, env: Env): void {
  const agent = parseUpid(need(env, "MESOS_SLAVE_PID"));
  if (!agent.ok) fail(`MESOS_SLAVE_PID: ${agent.error}`);
  const step = isForGroups ? groupStep(env) : commandStep(env);
  const timers = new Map<string, NodeJS.Timeout>();
  let task: Task | undefined;

  const offer = (event: ExecutorEvent): void => {
    const effects: ExecutorEffect[] = [];
    step(event, Date.now(), effects);
    for (const effect of effects) carryOut(effect);
  };
  const { host, port, id } = agent.value;
  const identity = {
    framework_id: { value: need(env, "MESOS_FRAMEWORK_ID") }, executor_id: { value: need(env, "MESOS_EXECUTOR_ID") },
  };
  const tls = readTls(env);
  if (!tls.ok) fail(tls.error);
  const token = env["MESOS_EXECUTOR_AUTHENTICATION_TOKEN"];
  // The task has no business with it: whoever has it is us.
  delete process.env["MESOS_EXECUTOR_AUTHENTICATION_TOKEN"];
  const line = createAgentLine({ host, port, path: `/${id}`, token, tls: tls.value }, identity, {
    onEvent: (event) => offer({ type: "event", event }),
    onDisconnected: () => offer({ type: "disconnected", fraction: Math.random() }),
    onUpdateFailed: () => offer({ type: "call-failed" }),
  });

  const carryOut = (effect: ExecutorEffect): void => {
    switch (effect.kind) {
      case "subscribe":
        return line.subscribe(effect.call);
      case "update":
        return line.update(effect.call);
      case "ask":
        return void line.operate(effect.call).then(({ status, body }) => {
          offer({ type: "answered", task: effect.task, asked: effect.call.type, status, body });
        });
      case "probe":
        return void look(effect, line).then((result) => {
          const seen = result === undefined ? {} : { result };
          offer({ type: "probed", task: effect.task, of: effect.of, ...seen });
        });
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
      case "link-sandbox":
        return linkSandbox(need(env, "MESOS_SANDBOX"), effect.task, effect.containerId);
      case "arm":
      case "disarm": {
        const { timer, task: about } = effect;
        const key = `${timer} ${about ?? ""}`;
        clearTimeout(timers.get(key));
        timers.delete(key);
        if (effect.kind === "disarm") return;
        const delayMs = Math.min(Math.max(0, effect.atMs - Date.now()), MAX_TIMEOUT_MS);
        const fired: ExecutorEvent = { type: "timer", timer, ...(about === undefined ? {} : { task: about }) };
        return void timers.set(key, setTimeout(offer, delayMs, fired));
      }
      case "exit":
        line.close();
        if (effect.orphaned === true) killOrphanedContainer();
        process.exit(effect.code);
      case "say":
        process.stderr.write(`${effect.text}\n`);
    }
  };

  process.on("SIGTERM", () => offer({ type: "terminate" }));
  offer({ type: "started" });
}

function commandStep(env: Env): Step {
  const executor = createCommandExecutor(sessionOptions(env));
  return (event, nowMs, out) => stepCommand(executor, event, nowMs, out);
}

function groupStep(env: Env): Step {
  const containerIp = env["MESOS_CONTAINER_IP"];
  const executor = createGroupExecutor({ ...sessionOptions(env), containerIp, freshContainerId: randomUUID });
  return (event, nowMs, out) => stepGroup(executor, event, nowMs, out);
}

function sessionOptions(env: Env) {
  return {
    executorId: need(env, "MESOS_EXECUTOR_ID"),
    checkpoint: env["MESOS_CHECKPOINT"] === "1",
    recoveryTimeoutMs: durationMs(env, "MESOS_RECOVERY_TIMEOUT", 900_000),
    backoffMaxMs: durationMs(env, "MESOS_SUBSCRIPTION_BACKOFF_MAX", 2_000),
    shutdownGraceMs: durationMs(env, "MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", 5_000),
    freshUuid,
  };
}

function need(env: Env, name: string): string {
  return env[name] ?? fail(`${name} is not set: an executor is started by an agent, not by hand`);
}

function durationMs(env: Env, name: string, otherwiseMs: number): number {
  const parsed = parseDurationMs(env[name] ?? "");
  return parsed.ok ? parsed.value : otherwiseMs;
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

/** `tasks/<id>`: where people look for what a task has written. */
function linkSandbox(sandbox: string, task: string, containerId: string): void {
  try {
    mkdirSync(join(sandbox, "tasks"), { recursive: true });
    symlinkSync(join(sandbox, "containers", containerId), join(sandbox, "tasks", task));
  } catch (error) {
    process.stderr.write(`The files of task ${task} are in containers/${containerId}: ${(error as Error).message}\n`);
  }
}

/** A version 4 UUID as base64 of its bytes. */
function freshUuid(): string {
  const bytes = randomBytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("base64");
}
