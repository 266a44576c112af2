/** The operations an agent reports, and those on the records (AGT-24). */
import type { ReconcileOperationsMessage_Operation, UpdateSlaveMessage } from "../../model/gen/internal.ts";
import type { Operation as ReportedOperation } from "../../model/gen/mesos.ts";
import { frameworkId } from "../../model/id.ts";
import { NO_RESOURCES, contains, subtract, unallocate } from "../../model/resources.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { changeAgent } from "../state/agents.ts";
import type { Operation, OperationKey } from "../state/operation.ts";
import {
  addOperation, createOperation, isHolding, operationKey, removeOperation, updateOperation,
} from "../state/operations.ts";
import { askForWord, isUnseen } from "./older-word.ts";

/** Does the message name the operations that are on the records, in the states they are in? */
export function isSameOperations(agent: Agent, message: UpdateSlaveMessage): boolean {
  const reported = reportedOperations(message);
  if (reported.size !== agent.operations.size) return false;
  return [...reported].every(([key, { latest_status }]) => {
    return agent.operations.get(key)?.latestStatus.state === latest_status.state;
  });
}

/**
 * Puts operations on the records that only the agent knows, asks it about those that only we know, and drops those of
 * providers that have gone. `knownProviders` are those it had before this message: an operation of a new provider is
 * an old one, from before a failover of the master.
 */
export function settleOperations(
  master: Master, agent: Agent, message: UpdateSlaveMessage, knownProviders: ReadonlySet<string>, out: Outbox,
): void {
  const reported = reportedOperations(message);
  const questions: ReconcileOperationsMessage_Operation[] = [];
  for (const operation of [...agent.operations.values()]) {
    const { key, providerId } = operation;
    if (providerId !== undefined && !agent.providers.has(providerId)) removeOperation(master, operation);
    else if (!reported.has(key) && isAskable(operation, message)) questions.push(questionOf(operation));
  }
  for (const [key, operation] of reported) {
    if (agent.operations.has(key)) continue;
    adopt(master, agent, operation, knownProviders, out);
    const adopted = agent.operations.get(key);
    // The message may be older than our acknowledgement, and the agent have forgotten it by now: then it says so.
    if (adopted?.providerId === undefined && adopted !== undefined && isTerminalOperation(adopted.latestStatus.state)) {
      questions.push(questionOf(adopted));
    }
  }
  if (questions.length > 0) out.send(agent.pid, "mesos.internal.ReconcileOperationsMessage", { operations: questions });
}

/** A message without providers says nothing about the operations of providers. */
function isAskable({ providerId }: Operation, message: UpdateSlaveMessage): boolean {
  return providerId === undefined || message.resource_providers !== undefined;
}

function questionOf({ uuid, providerId }: Operation): ReconcileOperationsMessage_Operation {
  const provider = providerId === undefined ? {} : { resource_provider_id: { value: providerId } };
  return { operation_uuid: { value: uuid }, ...provider };
}

/**
 * Operations that ended without our having heard of it: what the agent says it has already includes their outcome, so
 * they have to be over here before that is believed, lest a later update converts the resources again.
 */
export function endOperations(master: Master, agent: Agent, message: UpdateSlaveMessage): void {
  for (const [key, { latest_status }] of reportedOperations(message)) {
    const operation = agent.operations.get(key);
    if (operation === undefined || !isHolding(operation) || !isTerminalOperation(latest_status.state)) continue;
    const operation_id = operation.info.id;
    updateOperation(master, operation, { ...latest_status, operation_id, agent_id: { value: agent.id } });
  }
}

function adopt(
  master: Master, agent: Agent, reported: Reported, knownProviders: ReadonlySet<string>, out: Outbox,
): void {
  const { uuid, framework_id, info, latest_status, statuses = [], providerId } = reported;
  // Over, acknowledged and forgotten here, while the agent has not heard of the acknowledgement yet.
  if (providerId !== undefined && knownProviders.has(providerId) && isTerminalOperation(latest_status.state)) return;
  const owner = framework_id === undefined ? undefined : frameworkId(framework_id.value);
  const provider = providerId === undefined ? {} : { resource_provider_id: { value: providerId } };
  const operation = createOperation(uuid.value, owner, agent, info, { ...latest_status, ...provider });
  operation.statuses = statuses;
  const elsewhere = master.operations.get(operation.key)?.agentId;
  if (elsewhere !== undefined) {
    return out.log("error", "ignoring an operation that another agent has", { agentId: agent.id, elsewhere });
  }
  if (isHolding(operation) && !hold(master, agent, operation)) {
    return out.log("error", "ignoring an operation on resources that its agent does not have", { agentId: agent.id });
  }
  addOperation(master, agent, operation);
  if (isUnseen(agent, operation)) askForWord(agent, out);
}

/**
 * Sets aside what a pending operation consumes: for its framework, or out of the agent's total if that is not known.
 */
function hold(master: Master, agent: Agent, { consumed, frameworkId: owner }: Operation): boolean {
  const taken = unallocate(consumed);
  if (!contains(agent.total, taken)) return false;
  if (owner !== undefined && master.frameworks.has(owner)) {
    return master.allocator.addResourceProvider(agent.id, NO_RESOURCES, new Map([[owner, consumed]])).ok;
  }
  changeAgent(master, agent, { total: subtract(agent.total, taken) });
  return true;
}

type Reported = ReportedOperation & { readonly providerId: string | undefined };

function reportedOperations(message: UpdateSlaveMessage): ReadonlyMap<OperationKey, Reported> {
  const found = new Map<OperationKey, Reported>();
  const collect = (operations: readonly ReportedOperation[] | undefined, providerId: string | undefined): void => {
    for (const operation of operations ?? []) {
      found.set(operationKey(operation.uuid.value), { ...operation, providerId });
    }
  };
  collect(message.operations?.operations, undefined);
  for (const { info, operations } of message.resource_providers?.providers ?? []) {
    collect(operations.operations, info?.id?.value);
  }
  return found;
}
