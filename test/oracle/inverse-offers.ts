/** Inverse offers: asking frameworks to leave agents that are going to be unavailable (ALC-42, OFR-23, OFR-24). */
import type { Unavailability } from "../../src/model/gen/mesos.ts";
import type { Cluster } from "./cluster.ts";

export interface InverseOffer {
  readonly agent: string;
  readonly framework: string;
  readonly unavailability: Unavailability;
}

/** One to each framework that has anything on an agent about to go, unless it has yet to answer or refused to hear. */
export function makeInverseOffers(cluster: Cluster, candidates: Iterable<string>): InverseOffer[] {
  const made: InverseOffer[] = [];
  for (const id of candidates) {
    const agent = cluster.agents.get(id);
    if (agent?.maintenance === undefined) continue;
    const { unavailability, outstanding, answers } = agent.maintenance;
    for (const frameworkId of agent.inUse.keys()) {
      const framework = cluster.frameworks.get(frameworkId);
      if (framework === undefined || !framework.active || outstanding.has(frameworkId)) continue;
      if (framework.inverseFilters.some((filter) => filter.agent === id)) continue;
      const hasAccepted = answers.get(frameworkId) === "ACCEPT";
      if (hasAccepted && !cluster.options.quirks.acceptedInverseOfferRepeated) continue;
      outstanding.add(frameworkId);
      made.push({ agent: id, framework: frameworkId, unavailability });
    }
  }
  return made;
}
