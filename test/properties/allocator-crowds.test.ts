import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseResourceText } from "../../src/model/parse.ts";
import type { Resources } from "../../src/model/resources.ts";
import { differenceInStep, printDifference } from "../golden/allocator/difference.ts";
import type { Step } from "../golden/allocator/format.ts";
import { kernelEngine } from "../golden/allocator/kernel-engine.ts";
import { Player } from "../golden/allocator/replay.ts";
import { oracle } from "../oracle/allocator.ts";

const CROWDS = Number(process.env["ALLOT_CROWDS"] ?? 8);
const ROUNDS = 5;
const AGENTS = ["cpus:1;mem:100", "cpus:2;mem:100", "cpus:2;mem:300", "cpus:4;mem:1000", "cpus:3"];
/** In the crowd's role, or each in its own; some of the latter with weights, most with limits. */
const CROWD = "crowd";

function resources(text: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function beginning(frameworks: number, agents: readonly number[], limited: readonly boolean[]): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < frameworks; i++) {
    const own = `role-${i}`;
    if (i % 7 === 0) steps.push({ do: "set_weight", weights: { [own]: 1 + (i % 3) } });
    if (limited[i % limited.length]!) steps.push({ do: "set_quota", role: own, limits: { cpus: 1 + (i % 4) } });
    steps.push({ do: "add_framework", id: `F${i + 1}`, roles: [i % 2 ? own : CROWD], capabilities: ["MULTI_ROLE"] });
  }
  const add = (kind: number, i: number): Step =>
    ({ do: "add_agent", id: `S${i + 1}`, resources: resources(AGENTS[kind % AGENTS.length]!) });
  return [...steps, { do: "batch", steps: agents.map(add) }];
}

describe("the kernel and the slow allocator decide alike", () => {
  it("among hundreds of siblings, who come and go in the order of shares", () => {
    const members = fc.record({
      frameworks: fc.integer({ min: 80, max: 240 }),
      agents: fc.array(fc.nat(4), { minLength: 60, maxLength: 120 }),
      limited: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      /** Which offers are declined for how many seconds; the others are kept. */
      declined: fc.array(fc.constantFrom(undefined, 0, 1.5, 1_000), { minLength: 11, maxLength: 11 }),
    });
    fc.assert(
      fc.property(members, ({ frameworks, agents, limited, declined }) => {
        const players = [new Player(oracle(), {}), new Player(kernelEngine, {})] as const;
        const play = (step: Step): void => {
          const [expected, actual] = players.map((player) => player.play(step));
          const differs = differenceInStep(expected!, actual!);
          expect(differs && printDifference({ scenario: "crowd", doing: step, ...differs })).toBeUndefined();
        };
        for (const step of beginning(frameworks, agents, limited)) play(step);
        for (let round = 0; round < ROUNDS; round++) {
          for (const refuse_seconds of [0, 1.5, 1_000]) {
            const offers = [...players[0].master.offers.keys()];
            const chosen = offers.filter((_, i) => declined[(i + round) % declined.length] === refuse_seconds);
            play({ do: "decline", offers: chosen, refuse_seconds });
          }
          play({ do: "advance", seconds: 1 });
        }
      }),
      { numRuns: CROWDS },
    );
  }, 600_000);
});
