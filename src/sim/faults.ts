/**
 * What goes wrong, when the seed says so. Each kind comes by itself, so many times an hour; what lasts is undone when its time
 * is over, and everything is when the faults are.
 */
import type { Chance } from "./chance.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { AgentEnd } from "./agent.ts";
import type { MasterHost } from "./master-host.ts";
import type { Cluster } from "./simulation.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What a fault can reach. `lasting` undoes itself after a time. */
interface Reach {
  readonly cluster: Cluster;
  readonly chance: Chance;
  lasting(ms: number, undo: () => void): void;
}

interface FaultKind {
  /** How often in an hour. */
  readonly perHour: number;
  /** Says what it has done, or nothing if there was nobody to do it to. */
  strike(reach: Reach): string | undefined;
}

const KINDS = {
  "agent-restart": { perHour: 6, strike: (reach) => endAgent(reach, "restart") },
  "agent-reboot": { perHour: 3, strike: (reach) => endAgent(reach, "reboot") },
  "agent-wipe": { perHour: 1, strike: (reach) => endAgent(reach, "wipe") },
  partition: { perHour: 6, strike: partition },
  clog: { perHour: 4, strike: clog },
  "connection-drop": { perHour: 20, strike: dropConnection },
  "master-crash": { perHour: 2, strike: ({ cluster }) => withLeader(cluster, (leader) => leader.crash(false, "crash")) },
  "master-power-loss": { perHour: 1, strike: ({ cluster }) => withLeader(cluster, (leader) => leader.crash(true, "power loss")) },
  "master-freeze": { perHour: 2, strike: freezeMaster },
  "lease-expiry": { perHour: 1, strike: expireLease },
  "clock-jump": { perHour: 3, strike: jumpClock },
  "store-slow": { perHour: 3, strike: slowStore },
  "store-fails": { perHour: 1, strike: failStore },
  "store-disconnects": { perHour: 3, strike: disconnectStore },
  "session-loss": { perHour: 1, strike: loseSessionWhileWriting },
  "stale-leader": { perHour: 1, strike: makeStaleLeader },
  "stream-close": { perHour: 6, strike: closeStream },
  "slow-reader": { perHour: 4, strike: slowReader },
  "framework-crash": { perHour: 4, strike: endFramework },
  "cycle-slow": { perHour: 3, strike: slowCycles },
  "cycle-lost": { perHour: 6, strike: loseCycles },
} as const satisfies Readonly<Record<string, FaultKind>>;

type FaultName = keyof typeof KINDS;

/** How often in an hour each kind comes. */
export type FaultPlan = ReadonlyMap<FaultName, number>;

export const FAULT_NAMES = Object.keys(KINDS) as readonly FaultName[];

export const NO_FAULTS: FaultPlan = new Map();

export const ALL_FAULTS: FaultPlan = new Map(FAULT_NAMES.map((name) => [name, KINDS[name].perHour]));

/** `all`, `none`, or a list such as `master-crash,partition:20` with how often in an hour. */
export function parseFaults(text: string): Result<FaultPlan> {
  if (text === "all") return ok(ALL_FAULTS);
  const plan = new Map<FaultName, number>();
  if (text === "none") return ok(plan);
  for (const item of text.split(",")) {
    const [name, rate] = item.split(":");
    if (!Object.hasOwn(KINDS, name!)) return err(`There is no fault '${name}': choose from ${FAULT_NAMES.join(", ")}`);
    const perHour = rate === undefined ? KINDS[name as FaultName].perHour : Number(rate);
    if (!(perHour > 0)) return err(`Fault '${item}' comes '${rate}' times an hour: expected a number above 0`);
    plan.set(name as FaultName, perHour);
  }
  return ok(plan);
}

export class Faults {
  /** How many there were. */
  count = 0;
  private readonly cluster: Cluster;
  private readonly chance: Chance;
  private readonly plan: FaultPlan;
  private readonly undos = new Set<() => void>();
  private isOver = false;

  constructor(cluster: Cluster, plan: FaultPlan) {
    this.cluster = cluster;
    this.chance = cluster.world.fork();
    this.plan = plan;
  }

  start(): void {
    for (const [name, perHour] of this.plan) this.next(name, HOUR_MS / perHour, this.chance.fork());
  }

  /** From now on everything is all right. */
  stop(): void {
    this.isOver = true;
    for (const undo of [...this.undos]) undo();
  }

  private next(name: FaultName, everyMs: number, chance: Chance): void {
    const { world } = this.cluster;
    world.agenda.after(chance.exponential(everyMs), () => {
      if (this.isOver) return;
      const what = KINDS[name].strike({ cluster: this.cluster, chance, lasting: (ms, undo) => this.lasting(ms, undo) });
      if (what !== undefined) {
        this.count++;
        world.note("fault", name, what);
      }
      this.next(name, everyMs, chance);
    });
  }

  private lasting(ms: number, undo: () => void): void {
    const once = (): void => {
      if (!this.undos.delete(once)) return;
      this.cluster.world.note("fault", "is over");
      undo();
    };
    this.undos.add(once);
    this.cluster.world.agenda.after(ms, once);
  }
}

/** Mostly short, sometimes longer than anybody waits. */
function duration(chance: Chance): number {
  return chance.happens(0.7) ? chance.between(SECOND_MS, 30 * SECOND_MS) : chance.between(MINUTE_MS, 15 * MINUTE_MS);
}

function withLeader({ election }: Cluster, act: (leader: MasterHost) => void): string | undefined {
  const { leader } = election;
  if (leader === undefined) return undefined;
  act(leader);
  return leader.name;
}

function endAgent({ cluster, chance }: Reach, how: AgentEnd): string {
  const agent = chance.pick(cluster.agents);
  agent.end(how);
  return agent.name;
}

function endFramework({ cluster, chance }: Reach): string {
  const framework = chance.pick(cluster.frameworks);
  framework.end(chance.happens(0.3));
  return framework.name;
}

/** Some agents and schedulers, or the leader alone, are on the other side. */
function partition({ cluster, chance, lasting }: Reach): string {
  const { world, masters, agents, frameworks, election } = cluster;
  const everybody = [...agents, ...frameworks];
  const share = chance.pick([0, 0.1, 0.5]);
  const chosen = everybody.filter(() => chance.happens(share)).map(({ name }) => name);
  const isLeaderAlone = chance.happens(0.2) && election.leader !== undefined;
  const left = new Set(isLeaderAlone ? [election.leader!.name] : chosen.length > 0 ? chosen : [chance.pick(everybody).name]);
  const ms = duration(chance);
  lasting(ms, world.network.cut(left, isLeaderAlone ? undefined : new Set(masters.map(({ name }) => name))));
  return `${left.size > 5 ? `${left.size} hosts` : [...left].join(", ")} for ${Math.round(ms / SECOND_MS)} s`;
}

function clog({ cluster, chance, lasting }: Reach): string {
  const { world, agents, frameworks } = cluster;
  const share = chance.pick([0.1, 1]);
  const left = new Set([...agents, ...frameworks].filter(() => chance.happens(share)).map(({ name }) => name));
  const extraMs = chance.pick([100, 2_000, 10_000]);
  const ms = duration(chance);
  lasting(ms, world.network.clog(left, extraMs));
  return `${left.size} hosts, ${extraMs} ms, for ${Math.round(ms / SECOND_MS)} s`;
}

function dropConnection({ cluster, chance }: Reach): string | undefined {
  const { leader } = cluster.election;
  const connections = leader === undefined ? [] : [...cluster.world.network.connections.get(leader)!];
  if (connections.length === 0) return undefined;
  const connection = chance.pick(connections);
  connection.break();
  return `${connection.opener.name} - ${connection.listener.name}`;
}

function freezeMaster({ cluster, chance }: Reach): string | undefined {
  const ms = chance.between(SECOND_MS, 2 * MINUTE_MS);
  return withLeader(cluster, (leader) => leader.freeze(ms));
}

function expireLease({ cluster }: Reach): string | undefined {
  const name = cluster.election.leader?.name;
  cluster.election.expire();
  return name;
}

/** The wall clock of one host is set, ahead or back. */
function jumpClock({ cluster, chance }: Reach): string | undefined {
  const ms = chance.pick([-100_000, -2_000, 2_000, 20_000, 100_000]);
  const isLeader = chance.happens(0.5);
  const agent = chance.pick(cluster.agents);
  if (!isLeader) agent.jumpClock(ms);
  const name = isLeader ? withLeader(cluster, (leader) => leader.jumpClock(ms)) : agent.name;
  return name === undefined ? undefined : `${name} by ${ms / SECOND_MS} s`;
}

function slowStore({ cluster, chance, lasting }: Reach): string {
  const { store } = cluster.world;
  store.slowness = chance.pick([30, 1_000]);
  lasting(chance.between(SECOND_MS, 30 * SECOND_MS), () => (store.slowness = 1));
  return `${store.slowness} times`;
}

function failStore({ cluster, lasting }: Reach): string {
  const { store } = cluster.world;
  store.failures = 1;
  lasting(MINUTE_MS, () => (store.failures = 0));
  return "the next write";
}

function disconnectStore({ cluster, chance, lasting }: Reach): string {
  const { store } = cluster.world;
  store.disconnections = 1 + chance.below(3);
  lasting(MINUTE_MS, () => (store.disconnections = 0));
  return `at the next ${store.disconnections} writes`;
}

/** ZooKeeper ends the leader's session at the very moment a write is under way. */
function loseSessionWhileWriting({ cluster, lasting }: Reach): string {
  const { election, world: { store } } = cluster;
  store.onUnderWay = () => election.expire();
  lasting(MINUTE_MS, () => (store.onUnderWay = undefined));
  return "at the next write";
}

/** It stands still, another one is elected, and it goes on as if nothing had been. */
function makeStaleLeader({ cluster, chance }: Reach): string | undefined {
  const ms = chance.between(SECOND_MS, MINUTE_MS);
  return withLeader(cluster, (leader) => {
    leader.freeze(ms);
    cluster.election.expire();
  });
}

function closeStream({ cluster, chance }: Reach): string {
  const reader = chance.pick([...cluster.frameworks, ...cluster.readers]);
  reader.cutStream();
  return reader.name;
}

function slowReader({ cluster, chance, lasting }: Reach): string {
  const reader = chance.pick([...cluster.frameworks, ...cluster.readers]);
  reader.setStreamReading(false);
  lasting(chance.between(SECOND_MS, 5 * MINUTE_MS), () => reader.setStreamReading(true));
  return reader.name;
}

function slowCycles({ cluster, chance, lasting }: Reach): string | undefined {
  const slowness = chance.pick([100, 1_000]);
  return withLeader(cluster, (leader) => {
    leader.cycleSlowness = slowness;
    lasting(MINUTE_MS, () => (leader.cycleSlowness = 1));
  });
}

function loseCycles({ cluster }: Reach): string | undefined {
  return withLeader(cluster, (leader) => (leader.lostCycles = 1));
}
