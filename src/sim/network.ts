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
import { ENDING, Pipe, otherEnd } from "./pipe.ts";
import type { End } from "./pipe.ts";
import type { Still } from "./still.ts";

/** How long the kernel tries to connect. */
const CONNECT_TIMEOUT_MS = 15_000;
/**
 * What the kernel of a host still sends for a program that has ended arrives within this time or never. Later it could be a
 * launch from a master that was replaced meanwhile by another one at its address: on this wire nobody could tell.
 */
const LAST_WORDS_MS = 300;

export interface Host {
  readonly name: string;
  /** Which one it is of those in this network; set by `join`. */
  number: number;
  /** `host:port` where it listens. */
  readonly address: string | undefined;
  isUp: boolean;
  /** Without power: it does not even refuse. */
  isDark: boolean;
  isReading: boolean;
  /** Something came over a connection that was opened to it. */
  receive(connection: Connection, item: unknown): void;
  /** Has heard at once what means nothing to it, whenever it comes; false: it is to come in its time. */
  shrugs?(connection: Connection, item: unknown): boolean;
  /** A connection that was opened to it is over. */
  onOver(connection: Connection): void;
}

export interface ConnectionHandlers {
  /** Where whoever opens it keeps in mind that nothing moves on it. */
  readonly still?: Still;
  receive(item: unknown): void;
  /** It is over, and not because of `close`. */
  onOver(): void;
}

/** Between whom something is in the way, by the number of each host. */
interface Between {
  readonly left: Uint8Array;
  /** Undefined: everybody else. */
  readonly right: Uint8Array | undefined;
}

export interface NetworkOptions {
  /** Mean time an item takes. */
  readonly latencyMs: number;
}

export class Network {
  readonly agenda: Agenda;
  readonly chance: Chance;
  private readonly hosts = new Map<string, Host>();
  readonly connections = new Map<Host, Set<Connection>>();
  /** How often the way of many has changed at once. */
  obstacles = 0;
  private readonly latencyMs: number;
  private cuts: Between[] = [];
  private clogs: (Between & { readonly extraMs: number })[] = [];
  private readonly parked = new Set<Pipe>();
  /** Stands for addresses where nobody ever listened. */
  private readonly nowhere: Host = {
    name: "nowhere", number: 0, address: undefined, isUp: false, isDark: false, isReading: true, receive() {}, onOver() {},
  };

  constructor(agenda: Agenda, chance: Chance, { latencyMs }: NetworkOptions) {
    this.agenda = agenda;
    this.chance = chance;
    this.latencyMs = latencyMs;
    this.join(this.nowhere);
  }

  join(host: Host): void {
    host.number = this.connections.size;
    this.connections.set(host, new Set());
    if (host.address !== undefined) this.hosts.set(host.address, host);
  }

  /** Who listens there; if nobody ever did, somebody who is never up. */
  hostAt(address: string): Host {
    return this.hosts.get(address) ?? this.nowhere;
  }

  connect(from: Host, address: string, handlers: ConnectionHandlers): Connection {
    const connection = new Connection(this, from, this.hostAt(address), handlers);
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
    const cut = this.between(left, right);
    this.cuts.push(cut);
    this.obstacles++;
    return () => {
      this.cuts = this.cuts.filter((other) => other !== cut);
      this.retry();
    };
  }

  /** All that passes between these hosts and everybody else takes longer until the returned function is called. */
  clog(left: ReadonlySet<string>, extraMs: number): () => void {
    const clog = { ...this.between(left), extraMs };
    this.clogs.push(clog);
    return () => {
      this.clogs = this.clogs.filter((other) => other !== clog);
    };
  }

  setReading(host: Host, isReading: boolean): void {
    host.isReading = isReading;
    if (host.shrugs !== undefined) this.obstacles++;
    if (isReading) this.retry();
  }

  /** What waited may go on, where nothing is in its way any more. */
  retry(): void {
    for (const pipe of [...this.parked]) pipe.release();
  }

  isCut(left: Host, right: Host): boolean {
    return this.cuts.length > 0 && this.cuts.some((cut) => isBetween(cut, left.number, right.number));
  }

  latency(left: Host, right: Host): number {
    const { chance } = this;
    let ms = 0.05 + chance.exponential(this.latencyMs);
    for (const clog of this.clogs) if (isBetween(clog, left.number, right.number)) ms += chance.between(0, 2 * clog.extraMs);
    return ms;
  }

  park(pipe: Pipe): void {
    this.parked.add(pipe);
  }

  unpark(pipe: Pipe): void {
    this.parked.delete(pipe);
  }

  private between(left: ReadonlySet<string>, right?: ReadonlySet<string>): Between {
    return { left: this.numbersOf(left), right: right === undefined ? undefined : this.numbersOf(right) };
  }

  private numbersOf(names: ReadonlySet<string>): Uint8Array {
    const numbers = new Uint8Array(this.connections.size);
    for (const { name, number } of this.connections.keys()) if (names.has(name)) numbers[number] = 1;
    return numbers;
  }

  forget(connection: Connection): void {
    this.connections.get(connection.opener)!.delete(connection);
    this.connections.get(connection.listener)!.delete(connection);
  }
}

function isBetween({ left, right }: Between, one: number, other: number): boolean {
  if (left[one] === 1) return right === undefined ? left[other] !== 1 : right[other] === 1;
  return left[other] === 1 && (right === undefined || right[one] === 1);
}

/** The first item of a connection, which opens it. */
const OPENING = Symbol("opening");

export class Connection {
  readonly opener: Host;
  readonly listener: Host;
  private readonly network: Network;
  private readonly handlers: ConnectionHandlers;
  private readonly forth: Pipe;
  private readonly back: Pipe;
  private openerIsOver = false;
  private listenerIsOver = false;
  private accepted = false;
  /** Nothing passes any more, whether or not both ends know. */
  private broken = false;
  private connecting: Entry | undefined;

  constructor(network: Network, from: Host, to: Host, handlers: ConnectionHandlers) {
    this.network = network;
    this.opener = from;
    this.listener = to;
    this.handlers = handlers;
    this.forth = new Pipe(network, this, 1);
    this.back = new Pipe(network, this, 0);
    this.connecting = network.agenda.after(CONNECT_TIMEOUT_MS, () => {
      this.connecting = undefined;
      this.giveUp(0);
    });
    this.forth.send(OPENING);
  }

  /** Items on their way to the end that was connected to, or back from it. */
  queued(from: End): number {
    return this.pipeFrom(from).length;
  }

  send(from: End, item: unknown): void {
    if (this.isOver(from) || this.broken) return;
    if (from === 1) return this.back.send(item);
    if (this.isShrugged(item)) {
      this.network.agenda.steps++;
      this.handlers.still?.add(this.listener.number);
    } else {
      this.stir();
      this.forth.send(item);
    }
  }

  /** What was sent still arrives, then the other end hears that it is over. */
  close(end: End): void {
    if (this.isOver(end)) return;
    if (!this.broken) this.pipeFrom(end).send(ENDING);
    this.finish(end);
  }

  /** What was sent and has not arrived never will; the other end hears soon that it is over. */
  reset(end: End): void {
    if (this.isOver(end)) return;
    this.broken = true;
    this.pipeFrom(end).clear();
    this.finish(end);
    this.tellSoon(otherEnd(end));
  }

  /** Cut in the middle: both ends learn of it. */
  break(): void {
    this.broken = true;
    this.stir();
    for (const end of [0, 1] as const) this.tellSoon(end);
    this.forth.clear();
    this.back.clear();
  }

  /** A reader that does not keep up. */
  setReading(end: End, isReading: boolean): void {
    this.pipeFrom(otherEnd(end)).isAsleep = !isReading;
    this.stir();
    if (isReading) this.network.retry();
  }

  /** One of the hosts is gone. */
  lose(host: Host, isDark: boolean): void {
    const end = this.opener === host ? 0 : 1;
    if (this.isOver(end)) return;
    this.finish(end);
    const pipe = this.pipeFrom(end);
    if (isDark) return pipe.expire(LAST_WORDS_MS);
    // What the program wrote last may still be on its way, or die with it.
    if (this.network.chance.happens(0.5)) pipe.clear();
    pipe.expire(LAST_WORDS_MS);
    if (!this.isOver(otherEnd(end)) && !this.broken) pipe.send(ENDING);
  }

  /** An item has come through to the end `to`. */
  arrive(to: End, item: unknown): void {
    if (item === OPENING) return this.open();
    if (this.isOver(to)) {
      if (item !== ENDING) this.tellSoon(otherEnd(to));
      return;
    }
    if (item === ENDING) return this.tell(to);
    if (to === 0) this.handlers.receive(item);
    else this.listener.receive(this, item);
  }

  /** The items of this end have not got through for too long. */
  giveUp(end: End): void {
    this.pipeFrom(end).clear();
    this.tell(end);
  }

  /** What goes to everybody means nothing to most: of a million of these, each needs no way and no time of its own. */
  private isShrugged(item: unknown): boolean {
    const { accepted, forth, listener, listenerIsOver } = this;
    return listener.shrugs !== undefined && accepted && !listenerIsOver && forth.isClear && listener.shrugs(this, item);
  }

  private pipeFrom(end: End): Pipe {
    return end === 0 ? this.forth : this.back;
  }

  private isOver(end: End): boolean {
    return end === 0 ? this.openerIsOver : this.listenerIsOver;
  }

  private open(): void {
    this.network.agenda.callOff(this.connecting);
    this.connecting = undefined;
    if (!this.listener.isUp) return this.refuse();
    this.accepted = true;
    this.network.connections.get(this.listener)!.add(this);
  }

  private refuse(): void {
    this.broken = true;
    this.tellSoon(0);
    this.forth.clear();
  }

  private tellSoon(end: End): void {
    if (this.isOver(end)) return;
    this.network.agenda.after(this.network.chance.exponential(1), () => this.tell(end));
  }

  private tell(end: End): void {
    if (this.isOver(end)) return;
    this.finish(end);
    if (end === 0) this.handlers.onOver();
    else if (this.accepted) this.listener.onOver(this);
  }

  /** What was seen of it does not hold any more. */
  private stir(): void {
    this.handlers.still?.delete(this.listener.number);
  }

  private finish(end: End): void {
    this.stir();
    if (end === 1) this.listenerIsOver = true;
    else {
      this.openerIsOver = true;
      this.network.agenda.callOff(this.connecting);
    }
    if (this.isOver(otherEnd(end)) || !this.accepted) this.network.forget(this);
  }
}
