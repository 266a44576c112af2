/** M6: a hundred tasks per ACCEPT: how fast RunTask messages leave, how fast such tasks run and are acknowledged. */
import type { Question, Report } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import type { Bed } from "./bed.ts";
import { count, scaled, tickFlag } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import type { HeldOffer, Scheduler } from "./scheduler.ts";

const AGENTS = 2_000;
const FRAMEWORKS = 20;
const TASKS_PER_ACCEPT = 100;
/**
 * ACCEPTs of one round: they are said at once, and it is over when the last of their tasks is where it belongs. Each
 * acknowledgement is a request of its own, and a master has room for so many only.
 */
const ACCEPTS = { launched: 200, acknowledged: 40 };
const BUDGET_MS = 30_000;

export function manyTasksPerAccept(options: BenchOptions): Question {
  const [agents, frameworks] = [scaled(options, AGENTS, 10), scaled(options, FRAMEWORKS)];
  return {
    id: "M6",
    name:
      `${count(agents)} agents, ${frameworks} frameworks: ${TASKS_PER_ACCEPT} tasks per ACCEPT, ` +
      `rounds of ${ACCEPTS.launched} and ${ACCEPTS.acknowledged} ACCEPTs`,
    run: async (report) => {
      await measure(options, report, false, "RunTask messages at their agents, per second", 60_000);
      await measure(options, report, true, "tasks running and acknowledged, per second", 12_000);
    },
  };
}

function measure(options: BenchOptions, report: Report, runs: boolean, metric: string, goal: number): Promise<void> {
  return withBed(options, { agents: scaled(options, AGENTS, 10), flags: [tickFlag(options)] }, async (bed) => {
    const { fleet } = bed;
    fleet.sendsUpdates = runs;
    await bed.register();
    const held: (readonly [Scheduler, HeldOffer])[] = [];
    bed.onOffer = (scheduler, offer) => void held.push([scheduler, offer]);
    await bed.subscribe(scaled(options, FRAMEWORKS));
    let launched = 0;
    const accepts = scaled(options, runs ? ACCEPTS.acknowledged : ACCEPTS.launched, 5);
    const round = async (): Promise<number> => {
      await bed.until("there are offers enough", () => held.length >= accepts);
      const from = performance.now();
      for (const [scheduler, offer] of held.splice(0, accepts)) {
        scheduler.accept(offer, launched, TASKS_PER_ACCEPT);
        launched += TASKS_PER_ACCEPT;
      }
      await bed.until("all tasks are there", () => (runs ? fleet.acknowledged : fleet.tasksStarted) >= launched);
      return (1_000 * accepts * TASKS_PER_ACCEPT) / (performance.now() - from);
    };
    for (let warmUp = 0; warmUp < 2; warmUp++) await round();
    const load = bed.watch();
    const rates = await repeat(options, BUDGET_MS, round);
    const used = load();
    await settled(bed, launched, runs);
    report.add(metric, "/s", rates, { goal, more: true, ...loadOf(report, used) });
  });
}

async function settled(bed: Bed, launched: number, runs: boolean): Promise<void> {
  const { tasksStarted } = bed.fleet;
  if (tasksStarted !== launched) throw new Error(`${tasksStarted} tasks reached agents, ${launched} were launched`);
  await bed.balance({ tasks: launched, staging: runs ? 0 : launched });
}
