import type { UpdateFrameworkMessage } from "../../model/gen/internal.ts";
import type { FrameworkInfo } from "../../model/gen/mesos.ts";
import { NO_UPID, printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
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

/**
 * Tells the agent the framework's latest FrameworkInfo and where its scheduler is: the very same message to all agents that
 * come back, as long as both stay the same.
 */
function sendFramework(agent: Agent, { id, info, connection }: Framework, out: Outbox): void {
  const at = connection?.kind === "pid" ? connection.pid : NO_UPID;
  let said = SAID.get(info);
  if (said?.at !== at || said.message.framework_id.value !== id) {
    said = { at, message: { framework_id: { value: id }, pid: printUpid(at), framework_info: info } };
    SAID.set(info, said);
  }
  out.send(agent.pid, "mesos.internal.UpdateFrameworkMessage", said.message);
}

/** What was said of a framework last, by its FrameworkInfo. */
const SAID = new WeakMap<FrameworkInfo, { readonly at: Upid; readonly message: UpdateFrameworkMessage }>();
