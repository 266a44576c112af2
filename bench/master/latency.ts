/** M8: a steady stream of launches in a very large cluster: how long each is under way, from ACCEPT to RunTask. */
import type { Question } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import { count, scaled } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import type { HeldOffer, Scheduler } from "./scheduler.ts";

const AGENTS = 50_000;
const FRAMEWORKS = 200;
const LAUNCHES_PER_SECOND = 1_700;
/** Long enough that one full collection, with its stall, is among them. */
const SECONDS = 60;
const WARM_UP_SECONDS = 5;

export function launchLatency(options: BenchOptions): Question {
  const [agents, frameworks] = [scaled(options, AGENTS), scaled(options, FRAMEWORKS)];
  const rate = scaled(options, LAUNCHES_PER_SECOND);
  return {
    id: "M8",
    name: `${count(agents)} agents, ${frameworks} frameworks, ${count(rate)} launches per second`,
    run: (report) => withBed(options, { agents }, async (bed) => {
      await bed.register();
      const held: (readonly [Scheduler, HeldOffer])[] = [];
      bed.onOffer = (scheduler, offer) => void held.push([scheduler, offer]);
      await bed.subscribe(frameworks);
      await bed.until("there are offers", () => held.length >= agents / 2);

      const warmUp = Math.max(1, WARM_UP_SECONDS * options.scale);
      const seconds = Math.max(1, SECONDS * options.scale);
      const total = Math.floor(rate * (warmUp + seconds));
      const saidAtMs = new Float64Array(total);
      const latencies: number[] = [];
      const warm = Math.floor(rate * warmUp);
      bed.fleet.onTask = (_, task) => {
        if (task >= warm) latencies.push(performance.now() - saidAtMs[task]!);
      };
      let [launched, used, missing] = [0, 0, 0];
      const load = bed.watch();
      const from = performance.now();
      const timer = setInterval(() => {
        const nowMs = performance.now();
        const due = Math.min(total, Math.floor((rate * (nowMs - from)) / 1_000));
        for (; launched < due && used < held.length; launched++) {
          const [scheduler, offer] = held[used++]!;
          saidAtMs[launched] = nowMs;
          scheduler.accept(offer, launched, 1);
        }
        missing = Math.max(missing, due - launched);
      }, 1);
      await bed.until("all tasks are acknowledged", () => launched >= total && bed.fleet.acknowledged >= total);
      clearInterval(timer);
      const shares = loadOf(report, load());
      if (missing > rate) report.say(`offers were missing: ${missing} launches came late`);
      await bed.balance({ tasks: total });
      report.add("from ACCEPT to RunTask at its agent", "ms", latencies, { goal: 20, goal_at: "p99", ...shares });
    }),
  };
}
