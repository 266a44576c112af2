/** M7: a million containers, as in Nomad's C1M challenge: a thousand jobs of a thousand tasks, each job a framework. */
import type { Question } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import { count, scaled, tickFlag } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import type { HeldOffer, Scheduler } from "./scheduler.ts";
import { TASKS_PER_AGENT } from "./shapes.ts";

const AGENTS = 5_000;
const JOBS = 1_000;
const TASKS_PER_JOB = 1_000;
const TASKS_PER_ACCEPT = 100;
/** Tasks under way, all jobs together: a master answers 503 to more requests at once than it has room for. */
const WINDOW = 4_000;
const PATIENCE_MS = 900_000;
/** What Nomad needed, on a cluster of five servers. */
const NOMAD_SECONDS = 267;

export function million(options: BenchOptions): Question {
  const [agents, jobs] = [scaled(options, AGENTS, 10), scaled(options, JOBS)];
  const total = jobs * TASKS_PER_JOB;
  return {
    id: "M7",
    name: `${count(total)} containers: ${count(agents)} agents, ${count(jobs)} jobs of ${count(TASKS_PER_JOB)} tasks`,
    run: (report) => withBed(options, { agents, flags: [tickFlag(options)] }, async (bed) => {
      const { fleet } = bed;
      await bed.register();
      const open = new Map<Scheduler, number>();
      const onAgent = new Map<string, number>();
      let held: (readonly [Scheduler, HeldOffer])[] = [];
      let [launched, next] = [0, 0];
      const pump = (): void => {
        while (next < held.length && launched - fleet.acknowledged + TASKS_PER_ACCEPT <= WINDOW) {
          const [scheduler, offer] = held[next++]!;
          const left = open.get(scheduler) ?? TASKS_PER_JOB;
          const placed = (onAgent.get(offer.agentId) ?? 0) + TASKS_PER_ACCEPT;
          if (left === 0 || placed > TASKS_PER_AGENT) {
            scheduler.decline(offer);
            continue;
          }
          onAgent.set(offer.agentId, placed);
          scheduler.accept(offer, launched, TASKS_PER_ACCEPT);
          launched += TASKS_PER_ACCEPT;
          open.set(scheduler, left - TASKS_PER_ACCEPT);
          if (left === TASKS_PER_ACCEPT) scheduler.suppress();
        }
        if (next < 10_000) return;
        held = held.slice(next);
        next = 0;
      };
      bed.onOffer = (scheduler, offer) => void held.push([scheduler, offer]);
      fleet.onProgress = pump;
      const load = bed.watch();
      const from = performance.now();
      const ticker = setInterval(pump, 5);
      await bed.subscribe(jobs);
      await bed.until("every task is acknowledged", () => fleet.acknowledged >= total, PATIENCE_MS);
      const seconds = (performance.now() - from) / 1_000;
      clearInterval(ticker);
      const shares = loadOf(report, load());
      const mb = bed.master.residentMb();
      report.say(`the master holds ${mb?.toFixed(0) ?? "?"} MB; Nomad took ${NOMAD_SECONDS} s on five servers`);
      await bed.balance({ tasks: total });
      report.add("until every task is running and acknowledged", "s", [seconds], { goal: 90, ...shares });
    }),
  };
}
