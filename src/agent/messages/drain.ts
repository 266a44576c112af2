/** The operator drains this agent (AGT-44): every task is killed, with its own grace period or a shorter one. */
import type { DrainSlaveMessage } from "../../model/gen/internal.ts";
import type { KillPolicy } from "../../model/gen/mesos.ts";
import type { TaskId } from "../../model/id.ts";
import { checkpointDrain } from "../checkpoint.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state.ts";
import { killIn } from "./kill-task.ts";

export function drain(agent: Agent, { config }: DrainSlaveMessage, nowMs: number, out: Outbox): void {
  if (agent.frameworks.size === 0 && agent.operations.size === 0) {
    return out.log("info", "Nothing runs here: draining is already complete");
  }
  agent.drain = config;
  agent.drainStartedAtMs = nowMs;
  out.checkpoint(checkpointDrain(agent));
  for (const framework of [...agent.frameworks.values()]) {
    for (const executor of [...framework.executors.values()]) {
      for (const task of [...executor.launched.values(), ...executor.queued.values()]) {
        const policy = cappedPolicy(task.kill_policy, config.max_grace_period);
        killIn(agent, executor, task.task_id.value as TaskId, policy, nowMs, out);
      }
    }
  }
}

/** A policy to override the task's own; undefined when that one is short enough. */
function cappedPolicy(own: KillPolicy | undefined, cap: KillPolicy["grace_period"]): KillPolicy | undefined {
  if (cap === undefined) return undefined;
  const grace = own?.grace_period;
  return grace === undefined || cap.nanoseconds < grace.nanoseconds ? { grace_period: cap } : undefined;
}
