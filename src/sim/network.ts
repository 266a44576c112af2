/**
 * Hosts and the connections between them. A connection carries items both ways, first in, first out, each after a while; an
 * item is lost only together with its connection. What can go wrong is what goes wrong with TCP:
 *
 *     cut      nothing passes between two hosts: items wait, and if it lasts the end that waits gives up, alone
 *     clog     everything takes longer
 *     break    both ends learn soon that it is over; items on their way are lost
 *     crash    the other ends learn soon; a host without power says nothing, and whoever writes to it gives up in time
 *     pause    a reader does not read; items wait
 */
import type { Agenda, Entry } from "./agenda.ts";
import type { Chance } from "./chance.ts";

/** How long the kernel tries to connect, and how long it repeats itself to somebody who does not answer. */
const CONNECT_TIMEOUT_MS = 15_000;
const SHORTEST_SILENCE_MS = 5_000;
const LONGEST_SILENCE_MS = 40_000;
/**
 * What the kernel of a host still sends for a program that has ended arrives within this time or never. Later it could be a
 * launch from a master that was replaced meanwhile by another one at its address: on this wire nobody could tell.
 */
const LAST_WORDS_MS = 300;

/** 0: who opened the connection. 1: who was connected to. */
type End = 0 | 1;

export interface Host {
  readonly name: string;
  /** `host:port` where it listens. */
  readonly address: string | undefined;
  isUp: boolean;
  /** Without power: it does not even refuse. */
  isDark: boolean;
  isReading: boolean;
  /** Something came over a connection that was opened to it. */
  receive(connection: Connection, item: unknown): void;
  /** A connection that was opened to it is over. */
  onOver(connection: Connection): void;
}

export interface ConnectionHandlers {
  receive(item: unknown): void;
  /** It is over, and not because of `close`. */
  onOver(): void;
}

interface Cut {
  readonly left: ReadonlySet<string>;
  /** Undefined: everybody else. */
  readonly right: ReadonlySet<string> | undefined;
}

export interface Clog extends Cut {
  readonly extraMs: number;
}

export interface NetworkOptions {
  /** Mean time an item takes. */
  readonly latencyMs: number;
}

export class Network {
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly hosts = new Map<string, Host>();
  readonly connections = new Map<Host, Set<Connection>>();
  private readonly latencyMs: number;
  private cuts: Cut[] = [];
  private clogs: Clog[] = [];
  private readonly parked = new Set<Pipe>();
  /** Stands for addresses where nobody ever listened. */
  private readonly nowhere: Host = {
    name: "nowhere", address: undefined, isUp: false, isDark: false, isReading: true, receive() {}, onOver() {},
  };

  constructor(agenda: Agenda, chance: Chance, { latencyMs }: NetworkOptions) {
    this.agenda = agenda;
    this.chance = chance;
    this.latencyMs = latencyMs;
    this.join(this.nowhere);
  }

  join(host: Host): void {
    this.connections.set(host, new Set());
    if (host.address !== undefined) this.hosts.set(host.address, host);
  }

  connect(from: Host, address: string, handlers: ConnectionHandlers): Connection {
    const connection = new Connection(this, from, this.hosts.get(address) ?? this.nowhere, handlers);
    this.connections.get(from)!.add(connection);
    return connection;
  }

  /** The program on the host ends: with a word to its peers (the kernel's), or in the dark. */
  goDown(host: Host, isDark: boolean): void {
    host.isUp = false;
    host.isDark = isDark;
    for (const connection of [...this.connections.get(host)!]) connection.lose(host, isDark);
  }

  comeUp(host: Host): void {
    host.isUp = true;
    host.isDark = false;
    this.retry();
  }

  /** Nothing passes between these hosts (or between them and everybody else) until the returned function is called. */
  cut(left: ReadonlySet<string>, right?: ReadonlySet<string>): () => void {
    const cut = { left, right };
    this.cuts.push(cut);
    return () => {
      this.cuts = this.cuts.filter((other) => other !== cut);
      this.retry();
    };
  }

  clog(clog: Clog): () => void {
    this.clogs.push(clog);
    return () => {
      this.clogs = this.clogs.filter((other) => other !== clog);
    };
  }

  setReading(host: Host, isReading: boolean): void {
    host.isReading = isReading;
    if (isReading) this.retry();
  }

  /** What waited may go on, where nothing is in its way any more. */
  retry(): void {
    for (const pipe of [...this.parked]) pipe.release();
  }

  isCut(left: Host, right: Host): boolean {
    return this.cuts.length > 0 && this.cuts.some((cut) => isBetween(cut, left.name, right.name));
  }

  latency(left: Host, right: Host): number {
    const { chance } = this;
    let ms = 0.05 + chance.exponential(this.latencyMs);
    for (const clog of this.clogs) if (isBetween(clog, left.name, right.name)) ms += chance.between(0, 2 * clog.extraMs);
    return ms;
  }

  park(pipe: Pipe): void {
    this.parked.add(pipe);
  }

  unpark(pipe: Pipe): void {
    this.parked.delete(pipe);
  }

  forget(connection: Connection): void {
    for (const host of connection.hosts) this.connections.get(host)!.delete(connection);
  }
}

function isBetween({ left, right }: Cut, one: string, other: string): boolean {
  if (left.has(one)) return right === undefined ? !left.has(other) : right.has(other);
  return left.has(other) && (right === undefined || right.has(one));
}

/** The first item of a connection, which opens it, and the last one, which ends it. */
const OPENING = Symbol("opening");
const ENDING = Symbol("ending");

export class Connection {
  readonly hosts: readonly [Host, Host];
  private readonly network: Network;
  private readonly handlers: ConnectionHandlers;
  private readonly pipes: readonly [Pipe, Pipe];
  private readonly over: [boolean, boolean] = [false, false];
  private readonly asleep: [boolean, boolean] = [false, false];
  private accepted = false;
  /** Nothing passes any more, whether or not both ends know. */
  private broken = false;
  private connecting: Entry | undefined;

  constructor(network: Network, from: Host, to: Host, handlers: ConnectionHandlers) {
    this.network = network;
    this.hosts = [from, to];
    this.handlers = handlers;
    this.pipes = [new Pipe(network, this, 0), new Pipe(network, this, 1)];
    this.connecting = network.agenda.after(CONNECT_TIMEOUT_MS, () => {
      this.connecting = undefined;
      this.giveUp(0);
    });
    this.pipes[0].send(OPENING);
  }

  get isOver(): boolean {
    return this.over[0];
  }

  /** Items on their way to the end that was connected to, or back from it. */
  queued(from: End): number {
    return this.pipes[from].length;
  }

  send(from: End, item: unknown): void {
    if (!this.over[from] && !this.broken) this.pipes[from].send(item);
  }

  /** What was sent still arrives, then the other end hears that it is over. */
  close(end: End): void {
    if (this.over[end]) return;
    if (!this.broken) this.pipes[end].send(ENDING);
    this.finish(end);
  }

  /** What was sent and has not arrived never will; the other end hears soon that it is over. */
  reset(end: End): void {
    if (this.over[end]) return;
    this.broken = true;
    this.pipes[end].clear();
    this.finish(end);
    this.tellSoon((1 - end) as End);
  }

  /** Cut in the middle: both ends learn of it. */
  break(): void {
    this.broken = true;
    for (const end of [0, 1] as const) this.tellSoon(end);
    this.pipes[0].clear();
    this.pipes[1].clear();
  }

  /** A reader that does not keep up. */
  setReading(end: End, isReading: boolean): void {
    this.asleep[end] = !isReading;
    if (isReading) this.network.retry();
  }

  /** One of the hosts is gone. */
  lose(host: Host, isDark: boolean): void {
    const end = this.hosts[0] === host ? 0 : 1;
    const other = (1 - end) as End;
    if (this.over[end]) return;
    this.finish(end);
    if (isDark) return this.pipes[end].expire(LAST_WORDS_MS);
    // What the program wrote last may still be on its way, or die with it.
    if (this.network.chance.happens(0.5)) this.pipes[end].clear();
    this.pipes[end].expire(LAST_WORDS_MS);
    if (!this.over[other] && !this.broken) this.pipes[end].send(ENDING);
  }

  /** An item has come to the end `to`. */
  arrive(to: End, item: unknown): void {
    const from = (1 - to) as End;
    if (item === OPENING) return this.open();
    if (this.over[to]) {
      if (item !== ENDING) this.tellSoon(from);
      return;
    }
    if (item === ENDING) return this.tell(to);
    if (to === 0) this.handlers.receive(item);
    else this.hosts[1].receive(this, item);
  }

  /** Why nothing may arrive at this end for now: the way there, or the reader. */
  obstacle(to: End): "way" | "reader" | undefined {
    const [opener, listener] = this.hosts;
    const host = to === 0 ? opener : listener;
    if (this.network.isCut(opener, listener) || host.isDark) return "way";
    return host.isReading && !this.asleep[to] ? undefined : "reader";
  }

  /** The items of this end have not got through for too long. */
  giveUp(end: End): void {
    this.pipes[end].clear();
    this.tell(end);
  }

  private open(): void {
    this.network.agenda.callOff(this.connecting);
    this.connecting = undefined;
    const listener = this.hosts[1];
    if (!listener.isUp) return this.refuse();
    this.accepted = true;
    this.network.connections.get(listener)!.add(this);
  }

  private refuse(): void {
    this.network.agenda.callOff(this.connecting);
    this.connecting = undefined;
    this.broken = true;
    this.tellSoon(0);
    this.pipes[0].clear();
  }

  private tellSoon(end: End): void {
    if (this.over[end]) return;
    this.network.agenda.after(this.network.chance.exponential(1), () => this.tell(end));
  }

  private tell(end: End): void {
    if (this.over[end]) return;
    this.finish(end);
    if (end === 0) this.handlers.onOver();
    else if (this.accepted) this.hosts[1].onOver(this);
  }

  private finish(end: End): void {
    this.over[end] = true;
    if (end === 0) this.network.agenda.callOff(this.connecting);
    if (this.over[1 - end] === true || !this.accepted) this.network.forget(this);
  }
}

/** One direction of a connection. */
class Pipe {
  private readonly network: Network;
  private readonly connection: Connection;
  private readonly from: End;
  private readonly waiting: unknown[] = [];
  /** So many of those waiting have arrived at a closed door. */
  private parked = 0;
  private lastAtMs = 0;
  private patience: Entry | undefined;
  /** So many of the arrivals to come are of items that were cleared away. */
  private cleared = 0;
  private expiresAtMs = Infinity;

  constructor(network: Network, connection: Connection, from: End) {
    this.network = network;
    this.connection = connection;
    this.from = from;
  }

  get length(): number {
    return this.waiting.length;
  }

  send(item: unknown): void {
    this.waiting.push(item);
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
    this.cleared += this.waiting.length - this.parked;
    this.waiting.length = 0;
    this.parked = 0;
    this.network.unpark(this);
    this.network.agenda.callOff(this.patience);
    this.patience = undefined;
  }

  /** Items that are not there by then are lost. */
  expire(ms: number): void {
    this.expiresAtMs = this.network.agenda.nowMs + ms;
  }

  private plan(): void {
    const { agenda } = this.network;
    const [opener, listener] = this.connection.hosts;
    this.lastAtMs = Math.max(this.lastAtMs, agenda.nowMs + this.network.latency(opener, listener));
    agenda.at(this.lastAtMs, this.arrive);
  }

  private readonly arrive = (): void => {
    if (this.cleared > 0) {
      this.cleared--;
      return;
    }
    if (this.parked > 0 || this.obstacle() !== undefined) return this.park();
    const item = this.waiting.shift();
    const isLate = this.network.agenda.nowMs > this.expiresAtMs && item !== ENDING;
    if (!isLate) this.connection.arrive((1 - this.from) as End, item);
  };

  private park(): void {
    this.parked++;
    this.network.park(this);
    if (this.patience !== undefined || this.obstacle() !== "way") return;
    const { agenda, chance } = this.network;
    this.patience = agenda.after(chance.between(SHORTEST_SILENCE_MS, LONGEST_SILENCE_MS), () => {
      this.patience = undefined;
      if (this.parked > 0) this.connection.giveUp(this.from);
    });
  }

  private obstacle(): "way" | "reader" | undefined {
    return this.connection.obstacle((1 - this.from) as End);
  }
}
