/**
 * Offer operations on the records of their agent and framework. One whose outcome is not known beforehand (OPR-15)
 * holds what it consumes from `addOperation` until it is over; as an orphan it holds it out of the agent's total
 * instead.
 */
import type { Offer_Operation, OperationState, OperationStatus } from "../../model/gen/mesos.ts";
import type { FrameworkId } from "../../model/id.ts";
import { isSpeculative } from "../../model/operation.ts";
import { NO_RESOURCES, add, allocate, subtract, toResources, unallocate } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { isTerminalOperation } from "../../model/task-state.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import { own } from "./agent.ts";
import type { Agent } from "./agent.ts";
import type { Framework } from "./framework.ts";
import type { Operation, OperationKey } from "./operation.ts";
import { charge, discharge, must } from "./tables.ts";

/** The key of an operation's uuid. */
export function operationKey(uuid: Uint8Array): OperationKey {
  return Array.from(uuid, (byte) => byte.toString(16).padStart(2, "0")).join("") as OperationKey;
}

/** A record of an operation in the state `status` says, in no table yet. */
export function createOperation(
  uuid: Uint8Array, frameworkId: FrameworkId | undefined, agent: Agent, info: Offer_Operation, status: OperationStatus,
): Operation {
  return {
    key: operationKey(uuid),
    uuid,
    frameworkId,
    agentId: agent.id,
    providerId: status.resource_provider_id?.value,
    info,
    consumed: isSpeculative(info) ? NO_RESOURCES : consumedBy(info),
    latestStatus: status,
    statuses: [],
    orphaned: false,
  };
}

/**
 * What CREATE_DISK and DESTROY_DISK take, the only operations whose outcome only the agent knows. Agents report
 * operations, too: what is allocated to no role is nobody's, and nobody can be charged with it.
 */
function consumedBy({ create_disk, destroy_disk }: Offer_Operation): Resources {
  const source = create_disk?.source ?? destroy_disk?.source;
  return source?.allocation_info?.role === undefined ? NO_RESOURCES : toResources([source]);
}

/** Does it hold resources: is it neither over nor applied at once? */
export function isHolding(operation: Operation): boolean {
  return operation.consumed.length > 0 && !isTerminalOperation(operation.latestStatus.state);
}

/**
 * Puts the operation on the records; what it consumes is charged to its framework, for which the allocator has counted
 * it before. If the framework is not known it is an orphan, and `total` of the agent must be without what it consumes.
 */
export function addOperation(master: Master, agent: Agent, operation: Operation): void {
  master.operations.set(operation.key, operation);
  own(agent, "operations").set(operation.key, operation);
  const framework = operation.frameworkId === undefined ? undefined : master.frameworks.get(operation.frameworkId);
  framework?.operations.set(operation.key, operation);
  if (!isHolding(operation)) return;
  if (framework === undefined) {
    operation.orphaned = true;
    return;
  }
  charge(framework.used, agent.id, operation.consumed);
  charge(agent.used, framework.id, operation.consumed);
}

/** Takes the operation off all records; what it still holds is freed as it was. */
export function removeOperation(master: Master, operation: Operation): void {
  if (isHolding(operation)) release(master, operation, operation.consumed);
  master.operations.delete(operation.key);
  const agent = master.agents.get(operation.agentId);
  agent?.operations.delete(operation.key);
  if (agent?.drain !== undefined) master.emptied.add(agent.id);
  const { frameworkId } = operation;
  if (frameworkId !== undefined) master.frameworks.get(frameworkId)?.operations.delete(operation.key);
}

/**
 * Records a status: the state moves on unless it was over already; when it ends, what the operation held is freed,
 * converted if it succeeded.
 */
export function updateOperation(master: Master, operation: Operation, status: OperationStatus): void {
  const wasHolding = isHolding(operation);
  const ended = !isTerminalOperation(operation.latestStatus.state) && isTerminalOperation(status.state);
  if (!isTerminalOperation(operation.latestStatus.state)) operation.latestStatus = status;
  if (!isSameStatus(operation.statuses.at(-1), status)) operation.statuses = [...operation.statuses, status];
  if (ended) countOperation(master, operation.info, status.state);
  if (!ended || !wasHolding) return;
  const { consumed } = operation;
  if (status.state !== "OPERATION_FINISHED") return release(master, operation, consumed);
  // It stays with the role it was offered to, whatever the agent says.
  const made = allocate(unallocate(toResources(status.converted_resources)), consumed[0]!.allocation_info!.role!);
  release(master, operation, made);
}

/** One more operation that ended so (MET-12, MET-13). */
export function countOperation(master: Master, { type = "UNKNOWN" }: Offer_Operation, state: OperationState): void {
  const end = state.replace("OPERATION_", "").toLowerCase();
  count(master.counters, `operations/${end}`);
  count(master.counters, `operations/${type.toLowerCase()}/${end}`);
}

/**
 * Its framework is about to go: what it holds leaves the agent's total (FWK-26). Tell the allocator when the framework
 * is gone.
 */
export function orphan(master: Master, agent: Agent, operation: Operation): void {
  if (!isHolding(operation) || operation.frameworkId === undefined) return;
  const framework = master.frameworks.get(operation.frameworkId)!;
  discharge(framework.used, agent.id, operation.consumed);
  discharge(agent.used, framework.id, operation.consumed);
  agent.total = subtract(agent.total, unallocate(operation.consumed));
  operation.orphaned = true;
}

/**
 * A framework is known (again): its operations from before are no orphans any more, and what they hold is its own and
 * back in the agents' totals. Before the allocator hears of the framework, or it counts the same twice.
 */
export function adoptOrphans(master: Master, framework: Framework): void {
  for (const operation of master.operations.values()) {
    if (operation.frameworkId !== framework.id) continue;
    const { key, agentId, consumed, orphaned } = operation;
    framework.operations.set(key, operation);
    operation.orphaned = false;
    const agent = master.agents.get(agentId);
    if (agent === undefined || !orphaned || !isHolding(operation)) continue;
    const back = unallocate(consumed);
    agent.total = add(agent.total, back);
    charge(framework.used, agentId, consumed);
    charge(agent.used, framework.id, consumed);
    must(master.allocator.addResourceProvider(agentId, back, new Map([[framework.id, consumed]])));
  }
}

function release(master: Master, { consumed, orphaned, agentId, frameworkId }: Operation, result: Resources): void {
  const agent = master.agents.get(agentId);
  if (agent === undefined) return;
  if (orphaned) {
    agent.total = add(agent.total, unallocate(result));
    return must(master.allocator.updateAgent(agent.id, agent.info, agent.total));
  }
  if (frameworkId === undefined) return;
  const framework = master.frameworks.get(frameworkId);
  if (framework !== undefined) discharge(framework.used, agentId, consumed);
  discharge(agent.used, frameworkId, consumed);
  if (result !== consumed) {
    const conversion = { consumed, converted: result };
    must(master.allocator.updateAllocation(frameworkId, agentId, consumed, [conversion]));
    agent.total = add(subtract(agent.total, unallocate(consumed)), unallocate(result));
  }
  must(master.allocator.recoverResources(frameworkId, agentId, result, undefined, "offered"));
}

function isSameStatus(left: OperationStatus | undefined, right: OperationStatus): boolean {
  if (left === undefined || left.state !== right.state || left.message !== right.message) return false;
  return operationKey(left.uuid?.value ?? NO_BYTES) === operationKey(right.uuid?.value ?? NO_BYTES);
}

const NO_BYTES = new Uint8Array(0);
