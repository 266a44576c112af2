/**
 * RECONCILE_OPERATIONS asks for the state of operations: of those named, or (none named) of all the framework has
 * (OPR-22). What only the agent can know is passed on to it.
 */
import type { ReconcileOperationsMessage_Operation } from "../../model/gen/internal.ts";
import type { OperationState, OperationStatus } from "../../model/gen/mesos.ts";
import type { Call_ReconcileOperations, Call_ReconcileOperations_Operation } from "../../model/gen/scheduler.ts";
import { agentId } from "../../model/id.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import type { Operation } from "../state/operation.ts";
import { tell } from "../tell.ts";

export function reconcileOperations(
  master: Master, framework: Framework, call: Call_ReconcileOperations, out: Outbox,
): void {
  count(master.counters, "messages_reconcile_operations");
  const asked = call.operations ?? [];
  const operations = [...framework.operations.values()];
  if (asked.length === 0) for (const operation of operations) tellStatus(master, framework, latest(operation), out);
  const forAgents = new Map<Agent, ReconcileOperationsMessage_Operation[]>();
  for (const question of asked) {
    const known = operations.findLast(({ info }) => info.id?.value === question.operation_id.value);
    const agent = known === undefined ? agentToAsk(master, question) : undefined;
    if (known !== undefined) {
      tellStatus(master, framework, latest(known), out);
    } else if (agent !== undefined) {
      const { operation_id, resource_provider_id } = question;
      forAgents.set(agent, [...(forAgents.get(agent) ?? []), { operation_id, resource_provider_id }]);
    } else {
      tellStatus(master, framework, unknown(master, question), out);
    }
  }
  for (const [{ pid }, list] of forAgents) {
    const message = { framework_id: { value: framework.id }, operations: list };
    out.send(pid, "mesos.internal.ReconcileOperationsMessage", message);
  }
}

/** The newest status; without its uuid, for the answer needs no acknowledgement. */
function latest({ statuses, latestStatus }: Operation): OperationStatus {
  const { uuid: _, ...status } = statuses.at(-1) ?? latestStatus;
  return status;
}

/** The agent that may know of an operation of a provider that we do not know. */
function agentToAsk(master: Master, question: Call_ReconcileOperations_Operation): Agent | undefined {
  const { agent_id, resource_provider_id } = question;
  const agent = agent_id === undefined ? undefined : master.agents.get(agentId(agent_id.value));
  const knowsMore = resource_provider_id !== undefined && agent?.providers.has(resource_provider_id.value) === false;
  return knowsMore && agent?.capabilities.has("AGENT_OPERATION_FEEDBACK") === true ? agent : undefined;
}

function unknown(master: Master, question: Call_ReconcileOperations_Operation): OperationStatus {
  const { operation_id, agent_id, resource_provider_id } = question;
  const [state, message] = whereabouts(master, agent_id?.value);
  return {
    operation_id, state, message: `Reconciliation: ${message}`,
    ...(agent_id === undefined ? {} : { agent_id }),
    ...(resource_provider_id === undefined ? {} : { resource_provider_id }),
  };
}

function whereabouts(master: Master, agent: string | undefined): readonly [OperationState, string] {
  if (agent === undefined) return ["OPERATION_UNKNOWN", "Operation is unknown and no 'agent_id' was provided"];
  const id = agentId(agent);
  if (master.recoveredAgents.has(id)) return ["OPERATION_RECOVERING", "Agent is recovered but has not re-registered"];
  if (master.agents.has(id)) return ["OPERATION_UNKNOWN", "Operation is unknown"];
  if (master.unreachableAgents.has(id)) return ["OPERATION_UNREACHABLE", "Agent is unreachable"];
  if (master.goneAgents.has(id)) return ["OPERATION_GONE_BY_OPERATOR", "Agent marked gone by operator"];
  return ["OPERATION_UNKNOWN", "Both operation and agent are unknown"];
}

function tellStatus(master: Master, framework: Framework, status: OperationStatus, out: Outbox): void {
  tell(master, framework, { type: "UPDATE_OPERATION_STATUS", update_operation_status: { status } }, out);
}
