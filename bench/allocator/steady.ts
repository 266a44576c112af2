/** A cluster in which everything is in use and nothing happens: what the tick of every second costs then. */
import { MIN_SAMPLES, timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { TOTAL } from "./decline-offers.ts";
import { BenchCluster, resources } from "./cluster.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 1_000;
const TICKS = 20 * MIN_SAMPLES;

export const steady: Question = {
  id: "A11",
  name: `steady, ${AGENTS} agents x ${FRAMEWORKS} frameworks: all in use, nothing happens`,
  run(report) {
    const cluster = new BenchCluster();
    const total = resources(TOTAL);
    const used = resources(TOTAL, "*");
    const ids = Array.from({ length: FRAMEWORKS }, (_, i) => cluster.addFramework(`framework-${i}`, "*"));
    for (let i = 0; i < AGENTS; i++) cluster.addAgent(`agent-S${i}`, total, new Map([[ids[i % FRAMEWORKS]!, used]]));
    cluster.settle();
    for (let i = 0; i < MIN_SAMPLES; i++) cluster.tick();
    const ticks = Array.from({ length: TICKS }, () => 1_000 * timed(() => void cluster.tick()));
    report.add("tick", "us", ticks, { goal: 50 });
  },
};
