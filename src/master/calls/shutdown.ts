/** SHUTDOWN asks an agent to end an executor and all its tasks (FWK-61). */
import type { Call_Shutdown } from "../../model/gen/scheduler.ts";
import { agentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Framework } from "../state/framework.ts";

/** An agent that is not registered is only logged. */
export function shutdown(master: Master, framework: Framework, call: Call_Shutdown, out: Outbox): void {
  const { executor_id, agent_id } = call;
  const agent = master.agents.get(agentId(agent_id.value));
  if (agent === undefined) {
    const fields = { frameworkId: framework.id, executorId: executor_id.value, agentId: agent_id.value };
    return out.log("warn", "ignoring SHUTDOWN: the agent is not registered", fields);
  }
  out.send(agent.pid, "mesos.internal.ShutdownExecutorMessage", { executor_id, framework_id: { value: framework.id } });
}
