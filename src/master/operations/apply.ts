/**
 * Carries an operation out on an agent: on our records at once if its outcome is known beforehand (OPR-15), and by a
 * message. Agents with RESOURCE_PROVIDER get the operation itself, with the version of the resources it refers to
 * (OPR-17, OPR-18); older ones the list of what they are to have checkpointed.
 */
import type { Offer_Operation, Resource, ResourceProviderID, UUID } from "../../model/gen/mesos.ts";
import type { FrameworkId } from "../../model/id.ts";
import { applyConversions, conversionsOf, isSpeculative } from "../../model/operation.ts";
import { operationResources, unallocateOperation } from "../../model/operation-resources.ts";
import { downgradeResources } from "../../model/reservation-format.ts";
import { needsCheckpoint } from "../../model/resource.ts";
import { filter } from "../../model/select.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { addOperation, createOperation } from "../state/operations.ts";

/**
 * `framework` is absent for an operator's operation. The resources it names must be there: `remaining` contained them.
 */
export function applyOperation(
  master: Master, framework: FrameworkId | undefined, agent: Agent, operation: Offer_Operation, out: Outbox,
): void {
  if (isSpeculative(operation)) convertAgent(agent, operation);
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) return sendCheckpoint(agent, out);
  const provider = providerOf(operation);
  const uuid = nextUuid(master);
  const agent_id = { value: agent.id };
  const resource_provider_id = provider;
  const status = { operation_id: operation.id, state: "OPERATION_PENDING", agent_id, resource_provider_id } as const;
  addOperation(master, agent, createOperation(uuid, framework, agent, operation, status));
  out.send(agent.pid, "mesos.internal.ApplyOperationMessage", {
    ...(framework === undefined ? {} : { framework_id: { value: framework } }),
    operation_info: operation,
    operation_uuid: { value: uuid },
    resource_version_uuid: { resource_provider_id, uuid: versionOf(agent, provider) },
  });
}

/** The provider whose resources an operation is about; undefined: the agent's own. */
export function providerOf(operation: Offer_Operation): ResourceProviderID | undefined {
  return operationResources(operation)[0]?.provider_id;
}

/** The versions an agent compares tasks and operations with: its own, and that of each provider (OPR-18). */
export function resourceVersions(agent: Agent): readonly { resource_provider_id?: ResourceProviderID; uuid: UUID }[] {
  const own = agent.resourceVersion === undefined ? [] : [{ uuid: { value: agent.resourceVersion } }];
  const providers = Array.from(agent.providers, ([id, { resourceVersion }]) => ({
    resource_provider_id: { value: id },
    uuid: { value: resourceVersion },
  }));
  return [...own, ...providers];
}

function versionOf(agent: Agent, provider: ResourceProviderID | undefined): UUID {
  const version = provider === undefined ? agent.resourceVersion : agent.providers.get(provider.value)?.resourceVersion;
  return { value: version ?? new Uint8Array(16) };
}

function convertAgent(agent: Agent, operation: Offer_Operation): void {
  const conversions = conversionsOf(unallocateOperation(operation));
  const total = conversions.ok ? applyConversions(agent.total, conversions.value) : conversions;
  if (!total.ok) throw new Error(`agent ${agent.id} lacks what was offered of it: ${total.error}`);
  agent.total = total.value;
  agent.checkpointed = filter(total.value, needsCheckpoint);
}

function sendCheckpoint(agent: Agent, out: Outbox): void {
  let resources: readonly Resource[] = agent.checkpointed;
  if (!agent.capabilities.has("RESERVATION_REFINEMENT")) {
    const downgraded = downgradeResources(resources);
    if (!downgraded.ok) {
      const what = "cannot tell an old agent its checkpointed resources";
      return out.log("warn", `${what}: ${downgraded.error}`, { agentId: agent.id });
    }
    resources = downgraded.value;
  }
  out.send(agent.pid, "mesos.internal.CheckpointResourcesMessage", { resources });
}

/**
 * A UUID of our own making, unique in the cluster without being random: the last four bytes count, the others are those
 * of the master's id, itself a random UUID.
 */
function nextUuid(master: Master): Uint8Array {
  const digits = master.options.id.replaceAll("-", "").padEnd(32, "0");
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16) || 0);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  new DataView(bytes.buffer).setUint32(12, master.next.operation++);
  return bytes;
}
