/** The gate of the suite: on a small version of the workload the kernel makes the same offers as the oracle. */
import { printDifference } from "../../test/golden/allocator/difference.ts";
import { kernelEngine } from "../../test/golden/allocator/kernel-engine.ts";
import { oracle } from "../../test/oracle/allocator.ts";
import { Player } from "../../test/golden/allocator/replay.ts";
import { differenceInStep } from "../../test/golden/allocator/difference.ts";
import type { Step } from "../../test/golden/allocator/format.ts";
import { resources } from "./cluster.ts";
import { TOTAL } from "./decline-offers.ts";

const AGENTS = 60;
const FRAMEWORKS = 12;
const ROUNDS = 4;

/** Throws when the two decide differently. */
export function sameOffersAsOracle(): void {
  const players = [new Player(oracle(), {}), new Player(kernelEngine, {})] as const;
  const play = (step: Step): void => {
    const [expected, actual] = players.map((player) => player.play(step));
    const differs = differenceInStep(expected!, actual!);
    if (differs !== undefined) throw new Error(printDifference({ scenario: "gate", doing: step, ...differs }));
  };
  for (const step of beginning()) play(step);
  for (let round = 0; round < ROUNDS; round++) {
    const offers = [...players[0].master.offers.keys()];
    play({ do: "decline", offers, refuse_seconds: 2 ** 31 - 1 });
    play({ do: "advance", seconds: 1 });
  }
}

export function beginning(agents = AGENTS, frameworks = FRAMEWORKS): Step[] {
  const total = resources(TOTAL);
  const steps: Step[] = [];
  for (let i = 1; i <= frameworks; i++) {
    steps.push({ do: "add_framework", id: `F${i}`, roles: ["*"], capabilities: ["MULTI_ROLE"] });
  }
  for (let i = 1; i <= agents; i++) steps.push({ do: "add_agent", id: `S${i}`, resources: total });
  return steps;
}
