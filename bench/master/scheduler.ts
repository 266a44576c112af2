/**
 * A framework that is only its conversation: one connection for its stream of events, one for its calls, which go out
 * without waiting for the answers to those before. All calls are templates; of events only what is needed is looked at.
 */
import { connect } from "node:net";
import type { Socket } from "node:net";
import type { Call } from "../../src/model/gen/scheduler.ts";
import { CallCodec } from "../../src/wire/gen/scheduler.ts";
import type { Address } from "./fleet.ts";
import { Outlet } from "./outlet.ts";
import { find, findNumber, found } from "./protobuf.ts";
import { RecordStream } from "./record-stream.ts";
import { frameworkInfo, taskInfo, uuidBytes } from "./shapes.ts";
import { TASK_ID_LENGTH, taskIdText, writeTaskId } from "./task-id.ts";
import { Template } from "./template.ts";

export interface HeldOffer {
  readonly id: string;
  readonly agentId: string;
}

export interface SchedulerHears {
  onOffer(scheduler: Scheduler, offer: HeldOffer): void;
  onRescinded(offerId: string): void;
  onSurprise(text: string): void;
}

export interface SubscribeOptions {
  /** Of a framework that comes back. */
  readonly id?: string;
  /** It wants no offers. */
  readonly isSuppressed?: boolean;
}

const FRAMEWORK_MARK = "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF-0000";
const STREAM_MARK = "EEEEEEEE-EEEE-EEEE-EEEE-EEEEEEEEEEEE";
const UUID_MARK = uuidBytes(77);
const TASK_MARK = taskIdText(9_999, 0);
/** `Event.Type` by number. */
const [SUBSCRIBED, OFFERS, RESCIND, UPDATE, FAILURE, ERROR, HEARTBEAT] = [1, 2, 3, 4, 6, 7, 8];
const TASK_RUNNING = 1;

/** By the lengths of what stands in them. */
const templates = new Map<string, Template>();

export class Scheduler {
  readonly index: number;
  id = "";
  running = 0;
  heartbeats = 0;
  private stream = "";
  private readonly master: Address;
  private readonly hears: SchedulerHears;
  private readonly sockets: Socket[] = [];
  private outlet: Outlet | undefined;

  constructor(index: number, master: Address, hears: SchedulerHears) {
    this.index = index;
    this.master = master;
    this.hears = hears;
  }

  /** Resolves when it is SUBSCRIBED. */
  async subscribe({ id, isSuppressed = false }: SubscribeOptions = {}): Promise<void> {
    const [events, calls] = [this.open(), this.open()];
    const connected = (socket: Socket): Promise<unknown> =>
      new Promise((done, fail) => socket.once("connect", done).once("error", fail));
    await Promise.all([events, calls].map(connected));
    this.outlet = new Outlet(calls);
    calls.on("data", (chunk: Buffer) => this.checkAnswers(chunk));
    for (const socket of [events, calls]) socket.on("error", ({ message }) => this.hears.onSurprise(message));
    await new Promise<void>((resolve, reject) => {
      const reader = new RecordStream(
        (head) => {
          this.stream = /mesos-stream-id: *([^\r\n]+)/i.exec(head)?.[1] ?? "";
          if (!head.startsWith("HTTP/1.1 200")) reject(new Error(`SUBSCRIBE was answered ${head}`));
        },
        (bytes, from, to) => {
          this.event(bytes, from, to);
          if (this.id !== "") resolve();
        },
      );
      events.on("data", (chunk: Buffer) => reader.push(chunk));
      const body = CallCodec.encode({
        type: "SUBSCRIBE", ...(id === undefined ? {} : { framework_id: { value: id } }),
        subscribe: {
          framework_info: frameworkInfo(this.index, id), ...(isSuppressed ? { suppressed_roles: ["*"] } : {}),
        },
      });
      events.write(request(this.master, body, ""));
    });
  }

  /** Launches `count` tasks, numbered from `first`, on one offer; what is left of it is offered again soon. */
  accept(offer: HeldOffer, first: number, count: number): void {
    const { id, agentId } = offer;
    const template = this.template(`accept ${id.length} ${agentId.length} ${count}`, () => {
      const [offerMark, agentMark] = ["O".repeat(id.length), "A".repeat(agentId.length)];
      const tasks = Array.from({ length: count }, () => taskInfo(TASK_MARK, agentMark));
      const call: Call = {
        framework_id: { value: FRAMEWORK_MARK }, type: "ACCEPT",
        accept: {
          offer_ids: [{ value: offerMark }], filters: { refuse_seconds: 0 },
          operations: [{ type: "LAUNCH", launch: { task_infos: tasks } }],
        },
      };
      return [call, { offer: offerMark, agent: agentMark, task: TASK_MARK }];
    });
    const [to, at] = this.begin(template);
    for (const place of template.places("offer")) to.write(id, at + place, "latin1");
    for (const place of template.places("agent")) to.write(agentId, at + place, "latin1");
    let number = first;
    for (const place of template.places("task")) writeTaskId(to, at + place, this.index, number++);
  }

  decline({ id }: HeldOffer): void {
    const template = this.template(`decline ${id.length}`, () => {
      const offer = "O".repeat(id.length);
      const decline = { offer_ids: [{ value: offer }], filters: { refuse_seconds: 86_400 } };
      return [{ framework_id: { value: FRAMEWORK_MARK }, type: "DECLINE", decline }, { offer }];
    });
    const [to, at] = this.begin(template);
    for (const place of template.places("offer")) to.write(id, at + place, "latin1");
  }

  suppress(): void {
    const call: Call = { framework_id: { value: FRAMEWORK_MARK }, type: "SUPPRESS", suppress: {} };
    this.begin(this.template("suppress", () => [call, {}]));
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private open(): Socket {
    const socket = connect(this.master);
    socket.setNoDelay(true);
    this.sockets.push(socket);
    return socket;
  }

  /** Every answer to a call but SUBSCRIBE is 202. */
  private checkAnswers(chunk: Buffer): void {
    for (const wrong of ["HTTP/1.1 4", "HTTP/1.1 5"]) {
      const at = chunk.indexOf(wrong);
      if (at !== -1) this.hears.onSurprise(`a call was answered ${chunk.toString("latin1", at, at + 300)}`);
    }
  }

  private event(bytes: Buffer, from: number, to: number): void {
    switch (findNumber(bytes, from, to, 1)) {
      case UPDATE:
        return this.update(bytes, from, to);
      case OFFERS:
        return this.offers(bytes, from, to);
      case HEARTBEAT:
        this.heartbeats++;
        return;
      case SUBSCRIBED:
        if (!findId(bytes, from, to, 2)) return;
        this.id = bytes.toString("latin1", found.from, found.to);
        return;
      case RESCIND:
        if (!findId(bytes, from, to, 4)) return;
        return this.hears.onRescinded(bytes.toString("latin1", found.from, found.to));
      case FAILURE:
        return this.hears.onSurprise("a framework heard of a failure");
      case ERROR:
        return this.hears.onSurprise(`a framework heard ERROR: ${excerpt(bytes, from, to)}`);
    }
  }

  private offers(bytes: Buffer, from: number, to: number): void {
    if (!find(bytes, from, to, 3)) return;
    const end = found.to;
    for (let at = found.from; at < end && find(bytes, at, end, 1);) {
      const [offerFrom, offerTo] = [found.from, found.to];
      if (find(bytes, offerFrom, offerTo, 1) && find(bytes, found.from, found.to, 1)) {
        const id = bytes.toString("latin1", found.from, found.to);
        if (find(bytes, offerFrom, offerTo, 3) && find(bytes, found.from, found.to, 1)) {
          this.hears.onOffer(this, { id, agentId: bytes.toString("latin1", found.from, found.to) });
        }
      }
      at = offerTo;
    }
  }

  /** TASK_RUNNING is acknowledged; nothing else is expected. */
  private update(bytes: Buffer, from: number, to: number): void {
    if (!find(bytes, from, to, 5) || !find(bytes, found.from, found.to, 1)) return;
    const [statusFrom, statusTo] = [found.from, found.to];
    const state = findNumber(bytes, statusFrom, statusTo, 2);
    if (state !== TASK_RUNNING) {
      return this.hears.onSurprise(`a task is in state ${state}: ${excerpt(bytes, from, to)}`);
    }
    this.running++;
    if (!find(bytes, statusFrom, statusTo, 1) || !find(bytes, found.from, found.to, 1)) return;
    const taskAt = found.from;
    if (!find(bytes, statusFrom, statusTo, 11)) return;
    const uuidAt = found.from;
    if (!find(bytes, statusFrom, statusTo, 5) || !find(bytes, found.from, found.to, 1)) return;
    this.acknowledge(bytes, found.from, found.to, taskAt, uuidAt);
  }

  private acknowledge(bytes: Buffer, agentFrom: number, agentTo: number, taskAt: number, uuidAt: number): void {
    const template = this.template(`acknowledge ${agentTo - agentFrom}`, () => {
      const agent = "A".repeat(agentTo - agentFrom);
      const call: Call = {
        framework_id: { value: FRAMEWORK_MARK }, type: "ACKNOWLEDGE",
        acknowledge: { agent_id: { value: agent }, task_id: { value: TASK_MARK }, uuid: UUID_MARK },
      };
      return [call, { agent, task: TASK_MARK, uuid: UUID_MARK }];
    });
    const [to, at] = this.begin(template);
    bytes.copy(to, at + template.places("agent")[0]!, agentFrom, agentTo);
    bytes.copy(to, at + template.places("task")[0]!, taskAt, taskAt + TASK_ID_LENGTH);
    bytes.copy(to, at + template.places("uuid")[0]!, uuidAt, uuidAt + UUID_MARK.length);
  }

  /** Says a template that still lacks its own values: where it lies. */
  private begin(template: Template): readonly [Buffer, number] {
    const outlet = this.outlet!;
    const at = outlet.reserve(template.bytes.length);
    const to = outlet.bytes;
    template.bytes.copy(to, at);
    for (const place of template.places("framework")) to.write(this.id, at + place, "latin1");
    for (const place of template.places("stream")) to.write(this.stream, at + place, "latin1");
    return [to, at];
  }

  private template(key: string, make: () => readonly [Call, Readonly<Record<string, string | Uint8Array>>]): Template {
    const whole = `${this.master.host}:${this.master.port} ${key}`;
    let template = templates.get(whole);
    if (template === undefined) {
      const [call, marks] = make();
      const bytes = request(this.master, CallCodec.encode(call), `Mesos-Stream-Id: ${STREAM_MARK}\r\n`);
      template = new Template(bytes, { ...marks, framework: FRAMEWORK_MARK, stream: STREAM_MARK });
      templates.set(whole, template);
    }
    return template;
  }
}

/** The id that stands first in the message of this number: its text lies in `found` then. */
function findId(bytes: Buffer, from: number, to: number, field: number): boolean {
  return find(bytes, from, to, field) && find(bytes, found.from, found.to, 1) && find(bytes, found.from, found.to, 1);
}

function excerpt(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, Math.min(to, from + 300));
}

function request({ host, port }: Address, body: Uint8Array, headers: string): Buffer {
  return Buffer.concat([Buffer.from(
    `POST /api/v1/scheduler HTTP/1.1\r\nHost: ${host}:${port}\r\nContent-Type: application/x-protobuf\r\n` +
    `Accept: application/x-protobuf\r\n${headers}Content-Length: ${body.length}\r\n\r\n`,
  ), body]);
}
