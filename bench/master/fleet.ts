/**
 * Thousands of agents that are nothing but their conversation with the master. Many of them are actors at one address,
 * as in a test that runs many agents in one process: one connection of theirs to the master and one of the master's to
 * them. Each speaks the bytes of a Mesos agent: registers, answers pings, runs tasks, tells that they run.
 */
import { createServer, connect } from "node:net";
import type { Server, Socket } from "node:net";
import {
  RegisterSlaveMessageCodec, ReregisterSlaveMessageCodec, StatusUpdateMessageCodec, UpdateSlaveMessageCodec,
} from "../../src/wire/gen/internal.ts";
import { acceptedResponse, encodeRequest } from "../../src/wire/v0/libprocess.ts";
import { AgentReader } from "./agent-reader.ts";
import type { Inbox } from "./inbox.ts";
import { Outlet } from "./outlet.ts";
import { find, found } from "./protobuf.ts";
import { RESOURCE_VERSION, registration, reregistration, uuidBytes } from "./shapes.ts";
import type { Work } from "./shapes.ts";
import { TASK_ID_LENGTH, frameworkOf, taskIdText, taskNumberOf } from "./task-id.ts";
import { Template } from "./template.ts";

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface FleetOptions {
  readonly agents: number;
  readonly perPort: number;
  readonly ip: string;
}

/** One address with all its agents. */
interface Port {
  readonly server: Server;
  readonly port: number;
  outlet: Outlet | undefined;
  socket: Socket | undefined;
  readonly accepted: Set<Socket>;
}

const FRAMEWORK_MARK = "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF-0000";
const UPDATE_UUID = uuidBytes(99);
/** The last bytes of an update's UUID are the number of its task. */
const UUID_NUMBER_AT = 12;

export class Fleet {
  readonly ids: (string | undefined)[];
  /** Do tasks say that they run? */
  sendsUpdates = true;
  registered = 0;
  pings = 0;
  tasksStarted = 0;
  acknowledged = 0;
  /** Messages that no agent of a settled cluster gets. */
  readonly surprises: string[] = [];
  /** Called when something of the above has changed. */
  onProgress: () => void = () => {};
  onTask: ((agent: number, task: number) => void) | undefined;
  private readonly options: FleetOptions;
  private readonly ports: Port[] = [];
  private master: Address = { host: "", port: 0 };
  private updates: (UpdateTemplate | undefined)[] = [];
  /** Bytes of what each agent says once it is registered. */
  private reports: (Uint8Array | undefined)[] = [];
  private accepted: Buffer = Buffer.alloc(0);
  private acceptedAtMs = 0;

  constructor(options: FleetOptions) {
    this.options = options;
    this.ids = new Array<string | undefined>(options.agents).fill(undefined);
  }

  async listen(): Promise<void> {
    const count = Math.ceil(this.options.agents / this.options.perPort);
    for (let i = 0; i < count; i++) {
      const accepted = new Set<Socket>();
      const server = createServer((socket) => this.accept(port, socket));
      await new Promise<void>((resolve) => server.listen(0, this.options.ip, 1_024, resolve));
      const port: Port = {
        server, port: (server.address() as { port: number }).port, outlet: undefined, socket: undefined, accepted,
      };
      this.ports.push(port);
    }
  }

  /** Connections to this master; the ones to an earlier master end. */
  async connect(master: Address): Promise<void> {
    this.master = master;
    this.registered = 0;
    this.reports = [];
    this.updates = [];
    for (const port of this.ports) {
      this.hangUp(port);
      const socket = connect(master);
      await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
      socket.on("data", () => {});
      socket.on("error", () => {});
      port.socket = socket;
      port.outlet = new Outlet(socket);
    }
  }

  /** Every agent asks to be let in; `onProgress` tells when they are. */
  register(): void {
    for (let agent = 0; agent < this.options.agents; agent++) {
      this.say(agent, "mesos.internal.RegisterSlaveMessage", RegisterSlaveMessageCodec.encode(registration(agent)));
    }
  }

  /** What the agents say when they come back with this work: ready to be said. */
  encodeReturn(work: Work): Uint8Array[] {
    return this.ids.map((id, agent) =>
      this.request(agent, "mesos.internal.ReregisterSlaveMessage",
        ReregisterSlaveMessageCodec.encode(reregistration(agent, id!, work))));
  }

  comeBack(messages: readonly Uint8Array[]): void {
    messages.forEach((message, agent) => this.outletOf(agent).say(message));
  }

  /** Prepares what is said in answer to the registration, so that it costs nothing when the clock runs. */
  prepareReports(): void {
    this.ids.forEach((id, agent) => (this.reports[agent] = id === undefined ? undefined : this.report(agent, id)));
  }

  close(): void {
    for (const port of this.ports) {
      this.hangUp(port);
      port.server.close();
    }
  }

  private hangUp({ socket, accepted }: Port): void {
    socket?.destroy();
    for (const each of accepted) each.destroy();
    accepted.clear();
  }

  private accept(port: Port, socket: Socket): void {
    port.accepted.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => port.accepted.delete(socket));
    socket.on("error", () => {});
    const reader = new AgentReader({
      onRegistered: (agent, inbox, from, to) => this.admitted(agent, inbox, from, to),
      onPing: (agent, observer) => {
        this.pings++;
        this.sayTo(agent, observer, "mesos.internal.PongSlaveMessage", new Uint8Array());
      },
      onRunTask: (agent, inbox, from, to) => this.runTask(agent, inbox, from, to),
      onAcknowledged: () => void this.acknowledged++,
      onSurprise: (agent, name) => {
        if (this.surprises.length < 100) this.surprises.push(`agent ${agent} was sent ${name}`);
      },
    });
    socket.on("data", (chunk: Buffer) => {
      const messages = reader.push(chunk);
      if (messages === 0) return;
      socket.write(this.answers(messages));
      this.onProgress();
    });
  }

  /** So many times `202 Accepted`. */
  private answers(count: number): Buffer {
    const nowMs = Date.now();
    if (nowMs - this.acceptedAtMs > 1_000 || this.accepted.length === 0) {
      this.accepted = Buffer.from(acceptedResponse(nowMs).repeat(1_024));
      this.acceptedAtMs = nowMs;
    }
    const { accepted } = this;
    const each = accepted.length / 1_024;
    return count <= 1_024 ? accepted.subarray(0, count * each) : Buffer.alloc(count * each, accepted.subarray(0, each));
  }

  private admitted(agent: number, { bytes }: Inbox, from: number, to: number): void {
    if (!find(bytes, from, to, 1) || !find(bytes, found.from, found.to, 1)) return;
    const id = bytes.toString("latin1", found.from, found.to);
    this.registered++;
    const known = this.ids[agent];
    if (known !== undefined && known !== id) this.surprises.push(`agent ${agent} is ${known} and is told to be ${id}`);
    this.ids[agent] = id;
    this.outletOf(agent).say(this.reports[agent] ?? this.report(agent, id));
  }

  private report(agent: number, id: string): Uint8Array {
    return this.request(agent, "mesos.internal.UpdateSlaveMessage", UpdateSlaveMessageCodec.encode({
      agent_id: { value: id }, update_oversubscribed_resources: false, operations: {},
      resource_version_uuid: { value: RESOURCE_VERSION }, resource_providers: {},
    }));
  }

  private runTask(agent: number, { bytes }: Inbox, from: number, to: number): void {
    if (!find(bytes, from, to, 2) || !find(bytes, found.from, found.to, 3) || !find(bytes, found.from, found.to, 1)) {
      return void this.surprises.push("RunTask without the id of its framework");
    }
    const frameworkAt = found.from;
    if (!find(bytes, from, to, 4) || !find(bytes, found.from, found.to, 2) || !find(bytes, found.from, found.to, 1)) {
      return void this.surprises.push("RunTask without the id of its task");
    }
    this.tasksStarted++;
    const taskAt = found.from;
    this.onTask?.(agent, taskNumberOf(bytes, taskAt));
    if (this.sendsUpdates) this.update(agent, bytes, frameworkAt, taskAt);
  }

  private update(agent: number, task: Buffer, frameworkAt: number, taskAt: number): void {
    const template = (this.updates[agent] ??= new UpdateTemplate((body) =>
      this.request(agent, "mesos.internal.StatusUpdateMessage", body), this.ids[agent]!, this.pid(agent)));
    const outlet = this.outletOf(agent);
    const { bytes, frameworks, tasks, uuids } = template;
    const at = outlet.reserve(bytes.length);
    const to = outlet.bytes;
    bytes.copy(to, at);
    for (const place of frameworks) task.copy(to, at + place, frameworkAt, frameworkAt + FRAMEWORK_MARK.length);
    for (const place of tasks) task.copy(to, at + place, taskAt, taskAt + TASK_ID_LENGTH);
    const number = taskNumberOf(task, taskAt) * 10_000 + frameworkOf(task, taskAt);
    for (const place of uuids) to.writeUInt32BE(number % 0x100000000, at + place + UUID_NUMBER_AT);
  }

  private say(agent: number, name: string, body: Uint8Array): void {
    this.outletOf(agent).say(this.request(agent, name, body));
  }

  private sayTo(agent: number, actor: string, name: string, body: Uint8Array): void {
    this.outletOf(agent).say(encodeRequest(this.upid(agent), { id: actor, ...this.master }, name, body));
  }

  private request(agent: number, name: string, body: Uint8Array): Uint8Array {
    return encodeRequest(this.upid(agent), { id: "master", ...this.master }, name, body);
  }

  private upid(agent: number): { id: string; host: string; port: number } {
    return { id: `slave(${agent + 1})`, host: this.options.ip, port: this.portOf(agent).port };
  }

  private pid(agent: number): string {
    const { id, host, port } = this.upid(agent);
    return `${id}@${host}:${port}`;
  }

  private portOf(agent: number): Port {
    return this.ports[Math.floor(agent / this.options.perPort)]!;
  }

  private outletOf(agent: number): Outlet {
    return this.portOf(agent).outlet!;
  }
}

/** `TASK_RUNNING` of any task of one agent. */
class UpdateTemplate {
  readonly bytes: Buffer;
  readonly frameworks: readonly number[];
  readonly tasks: readonly number[];
  readonly uuids: readonly number[];

  constructor(request: (body: Uint8Array) => Uint8Array, agentId: string, pid: string) {
    const agent_id = { value: agentId };
    const task = taskIdText(0, 0);
    const template = new Template(
      request(StatusUpdateMessageCodec.encode({
        update: {
          framework_id: { value: FRAMEWORK_MARK }, agent_id, timestamp: Date.now() / 1000, uuid: UPDATE_UUID,
          latest_state: "TASK_RUNNING",
          status: {
            task_id: { value: task }, state: "TASK_RUNNING", source: "SOURCE_EXECUTOR", agent_id,
            timestamp: Date.now() / 1000, uuid: UPDATE_UUID,
            container_status: { network_infos: [{ ip_addresses: [{ ip_address: "127.0.0.1" }] }] },
          },
        },
        pid,
      })),
      { framework: FRAMEWORK_MARK, task, uuid: UPDATE_UUID },
    );
    this.bytes = template.bytes;
    this.frameworks = template.places("framework");
    this.tasks = template.places("task");
    this.uuids = template.places("uuid");
  }
}
