/**
 * A framework came back or changed: its scheduler may have moved, and waits for the updates it has not acknowledged.
 */
import type { FrameworkToExecutorMessage, UpdateFrameworkMessage } from "../../model/gen/internal.ts";
import type { ExecutorId } from "../../model/id.ts";
import { parseUpid } from "../../model/upid.ts";
import { checkpointFramework } from "../checkpoint.ts";
import { sendFrameworkData } from "../executors/send.ts";
import type { Outbox } from "../outbox.ts";
import { frameworkOf } from "../state.ts";
import type { Agent } from "../state.ts";
import { resumeUpdates } from "../updates.ts";

export function updateFramework(agent: Agent, message: UpdateFrameworkMessage, nowMs: number, out: Outbox): void {
  if (agent.state !== "RUNNING") {
    agent.metrics.invalidFrameworkMessages++;
    return out.log("warn", `Ignoring news of framework ${message.framework_id.value}: not registered`);
  }
  const framework = frameworkOf(agent, message.framework_id);
  if (framework?.state !== "RUNNING") return;
  framework.info = message.framework_info ?? framework.info;
  const pid = parseUpid(message.pid ?? "");
  framework.pid = pid.ok && pid.value.id !== "" ? pid.value : undefined;
  if (framework.info.checkpoint === true) {
    for (const change of checkpointFramework(agent, framework)) out.checkpoint(change);
  }
  resumeUpdates(agent, nowMs, out);
}

/** Bytes from a scheduler to its executor, best effort. */
export function frameworkMessage(agent: Agent, message: FrameworkToExecutorMessage, out: Outbox): void {
  const framework = frameworkOf(agent, message.framework_id);
  const executor = framework?.executors.get(message.executor_id.value as ExecutorId);
  if (agent.state !== "RUNNING" || framework?.state !== "RUNNING" || executor?.state !== "RUNNING") {
    agent.metrics.invalidFrameworkMessages++;
    return out.log(
      "warn", `Dropping a message of framework ${message.framework_id.value} to ${message.executor_id.value}`,
    );
  }
  sendFrameworkData(agent, executor, message.data, out);
  agent.metrics.validFrameworkMessages++;
}
