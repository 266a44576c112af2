import type { StatusUpdateMessage } from "../../model/gen/internal.ts";
import { agentId, frameworkId, taskId } from "../../model/id.ts";
import { parseUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { isConnected } from "../state/framework.ts";
import { updateTask } from "../state/tasks.ts";
import { tellUpdate } from "../tell.ts";
import { uuidError } from "../validate/uuid.ts";

/**
 * An agent has news of a task (TSK-56 to TSK-62). The framework is told if it is there; if not, the agent repeats it
 * until it is. Our own record takes note in any case, so that the resources of a task that has ended are free at
 * once.
 */
export function statusUpdate(
  master: Master, from: Upid, message: StatusUpdateMessage, out: Outbox,
): void {
  count(master.counters, "messages_status_update");
  const { update } = message;
  const waiting = parseUpid(message.pid ?? "");
  const agent = master.agents.get(agentId(update.agent_id?.value ?? ""));
  if (agent === undefined || !waiting.ok || uuidError(update.uuid) !== undefined || update.status.uuid === undefined) {
    count(master.counters, "invalid_status_updates");
    return out.log("warn", "ignoring a status update of an agent that is not registered, or without address or uuid", {
      from, agentId: update.agent_id?.value, taskId: update.status.task_id.value,
    });
  }
  const framework = master.frameworks.get(frameworkId(update.framework_id.value));
  const isHeard = framework !== undefined && isConnected(framework);
  if (isHeard) tellUpdate(framework, update, waiting.value, out);
  const task = agent.tasks.get(frameworkId(update.framework_id.value))?.get(taskId(update.status.task_id.value));
  if (task !== undefined) {
    const { status, latest_state } = update;
    updateTask(master, task, { status, ...(latest_state !== undefined && { latest: latest_state }) });
  }
  count(master.counters, isHeard && task !== undefined ? "valid_status_updates" : "invalid_status_updates");
}
