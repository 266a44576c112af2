/**
 * Who leads, and who is told. The leader announced last may not know yet that it leads, an earlier one may not know that it no
 * longer does, and everybody hears of it at another time.
 */
import type { MasterInfo } from "../model/gen/mesos.ts";
import { parseUpid, printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Chance } from "./chance.ts";
import type { MasterHost } from "./master-host.ts";
import type { StoreSession } from "./store.ts";
import type { World } from "./world.ts";

/** Until others see that the leader is gone: the rest of its session. */
const SESSION_MS = 6_000;
/** Mean time until a leader hears that its session has ended. */
const TELL_MS = 2_000;
/** Mean time until one of those who watch hears the news. */
const NEWS_MS = 300;

type Watcher = (leader: MasterInfo | undefined) => void;

export class Election {
  leader: MasterHost | undefined;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly candidates: MasterHost[] = [];
  private readonly watchers = new Set<Watcher>();
  private announced: MasterInfo | undefined;
  private pid: Upid | undefined;
  /** Of the one who leads, with the store. */
  private session: StoreSession | undefined;

  constructor(world: World) {
    this.world = world;
    this.chance = world.fork();
  }

  /** A master that is up and would lead. */
  contend(master: MasterHost): void {
    this.candidates.push(master);
    if (this.leader === undefined) this.world.agenda.after(this.chance.exponential(20), () => this.elect());
  }

  /** A candidate's program has ended. */
  withdraw(master: MasterHost): void {
    const at = this.candidates.indexOf(master);
    if (at >= 0) this.candidates.splice(at, 1);
    if (this.leader === master) this.depose();
  }

  /** The leader's session ends although it lives: it will be told when it has had time to do harm. */
  expire(): void {
    const old = this.leader;
    if (old === undefined) return;
    this.session?.expire();
    this.withdraw(old);
    this.tellExpired(old, old.run);
  }

  /** Where it listens; one object for all, so that thousands of agents need not keep one each. */
  pidOf(leader: MasterInfo | undefined): Upid | undefined {
    if (leader?.pid === undefined) return undefined;
    if (this.pid === undefined || printUpid(this.pid) !== leader.pid) {
      const read = parseUpid(leader.pid);
      this.pid = read.ok ? read.value : undefined;
    }
    return this.pid;
  }

  /** Tells the current leader and every other one. */
  watch(watcher: Watcher): () => void {
    this.watchers.add(watcher);
    this.tell(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** A process that stands still hears nothing; when it goes on it acts first. */
  private tellExpired(old: MasterHost, run: number): void {
    this.world.agenda.after(this.chance.exponential(TELL_MS), () => {
      if (old.run !== run || !old.isUp) return;
      if (old.isFrozen) this.tellExpired(old, run);
      else old.fail("this master's session has ended, another one may lead");
    });
  }

  private depose(): void {
    this.leader = undefined;
    const { agenda } = this.world;
    agenda.after(this.chance.between(0, SESSION_MS), () => {
      if (this.leader === undefined) this.announce(undefined);
    });
    agenda.after(this.chance.between(0, SESSION_MS), () => this.elect());
  }

  private elect(): void {
    if (this.leader !== undefined || this.candidates.length === 0) return;
    const leader = this.candidates[0]!;
    this.leader = leader;
    this.world.note(leader.name, "is elected");
    this.announce(leader.info);
    this.session = this.world.store.open(leader.name);
    leader.lead(this.session);
  }

  private announce(leader: MasterInfo | undefined): void {
    this.announced = leader;
    for (const watcher of this.watchers) this.tell(watcher);
  }

  private tell(watcher: Watcher): void {
    const news = this.announced;
    this.world.agenda.after(this.chance.exponential(NEWS_MS), () => {
      // Older news that arrives after newer is not news.
      if (this.watchers.has(watcher) && news === this.announced) watcher(news);
    });
  }
}
