/** MESSAGE carries bytes to an executor, best effort (FWK-59). */
import type { Call_Message } from "../../model/gen/scheduler.ts";
import { agentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";

/** Dropped and counted when the agent is not registered or not connected. */
export function message(master: Master, framework: Framework, call: Call_Message, out: Outbox): void {
  count(master.counters, "messages_framework_to_executor");
  const agent = master.agents.get(agentId(call.agent_id.value));
  if (agent?.connected !== true) return count(master.counters, "invalid_framework_to_executor_messages");
  const { agent_id, executor_id, data } = call;
  const relayed = { agent_id, framework_id: { value: framework.id }, executor_id, data };
  out.send(agent.pid, "mesos.internal.FrameworkToExecutorMessage", relayed);
  count(master.counters, "valid_framework_to_executor_messages");
}
