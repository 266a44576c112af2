/** M5: one task per ACCEPT, as fast as the master takes it, for half a minute. */
import type { Question } from "../harness.ts";
import { loadOf, withBed } from "./bed.ts";
import type { Bed } from "./bed.ts";
import { count, scaled, tickFlag } from "./options.ts";
import type { BenchOptions } from "./options.ts";
import type { HeldOffer, Scheduler } from "./scheduler.ts";

const AGENTS = 10_000;
const FRAMEWORKS = 100;
const SECONDS = 30;
/** Before the clock runs. */
const WARM_UP_SECONDS = 3;
/** Tasks between their ACCEPT and their acknowledgement, all frameworks together. */
const WINDOW = 2_000;

/** Launches a task on every offer, while no more than WINDOW of them are under way. */
export class Launcher {
  launched = 0;
  isOpen = true;
  private readonly bed: Bed;
  private readonly perOffer: number;
  private readonly window: number;
  private held: (readonly [Scheduler, HeldOffer])[] = [];
  private next = 0;
  private readonly gone = new Set<string>();

  constructor(bed: Bed, perOffer: number, window = WINDOW) {
    this.bed = bed;
    this.perOffer = perOffer;
    this.window = window;
    bed.onOffer = (scheduler, offer) => {
      this.held.push([scheduler, offer]);
    };
    bed.onRescinded = (id) => this.gone.add(id);
    bed.fleet.onProgress = () => this.pump();
  }

  pump(): void {
    const { bed, perOffer, window } = this;
    while (this.isOpen && this.next < this.held.length && this.launched - bed.fleet.acknowledged + perOffer <= window) {
      const [scheduler, offer] = this.held[this.next++]!;
      if (this.gone.delete(offer.id)) continue;
      scheduler.accept(offer, this.launched, perOffer);
      this.launched += perOffer;
    }
    if (this.next < 10_000) return;
    this.held = this.held.slice(this.next);
    this.next = 0;
  }
}

export function oneTaskPerAccept(options: BenchOptions): Question {
  const [agents, frameworks] = [scaled(options, AGENTS), scaled(options, FRAMEWORKS)];
  return {
    id: "M5",
    name: `${count(agents)} agents, ${frameworks} frameworks: one task per ACCEPT, launched, running, acknowledged`,
    run: (report) => withBed(options, { agents, flags: [tickFlag(options)] }, async (bed) => {
      await bed.register();
      const launcher = new Launcher(bed, 1);
      await bed.subscribe(frameworks);
      const ticker = setInterval(() => launcher.pump(), 5);
      await bed.until("it has warmed up", elapsed(WARM_UP_SECONDS * options.scale));

      const seconds = scaled(options, SECONDS, 2);
      const load = bed.watch();
      const from = performance.now();
      const before = bed.fleet.acknowledged;
      const each: number[] = [];
      for (let second = 0; second < seconds; second++) {
        const [sinceMs, had] = [performance.now(), bed.fleet.acknowledged];
        await bed.until("a second has passed", elapsed(1));
        each.push((1_000 * (bed.fleet.acknowledged - had)) / (performance.now() - sinceMs));
      }
      const rate = (1_000 * (bed.fleet.acknowledged - before)) / (performance.now() - from);
      const used = load();
      launcher.isOpen = false;
      await bed.until("every task is acknowledged", () => bed.fleet.acknowledged >= launcher.launched);
      clearInterval(ticker);
      await bed.balance({ tasks: launcher.launched });
      const shares = loadOf(report, used);
      const metric = `tasks acknowledged per second, mean of ${seconds} s`;
      report.add(metric, "/s", [rate], { goal: 8_000, more: true, ...shares });
      report.add("  in each second", "/s", each, { more: true });
    }),
  };
}

function elapsed(seconds: number): () => boolean {
  const untilMs = performance.now() + seconds * 1_000;
  return () => performance.now() >= untilMs;
}
