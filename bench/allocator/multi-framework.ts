/**
 * Mesos' MultiFrameworkAllocations: 80 agents and 554 frameworks of three kinds that launch small tasks from each offer
 * until all 19,500 run, or nothing moves any more.
 */
import type { AllocatorOffer } from "../../src/allocator/allocator.ts";
import type { FrameworkId, Role } from "../../src/model/id.ts";
import { allocate, contains, subtract, unallocate } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, must, resources, role } from "./cluster.ts";

const MAX_ROUNDS = 2_000;
/** So many rounds without a launch: what still waits will wait for ever. */
const MAX_IDLE_ROUNDS = 20;

interface Profile {
  readonly task: Resources;
  readonly perOffer: number;
  readonly role: Role;
  left: number;
}

export const multiFramework: Question = {
  id: "A7",
  name: "80 agents, 4 services, 500 CI and 50 batch frameworks, 19,500 tasks",
  run(report) {
    const zero: number[] = [];
    const kernel: number[] = [];
    const rounds: number[] = [];
    let outcome = "";
    let reason = "";
    for (let sample = 0; sample < 18; sample++) {
      const { cluster, profiles, wanted } = populate();
      let offers: readonly AllocatorOffer[] = [];
      const zeroMs = timed(() => {
        offers = cluster.tick();
      });
      if (sample >= 3) {
        zero.push(zeroMs);
        kernel.push(cluster.kernelMs);
      }
      if (sample < 17) continue;
      let running = 0;
      let idle = 0;
      let round = 0;
      for (; running < wanted && idle < MAX_IDLE_ROUNDS && round < MAX_ROUNDS; round++) {
        const launched = launch(cluster, profiles, offers);
        running += launched;
        idle = launched === 0 ? idle + 1 : 0;
        rounds.push(timed(() => {
          offers = cluster.tick();
        }));
      }
      outcome = `${running} of ${wanted} tasks run after ${round} rounds`;
      cluster.decline(offers);
      reason = whyTheRestWaits(cluster, profiles);
    }
    report.add("round 0", "ms", zero, { goal: 0.2 });
    report.add("round 0, kernel only", "ms", kernel);
    report.add("all rounds", "ms", rounds);
    report.say(outcome);
    report.say(reason);
  },
};

/** Asks `explain` for the first framework with tasks left, and who comes before it. */
function whyTheRestWaits(cluster: BenchCluster, profiles: ReadonlyMap<FrameworkId, Profile>): string {
  const waiting = [...profiles].filter(([, { left }]) => left > 0);
  if (waiting.length === 0) return "nobody waits";
  const [id, { left, role }] = waiting.at(-1)!;
  const reasons = cluster.allocator.explain(id, role);
  if (!reasons.ok) return reasons.error;
  const feasible = [...reasons.value.values()].filter((reason) => reason === "feasible").length;
  const before = cluster.allocator.order().roles.indexOf(role);
  return (
    `${waiting.length} frameworks wait, such as ${id} with ${left} tasks: ${feasible} of ${reasons.value.size} agents` +
    ` are feasible for it, but ${before} roles have a smaller share, take all agents first and give them back`
  );
}

function populate(): { cluster: BenchCluster; profiles: Map<FrameworkId, Profile>; wanted: number } {
  const cluster = new BenchCluster();
  const profiles = new Map<FrameworkId, Profile>();
  const add = (name: string, path: string, task: Resources, left: number, perOffer: number): void => {
    profiles.set(cluster.addFramework(name, path), { task, perOffer, left, role: role(path) });
  };
  for (let i = 1; i <= 4; i++) add(`services-${i}`, `roleA-${i}`, resources("cpus:0.07;mem:400"), 4_000, 100);
  for (let i = 1; i <= 500; i++) add(`ci-${i}`, "roleB", resources("cpus:0.1;mem:4000"), 5, 1);
  for (let i = 1; i <= 50; i++) add(`batch-${i}`, `roleC-${i}`, resources("cpus:1;mem:1000"), 20, 5);
  cluster.settle();
  // The agents of the benchmark are there before the first round: their runs are not what is measured.
  const total = resources("cpus:64;mem:488000");
  for (let i = 0; i < 80; i++) cluster.addAgent(`agent-S${i}`, total);
  cluster.decline(cluster.settle().offers);
  const wanted = [...profiles.values()].reduce((sum, { left }) => sum + left, 0);
  return { cluster, profiles, wanted };
}

/** Each framework launches what fits of each offer, and gives the rest back. */
function launch(cluster: BenchCluster, profiles: Map<FrameworkId, Profile>, offers: readonly AllocatorOffer[]): number {
  let launched = 0;
  for (const { frameworkId: id, agentId, role: to, resources: offered } of offers) {
    const profile = profiles.get(id)!;
    let rest = unallocate(offered);
    let used: Resources = [];
    for (let i = 0; i < profile.perOffer && profile.left > 0 && contains(rest, profile.task); i++) {
      rest = subtract(rest, profile.task);
      profile.left--;
      launched++;
    }
    used = subtract(unallocate(offered), rest);
    if (rest.length > 0) {
      must(cluster.allocator.recoverResources(id, agentId, allocate(rest, to), undefined, "offered"));
    }
    if (used.length > 0) must(cluster.allocator.transitionOfferedToAllocated(agentId, allocate(used, to)));
  }
  return launched;
}
