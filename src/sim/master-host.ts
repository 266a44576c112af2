/**
 * A master's program in the world: the loop of design §1 (master/loop.ts) with the rules of the real one (shell/drive.ts), and
 * whatever a network, a disk and a clock may do to it.
 */
import { createAllocator } from "../allocator/hierarchical.ts";
import type { CycleJob, CycleResult } from "../allocator/allocator.ts";
import type { HttpRequest, MasterEvent, RequestId, Timer } from "../master/event.ts";
import { Loop } from "../master/loop.ts";
import { createMaster } from "../master/master.ts";
import type { Master } from "../master/master.ts";
import type { MasterOptions } from "../master/options.ts";
import { Outbox } from "../master/outbox.ts";
import type { Effect } from "../master/outbox.ts";
import type { FlightSink } from "../master/flight/flight.ts";
import type { MasterInfo } from "../model/gen/mesos.ts";
import type { SchedulerCall } from "../wire/v1/scheduler.ts";
import type { Chance } from "./chance.ts";
import { CHECKS } from "./checkers/names.ts";
import type { Election } from "./election.ts";
import { pilotOf } from "./flight.ts";
import type { Pilot } from "./flight.ts";
import { FrontDoor } from "./front-door.ts";
import type { CallItem } from "./front-door.ts";
import { HostClock } from "./host-clock.ts";
import type { Connection, Host } from "./network.ts";
import type { StoreSession } from "./store.ts";
import { fieldsText, messageName, messageText } from "./spoken.ts";
import { SimTransport } from "./transport.ts";
import type { Parcel } from "./parcel.ts";
import type { World } from "./world.ts";

/** Mean time between an event and the turn that steps it; other events join it meanwhile. */
const TURN_MS = 0.3;
/** A turn is cut short after 10 ms of work: so often, in a world in which work takes no time. */
const SHORT_TURNS = 0.02;
const CYCLE_MS = 3;
/** Until a program that ended is started again, at least and at most. */
const SHORTEST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 10_000;
/** Requests whose decoded call is remembered for those who watch. */
const MAX_CALLS = 100_000;
/** A worker of the pool died with the cycle. */
const STATUS_WORKER_DIED = 2;

/** The core, or a broken one to try the checkers on. */
export interface Core {
  step(master: Master, event: MasterEvent, nowMs: number, out: Outbox): void;
  afterBatch(master: Master, nowMs: number, out: Outbox): void;
}

export interface MasterSettings {
  readonly core: Core;
  /** Everything but what differs from run to run. */
  readonly options: Omit<MasterOptions, "id" | "ip" | "port" | "hostname" | "startedAtMs">;
  /** Registry writes need not be durable before effects go out: to try the checkers on. */
  readonly sendsBeforePersist: boolean;
  /** Where each run of each master writes its flight record; absent: nowhere. */
  readonly flight?: (master: string, run: number) => FlightSink;
}

export class MasterHost implements Host {
  readonly name: string;
  readonly address: string;
  number = 0;
  isUp = false;
  isDark = false;
  isReading = true;
  /** The whole machine stands still. */
  isFrozen = false;
  /** Which run of the program this is. */
  run = 0;
  core!: Master;
  pilot!: Pilot;
  /** How much slower than usual its cycles are, and how many of the next ones are lost. */
  cycleSlowness = 1;
  lostCycles = 0;
  readonly door: FrontDoor;
  private readonly clock: HostClock<Timer>;
  private readonly world: World;
  private readonly election: Election;
  private readonly settings: MasterSettings;
  private readonly chance: Chance;
  private readonly ip: string;
  private readonly transport: SimTransport;
  private readonly calls = new Map<RequestId, SchedulerCall | undefined>();
  private session: StoreSession | undefined;
  private loop = new Loop();
  private isTurnPlanned = false;
  private unwatch: () => void = () => {};

  constructor(world: World, election: Election, index: number, settings: MasterSettings) {
    this.world = world;
    this.clock = new HostClock(world.agenda, (timer) => this.offer({ type: "timer", timer }));
    this.election = election;
    this.settings = settings;
    this.chance = world.fork();
    this.name = `master-${index}`;
    this.ip = `10.0.0.${index + 1}`;
    this.address = `${this.ip}:5050`;
    this.transport = new SimTransport(world, this, { host: this.ip, port: 5050 }, (peer) => this.offer({ type: "exited", peer }));
    this.door = new FrontDoor(world, this, {
      onRequest: (request, call) => this.takeRequest(request, call),
      onStreamClosed: (stream) => this.offer({ type: "stream-closed", stream }),
    });
    world.network.join(this);
  }

  get info(): MasterInfo {
    return this.core.info;
  }

  get leads(): boolean {
    return this.isUp && this.core.electedAtMs !== undefined;
  }

  get timerKeys(): IterableIterator<string> {
    return this.clock.armed;
  }

  /** Nothing is under way or waits, in here. */
  get isIdle(): boolean {
    return this.loop.isIdle;
  }

  start(): void {
    const { world } = this;
    this.run++;
    this.clock.start();
    const { options } = this.settings;
    const full: MasterOptions = {
      ...options,
      id: this.chance.uuid(),
      ip: this.ip,
      port: 5050,
      hostname: `${this.name}.sim`,
      startedAtMs: this.nowMs(),
      allocator: { ...options.allocator, seed: this.chance.seed() },
    };
    this.core = createMaster(full, createAllocator(full.allocator, world.kernel));
    const { core, flight } = this.settings;
    this.pilot = pilotOf(this.core, core, flight?.(this.name, this.run), this.nowMs());
    world.network.comeUp(this);
    world.note(this.name, "starts");
    this.unwatch = this.election.watch((leader) => this.offer({ type: "detected", leader }));
    this.election.contend(this);
  }

  lead(session: StoreSession): void {
    this.session = session;
    const { run } = this;
    session.load((registry) => {
      if (!this.isUp || this.run !== run) return session.abandon(false);
      this.loop.lead(registry);
      this.planTurn();
    });
  }

  /** The program ends; it is started again after a while. */
  crash(isDark: boolean, why: string): void {
    if (!this.isUp) return;
    const { world } = this;
    world.note(this.name, isDark ? "loses power" : "ends", why);
    world.network.goDown(this, isDark);
    if (!isDark) this.pilot.end(why);
    this.unwatch();
    this.session?.abandon(isDark);
    this.session = undefined;
    this.transport.forget();
    this.door.forget();
    this.clock.end();
    this.calls.clear();
    this.loop = new Loop();
    this.isTurnPlanned = this.isFrozen = false;
    this.isReading = true;
    this.election.withdraw(this);
    for (const watcher of world.watchers("onMasterDown")) watcher.onMasterDown(this);
    world.agenda.after(this.chance.between(SHORTEST_RESTART_MS, LONGEST_RESTART_MS), () => this.start());
  }

  fail(why: string): void {
    this.crash(false, why);
  }

  /** The wall clock is set, ahead or back. */
  jumpClock(ms: number): void {
    this.clock.jump(ms);
  }

  /** The whole machine stands still for a while (a virtual machine is moved); when it goes on, its clock has gone on too. */
  freeze(ms: number): void {
    const { run } = this;
    this.isFrozen = true;
    this.world.network.setReading(this, false);
    this.world.agenda.after(ms, () => {
      if (!this.isUp || this.run !== run) return;
      this.isFrozen = false;
      this.world.network.setReading(this, !this.loop.isPressed);
      this.planTurn();
    });
  }

  nowMs(): number {
    return this.clock.nowMs;
  }

  receive(connection: Connection, item: unknown): void {
    const parcel = item as Parcel | CallItem;
    if (parcel.kind === "call") return this.door.take(connection, parcel);
    if (parcel.to !== "master" && !parcel.to.startsWith("slave-observer(")) return;
    const { message } = parcel;
    this.world.heard(connection.opener, this, messageName(message), () => messageText(message));
    this.offer({ type: "message", from: parcel.from, to: parcel.to, message });
  }

  onOver(connection: Connection): void {
    this.door.onOver(connection);
  }

  offer(event: MasterEvent): void {
    if (!this.isUp) return;
    if (this.loop.offer(event)) this.press();
    this.planTurn();
  }

  private takeRequest(request: HttpRequest, call: SchedulerCall | undefined): void {
    if (this.calls.size < MAX_CALLS) this.calls.set(request.id, call);
    this.offer({ type: "request", request });
  }

  private press(): void {
    this.world.network.setReading(this, !this.loop.isPressed && !this.isFrozen);
  }

  private planTurn(): void {
    if (this.isTurnPlanned || this.isFrozen || !this.loop.wantsTurn) return;
    this.isTurnPlanned = true;
    const { run } = this;
    this.world.agenda.after(this.chance.exponential(TURN_MS), () => {
      if (this.run !== run || !this.isUp) return;
      this.isTurnPlanned = false;
      if (this.isFrozen) return;
      this.turn();
      this.planTurn();
    });
  }

  private turn(): void {
    const { chance, loop, pilot, settings, world } = this;
    const events = loop.takeEvents(chance.happens(SHORT_TURNS) ? 1 + chance.below(10) : undefined);
    const out = new Outbox();
    const nowMs = this.nowMs();
    try {
      for (const event of events) {
        this.tellWatchers(event);
        pilot.step(event, nowMs, out);
        for (const watcher of world.watchers("afterStep")) watcher.afterStep(this, event);
      }
      pilot.afterBatch(nowMs, out);
      for (const watcher of world.watchers("onBatch")) watcher.onBatch(this, out);
      if (loop.finish(out) || settings.sendsBeforePersist) this.release(out);
      this.write();
    } catch (error) {
      world.violate(CHECKS.assertion, `${this.name} threw: ${(error as Error).stack ?? String(error)}`);
      this.fail("an assertion failed");
    }
    if (loop.relieve()) this.press();
  }

  private tellWatchers(event: MasterEvent): void {
    const call = event.type === "request" ? this.calls.get(event.request.id) : undefined;
    if (event.type === "request") this.calls.delete(event.request.id);
    for (const watcher of this.world.watchers("onStep")) watcher.onStep(this, event, call);
  }

  /** Writes what waits, again and again until nothing does. */
  private write(): void {
    const { loop, run } = this;
    const writes = loop.nextWrite();
    if (writes === undefined) return;
    this.session!.apply(writes, (error) => {
      if (this.run !== run || !this.isUp) return;
      if (error !== undefined) return this.fail(error);
      const outs = loop.written();
      if (!this.settings.sendsBeforePersist) for (const out of outs) this.release(out);
      if (!this.isUp) return;
      this.write();
      this.planTurn();
    });
  }

  private release(out: Outbox): void {
    const { run } = this;
    for (const effect of out.effects) {
      if (this.run !== run || !this.isUp) return;
      for (const watcher of this.world.watchers("onEffect")) watcher.onEffect(this, effect);
      this.carryOut(effect);
    }
    for (const { then } of out.persists) this.offer({ type: "persisted", then });
  }

  private carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        return this.transport.send(effect.fromActor, effect.to, effect.message);
      case "broadcast":
        return this.transport.broadcast(effect.fromActor, effect.to, effect.message);
      case "link":
        return this.transport.link(effect.to);
      case "relink":
        return this.transport.relink(effect.to);
      case "unlink":
        return this.transport.unlink(effect.to);
      case "reply":
        return this.door.reply(effect.request, effect.response);
      case "measure":
        return this.offer({ type: "request", request: { ...effect.request, readings: {} } });
      case "open":
        return this.door.open(effect.request, effect.stream, effect.media);
      case "write":
        return this.door.write(effect.stream, effect.event);
      case "publish":
        return this.door.publish(effect.streams, effect.event);
      case "record":
        return this.door.record(effect.stream, effect.content);
      case "end":
        return this.door.end(effect.stream);
      case "arm":
        return this.clock.arm(effect.key, effect.atMs, effect.timer);
      case "disarm":
        return this.clock.disarm(effect.key);
      case "allocate":
        return this.allocate(effect.job);
      case "resign":
        return this.fail(effect.why);
      case "log":
        if (effect.level !== "debug") this.world.note(this.name, effect.text, () => fieldsText(effect.fields));
    }
  }

  /** The pool may run it at once or late; what the master says meanwhile must make no difference to it. */
  private allocate(job: CycleJob): void {
    const { world, chance, run } = this;
    const isLost = this.lostCycles > 0;
    if (isLost) this.lostCycles--;
    const now: CycleResult | undefined = isLost ? { cycle: job.cycle, status: STATUS_WORKER_DIED }
      : chance.happens(0.5) ? { cycle: job.cycle, status: world.runKernel(job) } : undefined;
    world.agenda.after(chance.exponential(CYCLE_MS * this.cycleSlowness), () => {
      if (this.run !== run || !this.isUp) return;
      this.offer({ type: "allocated", result: now ?? { cycle: job.cycle, status: world.runKernel(job) } });
    });
  }
}

