/**
 * The same question to others, in the same run: the slow oracle and a plain version with objects and maps. They
 * cannot do the full size in reasonable time, so all three do a smaller one.
 */
import { Player } from "../../test/golden/allocator/replay.ts";
import type { EngineFactory } from "../../test/golden/allocator/under-test.ts";
import { kernelEngine } from "../../test/golden/allocator/kernel-engine.ts";
import { oracle } from "../../test/oracle/allocator.ts";
import { MIN_SAMPLES, timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, resources } from "./cluster.ts";
import { median, TOTAL } from "./decline-offers.ts";
import { floorMs } from "./floor.ts";
import { beginning } from "./gate.ts";
import { PlainAllocator } from "./plain.ts";

const AGENTS = 400;
const FRAMEWORKS = 40;
const LARGE = { agents: 5_000, frameworks: 500 };

export const peers: Question = {
  id: "A0",
  name: `peers: ${AGENTS} agents x ${FRAMEWORKS} frameworks (oracle), ${LARGE.agents} x ${LARGE.frameworks} (plain)`,
  run(report) {
    const ours = engineMs(kernelEngine, MIN_SAMPLES);
    const theirs = engineMs(oracle(), MIN_SAMPLES);
    const floor = floorMs(AGENTS, FRAMEWORKS);
    const mine = median(ours);
    report.add("tick, kernel", "ms", ours, { ratio_oracle: median(theirs) / mine, ratio_floor: mine / floor });
    report.add("tick, oracle", "ms", theirs);
    const plain = plainMs();
    const kernel = kernelMs();
    const largeFloor = floorMs(LARGE.agents, LARGE.frameworks);
    report.add("cycle, kernel, larger", "ms", kernel, { ratio_floor: median(kernel) / largeFloor });
    report.add("cycle, plain objects and maps, larger", "ms", plain);
    report.say(`the kernel is ${(median(plain) / median(kernel)).toFixed(0)} times faster than plain objects and maps`);
  },
};

/** Ticks after everything was given back. */
function engineMs(factory: EngineFactory, samples: number): number[] {
  const player = new Player(factory, {});
  for (const step of beginning(AGENTS, FRAMEWORKS)) player.play(step);
  const result: number[] = [];
  for (let i = 0; i < samples; i++) {
    player.play({ do: "decline", offers: [...player.master.offers.keys()], refuse_seconds: 0 });
    result.push(timed(() => void player.play({ do: "advance", seconds: 1 })));
  }
  return result;
}

function kernelMs(): number[] {
  const cluster = new BenchCluster();
  for (let i = 0; i < LARGE.frameworks; i++) cluster.addFramework(`framework-${i}`, "*");
  for (let i = 0; i < LARGE.agents; i++) cluster.addAgent(`agent-S${i}`, resources(TOTAL));
  let offers = cluster.settle().offers;
  const samples: number[] = [];
  for (let i = 0; i < 20; i++) {
    cluster.decline(offers);
    samples.push(timed(() => {
      offers = cluster.tick();
    }));
  }
  return samples.slice(3);
}

function plainMs(): number[] {
  const plain = new PlainAllocator();
  for (let i = 0; i < LARGE.frameworks; i++) plain.addFramework(`framework-${i}`);
  for (let i = 0; i < LARGE.agents; i++) plain.addAgent(`agent-S${i}`, { cpus: 24, mem: 4096, disk: 4096 });
  const samples: number[] = [];
  for (let i = 0; i < MIN_SAMPLES + 2; i++) {
    samples.push(timed(() => void plain.cycle()));
    plain.giveAllBack();
  }
  return samples.slice(2);
}
