/** A master with a cluster around it, ready to be measured. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Measurement, Report } from "../harness.ts";
import { Fleet } from "./fleet.ts";
import { balance } from "./gate.ts";
import type { Expected } from "./gate.ts";
import type { BenchOptions } from "./options.ts";
import { MasterProcess, pinClient, watchLoad } from "./process.ts";
import type { Load } from "./process.ts";
import { Scheduler } from "./scheduler.ts";
import type { HeldOffer, SubscribeOptions } from "./scheduler.ts";

/** Share of its core from which on the client may be what is measured. */
const CLIENT_BOUND = 0.9;
/** Frameworks that subscribe at the same time. */
const SUBSCRIBING = 20;
const PATIENCE_MS = 180_000;

export interface BedOptions {
  readonly agents: number;
  /** Flags of mesos-master. */
  readonly flags?: readonly string[];
}

export class Bed {
  readonly master: MasterProcess;
  readonly fleet: Fleet;
  readonly schedulers: Scheduler[] = [];
  readonly surprises: string[] = [];
  onOffer: (scheduler: Scheduler, offer: HeldOffer) => void = () => {};
  onRescinded: (offerId: string) => void = () => {};
  private readonly agents: number;

  private constructor(master: MasterProcess, fleet: Fleet, agents: number) {
    this.master = master;
    this.fleet = fleet;
    this.agents = agents;
  }

  static async open(options: BenchOptions, { agents, flags }: BedOptions): Promise<Bed> {
    pinClient(1);
    const fleet = new Fleet({ agents, perPort: options.agentsPerPort, ip: options.clientIp });
    const master = await MasterProcess.start(options, flags);
    await fleet.listen();
    await fleet.connect(master.address);
    return new Bed(master, fleet, agents);
  }

  /** Lets all agents in. */
  async register(): Promise<void> {
    this.fleet.register();
    await this.until("all agents are registered", () => this.fleet.registered >= this.agents);
  }

  /** Frameworks, a few at a time. `of` says what is special about each. */
  async subscribe(count: number, of: (index: number) => SubscribeOptions = () => ({})): Promise<void> {
    const from = this.schedulers.length;
    let waiting: Promise<void>[] = [];
    for (let index = from; index < from + count; index++) {
      const scheduler = new Scheduler(index, this.master.address, {
        onOffer: (who, offer) => this.onOffer(who, offer),
        onRescinded: (offerId) => this.onRescinded(offerId),
        onSurprise: (text) => {
          if (this.surprises.length < 100) this.surprises.push(text);
        },
      });
      this.schedulers.push(scheduler);
      waiting.push(scheduler.subscribe(of(index)));
      if (waiting.length < SUBSCRIBING) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
  }

  /** Updates that reached frameworks. */
  get running(): number {
    return this.schedulers.reduce((sum, { running }) => sum + running, 0);
  }

  async until(what: string, isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
    const { fleet } = this;
    const before = fleet.onProgress;
    const untilMs = performance.now() + patienceMs;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        before();
        if (isSo()) end(resolve);
        else if (this.surprises.length + fleet.surprises.length > 0) end(() => reject(new Error(`something is wrong${this.trouble()}`)));
      };
      const end = (how: () => void): void => {
        clearInterval(timer);
        fleet.onProgress = before;
        how();
      };
      const timer = setInterval(() => {
        if (performance.now() > untilMs) end(() => reject(new Error(`waited in vain until ${what}${this.trouble()}`)));
        else look();
      }, 20);
      fleet.onProgress = look;
      look();
    });
  }

  /** The gate, as soon as everything that is under way has arrived. */
  async balance(expected: Pick<Expected, "tasks" | "staging">): Promise<void> {
    const surprises = [...this.surprises, ...this.fleet.surprises];
    const all = { agents: this.agents, frameworks: this.schedulers.length, surprises, ...expected };
    await sleep(100);
    await balance(this.master.address, all);
  }

  /** What both sides do from now on. */
  watch(): () => Load {
    return watchLoad(this.master);
  }

  async close(): Promise<void> {
    for (const scheduler of this.schedulers) scheduler.close();
    this.fleet.close();
    await this.master.stop();
    pinClient();
  }

  private trouble(): string {
    const { registered, tasksStarted, acknowledged, surprises } = this.fleet;
    const counts = { registered, tasksStarted, running: this.running, acknowledged };
    return `: ${JSON.stringify(counts)} ${[...surprises, ...this.surprises].slice(0, 3).join("; ")}`;
  }
}

/** Opens a cluster, and closes it however the question ends. */
export async function withBed(options: BenchOptions, how: BedOptions, act: (bed: Bed) => Promise<void>): Promise<void> {
  const bed = await Bed.open(options, how);
  try {
    await act(bed);
  } finally {
    await bed.close();
  }
}

type Shares = Pick<Measurement, "client_cpu" | "client_bound" | "disturbed" | "master_cpu">;

/** Share of the master's core from which on others are measured, too. */
const DISTURBED = 0.1;

/** Prints what both cores did, and gives it to the results. */
export function loadOf(report: Report, { master, client, others = 0 }: Load): Shares {
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  const [isBound, isDisturbed] = [client > CLIENT_BOUND, others > DISTURBED];
  report.say(
    `client used ${percent(client)} of its core${isBound ? ": CLIENT-BOUND, the master can do better" : ""}, ` +
    `the master ${master === undefined ? "an unknown share" : percent(master)} of its own` +
    (isDisturbed ? `, others ${percent(others)} of that: NOT ALONE, this says little` : ""),
  );
  return { client_cpu: client, client_bound: isBound, disturbed: isDisturbed, ...(master === undefined ? {} : { master_cpu: master }) };
}
