/** M9: what a cluster costs in which nothing happens: pings, heartbeats, and memory. */
import type { Question } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import { count, scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { settle } from "./settled.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 1_000;
const TASKS_PER_AGENT = 10;
/** Agents are pinged, and frameworks hear a heartbeat, every 15 seconds. */
const PERIOD_MS = 15_000;
const PERIODS = 3;

export function idle(options: BenchOptions): Question {
  const [agents, frameworks] = [scaled(options, AGENTS), scaled(options, FRAMEWORKS)];
  return {
    id: "M9",
    name: `idle: ${count(agents)} agents, ${count(agents * TASKS_PER_AGENT)} tasks, ${count(frameworks)} frameworks`,
    run: (report) => withBed(options, { agents }, async (bed) => {
      await settle(bed, { frameworks, running: TASKS_PER_AGENT, completed: 0 });
      await bed.until("the dust has settled", after(options.scale < 1 ? 500 : 5_000));
      const heartbeats = (): number => bed.schedulers.reduce((sum, each) => sum + each.heartbeats, 0);
      const [pings, beats] = [bed.fleet.pings, heartbeats()];
      const load = bed.watch();
      const ms = options.scale < 0.1 ? 2_000 : PERIODS * PERIOD_MS;
      await bed.until("we have seen enough", after(ms));
      const used = load();
      report.say(`${bed.fleet.pings - pings} pings and ${heartbeats() - beats} heartbeats in ${ms / 1_000} s`);
      const [shares, mb] = [loadOf(report, used), bed.master.residentMb()];
      await bed.balance({ tasks: agents * TASKS_PER_AGENT });
      if (used.master === undefined || mb === undefined) {
        return report.say("not measured: give the master's process, --target-pid");
      }
      report.add("share of one core", "%", [100 * used.master], { goal: 5, ...shares });
      report.add("resident", "MB", [mb], { goal: 700 });
    }),
  };
}

function after(ms: number): () => boolean {
  const untilMs = performance.now() + ms;
  return () => performance.now() >= untilMs;
}
