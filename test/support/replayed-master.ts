/**
 * What agents, drivers and schedulers said to a real master (test/golden/wire), said again to ours, and what both
 * answered. Ours lives in the time of the recording and bears the id of the recorded master, so that ids are the same
 * in both.
 */
import type { HttpRequest, RequestId, StreamId } from "../../src/master/event.ts";
import type { MasterOptions } from "../../src/master/options.ts";
import type { RegistryEntries } from "../../src/master/registry/registry.ts";
import { parseUpid, printUpid } from "../../src/model/upid.ts";
import { EventCodec } from "../../src/wire/gen/scheduler.ts";
import { RecordDecoder } from "../../src/wire/recordio.ts";
import { decodeMessage, encodeMessage } from "../../src/wire/v0/messages.ts";
import { drivenMaster, upid } from "./driven-master.ts";
import type { DrivenMaster } from "./driven-master.ts";
import { realAllocator, runInPlace } from "./kernel.ts";
import { masterOptions } from "./master-options.ts";
import { readLines } from "./recordings.ts";

/** One thing a master said on a connection: a message, or an answer with the events of its stream. */
export interface Utterance {
  /** `slave-observer(1) > slave(1) mesos.internal.PingSlaveMessage`, `200`, `OFFERS`. */
  readonly what: string;
  readonly value: unknown;
  readonly bytes?: Uint8Array;
}

/** What was said on each connection, in order: messages by the peer's address, HTTP by the client's. */
export type Transcript = Map<string, Utterance[]>;

interface Line {
  readonly t: number;
  readonly from: string;
  readonly to: string;
  readonly start?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
  readonly body_base64?: string;
  readonly message?: string;
  readonly closed?: boolean;
  /** Of a request: false when the client hung up before there was an answer. */
  readonly answered?: boolean;
}

/** Where recorded masters listen; the second one stands by until the first is gone. */
const MASTERS = new Set(["127.0.0.1:5050", "127.0.0.1:5060"]);

/** The flags of the recorded masters that matter here. */
const FLAGS = { ip: "127.0.0.1", hostname: "localhost", agentPingTimeoutMs: 1000, maxAgentPingTimeouts: 3 };

/** A master that goes through one recording after the other. */
export class Replay {
  readonly ours: Transcript = new Map();
  readonly real: Transcript = new Map();
  driven: DrivenMaster;
  /** When second 0 of the recording was, in milliseconds. */
  private baseMs = 0;
  /** Client connections of HTTP requests, and the stream a connection carries. */
  private readonly clients = new Map<RequestId, string>();
  private readonly streams = new Map<string, StreamId>();
  /** Connections that the real master opened, and to whom. */
  private readonly links = new Map<string, string>();
  private readonly flags: Partial<MasterOptions>;
  private requests = 0;
  private read = 0;

  /** A master with this id that is elected a second before second 0 of the recording. */
  constructor(id: string, file: string, flags: Partial<MasterOptions> = {}) {
    this.flags = flags;
    this.baseMs = baseOf(lines(file));
    this.driven = this.start(id, this.baseMs - 1000);
    this.driven.elect();
  }

  /** The process ends and another one takes over; it has been found to lead, but not recovered yet. */
  restart(id: string, atSeconds: number, { port = 5050, registry = "kept" }: { port?: number; registry?: "kept" | "lost" } = {}): void {
    this.advance(atSeconds);
    const store = registry === "kept" ? this.driven.store : new Map<string, Uint8Array>();
    this.driven = this.start(id, this.driven.nowMs, port, store);
    this.driven.event({ type: "detected", leader: this.driven.master.info });
    this.read = 0;
  }

  /**
   * Time between two recordings of one cluster: the agent answers its pings, and nothing is compared. What happened
   * there that is not recorded has used up ids.
   */
  pause(file: string, used: { frameworks: number; offers: number } = { frameworks: 0, offers: 0 }): void {
    this.baseMs = baseOf(lines(file));
    while (this.driven.nowMs + 500 < this.baseMs) {
      this.driven.pass(Math.min(500, this.baseMs - 500 - this.driven.nowMs));
      for (const agent of this.driven.master.agents.values()) {
        this.driven.message(printUpid(agent.pid), "mesos.internal.PongSlaveMessage", {}, agent.observer);
      }
    }
    this.read = this.driven.said.length;
    this.driven.master.next.framework += used.frameworks;
    this.driven.master.next.offer += used.offers;
  }

  /** Goes through the lines of a file from one second to another. */
  run(file: string, fromSeconds = -Infinity, toSeconds = Infinity): void {
    for (const line of inOrderOfEffect(lines(file))) {
      if (line.t < fromSeconds || line.t >= toSeconds) continue;
      this.advance(line.t);
      if (MASTERS.has(line.to) && line.closed === true) this.closeStream(line.from);
      else if (MASTERS.has(line.to)) this.hear(line);
      else if (MASTERS.has(line.from)) this.noteAnswer(line);
      else if (isFromMaster(line)) this.noteMessage(line);
      else if (line.closed === true && this.links.has(line.to)) this.breakLink(line.to);
    }
    this.collect();
  }

  private start(id: string, nowMs: number, port = 5050, store: RegistryEntries = new Map()): DrivenMaster {
    const options = masterOptions({ id, port, ...FLAGS, ...this.flags });
    const driven = drivenMaster(options, realAllocator(options.allocator), runInPlace, nowMs);
    for (const [key, value] of store) driven.store.set(key, value);
    return driven;
  }

  private advance(seconds: number): void {
    this.driven.pass(Math.max(0, this.baseMs + seconds * 1000 - this.driven.nowMs));
    this.collect();
  }

  /** Somebody says something to the master. */
  private hear(line: Line): void {
    const { from, start, message } = line;
    if (start === undefined || !start.startsWith("POST ")) return;
    const path = decodeURIComponent(start.split(" ")[1]!);
    if (message !== undefined) {
      const decoded = decodeMessage(message, bytesOf(line));
      if (decoded === undefined || !decoded.ok) throw new Error(`${message} cannot be read`);
      const sender = upid(header(line, "libprocess-from")!);
      this.driven.event({ type: "message", from: sender, to: path.split("/")[1]!, message: decoded.value });
    } else {
      this.request(from, path, line);
    }
    this.collect();
  }

  private request(client: string, path: string, line: Line): void {
    const id = ++this.requests as RequestId;
    if (line.answered !== false) this.clients.set(id, client);
    const headers = Object.fromEntries((line.headers ?? []).map(([key, value]) => [key.toLowerCase(), value]));
    const streamId = (this.expectedStream.get(client) ?? `stream-${id}`) as StreamId;
    const request: HttpRequest = { id, method: "POST", path, query: {}, headers, body: bytesOf(line), streamId };
    this.driven.event({ type: "request", request });
  }

  /** Stream ids that the real master is about to give, by client: ours is handed the same. */
  private readonly expectedStream = new Map<string, string>();

  /** Tells which stream ids were given in a file. */
  expectStreams(file: string): this {
    for (const line of lines(file)) {
      const id = MASTERS.has(line.from) ? header(line, "mesos-stream-id") : undefined;
      if (id !== undefined) this.expectedStream.set(line.to, id);
    }
    return this;
  }

  private closeStream(client: string): void {
    const stream = this.streams.get(client);
    if (stream === undefined) return;
    this.streams.delete(client);
    this.driven.event({ type: "stream-closed", stream });
    this.collect();
  }

  private breakLink(connection: string): void {
    const peer = parseUpid(this.links.get(connection)!);
    this.links.delete(connection);
    if (peer.ok) this.driven.event({ type: "exited", peer: peer.value });
    this.collect();
  }

  /** A message of the real master. */
  private noteMessage(line: Line): void {
    const sender = header(line, "libprocess-from")!.split("@")[0]!;
    const receiver = decodeURIComponent(line.start!.split(" ")[1]!).split("/")[1]!;
    this.links.set(line.from, `${receiver}@${line.to}`);
    say(this.real, line.to, onWire(`${sender} > ${receiver} ${line.message!}`, bytesOf(line)));
  }

  /** An answer of the real master; those to messages are the transport's. */
  private noteAnswer(line: Line): void {
    if (line.start === undefined) return;
    const status = Number(line.start.split(" ")[1]);
    if (status === 202 && !this.isHttpClient(line.to)) return;
    say(this.real, line.to, { what: `${status}`, value: status === 200 ? header(line, "content-type") : line.body });
    if (status !== 200) return;
    const records = new RecordDecoder().push(bytesOf(line));
    for (const bytes of records.ok ? records.value : []) say(this.real, line.to, eventOnWire(bytes));
  }

  private isHttpClient(connection: string): boolean {
    return [...this.clients.values()].includes(connection);
  }

  /** Takes down what our master has said since the last time. */
  private collect(): void {
    for (const said of this.driven.said.slice(this.read)) {
      switch (said.kind) {
        case "send": {
          const { fromActor, to, message } = said;
          const what = `${fromActor} > ${to.id} ${message.name}`;
          say(this.ours, `${to.host}:${to.port}`, onWire(what, encodeMessage(message)));
          break;
        }
        case "open": {
          const client = this.clients.get(said.request)!;
          this.streams.set(client, said.stream);
          say(this.ours, client, { what: "200", value: `application/${said.media === "json" ? "json" : "x-protobuf"}` });
          break;
        }
        case "write": {
          const client = [...this.streams].find(([, stream]) => stream === said.stream)?.[0] ?? said.stream;
          say(this.ours, client, eventOnWire(EventCodec.encode(said.event)));
          break;
        }
        case "reply": {
          const client = this.clients.get(said.request);
          if (client !== undefined) say(this.ours, client, { what: `${said.response.status}`, value: said.response.body });
        }
      }
    }
    this.read = this.driven.said.length;
  }
}

/** A message as its receiver reads it. */
function onWire(what: string, bytes: Uint8Array): Utterance {
  const decoded = decodeMessage(what.split(" ").at(-1)!, bytes);
  return { what, value: decoded?.ok === true ? decoded.value.value : decoded?.error, bytes };
}

function eventOnWire(bytes: Uint8Array): Utterance {
  const event = EventCodec.decode(bytes);
  return event.ok ? { what: event.value.type!, value: event.value, bytes } : { what: "unreadable", value: event.error };
}

function say(transcript: Transcript, connection: string, utterance: Utterance): void {
  const said = transcript.get(connection);
  if (said === undefined) transcript.set(connection, [utterance]);
  else said.push(utterance);
}

function lines(file: string): Line[] {
  return readLines<Line>(file);
}

/**
 * The time of a request is that of its first byte; its body often came 40 ms later (a delayed TCP acknowledgement).
 * What counts is when the master had all of it: right before it answered, or when the client hung up.
 */
function inOrderOfEffect(all: readonly Line[]): Line[] {
  const waiting = new Map<string, Line[]>();
  return all.flatMap((line) => {
    const { t, from, to, start, message } = line;
    if (MASTERS.has(to) && start?.startsWith("POST ") === true && message === undefined) {
      waiting.set(from, [...(waiting.get(from) ?? []), line]);
      return [];
    }
    if (!MASTERS.has(from)) return [line];
    const requests = waiting.get(to) ?? [];
    if (line.closed === true) return [...requests.splice(0).map((request) => ({ ...request, t, answered: false })), line];
    const request = requests.shift();
    return request === undefined ? [line] : [{ ...request, t }, line];
  });
}

/**
 * The agent stamps its updates: that tells when second 0 was, to the millisecond or two that the update was on its
 * way. Where nothing ran, any time will do.
 */
function baseOf(all: readonly Line[]): number {
  for (const line of all) {
    if (!MASTERS.has(line.to) || line.message !== "mesos.internal.StatusUpdateMessage") continue;
    const decoded = decodeMessage(line.message, bytesOf(line));
    if (decoded?.ok === true && decoded.value.name === "mesos.internal.StatusUpdateMessage") {
      return Math.floor((decoded.value.value.update.timestamp - line.t) * 1000);
    }
  }
  return 1_795_147_200_000;
}

function isFromMaster(line: Line): boolean {
  const sender = header(line, "libprocess-from");
  return line.message !== undefined && MASTERS.has(sender?.split("@")[1] ?? "");
}

function header(line: Line, name: string): string | undefined {
  return line.headers?.find(([key]) => key.toLowerCase() === name)?.[1];
}

function bytesOf({ body, body_base64 }: Line): Uint8Array {
  return new Uint8Array(body_base64 === undefined ? Buffer.from(body ?? "") : Buffer.from(body_base64, "base64"));
}
