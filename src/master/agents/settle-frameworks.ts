import { NO_UPID, printUpid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { NO_WISHES, addFramework, createFramework } from "../state/frameworks.ts";
import type { Report } from "./reported.ts";

/** Frameworks that are over here are to end there (AGT-19). */
export function endCompletedFrameworks(master: Master, agent: Agent, { frameworks }: Report, out: Outbox): void {
  for (const id of frameworks.keys()) {
    if (!master.completedFrameworks.has(id)) continue;
    out.send(agent.pid, "mesos.internal.ShutdownFrameworkMessage", { framework_id: { value: id } });
  }
}

/**
 * Of the frameworks that we know the agent gets the latest; those that we do not know become ours, without a
 * scheduler for now (AGT-21). `made` are those among them that have records already, with what the agent runs for
 * them.
 */
export function settleFrameworks(
  master: Master, agent: Agent, { frameworks }: Report, nowMs: number, out: Outbox, made: readonly Framework[] = [],
): void {
  for (const [id, info] of frameworks) {
    const framework = master.frameworks.get(id);
    if (framework !== undefined) sendFramework(agent, framework, out);
    else if (!master.completedFrameworks.has(id)) {
      const record = made.find((one) => one.id === id) ?? createFramework(master, id, info, NO_WISHES, nowMs);
      addFramework(master, record, undefined);
    }
  }
}

/** Tells the agent the framework's latest FrameworkInfo and where its scheduler is. */
function sendFramework(agent: Agent, { id, info, connection }: Framework, out: Outbox): void {
  const pid = printUpid(connection?.kind === "pid" ? connection.pid : NO_UPID);
  const message = { framework_id: { value: id }, pid, framework_info: info };
  out.send(agent.pid, "mesos.internal.UpdateFrameworkMessage", message);
}
