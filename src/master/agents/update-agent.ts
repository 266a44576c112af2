import type { UpdateSlaveMessage } from "../../model/gen/internal.ts";
import { agentId } from "../../model/id.ts";
import { isFromProvider } from "../../model/resource.ts";
import { add, equals, toResources } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { filter, nonRevocable, revocable } from "../../model/select.ts";
import type { Upid } from "../../model/upid.ts";
import { validateResources } from "../../model/validate-resource.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { own } from "../state/agent.ts";
import type { Agent, AgentProvider } from "../state/agent.ts";
import { changeAgent } from "../state/agents.ts";
import { rescindOffer } from "../state/offers.ts";
import { sameBytes } from "../validate/uuid.ts";
import { endOperations, isSameOperations, settleOperations } from "./settle-operations.ts";
import { withProviders } from "./total-resources.ts";

/**
 * An agent says what it has now: resources it can lend out revocably, resource providers, operations under way, and the
 * version all this has (AGT-23, AGT-24). A message that says nothing new is passed over.
 */
export function updateAgent(
  master: Master, from: Upid, message: UpdateSlaveMessage, out: Outbox,
): void {
  count(master.counters, "messages_update_slave");
  const agent = master.agents.get(agentId(message.agent_id.value));
  if (agent === undefined) {
    return out.log("warn", "ignoring an update of an agent that is not registered", { from });
  }
  // From now on its operations are known, and whether it is drained (AGT-47).
  if (agent.drain !== undefined) master.emptied.add(agent.id);
  const error = updateError(message);
  if (error !== undefined) return out.log("warn", `ignoring an invalid update of an agent: ${error}`, { from });

  const providers = message.resource_providers === undefined ? agent.providers : providersOf(message);
  const total = totalOf(agent, message, providers);
  const version = message.resource_version_uuid?.value ?? agent.resourceVersion;
  const isNews =
    !equals(total, agent.total) ||
    (version !== agent.resourceVersion && !sameBytes(version, agent.resourceVersion)) ||
    !sameProviders(providers, agent.providers) ||
    !isSameOperations(agent, message);
  if (!isNews) return;

  endOperations(master, agent, message);
  const known = new Set(agent.providers.keys());
  if (providers !== agent.providers) {
    agent.providers.clear();
    for (const [id, provider] of providers) own(agent, "providers").set(id, provider);
  }
  changeAgent(master, agent, { total, resourceVersion: version });
  settleOperations(master, agent, message, known, out);
  rescindStale(master, agent, message, out);
}

/** What it has now. Its own resources that are not revocable change only when it re-registers, or by operations. */
function totalOf(agent: Agent, message: UpdateSlaveMessage, providers: ReadonlyMap<string, AgentProvider>): Resources {
  const own = filter(agent.total, (resource) => !isFromProvider(resource));
  const lent = bringsRevocable(message) ? toResources(message.oversubscribed_resources) : revocable(own);
  return withProviders(add(nonRevocable(own), lent), providers.values(), agent.operations.values());
}

/** Agents before 1.5 do not say whether they mean it: they always do. */
function bringsRevocable({ update_oversubscribed_resources = true }: UpdateSlaveMessage): boolean {
  return update_oversubscribed_resources;
}

function providersOf({ resource_providers }: UpdateSlaveMessage): Map<string, AgentProvider> {
  const providers = new Map<string, AgentProvider>();
  for (const { info, total_resources, resource_version_uuid } of resource_providers?.providers ?? []) {
    const total = toResources(total_resources);
    providers.set(info!.id!.value, { info: info!, total, resourceVersion: resource_version_uuid.value });
  }
  return providers;
}

function sameProviders(left: ReadonlyMap<string, AgentProvider>, right: ReadonlyMap<string, AgentProvider>): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  return [...left].every(([id, { total, resourceVersion }]) => {
    const other = right.get(id);
    return other !== undefined && equals(total, other.total) && sameBytes(resourceVersion, other.resourceVersion);
  });
}

/** Offers whose revocable or provided resources may be others by now. */
function rescindStale(master: Master, agent: Agent, message: UpdateSlaveMessage, out: Outbox): void {
  for (const offer of [...agent.offers.values()]) {
    const isStale =
      (bringsRevocable(message) && revocable(offer.resources).length > 0) ||
      (message.resource_providers !== undefined && offer.resources.some(isFromProvider));
    if (isStale) rescindOffer(master, offer, out);
  }
}

function updateError({ oversubscribed_resources, resource_providers }: UpdateSlaveMessage): string | undefined {
  const lent = validateResources(oversubscribed_resources);
  if (!lent.ok) return lent.error;
  const foreign = oversubscribed_resources?.find((resource) => resource.revocable === undefined);
  if (foreign !== undefined) return `oversubscribed resource '${foreign.name}' is not revocable`;
  for (const { info, total_resources = [] } of resource_providers?.providers ?? []) {
    const id = info?.id?.value;
    if (id === undefined) return "a resource provider has no id";
    const valid = validateResources(total_resources);
    if (!valid.ok) return valid.error;
    if (total_resources.some(({ provider_id }) => provider_id?.value !== id)) {
      return `resource provider '${id}' brings resources that are not its own`;
    }
  }
  return undefined;
}
