/**
 * A master without ZooKeeper: it leads from the start and for good. Who else may lead is kept out by the store's lock.
 */
import type { Election } from "../../ports.ts";

export function createStandaloneElection(): Election {
  return { contend: (_info, { elected }) => elected(), mayAct: () => true, resign: async () => {} };
}
