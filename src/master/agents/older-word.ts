/**
 * An agent that applies operations itself knows best what is reserved on it, but what it says may be older than an
 * operation that is on its way to it: it repeats its re-registration until it is answered, and the last repetition may
 * arrive when the answer, and an operation after it, have been sent. Believing it then, the master would forget a
 * reservation that the agent is about to make. A Mesos master does forget it, until the agent's next re-registration.
 */
import { applyConversions, conversionsOf, isSpeculative } from "../../model/operation.ts";
import { unallocateOperation } from "../../model/operation-resources.ts";
import { needsCheckpoint } from "../../model/resource.ts";
import { contains, equals } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { filter } from "../../model/select.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Operation } from "../state/operation.ts";

/**
 * Is what the agent says it has checkpointed what it had before one of the operations it may not have got yet? If so
 * these are still to come: it tells otherwise in the update that follows every re-registration.
 */
export function isOlderWord(agent: Agent, reported: Resources): boolean {
  if (equals(agent.checkpointed, reported)) return false;
  let before: Resources = agent.total;
  for (const operation of [...agent.operations.values()].reverse()) {
    if (!isOwn(operation) || isTerminalOperation(operation.latestStatus.state)) continue;
    const undone = undo(before, operation);
    if (undone === undefined) return false;
    before = undone;
    if (equals(filter(before, needsCheckpoint), reported)) return true;
  }
  return false;
}

/** A finished operation of which there is no trace in what the agent has, as far as we know: that was older, too. */
export function isUnseen(agent: Agent, operation: Operation): boolean {
  if (!isOwn(operation) || operation.latestStatus.state !== "OPERATION_FINISHED") return false;
  const conversions = conversionsOf(unallocateOperation(operation.info));
  return conversions.ok && conversions.value.some(({ converted }) => !contains(agent.total, converted));
}

/** An operation on the agent's own resources, which are converted at once. */
export function isOwn({ providerId, info }: Operation): boolean {
  return providerId === undefined && isSpeculative(info);
}

/** A ping that makes it register again, and so say what it has. */
export function askForWord(agent: Agent, out: Outbox): void {
  out.send(agent.pid, "mesos.internal.PingSlaveMessage", { connected: false }, agent.observer);
}

function undo(resources: Resources, { info }: Operation): Resources | undefined {
  const conversions = conversionsOf(unallocateOperation(info));
  if (!conversions.ok) return undefined;
  const reversed = [...conversions.value].reverse();
  const back = reversed.map(({ consumed, converted }) => ({ consumed: converted, converted: consumed }));
  const undone = applyConversions(resources, back);
  return undone.ok ? undone.value : undefined;
}
