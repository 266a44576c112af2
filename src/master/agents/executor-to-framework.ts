import type { ExecutorToFrameworkMessage } from "../../model/gen/internal.ts";
import { agentId, frameworkId } from "../../model/id.ts";
import type { Upid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { isConnected } from "../state/framework.ts";
import { tell } from "../tell.ts";

/** An executor sends its framework a message, as far as there is somebody to take it (TSK-76). Nobody repeats it. */
export function executorToFramework(
  master: Master, from: Upid, message: ExecutorToFrameworkMessage, out: Outbox,
): void {
  count(master.counters, "messages_executor_to_framework");
  const { agent_id, framework_id, executor_id, data } = message;
  const framework = master.frameworks.get(frameworkId(framework_id.value));
  if (!master.agents.has(agentId(agent_id.value)) || framework === undefined || !isConnected(framework)) {
    count(master.counters, "invalid_executor_to_framework_messages");
    return out.log("warn", "dropping an executor's message: its agent or framework is not there", {
      from, agentId: agent_id.value, frameworkId: framework_id.value,
    });
  }
  tell(master, framework, { type: "MESSAGE", message: { agent_id, executor_id, data } }, out);
  count(master.counters, "valid_executor_to_framework_messages");
}
