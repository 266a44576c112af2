/**
 * A scheduler that follows a script: jobs come, it launches them on offers, acknowledges (or forgets to), reconciles, kills,
 * falls over and comes back. What it is like is its character; what it believes is what checkers hold against the agents.
 */
import type { FrameworkInfo, MasterInfo, Offer, OfferID, TaskStatus } from "../model/gen/mesos.ts";
import { frameworkId } from "../model/id.ts";
import type { FrameworkId } from "../model/id.ts";
import { contains, subtract, unallocate } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { isTerminalTask } from "../model/task-state.ts";
import type { HttpResponse } from "../master/event.ts";
import type { SchedulerCall, SchedulerEvent } from "../wire/v1/scheduler.ts";
import type { Chance } from "./chance.ts";
import type { Character } from "./character.ts";
import { CHECKS } from "./checkers/names.ts";
import type { Election } from "./election.ts";
import { FrameworkTasks } from "./framework-tasks.ts";
import type { Job } from "./framework-tasks.ts";
import { DriverLine } from "./driver-line.ts";
import type { Connection, Host } from "./network.ts";
import { SchedulerLine } from "./scheduler-line.ts";
import type { SchedulerConnection } from "./scheduler-line.ts";
import { writeScript } from "./script.ts";
import { eventText } from "./spoken.ts";
import type { Parcel } from "./parcel.ts";
import type { World } from "./world.ts";

const RESTART_MS = 8_000;
/** Until a driver that has torn its framework down asks whether it was heard: masters remember only so many that have gone. */
const ASK_AGAIN_MS = 500;
const SUBSCRIBE_BACKOFF_MS = 1_000;
const SUBSCRIBE_BACKOFF_MAX_MS = 30_000;
/** Heartbeats come every 15 s; after so long without a word the connection is not worth keeping. */
const SILENCE_MS = 65_000;
/** Drivers hear no heartbeats, and nothing at all while they want nothing. */
const DRIVER_SILENCE_MS = 600_000;
const LAST_WORD_MS = 1_000;
const ACKNOWLEDGE_MS = 20;
const RECONCILE_MS = 180_000;
/** As it is recommended: an agent may be back with tasks of which it was last said that they are lost. */
const RECONCILE_ALL_MS = 900_000;

export class Framework implements Host {
  readonly name: string;
  /** Where a driver listens. */
  readonly address: string | undefined;
  number = 0;
  isUp = false;
  isDark = false;
  isReading = true;
  readonly character: Character;
  id: FrameworkId | undefined;
  /** Offers in hand. */
  readonly offers = new Map<string, Offer>();
  readonly tasks: FrameworkTasks;
  /** How many offers it got. */
  offered = 0;
  isSubscribed = false;
  /** No new jobs are taken. */
  isWindingDown = false;
  /** It tears itself down for good, and has done so. */
  isLeaving = false;
  isGone = false;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly election: Election;
  private readonly line: SchedulerConnection;
  private readonly driver: DriverLine | undefined;
  private master: MasterInfo | undefined;
  private run = 0;
  private heardAtMs = 0;
  private backoffMs = SUBSCRIBE_BACKOFF_MS;
  private isSuppressed = false;
  private jobs: Job[] = [];
  private unwatch: () => void = () => {};

  constructor(world: World, election: Election, name: string, character: Character, index: number) {
    this.world = world;
    this.election = election;
    this.name = name;
    this.character = character;
    this.chance = world.fork();
    this.tasks = new FrameworkTasks(world, this, this.chance.fork());
    const isDriver = character.api === "driver";
    this.address = isDriver ? `10.200.${index >> 8}.${index & 255}:7000` : undefined;
    this.driver = isDriver ? new DriverLine(world, this, this.chance.fork(), (event) => this.hear(event)) : undefined;
    this.line = this.driver ?? new SchedulerLine(world, this, character.media, {
      onEvent: (event) => this.hear(event),
      onClosed: (answer) => this.closed(answer),
      onRefused: (call, answer) => this.refused(call, answer),
    });
    world.network.join(this);
  }

  start(): void {
    this.run++;
    this.world.network.comeUp(this);
    this.world.note(this.name, "starts", this.id);
    this.unwatch = this.election.watch((leader) => this.detected(leader));
    this.every(this.character.jobEveryMs, () => this.takeJobs());
    this.every(RECONCILE_MS, () => this.tasks.reconcile());
    this.every(RECONCILE_ALL_MS, () => this.tasks.reconcileAll());
    this.every(this.character.killEveryMs, () => this.tasks.killOne());
    this.every(this.character.teardownEveryMs, () => this.tearDown());
    this.watchSilence();
  }

  /** The program ends; it remembers its id and its tasks when it comes back. */
  end(isDark: boolean): void {
    if (!this.isUp) return;
    this.world.note(this.name, isDark ? "loses power" : "ends");
    this.world.network.goDown(this, isDark);
    this.run++;
    this.unwatch();
    this.line.forget();
    this.lose();
    this.jobs = [];
    const { run } = this;
    this.world.agenda.after(this.chance.exponential(this.isLeaving ? ASK_AGAIN_MS : RESTART_MS), () => {
      if (this.run === run && !this.isGone) this.start();
    });
  }

  /** Ends the framework; unless it is the end of the run it begins anew under another id. */
  tearDown(): void {
    if (this.id === undefined || !this.isSubscribed) return;
    this.call({ type: "TEARDOWN" });
    // A driver that has said so stops; the next one finds out whether it was heard.
    if (this.driver !== undefined) this.world.agenda.after(LAST_WORD_MS, () => this.end(false));
  }

  /** Tears itself down for good. */
  leave(): void {
    this.isLeaving = true;
    if (this.id === undefined) this.isGone = true;
    this.tearDown();
  }

  windDown(): void {
    this.isWindingDown = true;
    this.jobs = [];
  }

  cutStream(): void {
    this.line.cut();
  }

  setStreamReading(isReading: boolean): void {
    this.line.setReading(isReading);
  }

  receive(connection: Connection, item: unknown): void {
    this.driver?.receive(connection, item as Parcel);
  }

  onOver(): void {}

  call(call: SchedulerCall): void {
    if (this.id === undefined || !this.isSubscribed) return;
    this.line.call({ framework_id: { value: this.id }, ...call });
  }

  private every(meanMs: number, act: () => void): void {
    if (meanMs === Infinity) return;
    const { run } = this;
    this.world.agenda.after(this.chance.exponential(meanMs), () => {
      if (this.run !== run) return;
      act();
      this.every(meanMs, act);
    });
  }

  private detected(leader: MasterInfo | undefined): void {
    this.master = leader;
    if (leader === undefined) return;
    this.line.close();
    this.lose();
    this.backoffMs = SUBSCRIBE_BACKOFF_MS;
    this.subscribeSoon();
  }

  private subscribeSoon(): void {
    const { run } = this;
    const delayMs = this.chance.fraction() * this.backoffMs;
    this.backoffMs = Math.min(this.backoffMs * 2, SUBSCRIBE_BACKOFF_MAX_MS);
    this.world.agenda.after(delayMs, () => {
      if (this.run === run && !this.isSubscribed && !this.line.isOpen && !this.isGone) this.subscribe();
    });
  }

  private subscribe(): void {
    if (this.master === undefined) return;
    this.heardAtMs = this.world.nowMs;
    const { id } = this;
    const info = this.character.info(this.name);
    const framework_info: FrameworkInfo = id === undefined ? info : { ...info, id: { value: id } };
    const framework = id === undefined ? {} : { framework_id: { value: id } };
    this.isSuppressed = false;
    this.line.subscribe(this.master, { type: "SUBSCRIBE", ...framework, subscribe: { framework_info } });
  }

  private closed(answer: HttpResponse | undefined): void {
    if (answer !== undefined) this.world.note(this.name, "is refused", `${answer.status} ${String(answer.body ?? "")}`);
    this.lose();
    this.subscribeSoon();
  }

  private lose(): void {
    this.isSubscribed = false;
    this.offers.clear();
  }

  private watchSilence(): void {
    this.every(10_000, () => {
      const silenceMs = this.driver === undefined ? SILENCE_MS : DRIVER_SILENCE_MS;
      if (this.master === undefined || this.isGone || this.world.nowMs - this.heardAtMs < silenceMs) return;
      this.world.note(this.name, "hears nothing and hangs up");
      if (this.driver !== undefined) return this.end(false);
      this.line.close();
      this.lose();
      this.subscribe();
    });
  }

  private refused(call: SchedulerCall, { status, body }: HttpResponse): void {
    const why = `${status} ${String(body ?? "")}`;
    this.world.note(this.name, `${call.type ?? ""} is refused`, why);
    // That nobody knows us, or our stream, is the way of the world; that we cannot be understood is not.
    if (/^400 Failed to/.test(why)) this.world.violate(CHECKS.calls, `${this.name} said ${call.type ?? ""} and was answered ${why}`);
  }

  private hear(event: SchedulerEvent): void {
    this.heardAtMs = this.world.nowMs;
    this.world.heard(this.line.peer ?? this, this, event.type ?? "", () => eventText(event));
    for (const watcher of this.world.watchers("onFrameworkEvent")) watcher.onFrameworkEvent(this, event);
    switch (event.type) {
      case "SUBSCRIBED":
        return this.subscribed(frameworkId(event.subscribed!.framework_id.value));
      case "OFFERS":
        return this.consider(event.offers!.offers ?? []);
      case "RESCIND":
        this.offers.delete(event.rescind!.offer_id.value);
        return;
      case "INVERSE_OFFERS":
        return this.answerInverse((event.inverse_offers!.inverse_offers ?? []).map(({ id }) => id));
      case "UPDATE":
        return this.update(event.update!.status);
      case "ERROR":
        return this.hearError(event.error!.message);
      default:
    }
  }

  private subscribed(id: FrameworkId): void {
    if (this.id !== undefined && this.id !== id) {
      this.world.violate(CHECKS.ids, `${this.name} is ${this.id} and is told to be ${id}`);
    }
    this.id = id;
    this.isSubscribed = true;
    // A driver that asked twice is answered twice; what it was offered in between has been taken back without a word.
    this.offers.clear();
    this.backoffMs = SUBSCRIBE_BACKOFF_MS;
    if (this.isLeaving) return this.tearDown();
    this.tasks.reconcileAll();
    this.suppressIfIdle();
  }

  /** What is said on a stream that then ends. After a teardown the next life begins without an id. */
  private hearError(message: string): void {
    this.world.note(this.name, "hears an error:", message);
    if (message === "Framework has been removed") this.beginAnew();
    // A driver does not survive it; whoever looks after it starts it again.
    if (this.driver !== undefined) this.end(false);
  }

  private beginAnew(): void {
    this.id = undefined;
    this.tasks.abandon();
    this.lose();
    this.isGone = this.isLeaving;
    this.backoffMs = SUBSCRIBE_BACKOFF_MS;
  }

  private takeJobs(): void {
    const room = this.character.mostTasks - this.jobs.length - this.tasks.size;
    if (this.isWindingDown || room <= 0) return;
    for (let i = Math.min(this.character.wave, room); i > 0; i--) this.jobs.push(this.tasks.newJob());
    if (!this.isSuppressed || !this.isSubscribed) return;
    this.isSuppressed = false;
    this.call({ type: "REVIVE" });
  }

  private suppressIfIdle(): void {
    if (!this.character.suppresses || this.isSuppressed || this.jobs.length > 0 || !this.isSubscribed) return;
    this.isSuppressed = true;
    this.call({ type: "SUPPRESS" });
  }

  private consider(offers: readonly Offer[]): void {
    this.offered += offers.length;
    for (const offer of offers) this.offers.set(offer.id.value, offer);
    const { thinkMs, hoards, hoardMs } = this.character;
    const delayMs = this.chance.exponential(this.chance.happens(hoards) ? hoardMs : thinkMs);
    this.world.agenda.after(delayMs, () => this.answer(offers));
  }

  private answerInverse(inverse_offer_ids: readonly OfferID[]): void {
    if (this.chance.happens(0.3)) return;
    const answer = { inverse_offer_ids, filters: { refuse_seconds: this.character.refuseSeconds } };
    if (this.chance.happens(0.5)) this.call({ type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: answer });
    else this.call({ type: "DECLINE_INVERSE_OFFERS", decline_inverse_offers: answer });
  }

  /** Launches what fits on those that are still there, and declines the others at once. */
  private answer(offers: readonly Offer[]): void {
    if (!this.isSubscribed) return;
    const unused: Offer[] = [];
    for (const offer of offers) {
      if (this.offers.get(offer.id.value) !== offer) continue;
      this.offers.delete(offer.id.value);
      const chosen = this.jobs.length === 0 ? [] : this.choose(unallocate(offer.resources ?? []));
      if (chosen.length === 0) unused.push(offer);
      else this.launch(offer, chosen);
    }
    if (unused.length > 0) {
      const filters = { refuse_seconds: this.character.refuseSeconds };
      this.call({ type: "DECLINE", decline: { offer_ids: unused.map(({ id }) => id), filters } });
    }
    this.suppressIfIdle();
  }

  private choose(free: Resources): Job[] {
    const chosen: Job[] = [];
    let left = free;
    while (this.jobs.length > 0 && contains(left, this.jobs[0]!.resources)) {
      const job = this.jobs.shift()!;
      left = subtract(left, job.resources);
      chosen.push(job);
    }
    return chosen;
  }

  private launch(offer: Offer, jobs: readonly Job[]): void {
    const filters = { refuse_seconds: this.character.refuseSeconds };
    const task_infos = jobs.map((job) => {
      this.tasks.launched(job, offer.agent_id.value);
      return {
        name: job.id,
        task_id: { value: job.id },
        agent_id: offer.agent_id,
        resources: job.resources,
        command: { value: writeScript(job) },
      };
    });
    this.call({
      type: "ACCEPT",
      accept: { offer_ids: [offer.id], operations: [{ type: "LAUNCH", launch: { task_infos } }], filters },
    });
  }

  private update(status: TaskStatus): void {
    const { task_id, agent_id, uuid, state } = status;
    this.tasks.hear(status);
    if (!this.tasks.has(task_id.value) && !isTerminalTask(state) && state !== "TASK_UNKNOWN" && state !== "TASK_UNREACHABLE") {
      this.call({ type: "KILL", kill: { task_id, ...(agent_id === undefined ? {} : { agent_id }) } });
    }
    if (uuid === undefined || agent_id === undefined || this.chance.happens(this.character.forgets)) return;
    this.world.agenda.after(this.chance.exponential(ACKNOWLEDGE_MS), () => {
      this.call({ type: "ACKNOWLEDGE", acknowledge: { agent_id, task_id, uuid } });
    });
  }
}
