/**
 * Mesos' DeclineOffers: every framework declines everything it is offered, for as long as possible. Timed from the tick
 * until all offers exist as the lists the master sends.
 */
import type { AllocatorOffer } from "../../src/allocator/allocator.ts";
import type { FrameworkId } from "../../src/model/id.ts";
import type { Resources } from "../../src/model/resources.ts";
import { CpuClock, MIN_SAMPLES, residentMb, timed } from "../harness.ts";
import type { Question, Report } from "../harness.ts";
import { BenchCluster, resources } from "./cluster.ts";
import { floorMs } from "./floor.ts";

const CYCLES = 10;
const LONGEST_SECONDS = 2 ** 31 - 1;
/** Agents that register in one turn of the master's loop. */
const BATCH = 250;

export interface DeclineParameters {
  readonly agents: number;
  readonly frameworks: number;
  readonly roleOf: (framework: number) => string;
}

export const TOTAL = "cpus:24;mem:4096;disk:4096;ports:[31000-32000]";
/** 16 cpus of 24, and ports in sixteen pieces, are in use everywhere. */
const USED = `cpus:16;mem:2014;disk:1024;ports:[${Array.from({ length: 16 }, (_, i) => {
  const begin = 31000 + i * 62;
  return `${begin}-${begin + 30}`;
}).join(",")}]`;

export function declineOffers(
  id: string, name: string, parameters: DeclineParameters,
  goals: { readonly cycle: number; readonly declines?: number; readonly adding?: number }, repetitions: number,
): Question {
  return { id, name, run: (report) => measure(report, parameters, goals, repetitions) };
}

function measure(
  report: Report, parameters: DeclineParameters,
  goals: { readonly cycle: number; readonly declines?: number; readonly adding?: number }, repetitions: number,
): void {
  const adding: number[] = [];
  const cold: number[] = [];
  const cycles: number[] = [];
  const kernel: number[] = [];
  const declines: number[] = [];
  const cpuMs: number[] = [];
  let offerCount = 0;
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    const isWarm = repetition > 0;
    const { cluster, offers: first, addingMs } = populate(parameters);
    if (isWarm) adding.push(addingMs);
    let offers = first;
    const cpu = new CpuClock();
    for (let cycle = 1; cycle <= CYCLES; cycle++) {
      const declineMs = timed(() => cluster.decline(offers, LONGEST_SECONDS));
      cpu.lap();
      const cycleMs = timed(() => {
        offers = cluster.tick();
      });
      if (repetition === 0 && cycle === 1) cold.push(cycleMs);
      if (!isWarm) continue;
      cpuMs.push(cpu.lap());
      declines.push(declineMs);
      cycles.push(cycleMs);
      kernel.push(cluster.kernelMs);
      offerCount = offers.length;
    }
  }
  while (adding.length < MIN_SAMPLES) adding.push(populate(parameters).addingMs);
  const floor = floorMs(parameters.agents, parameters.frameworks);
  report.add("adding agents, with their first offers", "ms", adding, { goal: goals.adding });
  report.add("cycle, the first ever", "ms", cold);
  report.add("cycle", "ms", cycles, { goal: goals.cycle, ratio_floor: median(cycles) / floor });
  report.add("cycle, kernel only", "ms", kernel, { ratio_floor: median(kernel) / floor });
  report.add("cycle, share of the main thread with a pool", "%", cycles.map((ms, i) => (100 * (ms - kernel[i]!)) / ms));
  report.add("cycle, CPU time", "ms", cpuMs);
  report.add(`${parameters.agents} declines`, "ms", declines, { goal: goals.declines });
  report.say(`${offerCount} offers per cycle, ${residentMb().toFixed(0)} MB resident; floor ${floor.toFixed(2)} ms`);
}

/** Frameworks, then agents in batches, each with its first offers. */
export function populate({ agents, frameworks, roleOf }: DeclineParameters): {
  cluster: BenchCluster; ids: FrameworkId[]; offers: readonly AllocatorOffer[]; addingMs: number;
} {
  const cluster = new BenchCluster();
  const ids: FrameworkId[] = [];
  const used: Resources[] = [];
  for (let i = 0; i < frameworks; i++) {
    ids.push(cluster.addFramework(`framework-${i}`, roleOf(i)));
    used.push(resources(USED, roleOf(i)));
  }
  cluster.settle();
  const total = resources(TOTAL);
  const offers: AllocatorOffer[] = [];
  const addingMs = timed(() => {
    for (let i = 0; i < agents; i++) {
      const framework = i % frameworks;
      cluster.addAgent(`agent-S${i}`, total, new Map([[ids[framework]!, used[framework]!]]));
      if (i % BATCH === BATCH - 1) for (const offer of cluster.settle().offers) offers.push(offer);
    }
    for (const offer of cluster.settle().offers) offers.push(offer);
  });
  return { cluster, ids, offers, addingMs };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
