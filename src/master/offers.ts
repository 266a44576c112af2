/** How offers look to the framework that gets them (OFR-03, OFR-04). */
import type { InverseOffer as WireInverseOffer, Offer as WireOffer, Resource, URL } from "../model/gen/mesos.ts";
import { Familiar } from "../model/familiar.ts";
import { downgradeResources } from "../model/reservation-format.ts";
import { withoutCopies } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import type { Agent } from "./state/agent.ts";
import type { Framework } from "./state/framework.ts";
import type { InverseOffer, Offer } from "./state/offer.ts";

/**
 * An offer with all that is known of its agent; what the framework would not understand is left out or said in older
 * words.
 */
export function offerForWire(framework: Framework, agent: Agent, offer: Offer): WireOffer {
  const { info } = agent;
  const multiRole = framework.capabilities.has("MULTI_ROLE");
  const executors = [...(agent.executors.get(framework.id)?.keys() ?? [])];
  return {
    id: { value: offer.id },
    framework_id: { value: framework.id },
    agent_id: { value: agent.id },
    hostname: info.hostname,
    url: urlOf(agent),
    ...(info.domain === undefined ? {} : { domain: info.domain }),
    resources: resourcesForWire(framework, offer.resources),
    attributes: info.attributes ?? [],
    executor_ids: executors.map((value) => ({ value })),
    ...(agent.unavailability === undefined ? {} : { unavailability: agent.unavailability }),
    ...(multiRole ? { allocation_info: { role: offer.role } } : {}),
  };
}

/** What the framework is shown of an inverse offer (MNT-08); it asks for everything, so it lists nothing. */
export function inverseOfferForWire(agent: Agent, offer: InverseOffer): WireInverseOffer {
  return {
    id: { value: offer.id },
    url: urlOf(agent),
    framework_id: { value: offer.frameworkId },
    agent_id: { value: agent.id },
    unavailability: offer.unavailability,
    resources: [],
  };
}

/**
 * In the order in which Mesos offers them, which refusals of operations show: first what no quota limits, then
 * unreserved scalars.
 */
export function inOfferedOrder(resources: Resources): Resources {
  return ordered(resources, false, offeredOrders);
}

/** The other way round, as agents list them and the allocator knows them. */
export function inAgentOrder(resources: Resources): Resources {
  return ordered(resources, true, agentOrders);
}

const offeredOrders = new Familiar<Resources, Resources>();
const agentOrders = new Familiar<Resources, Resources>();

/** Those that quota limits before or after the others, each kind in its order; the list itself if it is so already. */
function ordered(resources: Resources, limitedFirst: boolean, known: Familiar<Resources, Resources>): Resources {
  let isSecond = false;
  for (const resource of resources) {
    if (isLimited(resource) !== limitedFirst) isSecond = true;
    else if (isSecond) return known.get(resources) ?? reordered(resources, limitedFirst, known);
  }
  return resources;
}

function reordered(resources: Resources, limitedFirst: boolean, known: Familiar<Resources, Resources>): Resources {
  const first = resources.filter((one) => isLimited(one) === limitedFirst);
  const order = [...first, ...resources.filter((one) => isLimited(one) !== limitedFirst)];
  known.set(resources, order);
  return order;
}

function isLimited({ type, revocable, reservations }: Resource): boolean {
  return type === "SCALAR" && revocable === undefined && (reservations === undefined || reservations.length === 0);
}

/**
 * Resources as this framework understands them: without MULTI_ROLE no allocation role, without RESERVATION_REFINEMENT
 * the format before it. `ephemeral_ports` are nobody's to use.
 */
function resourcesForWire({ capabilities }: Framework, resources: Resources): readonly Resource[] {
  const multiRole = capabilities.has("MULTI_ROLE");
  const refinement = capabilities.has("RESERVATION_REFINEMENT");
  const known = wireForms[(multiRole ? 1 : 0) + (refinement ? 2 : 0)]!;
  let form = known.get(resources);
  if (form === undefined) known.set(resources, (form = wireForm(resources, multiRole, refinement)));
  return form;
}

/** By what the framework understands. */
const wireForms = [1, 2, 3, 4].map(() => new Familiar<Resources, readonly Resource[]>());

function wireForm(resources: Resources, multiRole: boolean, refinement: boolean): readonly Resource[] {
  const each = withoutCopies(inOfferedOrder(resources));
  let list: readonly Resource[] = each.filter(({ name }) => name !== "ephemeral_ports");
  if (!multiRole) list = list.map(({ allocation_info: _, ...rest }) => rest);
  if (refinement) return list;
  const downgraded = downgradeResources(list);
  return downgraded.ok ? downgraded.value : list;
}

function urlOf({ info, pid }: Agent): URL {
  return { scheme: "http", address: { hostname: info.hostname, ip: pid.host, port: pid.port }, path: `/${pid.id}` };
}
