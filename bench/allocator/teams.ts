/**
 * A large cluster at work: two hundred teams with limits, five schedulers each, most of which have nothing to do at any
 * moment and say so. Those that want offers have refused all or many agents for long, or their team comes to its limit:
 * every second something ends, something begins, somebody has work again, and of most agents there is nothing to give.
 */
import type { AllocatorOffer, RoleQuota } from "../../src/allocator/allocator.ts";
import type { FrameworkId } from "../../src/model/id.ts";
import { MIN_SAMPLES, timed } from "../harness.ts";
import type { Question } from "../harness.ts";
import { BenchCluster, must, resources, role } from "./cluster.ts";
import { median } from "./decline-offers.ts";
import { PlainTeams } from "./plain-teams.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 1_000;
const PER_TEAM = 5;
const CPUS = 24;
const TOTAL = `cpus:${CPUS};mem:49152;disk:300000;ports:[31000-32000]`;
/** Ten agents and a bit; every so manieth team may have many more, and refuses them all. */
const CPUS_PER_TEAM = 250;
const LARGE = 33;
const LARGER = 20;
/** Every so manieth framework never says that it has nothing to do. */
const RESTLESS = 33;
const REFUSALS = [600, 3_600];
const BUSY_SECONDS = 8;
const TASK_SECONDS = 60;
/** Of so many offers one is taken. */
const TAKEN = 10;
const WARM_UP = 600;
const TICKS = 200;

function cpusOf(team: number): number {
  return team % LARGE === 0 ? LARGER * CPUS_PER_TEAM : CPUS_PER_TEAM;
}

function limitsOf(team: number): RoleQuota {
  const milli = 1000 * cpusOf(team);
  return { guarantees: new Map(), limits: new Map([["cpus", milli], ["mem", 2_048 * milli], ["disk", 12_500 * milli]]) };
}

/** What happens, told to both. */
class Workload {
  readonly cluster = new BenchCluster();
  readonly plain = new PlainTeams();
  private readonly names: string[] = [];
  private readonly frameworks: FrameworkId[] = [];
  private readonly tasks: AllocatorOffer[][] = [];
  private readonly busy: number[] = [];
  private second = 0;
  private draws = 1;

  constructor() {
    const { cluster, plain } = this;
    const total = resources(TOTAL);
    for (let i = 0; i < FRAMEWORKS; i++) {
      const number = Math.floor(i / PER_TEAM);
      const team = `team-${number}`;
      if (i % PER_TEAM === 0) cluster.setQuota(role(team), limitsOf(number));
      this.names.push(`framework-${i}`);
      this.frameworks.push(cluster.addFramework(`framework-${i}`, team));
      plain.addFramework(`framework-${i}`, team, cpusOf(number));
      if (i % RESTLESS === 0) plain.want(`framework-${i}`, true);
      else must(cluster.allocator.suppressRoles(this.frameworks[i]!, new Set()));
    }
    for (let i = 0; i < AGENTS; i++) {
      cluster.addAgent(`agent-S${i}`, total);
      plain.addAgent(`agent-S${i}`, CPUS);
    }
  }

  /** Answers to the offers of the last cycle, and what else happens in a second. */
  live(offers: readonly AllocatorOffer[]): void {
    const { cluster } = this;
    this.second++;
    const taken = offers.filter((_, i) => i % TAKEN === 0);
    for (const offer of offers) if (offer.resources.length > 0) this.hold(offer, 1);
    for (const seconds of REFUSALS) {
      const refused = offers.filter((_, i) => i % TAKEN !== 0 && REFUSALS[i % REFUSALS.length] === seconds);
      cluster.decline(refused, seconds);
      for (const offer of refused) {
        this.hold(offer, -1);
        this.plain.refuse(offer.frameworkId, offer.agentId, cluster.nowMs + seconds * 1000);
      }
    }
    this.tasks.push(taken);
    const over = this.second > TASK_SECONDS ? this.tasks.shift()! : [];
    cluster.decline(over);
    for (const offer of over) this.hold(offer, -1);
    for (let i = 0; i < 3; i++) this.wake(this.draw(FRAMEWORKS));
    if (this.busy.length > 3 * BUSY_SECONDS) for (const i of this.busy.splice(0, 3)) this.rest(i);
  }

  private wake(i: number): void {
    if (i % RESTLESS === 0) return;
    must(this.cluster.allocator.reviveRoles(this.frameworks[i]!, new Set()));
    this.plain.want(this.names[i]!, true);
    this.busy.push(i);
  }

  private rest(i: number): void {
    must(this.cluster.allocator.suppressRoles(this.frameworks[i]!, new Set()));
    this.plain.want(this.names[i]!, false);
  }

  private hold({ frameworkId, agentId, resources: list }: AllocatorOffer, sign: 1 | -1): void {
    const cpus = list.find(({ name }) => name === "cpus")?.scalar?.value ?? 0;
    this.plain.hold(frameworkId, agentId, sign * cpus);
  }

  private draw(below: number): number {
    this.draws = (Math.imul(this.draws, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.draws / 2 ** 32) * below);
  }
}

export const teams: Question = {
  id: "A12",
  name: `${AGENTS} agents x ${FRAMEWORKS} frameworks in roles with limits, 6 per cent want offers and have refused many agents`,
  run(report) {
    const workload = new Workload();
    const { cluster, plain } = workload;
    let offers = cluster.settle().offers;
    let made = 0;
    const cycles: number[] = [];
    const kernel: number[] = [];
    const naive: number[] = [];
    for (let second = 0; second < WARM_UP + TICKS; second++) {
      workload.live(offers);
      const ms = timed(() => {
        offers = cluster.tick();
      });
      if (second < WARM_UP) continue;
      cycles.push(ms);
      kernel.push(cluster.kernelMs);
      made += offers.length;
      if (naive.length < MIN_SAMPLES) naive.push(timed(() => void plain.cycle(cluster.nowMs)));
    }
    const mine = median(cycles);
    report.add("cycle", "ms", cycles, { goal: 2 });
    report.add("cycle, kernel only", "ms", kernel);
    report.add("cycle, plain objects and maps", "ms", naive);
    const filters = [...cluster.allocator.roles().values()].reduce((sum, one) => sum + one.filters, 0);
    report.say(
      `${(made / TICKS).toFixed(0)} offers per cycle, ${filters} filters; ` +
      `${(median(naive) / mine).toFixed(0)} times faster than plain objects and maps`,
    );
  },
};
