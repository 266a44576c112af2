/** No offer outlives its agent: when schedulers hear that an agent is lost, every offer of it has been taken back before. */
import { eventOf } from "../driver-events.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import type { Ledger } from "./ledger.ts";
import { CHECKS } from "./names.ts";

export function offersChecker({ world, election }: Cluster, ledger: Ledger): Observer {
  return {
    onEffect(master, effect) {
      // What one says who has been replaced and does not know it, the ledger does not follow.
      if (master !== election.leader) return;
      const event = effect.kind === "write" ? effect.event : effect.kind === "send" ? eventOf(effect.message) : undefined;
      const { agent_id, executor_id } = event?.failure ?? {};
      if (agent_id === undefined || executor_id !== undefined) return;
      for (const id of ledger.outstanding(agent_id.value)) {
        world.violate(CHECKS.offersEnd, `${master.name} reports agent ${agent_id.value} as lost while offer ${id} of it is outstanding`);
      }
    },
  };
}
