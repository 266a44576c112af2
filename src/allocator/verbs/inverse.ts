/** Inverse offers: asking frameworks to leave agents that are going to be unavailable (OFR-23, OFR-24). */
import type { InverseOfferStatus_Status } from "../../model/gen/allocator.ts";
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Agent } from "../agent.ts";
import type { AllocatorInverseOffer, InverseOfferAnswer, Refusal } from "../allocator.ts";
import type { Quirks } from "../quirks.ts";
import type { State } from "../state.ts";
import { effectiveSeconds } from "./resources.ts";

/** For the agents of a run: one per framework that holds something there, unless one is out or it does not want any. */
export function makeInverseOffers(agents: Iterable<Agent>, quirks: Quirks, nowMs: number): AllocatorInverseOffer[] {
  const result: AllocatorInverseOffer[] = [];
  for (const agent of agents) {
    const { maintenance } = agent;
    if (maintenance === undefined) continue;
    for (const { client } of agent.holdings()) {
      const { framework } = client;
      if (!framework.isActive || maintenance.outstanding.has(framework.id)) continue;
      if ((framework.inverseFilters.get(agent.id) ?? []).some((untilMs) => untilMs > nowMs)) continue;
      const hasAccepted = maintenance.statuses.get(framework.id)?.status === "ACCEPT";
      if (hasAccepted && !quirks.acceptedInverseOfferRepeated) continue;
      maintenance.outstanding.add(framework.id);
      result.push({ frameworkId: framework.id, agentId: agent.id, unavailability: maintenance.unavailability });
    }
  }
  return result;
}

export function updateInverseOffer(
  state: State, agentId: AgentId, frameworkId: FrameworkId, status: InverseOfferStatus_Status | undefined,
  refusal: Refusal | undefined, nowMs: number,
): Result<void> {
  const agent = state.agents.get(agentId);
  const framework = state.frameworks.get(frameworkId);
  if (agent?.maintenance === undefined || framework === undefined) {
    return err(`No maintenance of agent ${agentId} is scheduled that framework ${frameworkId} could answer to`);
  }
  if (agent.maintenance.outstanding.delete(frameworkId) && status !== undefined) {
    agent.maintenance.statuses.set(frameworkId, { status, atMs: nowMs });
  }
  const seconds = refusal === undefined ? 0 : effectiveSeconds(refusal.seconds);
  if (seconds > 0) {
    const filters = framework.inverseFilters.get(agentId)?.filter((untilMs) => untilMs > nowMs) ?? [];
    framework.inverseFilters.set(agentId, [...filters, refusal!.nowMs + seconds * 1000]);
  }
  return ok(undefined);
}

export function inverseOfferStatuses(state: State): readonly InverseOfferAnswer[] {
  const result: InverseOfferAnswer[] = [];
  for (const agent of state.agents.values()) {
    for (const [frameworkId, { status, atMs }] of agent.maintenance?.statuses ?? []) {
      result.push({ agentId: agent.id, frameworkId, status, answeredAtMs: atMs });
    }
  }
  return result;
}
