/**
 * One run, from an empty cluster to an empty cluster:
 *
 *     safety     faults happen; what must never happen is looked for all the time
 *     liveness   no faults any more: everything must come right within a bounded time
 *     the end    services are killed, schedulers leave, and nothing may be left of them
 */
import type { Chance } from "./chance.ts";
import type { SimAgent } from "./agent.ts";
import { drawCharacter } from "./character.ts";
import type { Character } from "./character.ts";
import { booksChecker } from "./checkers/books.ts";
import { convergenceChecker, remains, unsettled } from "./checkers/convergence.ts";
import { durableChecker } from "./checkers/durable.ts";
import { fairChecker } from "./checkers/fair.ts";
import { fenceChecker } from "./checkers/fence.ts";
import { Ledger } from "./checkers/ledger.ts";
import { CHECKS } from "./checkers/names.ts";
import type { Check } from "./checkers/names.ts";
import { offersChecker } from "./checkers/offers.ts";
import { quotaChecker } from "./checkers/quota.ts";
import { restartChecker } from "./checkers/restart.ts";
import { streamsChecker } from "./checkers/streams.ts";
import { updatesChecker } from "./checkers/updates.ts";
import { Wanting } from "./checkers/wanting.ts";
import { Election } from "./election.ts";
import { Faults } from "./faults.ts";
import { Framework } from "./framework.ts";
import { LightAgent } from "./light-agent.ts";
import { MasterHost } from "./master-host.ts";
import { Operator } from "./operator.ts";
import { RealAgent } from "./real-agent.ts";
import type { Progress, Scenario } from "./scenario.ts";
import { StreamReader } from "./stream-reader.ts";
import { drawTeamCharacter, isShared, teamQuotas } from "./teams.ts";
import { START_MS, World } from "./world.ts";
import type { Violation } from "./world.ts";

const MEDIA = ["json", "protobuf"] as const;
const MINUTE_MS = 60_000;
/** Longest waits in a row: an agent is given up after ten minutes, updates are repeated within ten more. */
const SETTLE_MS = 60 * MINUTE_MS;
const EMPTY_MS = 45 * MINUTE_MS;
const LEAVE_EVERY_MS = 100;
/** So long a look waits for a moment in which the leader has nothing to do. */
const PAUSE_WITHIN_MS = 100;
/** Everybody arrives within this time. */
const ARRIVAL_MS = 10_000;

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** What was looked at; and how often there was something to compare, where that depends on the run. */
  readonly checks: readonly Check[];
  readonly tries: ReadonlyMap<Check, number>;
  /** Equal for equal runs. */
  readonly hash: string;
  /** Things that happened, one by one. */
  readonly steps: number;
  /** Lines of the trace. */
  readonly lines: number;
  readonly simulatedMs: number;
  readonly launches: number;
  /** Offers that schedulers got. */
  readonly offers: number;
  readonly masterStarts: number;
  readonly faults: number;
  /** The last lines of the trace. */
  tail(): string[];
}

/** Who is there. */
export interface Cluster {
  readonly world: World;
  readonly election: Election;
  readonly masters: readonly MasterHost[];
  readonly agents: readonly SimAgent[];
  readonly frameworks: readonly Framework[];
  /** Who listens to what operators are told. */
  readonly readers: readonly StreamReader[];
  agentById(id: string): SimAgent | undefined;
}

export class Simulation implements Cluster {
  readonly world: World;
  readonly election: Election;
  readonly masters: readonly MasterHost[];
  readonly agents: readonly SimAgent[];
  readonly frameworks: readonly Framework[];
  readonly readers: readonly StreamReader[];
  private readonly scenario: Scenario;
  private readonly faults: Faults;
  private readonly operator: Operator;
  private readonly chance: Chance;
  private readonly byId = new Map<string, SimAgent>();
  /** Those that had no id, or another one than before, when they were looked for last. */
  private nameless: SimAgent[];
  private lookedAtStep = -1;
  private mostViolations = 1;
  private phase: Progress["phase"] = "faults";

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    const { seed, kernel, bytes, latencyMs, keepLines, onLine } = scenario;
    this.world = new World({ seed, kernel, bytes, latencyMs, keepLines, ...(onLine === undefined ? {} : { onLine }) });
    this.world.store.settings = scenario.store;
    this.chance = this.world.fork();
    this.election = new Election(this.world);
    this.masters = Array.from({ length: scenario.masters }, (_, i) => new MasterHost(this.world, this.election, i, scenario.master));
    this.agents = Array.from({ length: scenario.agents }, (_, index) => this.newAgent(index));
    this.nameless = [...this.agents];
    this.frameworks = Array.from({ length: scenario.frameworks }, (_, i) => this.newFramework(i));
    this.readers = MEDIA.map((media) => new StreamReader(this.world, this.election, `reader-${media}`, media));
    this.faults = new Faults(this, scenario.faults);
    const quotas = isShared(scenario) ? teamQuotas(scenario.frameworks) : [];
    this.operator = new Operator(this, scenario.operations, scenario.reserves, quotas);
    for (const checker of this.checkers()) this.world.watch(checker);
  }

  agentById(id: string): SimAgent | undefined {
    const found = this.byId.get(id);
    if (found?.id === id) return found;
    if (found !== undefined) {
      this.byId.delete(id);
      this.nameless.push(found);
    }
    if (this.lookedAtStep === this.world.agenda.steps) return undefined;
    this.lookedAtStep = this.world.agenda.steps;
    this.nameless = this.nameless.filter((agent) => {
      if (agent.id !== undefined) this.byId.set(agent.id, agent);
      return agent.id === undefined;
    });
    return this.byId.get(id);
  }

  run(): Outcome {
    const { scenario, world } = this;
    for (const master of this.masters) master.start();
    for (const newcomer of [...this.agents, ...this.frameworks]) {
      world.agenda.after(this.chance.between(0, ARRIVAL_MS), () => newcomer.start());
    }
    for (const reader of this.readers) reader.start();
    this.faults.start();
    this.operator.start();
    this.pass(scenario.hours * 60 * MINUTE_MS);
    this.faults.stop();
    this.operator.restore();
    this.settle();
    this.empty();
    return this.outcome();
  }

  /** Lets time pass, looking around every now and then. */
  private pass(ms: number): void {
    const untilMs = this.world.nowMs + ms;
    while (this.world.nowMs < untilMs && this.isFine()) {
      this.world.agenda.runUntil(Math.min(untilMs, this.world.nowMs + this.scenario.lookEveryMs), () => this.isFine());
      this.awaitPause();
      if (this.isFine()) for (const watcher of this.world.watchers("look")) watcher.look();
      this.tellProgress();
    }
  }

  /**
   * Some things can be compared only while nothing waits to be taken by the leader. With ten thousand agents some are due to be
   * pinged at every full second, and a look that comes just then would never see such a moment.
   */
  private awaitPause(): void {
    const isBusy = (): boolean => this.election.leader?.isIdle === false;
    if (isBusy()) this.world.agenda.runUntil(this.world.nowMs + PAUSE_WITHIN_MS, () => this.isFine() && isBusy());
  }

  private tellProgress(): void {
    const { world, phase } = this;
    this.scenario.onProgress?.({ phase, simulatedMs: world.nowMs - START_MS, steps: world.agenda.steps });
  }

  private settle(): void {
    this.phase = "settling";
    for (const framework of this.frameworks) framework.windDown();
    this.passUntil(SETTLE_MS, () => unsettled(this).length === 0);
    if (this.isFine()) for (const watcher of this.world.watchers("settled")) watcher.settled();
  }

  private empty(): void {
    if (!this.isFine()) return;
    this.phase = "emptying";
    this.passUntil(EMPTY_MS, () => {
      for (const framework of this.frameworks) framework.tasks.killAll();
      return this.frameworks.every(({ tasks }) => tasks.size === 0);
    });
    // One after the other: each farewell is told to every agent.
    this.frameworks.forEach((framework, i) => this.world.agenda.after(i * LEAVE_EVERY_MS, () => framework.leave()));
    this.passUntil(EMPTY_MS, () => remains(this).length === 0);
    if (this.isFine()) for (const watcher of this.world.watchers("emptied")) watcher.emptied();
  }

  private passUntil(mostMs: number, isEnough: () => boolean): void {
    const untilMs = this.world.nowMs + mostMs;
    while (this.world.nowMs < untilMs && this.isFine()) {
      this.pass(MINUTE_MS / 2);
      if (this.isFine() && isEnough()) return;
    }
  }

  private isFine(): boolean {
    return this.world.violations.length < this.mostViolations;
  }

  private newAgent(index: number): SimAgent {
    const settings = { index, resources: this.chance.pick(this.scenario.machines) };
    if (index < this.scenario.realAgents) return new RealAgent(this.world, this.election, settings);
    return new LightAgent(this.world, this.election, settings);
  }

  private newFramework(index: number): Framework {
    const character = this.scenario.character?.(index) ?? this.drawCharacter(index);
    return new Framework(this.world, this.election, `framework-${index}`, character, index);
  }

  private drawCharacter(index: number): Character {
    const chance = this.chance.fork();
    return isShared(this.scenario) ? drawTeamCharacter(chance, index, this.scenario) : drawCharacter(chance, this.scenario);
  }

  private checkers() {
    const ledger = new Ledger(this);
    const wanting = new Wanting();
    return [
      ledger, offersChecker(this, ledger), durableChecker(this), updatesChecker(this), booksChecker(this),
      quotaChecker(this, wanting), convergenceChecker(this), fenceChecker(this), restartChecker(this),
      streamsChecker(this), fairChecker(this, wanting),
    ];
  }

  private outcome(): Outcome {
    const { world } = this;
    return {
      seed: world.seed,
      violations: world.violations,
      checks: Object.values(CHECKS),
      tries: world.tries,
      hash: world.trace.hash(),
      steps: world.agenda.steps,
      lines: world.trace.count,
      simulatedMs: world.nowMs - START_MS,
      offers: this.frameworks.reduce((sum, { offered }) => sum + offered, 0),
      launches: this.frameworks.reduce((sum, { tasks }) => sum + tasks.launches, 0),
      masterStarts: this.masters.reduce((sum, { run }) => sum + run, 0),
      faults: this.faults.count,
      tail: () => world.trace.tail(),
    };
  }
}
