/**
 * RESERVE_RESOURCES, UNRESERVE_RESOURCES, CREATE_VOLUMES, DESTROY_VOLUMES, GROW_VOLUME and SHRINK_VOLUME, and their
 * endpoints (CAL-20 to CAL-25, EPM-03 to EPM-06): an operator's operations on what no task uses (OPR-23).
 */
import type { Offer_Operation, Resource } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { applyOperation as operate, conversionsOf } from "../../model/operation.ts";
import { NO_RESOURCES, add, equals, subtract, sum, unallocate } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import { FORBIDDEN } from "../authorize/authorize.ts";
import { mayOperate } from "../authorize/operations.ts";
import type { HttpResponse } from "../event.ts";
import { applyOperation } from "../operations/apply.ts";
import { createError } from "../operations/create.ts";
import { destroyError } from "../operations/destroy.ts";
import { reserveError } from "../operations/reserve.ts";
import { growError, shrinkError } from "../operations/resize.ts";
import { unreserveError } from "../operations/unreserve.ts";
import { plainRefusal, text } from "../responses.ts";
import type { Agent } from "../state/agent.ts";
import { rescindOffer } from "../state/offers.ts";
import { readOperation } from "../validate/operation.ts";
import type { Asked } from "./asked.ts";

/** How long frameworks are not offered again what was just taken back from them. */
const RESCIND_SECONDS = 5;

/** 202: it is on the records, and on its way to the agent. */
export function operateOn(asked: Asked, agentId: AgentId, operation: Offer_Operation): HttpResponse | undefined {
  const { master, request, out } = asked;
  const agent = master.agents.get(agentId);
  if (agent === undefined) return plainRefusal("AGENT_UNKNOWN");
  const read = readOperation(operation);
  if (!read.ok) return text(400, read.error);
  const error = operationError(read.value, agent, request.principal?.value);
  if (error !== undefined) return text(400, `Invalid ${operation.type} operation${error}`);
  if (!mayOperate(master, request.principal, read.value)) return FORBIDDEN;
  const conversions = conversionsOf(read.value);
  if (!conversions.ok) return text(400, `Invalid ${operation.type} operation: ${conversions.error}`);
  const needed = sum(conversions.value.flatMap(({ consumed }) => consumed));
  if (needed.length === 0) {
    return text(400, `Invalid ${operation.type} operation: all its resources are of quantity zero`);
  }
  makeRoom(asked, agent, read.value, needed);
  const applied = master.allocator.updateAvailable(agent.id, [read.value]);
  if (!applied.ok) return text(409, applied.error);
  applyOperation(master, undefined, agent, read.value, out);
  return { status: 202 };
}

/** What follows `Invalid <TYPE> operation`; the refusals of most operations name the agent. */
function operationError(operation: Offer_Operation, agent: Agent, principal: string | undefined): string | undefined {
  const by = { principal };
  const onAgent = ` on agent ${agent.id} at ${printUpid(agent.pid)} (${agent.info.hostname}): `;
  const named = (where: string, error: string | undefined) => (error === undefined ? undefined : where + error);
  const { reserve, unreserve, create, destroy, grow_volume: grow, shrink_volume: shrink } = operation;
  switch (operation.type) {
    case "RESERVE":
      return named(onAgent, reserve && reserveError(reserve, by, agent));
    case "UNRESERVE":
      return named(": ", unreserve && unreserveError(unreserve.resources ?? []));
    case "CREATE":
      return named(onAgent, create && createError(create.volumes ?? [], by, agent));
    case "DESTROY":
      return named(": ", destroy && destroyError(destroy.volumes ?? [], agent));
    case "GROW_VOLUME":
      return named(onAgent, grow && growError(grow, agent));
    case "SHRINK_VOLUME":
      return named(onAgent, shrink && shrinkError(shrink, agent));
    default:
      return ": it is not for operators";
  }
}

/**
 * Takes offers back until they hold what is needed: what the allocator has left may be gone the next moment. A volume
 * that is destroyed is in none of them any more.
 */
function makeRoom(
  { master, nowMs, out }: Asked, agent: Agent, operation: Offer_Operation, needed: readonly Resource[],
): void {
  let missing = sum(needed);
  let recovered = NO_RESOURCES;
  for (const offer of [...agent.offers.values()]) {
    const resources = unallocate(offer.resources);
    const rest = subtract(missing, resources);
    if (equals(rest, missing)) continue;
    if (operation.type !== "DESTROY") missing = rest;
    recovered = add(recovered, resources);
    rescindOffer(master, offer, out, { seconds: RESCIND_SECONDS, nowMs });
    if (operation.type !== "DESTROY" && operate(recovered, operation).ok) return;
  }
}
