/**
 * A cluster with a past, without living through it: frameworks come back with ids from before, then agents with all
 * that they run and have run. To the master it is as after a failover.
 */
import type { Bed } from "./bed.ts";
import type { Fleet } from "./fleet.ts";

const OLD_MASTER = "5a6f1f6e-4a1c-4f0e-9a55-0c2f5f1d7b11";

export interface Settled {
  readonly frameworks: number;
  readonly running: number;
  readonly completed: number;
}

/** Ids as an earlier master gave them. */
export function inventFrameworks(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${OLD_MASTER}-${String(n).padStart(4, "0")}`);
}

export function inventAgents({ ids }: Fleet): void {
  for (let n = 0; n < ids.length; n++) ids[n] = `${OLD_MASTER}-S${n}`;
}

/** `running` and `completed` tasks on each agent; the frameworks want no offers. */
export async function settle(bed: Bed, { frameworks, running, completed }: Settled): Promise<void> {
  const { fleet } = bed;
  const ids = inventFrameworks(frameworks);
  await bed.subscribe(frameworks, (index) => ({ id: ids[index]!, isSuppressed: true }));
  inventAgents(fleet);
  const messages = fleet.encodeReturn({ frameworks: ids, running, completed });
  fleet.prepareReports();
  fleet.comeBack(messages);
  await bed.until("all agents are back", () => fleet.registered >= fleet.ids.length);
}
