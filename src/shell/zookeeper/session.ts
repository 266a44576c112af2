/**
 * One ZooKeeper session, by a client of our own. A leader must know to the moment until when nobody else can have been
 * elected, so what counts here is what happens when a server falls silent. The client library that others use for Node
 * was measured first (node-zookeeper-client 1.1.3, session timeout 4 s, server stopped with SIGSTOP): after 20 s it
 * still called itself connected, had tried no other server, and a request waited for ever; a server that accepts but
 * does not answer the first packet holds it for good; bytes of a broken connection are kept and read in front of the
 * next one's; and an error code it does not know is thrown out of a socket's handler.
 *
 *     tick, several times per session timeout T:
 *       no contact for T ........ the session counts as lost, whatever the server would say (REG-34)
 *       nothing received for S, or a request not answered for T/2 (a server that is cut off from the others answers
 *       pings all the same) ..... the connection counts as broken; the next server is tried
 *       otherwise ............... a ping
 *
 * Contact is when the newest request that was answered had been *sent*, so it is never younger than what the server
 * knows.
 *
 * What was sent when a connection breaks fails with CONNECTION_LOSS: it was done or not. What waits is sent on the next
 * one. Watches are called when something happened, or may have happened while we were away.
 */
import type { Clock, Log } from "../../ports.ts";
import { Connection } from "./connection.ts";
import { JuteReader, JuteWriter } from "./jute.ts";
import {
  CODE, NO_SESSION, REQUEST, XID, ZooKeeperError, authPacket, connectPacket, pingPacket, readConnected, readMulti,
  readStat, writeCreate, writeMulti,
} from "./protocol.ts";
import type { Acl, Change, CreateMode, Stat } from "./protocol.ts";
import type { ZooKeeperUrl } from "./url.ts";

export interface SessionOptions {
  readonly url: ZooKeeperUrl;
  /** Asked for; the servers may decide on another one. */
  readonly timeoutMs: number;
  /** How often contact is made in the time of a session timeout: more often for those who lead. */
  readonly pingsPerTimeout: number;
  readonly clock: Clock;
  readonly log: Log;
  /** The session is over, and not by `close`. Called once. */
  onLost(why: string): void;
}

interface Request {
  readonly type: number;
  readonly body: (to: JuteWriter) => JuteWriter;
  readonly what: string;
  resolve(answer: JuteReader): void;
  reject(error: Error): void;
  xid: number;
  sentAtMs: number;
}

const MAX_XID = 0x7fff_ffff;
/** Part of the session timeout, on top of the time between two pings, that a server may stay silent. */
const SILENCE = 0.25;
/** How long the goodbye may take. */
const CLOSE_MS = 1_000;
/** Until the servers are tried again when all refused: at most this, at random. */
const RETRY_MS = 1_000;

export class Session {
  readonly #options: SessionOptions;
  readonly #servers: ZooKeeperUrl["servers"];
  /** The next server to try, and how many did not have us since one did. */
  #next = 0;
  #failures = 0;
  #session = NO_SESSION;
  #timeoutMs: number;
  #connection: Connection | undefined;
  #connected = false;
  #ended: string | undefined;
  #xid = 0;
  #zxid = 0n;
  #waiting: Request[] = [];
  #sent: Request[] = [];
  #pings: number[] = [];
  #contactAtMs = 0;
  #receivedAtMs = 0;
  #lastSentAtMs = 0;
  #openedAtMs = 0;
  readonly #watches = new Map<string, Set<() => void>>();
  #disarm: () => void = () => {};

  /** Begins to connect; requests may be made at once. */
  constructor(options: SessionOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs;
    const from = Math.floor(Math.random() * options.url.servers.length);
    this.#servers = [...options.url.servers.slice(from), ...options.url.servers.slice(0, from)];
    this.#connect();
    this.#tick();
  }

  /** When we last had word from a server, as of the moment we asked. */
  get contactAtMs(): number {
    return this.#contactAtMs;
  }

  /** Stands in what is ephemeral as its owner. */
  get id(): bigint {
    return this.#session.id;
  }

  /** As the servers decided. */
  get timeoutMs(): number {
    return this.#timeoutMs;
  }

  /** The path it got. */
  create(path: string, data: Uint8Array, acl: Acl, mode: CreateMode = {}): Promise<string> {
    const body = (to: JuteWriter): JuteWriter => writeCreate(to, path, data, acl, mode);
    return this.#request(REQUEST.create, `create ${path}`, body, (from) => from.text());
  }

  async exists(path: string): Promise<Stat | undefined> {
    try {
      return await this.#request(REQUEST.exists, `exists ${path}`, (to) => to.text(path).bool(false), readStat);
    } catch (error) {
      if (isError(error, CODE.NO_NODE)) return undefined;
      throw error;
    }
  }

  get(path: string): Promise<{ readonly data: Uint8Array; readonly stat: Stat }> {
    return this.#request(REQUEST.getData, `get ${path}`, (to) => to.text(path).bool(false), (from) => {
      const data = Uint8Array.from(from.buffer());
      return { data, stat: readStat(from) };
    });
  }

  set(path: string, data: Uint8Array, version: number): Promise<Stat> {
    return this.#request(REQUEST.setData, `set ${path}`, (to) => to.text(path).buffer(data).int(version), readStat);
  }

  async remove(path: string): Promise<void> {
    await this.#request(REQUEST.delete, `delete ${path}`, (to) => to.text(path).int(-1), () => undefined);
  }

  /** Names of the children. `changed` is called once, when they are (or may be) others. */
  children(path: string, changed?: () => void): Promise<readonly string[]> {
    const body = (to: JuteWriter): JuteWriter => to.text(path).bool(changed !== undefined);
    return this.#request(REQUEST.getChildren, `children of ${path}`, body, (from) => {
      const names = from.texts();
      if (changed !== undefined) {
        const watches = this.#watches.get(path) ?? new Set();
        this.#watches.set(path, watches.add(changed));
      }
      return names;
    });
  }

  /** Does all changes or none; rejects with the code of the first that could not be done. */
  multi(changes: readonly Change[]): Promise<void> {
    return this.#request(REQUEST.multi, "multi", (to) => writeMulti(to, changes), (from) => {
      const failed = readMulti(from);
      if (failed === undefined) return;
      const { kind, path } = changes[failed.index]!;
      throw new ZooKeeperError(failed.code, `${kind} ${path}`);
    });
  }

  /**
   * Ends the session at the servers: what is ephemeral is gone for everybody when this resolves, if a server can be
   * reached.
   */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const goodbye = this.#connected ? this.#request(REQUEST.close, "close", (to) => to, () => undefined) : undefined;
    this.#ended = "closed";
    if (goodbye !== undefined) {
      await new Promise<void>((done) => {
        const disarm = this.#options.clock.arm(this.#options.clock.nowMs() + CLOSE_MS, done);
        goodbye.catch(() => {}).finally(() => (disarm(), done()));
      });
    }
    this.#end(CODE.CONNECTION_LOSS);
  }

  #request<T>(type: number, what: string, body: Request["body"], decode: (answer: JuteReader) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) {
        return reject(new ZooKeeperError(CODE.SESSION_EXPIRED, `${what}, but the session is over`));
      }
      const take = (answer: JuteReader): void => {
        try {
          resolve(decode(answer));
        } catch (error) {
          reject(error as Error);
        }
      };
      this.#waiting.push({ type, body, what, resolve: take, reject, xid: 0, sentAtMs: 0 });
      this.#sendWaiting();
    });
  }

  #sendWaiting(): void {
    if (!this.#connected) return;
    const nowMs = this.#options.clock.nowMs();
    for (const request of this.#waiting) {
      this.#xid = this.#xid === MAX_XID ? 1 : this.#xid + 1;
      request.xid = this.#xid;
      request.sentAtMs = this.#lastSentAtMs = nowMs;
      this.#sent.push(request);
      this.#connection!.send(request.body(new JuteWriter().int(request.xid).int(request.type)).packet());
    }
    this.#waiting = [];
  }

  #connect(): void {
    if (this.#ended !== undefined) return;
    const server = this.#servers[this.#next++ % this.#servers.length]!;
    this.#openedAtMs = this.#options.clock.nowMs();
    this.#connection = new Connection(server, this.#options.url.tls, {
      onOpen: () => this.#connection?.send(connectPacket(this.#zxid, this.#timeoutMs, this.#session)),
      onPacket: (packet) => (this.#connected ? this.#take(packet) : this.#greeted(packet)),
      onClosed: (why) => this.#broken(`${server.host}:${server.port}: ${why}`),
    });
  }

  #greeted(packet: Uint8Array): void {
    const { timeoutMs, session } = readConnected(packet);
    if (timeoutMs <= 0) return this.#lose("its session has expired");
    const { url, clock } = this.#options;
    this.#session = session;
    this.#timeoutMs = timeoutMs;
    this.#connected = true;
    this.#failures = 0;
    this.#contactAtMs = this.#lastSentAtMs = this.#openedAtMs;
    this.#receivedAtMs = clock.nowMs();
    if (url.credentials !== undefined) this.#connection!.send(authPacket(url.credentials));
    this.#sendWaiting();
    const watches = [...this.#watches.values()].flatMap((each) => [...each]);
    this.#watches.clear();
    for (const changed of watches) changed();
  }

  #take(packet: Uint8Array): void {
    const { clock } = this.#options;
    this.#receivedAtMs = clock.nowMs();
    const from = new JuteReader(packet);
    const xid = from.int();
    const zxid = from.long();
    const code = from.int();
    switch (xid) {
      case XID.notification:
        return this.#notified(from);
      case XID.ping:
        return this.#contact(this.#pings.shift() ?? 0);
      case XID.auth:
        if (code !== 0) this.#lose("the servers refuse the credentials of the URL");
        return;
    }
    const request = this.#sent.shift();
    if (request?.xid !== xid) {
      return this.#connection!.destroy(`answer ${xid} came where ${request?.xid ?? "none"} was due`);
    }
    if (zxid > 0n) this.#zxid = zxid;
    this.#contact(request.sentAtMs);
    if (code === CODE.SESSION_EXPIRED) {
      request.reject(new ZooKeeperError(code, request.what));
      return this.#lose("its session has expired");
    }
    // Another server has the session by now, or has had it meanwhile: not a failure of what was asked.
    if (code === CODE.SESSION_MOVED) {
      request.reject(new ZooKeeperError(CODE.CONNECTION_LOSS, request.what));
      return this.#connection!.destroy("the session has moved");
    }
    if (code === 0) request.resolve(from);
    else request.reject(new ZooKeeperError(code, request.what));
  }

  #contact(sentAtMs: number): void {
    this.#contactAtMs = Math.max(this.#contactAtMs, sentAtMs);
  }

  #notified(from: JuteReader): void {
    from.int();
    from.int();
    const path = from.text();
    const watches = this.#watches.get(path);
    this.#watches.delete(path);
    for (const changed of watches ?? []) changed();
  }

  #broken(why: string): void {
    const wasConnected = this.#connected;
    this.#connection = undefined;
    this.#connected = false;
    const sent = this.#sent;
    this.#sent = [];
    this.#pings = [];
    for (const request of sent) request.reject(new ZooKeeperError(CODE.CONNECTION_LOSS, request.what));
    if (this.#ended !== undefined) return;
    const { clock, log } = this.#options;
    if (wasConnected) {
      log.warn({ why }, "The connection to ZooKeeper broke");
      return this.#connect();
    }
    this.#failures++;
    if (this.#failures % this.#servers.length === 0) {
      if (this.#failures === this.#servers.length) log.warn({ why }, "No ZooKeeper server can be reached; trying on");
      clock.arm(clock.nowMs() + Math.random() * Math.min(RETRY_MS, this.#timeoutMs / 10), () => this.#connect());
    } else {
      this.#connect();
    }
  }

  #tick(): void {
    if (this.#ended !== undefined) return;
    const { clock, pingsPerTimeout } = this.#options;
    const nowMs = clock.nowMs();
    const pingMs = this.#timeoutMs / pingsPerTimeout;
    if (this.#session.id !== 0n && nowMs - this.#contactAtMs >= this.#timeoutMs) {
      return this.#lose(`no ZooKeeper server has been heard for the session timeout of ${this.#timeoutMs} ms`);
    }
    if (!this.#connected) {
      // As long as all servers together may take, so that one that does not answer leaves time for the others.
      const patienceMs = this.#timeoutMs / (this.#servers.length + 2);
      if (nowMs - this.#openedAtMs > patienceMs) this.#connection?.destroy("it does not answer");
    } else if (nowMs - this.#receivedAtMs > pingMs + this.#timeoutMs * SILENCE) {
      this.#connection!.destroy("it has fallen silent");
    } else if (nowMs - (this.#sent[0]?.sentAtMs ?? nowMs) > this.#timeoutMs / 2) {
      this.#connection!.destroy("it does not answer a request");
    } else if (nowMs - this.#lastSentAtMs >= pingMs) {
      this.#pings.push(nowMs);
      this.#lastSentAtMs = nowMs;
      this.#connection!.send(pingPacket());
    }
    this.#disarm = clock.arm(nowMs + pingMs / 4, () => this.#tick());
  }

  #lose(why: string): void {
    if (this.#ended !== undefined) return;
    this.#ended = why;
    this.#end(CODE.SESSION_EXPIRED);
    this.#options.onLost(why);
  }

  #end(code: number): void {
    this.#disarm();
    this.#connected = false;
    const requests = [...this.#sent, ...this.#waiting];
    this.#sent = [];
    this.#waiting = [];
    this.#watches.clear();
    this.#connection?.destroy("the session is over");
    for (const request of requests) request.reject(new ZooKeeperError(code, request.what));
  }
}

export function isError(error: unknown, code: number): boolean {
  return error instanceof ZooKeeperError && error.code === code;
}
