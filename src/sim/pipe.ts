/**
 * One direction of a connection: what is sent comes through after a while, in order, unless the way is cut or the reader does not
 * read. A large cluster has most of these, so all that an item on its way needs is kept in here.
 */
import type { Entry } from "./agenda.ts";
import type { Connection, Host, Network } from "./network.ts";

/** How long somebody repeats himself to one who does not answer. */
const SHORTEST_SILENCE_MS = 5_000;
const LONGEST_SILENCE_MS = 40_000;

/** 0: who opened the connection. 1: who was connected to. */
export type End = 0 | 1;

/** The last item of a connection, which ends it. */
export const ENDING = Symbol("ending");

export function otherEnd(end: End): End {
  return end === 0 ? 1 : 0;
}

export class Pipe {
  /** Who listens does not read. */
  isAsleep = false;
  private readonly network: Network;
  private readonly connection: Connection;
  private readonly to: End;
  private readonly receiver: Host;
  /** What is on its way. Mostly nothing or one item, so the first one stands apart from those behind it. */
  private first: unknown = undefined;
  private readonly others: unknown[] = [];
  private waiting = 0;
  /** So many of those waiting have arrived at a closed door. */
  private parked = 0;
  private lastAtMs = 0;
  private patience: Entry | undefined;
  /** So many of the arrivals to come are of items that were cleared away. */
  private cleared = 0;
  private expiresAtMs = Infinity;

  constructor(network: Network, connection: Connection, to: End) {
    this.network = network;
    this.connection = connection;
    this.to = to;
    this.receiver = to === 0 ? connection.opener : connection.listener;
  }

  get length(): number {
    return this.waiting;
  }

  /** Nothing is on its way, and nothing is in the way. */
  get isClear(): boolean {
    return this.waiting === 0 && this.obstacle() === undefined;
  }

  send(item: unknown): void {
    if (this.waiting++ === 0) this.first = item;
    else this.others.push(item);
    if (this.parked > 0 || this.obstacle() !== undefined) this.park();
    else this.plan();
  }

  release(): void {
    if (this.obstacle() !== undefined) return;
    this.network.unpark(this);
    this.network.agenda.callOff(this.patience);
    this.patience = undefined;
    const { parked } = this;
    this.parked = 0;
    for (let i = 0; i < parked; i++) this.plan();
  }

  clear(): void {
    this.cleared += this.waiting - this.parked;
    this.first = undefined;
    this.others.length = 0;
    this.waiting = 0;
    this.parked = 0;
    this.network.unpark(this);
    this.network.agenda.callOff(this.patience);
    this.patience = undefined;
  }

  /** Items that are not there by then are lost. */
  expire(ms: number): void {
    this.expiresAtMs = this.network.agenda.nowMs + ms;
  }

  /** The next item has come to the other end. */
  happen(): void {
    if (this.cleared > 0) {
      this.cleared--;
      return;
    }
    if (this.parked > 0 || this.obstacle() !== undefined) return this.park();
    const item = this.first;
    this.first = --this.waiting === 0 ? undefined : this.others.shift();
    const isLate = this.network.agenda.nowMs > this.expiresAtMs && item !== ENDING;
    if (!isLate) this.connection.arrive(this.to, item);
  }

  private plan(): void {
    const { connection: { listener, opener }, network, network: { agenda } } = this;
    this.lastAtMs = Math.max(this.lastAtMs, agenda.nowMs + network.latency(opener, listener));
    agenda.at(this.lastAtMs, this);
  }

  private park(): void {
    this.parked++;
    this.network.park(this);
    if (this.patience !== undefined || this.obstacle() !== "way") return;
    const { agenda, chance } = this.network;
    this.patience = agenda.after(chance.between(SHORTEST_SILENCE_MS, LONGEST_SILENCE_MS), () => {
      this.patience = undefined;
      if (this.parked > 0) this.connection.giveUp(otherEnd(this.to));
    });
  }

  /** Why nothing may arrive for now: the way there, or the reader. */
  private obstacle(): "way" | "reader" | undefined {
    const { connection, network, receiver } = this;
    if (receiver.isDark || network.isCut(connection.opener, connection.listener)) return "way";
    return receiver.isReading && !this.isAsleep ? undefined : "reader";
  }
}
