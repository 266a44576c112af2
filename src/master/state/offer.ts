/**
 * Resources of one agent, held out to one framework in one role until accepted, declined, rescinded or timed out
 * (OFR-02, OFR-05).
 */
import type { Unavailability } from "../../model/gen/mesos.ts";
import type { AgentId, FrameworkId, OfferId, Role } from "../../model/id.ts";
import type { Resources } from "../../model/resources.ts";

export interface Offer {
  readonly id: OfferId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly role: Role;
  /** Allocated to `role`. */
  readonly resources: Resources;
  readonly offeredAtMs: number;
}

/** A request to give back what a framework holds on an agent that will be unavailable (OFR-23). */
export interface InverseOffer {
  readonly id: OfferId;
  readonly frameworkId: FrameworkId;
  readonly agentId: AgentId;
  readonly unavailability: Unavailability;
}
