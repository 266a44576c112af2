import { nsToMs } from "../../model/duration.ts";
import type { TimeInfo } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import type { Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { requestOperation } from "../registry/request.ts";
import { forgetUnreachableTasks } from "./unreachable-tasks.ts";

/**
 * Forgets unreachable and gone agents that are too many or too old (AGT-36). An unreachable one that returns after
 * that is admitted all the same; a gone one, too, which is why the limits are large.
 */
export function registryGcTimer(master: Master, nowMs: number, out: Outbox): void {
  out.arm({ kind: "registry-gc" }, nowMs + master.options.registryGcIntervalMs);
  const unreachable = outdated(master, master.unreachableAgents, nowMs);
  const gone = outdated(master, master.goneAgents, nowMs);
  if (unreachable.length === 0 && gone.length === 0) return;
  requestOperation(master, { kind: "prune", unreachable, gone }, { kind: "registry-pruned", unreachable, gone }, out);
}

/** The registry has forgotten them. One that is back meanwhile is on other records by now. */
export function continueRegistryPruned(
  master: Master,
  { unreachable, gone }: Extract<Continuation, { kind: "registry-pruned" }>,
): void {
  for (const agentId of unreachable) {
    if (master.unreachableAgents.delete(agentId)) forgetUnreachableTasks(master, agentId);
  }
  for (const agentId of gone) master.goneAgents.delete(agentId);
}

/** The longest marked ones beyond the count, and everyone beyond the age. The tables are in the order of marking. */
function outdated({ options }: Master, marked: ReadonlyMap<AgentId, TimeInfo>, nowMs: number): readonly AgentId[] {
  const found: AgentId[] = [];
  for (const [agentId, at] of marked) {
    const isTooMany = marked.size - found.length > options.registryMaxAgentCount;
    if (isTooMany || nowMs - nsToMs(at.nanoseconds) > options.registryMaxAgentAgeMs) found.push(agentId);
  }
  return found;
}
