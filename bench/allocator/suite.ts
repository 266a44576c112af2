/** The allocator's questions: Mesos' own benchmarks, and what they leave out. */
import type { Suite } from "../harness.ts";
import { addAndUpdate } from "./add-and-update.ts";
import { churn } from "./churn.ts";
import { declineOffers } from "./decline-offers.ts";
import { sameOffersAsOracle } from "./gate.ts";
import { multiFramework } from "./multi-framework.ts";
import { peers } from "./peers.ts";
import { quota } from "./quota.ts";
import { saturated } from "./saturated.ts";
import { sorter } from "./sorter.ts";
import { steady } from "./steady.ts";
import { suppress } from "./suppress.ts";
import { teams } from "./teams.ts";
import { updateAllocation } from "./update-allocation.ts";

const inOneRole = (): string => "*";
const inOwnRole = (framework: number): string => `role-${framework}`;
const DECLINE = "every offer declined for as long as possible";

export const allocatorSuite: Suite = {
  name: "allocator",
  gate: sameOffersAsOracle,
  questions: [
    // First, while the process is small: memory is what is asked for.
    saturated("A3", 5_000, 200, { cycle: 3, mb: 150 }),
    saturated("A3b", 10_000, 1_000, { cycle: 10, mb: 1_000 }),
    declineOffers(
      "A1", `10,000 agents x 1,000 frameworks in one role, ${DECLINE}`,
      { agents: 10_000, frameworks: 1_000, roleOf: inOneRole }, { cycle: 5, declines: 15, adding: 60 }, 3,
    ),
    declineOffers(
      "A1r", `10,000 agents x 1,000 frameworks, each in its own role, ${DECLINE}`,
      { agents: 10_000, frameworks: 1_000, roleOf: inOwnRole }, { cycle: 6, adding: 100 }, 3,
    ),
    // The same number of offers among ever more frameworks: the cost is that of the offers.
    declineOffers(
      "A1-100", `10,000 agents x 100 frameworks in one role, ${DECLINE}`,
      { agents: 10_000, frameworks: 100, roleOf: inOneRole }, { cycle: 5 }, 3,
    ),
    declineOffers(
      "A1-6000", `10,000 agents x 6,000 frameworks in one role, ${DECLINE}`,
      { agents: 10_000, frameworks: 6_000, roleOf: inOneRole }, { cycle: 5 }, 3,
    ),
    steady,
    declineOffers(
      "A2", `20,000 agents x 2,000 frameworks in one role, ${DECLINE}`,
      { agents: 20_000, frameworks: 2_000, roleOf: inOneRole }, { cycle: 10 }, 2,
    ),
    declineOffers(
      "A2b", `50,000 agents x 6,000 frameworks in one role, ${DECLINE}`,
      { agents: 50_000, frameworks: 6_000, roleOf: inOneRole }, { cycle: 30 }, 2,
    ),
    quota,
    sorter,
    updateAllocation,
    multiFramework,
    churn,
    suppress,
    teams,
    addAndUpdate,
    peers,
  ],
};
