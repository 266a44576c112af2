/** M1 over sockets: every agent of a cluster comes back at once to a master that has just been elected. */
import type { Question } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import type { Load } from "./process.ts";
import { count, scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import { repeat } from "./repeat.ts";
import { inventAgents, inventFrameworks } from "./settled.ts";

const AGENTS = 10_000;
const TASKS_PER_AGENT = 10;
const FRAMEWORKS = 10;
const BUDGET_MS = 90_000;

export function failover(options: BenchOptions): Question {
  const agents = scaled(options, AGENTS);
  return {
    id: "M1",
    name: `failover: ${count(agents)} agents with ${TASKS_PER_AGENT} running tasks each come back, over sockets`,
    run: (report) => withBed(options, { agents }, async (bed) => {
      const { fleet, master } = bed;
      // A master that cannot be started anew has never heard of them, which is much the same to it.
      if (master.isOurs) await bed.register();
      else inventAgents(fleet);
      const work = { frameworks: inventFrameworks(FRAMEWORKS), running: TASKS_PER_AGENT, completed: 0 };
      const messages = fleet.encodeReturn(work);
      const loads: Load[] = [];
      const sample = async (): Promise<number> => {
        if (master.isOurs) await master.failOver();
        await fleet.connect(master.address);
        fleet.prepareReports();
        const load = bed.watch();
        const from = performance.now();
        fleet.comeBack(messages);
        await bed.until("all agents are back", () => fleet.registered >= agents);
        const ms = performance.now() - from;
        loads.push(load());
        await bed.balance({ tasks: agents * TASKS_PER_AGENT });
        return ms;
      };
      const samples = master.isOurs ? await repeat(options, BUDGET_MS, sample) : [await sample()];
      const worst = {
        master: loads[0]!.master,
        client: Math.max(...loads.map(({ client }) => client)),
        others: Math.max(...loads.map(({ others = 0 }) => others)),
      };
      const shares = loadOf(report, worst);
      report.add("from the first re-registration to the last answer", "ms", samples, { goal: 6_000, ...shares });
    }),
  };
}
