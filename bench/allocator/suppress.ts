/** Mesos' SuppressOffers and ExtremeSuppressOffers: ever more frameworks want nothing; then 99 per cent of them. */
import { timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { must } from "./cluster.ts";
import { populate } from "./decline-offers.ts";

const FRAMEWORKS = 1_000;
const ROUNDS = 5;
const SAMPLES = 4;

export const suppress: Question = {
  id: "A9",
  name: "10,000 agents x 1,000 frameworks, a fifth more suppresses before each cycle; then 99 per cent",
  run(report) {
    const fifth = FRAMEWORKS / ROUNDS;
    const evermore = measure((round) => [round * fifth, (round + 1) * fifth]);
    report.add("cycle, ever more suppressed", "ms", evermore, { goal: 5 });
    const extreme = measure((round) => [0, round === 0 ? FRAMEWORKS * 0.99 : 0]);
    report.add("cycle, 99 per cent suppressed", "ms", extreme, { goal: 5 });
  },
};

function measure(suppressedIn: (round: number) => [number, number]): number[] {
  const samples: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { cluster, ids, offers: first } = populate({ agents: 10_000, frameworks: FRAMEWORKS, roleOf: () => "*" });
    let offers = first;
    for (let round = 0; round < ROUNDS; round++) {
      cluster.decline(offers);
      const [from, to] = suppressedIn(round);
      for (let i = from; i < to; i++) must(cluster.allocator.suppressRoles(ids[i]!, new Set()));
      const ms = timed(() => {
        offers = cluster.tick();
      });
      if (sample > 0) samples.push(ms);
    }
  }
  return samples;
}
