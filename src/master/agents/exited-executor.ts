import type { ExitedExecutorMessage } from "../../model/gen/internal.ts";
import { agentId, executorId, frameworkId } from "../../model/id.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { removeExecutor } from "../state/executors.ts";
import { tell } from "../tell.ts";

/**
 * An executor ended: its resources are free and its framework is told, once (AGT-54, TSK-77). What that means for its
 * tasks the agent says in updates of their own.
 */
export function exitedExecutor(
  master: Master, from: Upid, message: ExitedExecutorMessage, out: Outbox,
): void {
  count(master.counters, "messages_exited_executor");
  const { agent_id, framework_id, executor_id, status } = message;
  const agent = master.agents.get(agentId(agent_id.value));
  const framework = master.frameworks.get(frameworkId(framework_id.value));
  const id = executorId(executor_id.value);
  if (agent === undefined || framework === undefined || agent.executors.get(framework.id)?.has(id) !== true) {
    return out.log("warn", "ignoring the end of an executor that is not on the records", {
      from, agentId: agent_id.value, executorId: id,
    });
  }
  removeExecutor(master, framework, agent, id);
  tell(master, framework, { type: "FAILURE", failure: { agent_id, executor_id, status } }, out);
}
