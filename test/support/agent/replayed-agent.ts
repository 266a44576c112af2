/**
 * Our agent in the place of a recorded one: what the master, executors and clients said is said to it again, and what
 * it says is kept beside what the real one said, peer by peer, in order.
 */
import { createAgent, step } from "../../../src/agent/agent.ts";
import type { AgentEvent, Timer } from "../../../src/agent/event.ts";
import { Outbox } from "../../../src/agent/outbox.ts";
import type { ContainerSpec, Effect } from "../../../src/agent/outbox.ts";
import type { Agent } from "../../../src/agent/state.ts";
import { parseUpid } from "../../../src/model/upid.ts";
import type { Upid } from "../../../src/model/upid.ts";
import { CallCodec as AgentCallCodec, ResponseCodec } from "../../../src/wire/gen/agent.ts";
import { EventCodec } from "../../../src/wire/gen/executor.ts";
import { RecordDecoder } from "../../../src/wire/recordio.ts";
import { decodeMessage } from "../../../src/wire/v0/messages.ts";
import { readLines } from "../recordings.ts";
import { agentOptions } from "./options.ts";

const SELF = "127.0.0.1:5051";
const MASTER: Upid = { id: "master", host: "127.0.0.1", port: 5050 };
const START_MS = 1_795_147_203_000;

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
}

/** What was said to one peer: a libprocess actor, or an HTTP connection. */
type Said = Map<string, unknown[]>;

const say = (said: Said, peer: string, what: unknown): void => void said.set(peer, [...(said.get(peer) ?? []), what]);
const headerOf = (line: Line, name: string): string | undefined =>
  line.headers?.find(([key]) => key.toLowerCase() === name)?.[1];
const bodyOf = (line: Line): Uint8Array => new Uint8Array(
  Buffer.from(line.body_base64 ?? line.body ?? "", line.body_base64 === undefined ? "utf8" : "base64"),
);

function upid(text: string): Upid {
  const parsed = parseUpid(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

/** A recorded libprocess message. */
function decoded(line: Line): { name: string; value: unknown } {
  const result = decodeMessage(line.message!, bodyOf(line));
  if (result === undefined || !result.ok) throw new Error(`cannot read ${line.message}`);
  return result.value;
}

export class ReplayedAgent {
  readonly ours: Said = new Map();
  readonly theirs: Said = new Map();
  readonly agent: Agent;
  readonly timers = new Map<string, { atMs: number; timer: Timer }>();
  /** Recorded container id by ours. */
  readonly containerIds = new Map<string, string>();
  lines: readonly Line[] = [];
  /** HTTP connection of each request, the connection of each stream, and the request a WAIT is for. */
  readonly connections = new Map<number, string>();
  readonly streams = new Map<string, string>();
  readonly waits = new Map<string, string>();
  /** Our ends of connections to the master. */
  readonly masterLinks = new Set<string>();
  nowMs = START_MS - 1;
  nextRequest = 1;

  /** `registeredAs`: the recording begins when it was registered already. */
  constructor(registeredAs?: string) {
    this.agent = createAgent(agentOptions());
    this.step({ type: "recovered", files: {}, bootId: undefined, containers: {} });
    this.step({ type: "master-detected", master: { pid: MASTER, hostname: "localhost" } });
    if (registeredAs !== undefined) {
      this.fire("register");
      this.master({
        name: "mesos.internal.SlaveRegisteredMessage",
        value: { agent_id: { value: registeredAs }, connection: { total_ping_timeout_seconds: 3 } },
      });
      this.ours.clear();
    }
  }

  master(message: Extract<AgentEvent, { type: "message" }>["message"]): void {
    this.step({ type: "message", from: MASTER, to: "slave(1)", message });
  }

  /** A recording, or the part of it before `untilS`. */
  run(file: string, untilS = Infinity): this {
    this.lines = readLines<Line>(file);
    const startMs = this.nowMs + 1;
    for (const line of this.lines) {
      if (line.t >= untilS) break;
      this.advance(startMs + line.t * 1000);
      if (line.closed === true) this.closed(line);
      else if (line.to === SELF) this.received(line);
      else if (line.from === SELF) this.answered(line);
      else if (headerOf(line, "libprocess-from")?.endsWith(`@${SELF}`) === true) this.sent(line);
    }
    return this;
  }

  /** Between two recordings: executors that were told to end have ended. */
  settle(): this {
    for (const { executors } of [...this.agent.frameworks.values()]) {
      for (const { state, containerId } of [...executors.values()]) {
        if (state === "TERMINATING") this.step({ type: "container-exited", containerId, status: 0 });
      }
    }
    return this;
  }

  /** Something came to the real agent: it comes to ours. */
  received(line: Line): void {
    const method = line.start!.split(" ")[0]!;
    const path = decodeURIComponent(line.start!.split(" ")[1]!);
    if (line.message !== undefined) {
      const message = decoded(line) as Extract<AgentEvent, { type: "message" }>["message"];
      const { resource_version_uuids: [version] = [] } = message.value as {
        resource_version_uuids?: { uuid: { value: Uint8Array } }[];
      };
      if (version !== undefined) Object.assign(this.agent, { resourceVersion: version.uuid.value });
      return this.step({ type: "message", from: upid(headerOf(line, "libprocess-from")!), to: "slave(1)", message });
    }
    const id = this.nextRequest++;
    this.connections.set(id, line.from);
    const headers = Object.fromEntries((line.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
    const body = this.withOurContainers(bodyOf(line));
    if (path === "/slave(1)/api/v1") {
      const call = AgentCallCodec.decode(body);
      if (call.ok && call.value.type === "WAIT_NESTED_CONTAINER") {
        const { parent, value } = call.value.wait_nested_container!.container_id;
        this.waits.set(line.from, `${parent!.value}.${value}`);
      }
    }
    this.step({ type: "request", request: { id, method, path, query: {}, headers, body, streamId: `stream-${id}` } });
  }

  /** The real agent answered an HTTP request. */
  answered(line: Line): void {
    const status = Number(/ (\d{3}) /.exec(line.start ?? "")?.[1]);
    if (headerOf(line, "date") !== undefined && headerOf(line, "content-length") === "0" && !this.isHttp(line.to)) {
      return;
    }
    const container = this.waits.get(line.to);
    if (container !== undefined) {
      this.waits.delete(line.to);
      this.step({ type: "container-exited", containerId: container, status: 0 });
    }
    say(this.theirs, line.to, { status });
    const bytes = bodyOf(line);
    if (headerOf(line, "transfer-encoding") === "chunked" && this.isStream(line.to)) {
      const records = new RecordDecoder().push(bytes);
      if (!records.ok) throw new Error(records.error);
      for (const record of records.value) {
        const event = EventCodec.decode(record);
        if (event.ok) say(this.theirs, line.to, comparable(event.value));
      }
    } else if (bytes.length > 0) {
      const response = ResponseCodec.decode(bytes);
      if (response.ok) say(this.theirs, line.to, comparable(response.value));
    }
  }

  /** The real agent sent a message. What made it do so, in its world, happens in ours first. */
  sent(line: Line): void {
    const { name, value } = decoded(line);
    if (name === "mesos.internal.RegisterSlaveMessage" || name === "mesos.internal.ReregisterSlaveMessage") {
      const { resource_version_uuid: version } = value as { resource_version_uuid: { value: Uint8Array } };
      Object.assign(this.agent, { resourceVersion: version.value });
      this.fire("register");
    }
    if (name === "mesos.internal.ExitedExecutorMessage") {
      const exited = value as Record<string, { value: string }> & { status: number };
      const { framework_id: framework, executor_id: executor, status } = exited;
      const known = this.agent.frameworks.get(framework!.value as never)?.executors.get(executor!.value as never);
      if (known === undefined) return; // of an executor that an earlier recording started
      this.step({ type: "container-exited", containerId: known.containerId, status });
    }
    const actor = decodeURIComponent(line.start!.split("/")[1]!);
    if (actor === "master") this.masterLinks.add(line.from);
    say(this.theirs, `${actor}@${line.to}`, { name, value: comparable(value) });
  }

  closed(line: Line): void {
    const stream = [...this.streams].find(([, connection]) => connection === line.from)?.[0];
    if (stream !== undefined) this.step({ type: "stream-closed", stream });
    if (line.from === "127.0.0.1:5050" && this.masterLinks.has(line.to)) this.step({ type: "exited", peer: MASTER });
  }

  step(event: AgentEvent): void {
    const out = new Outbox("slave(1)");
    step(this.agent, event, this.nowMs, out);
    for (const effect of out.effects) this.carryOut(effect);
  }

  carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "send": {
        const { to, message } = effect;
        const value = comparable(message.value, this.containerIds);
        return say(this.ours, `${to.id}@${to.host}:${to.port}`, { name: message.name, value });
      }
      case "arm":
        return void this.timers.set(effect.key, effect);
      case "disarm":
        return void this.timers.delete(effect.key);
      case "launch":
        return this.launched(effect.spec);
      case "reply": {
        const connection = this.connections.get(effect.request)!;
        say(this.ours, connection, { status: effect.response.status });
        if (effect.response.body instanceof Uint8Array) {
          const response = ResponseCodec.decode(effect.response.body);
          if (response.ok) say(this.ours, connection, comparable(response.value, this.containerIds));
        }
        return;
      }
      case "open": {
        const connection = this.connections.get(effect.request)!;
        this.streams.set(effect.stream, connection);
        return say(this.ours, connection, { status: 200 });
      }
      case "write":
        return say(this.ours, this.streams.get(effect.stream)!, comparable(effect.event, this.containerIds));
      default:
    }
  }

  /** The container starts at once, with the process id it had in the recording. */
  launched({ containerId: key, environment }: ContainerSpec): void {
    const [frameworkId, executorId] = [environment["MESOS_FRAMEWORK_ID"]!, environment["MESOS_EXECUTOR_ID"]!];
    const nested = key.includes(".");
    const status = this.recordedStatus((told) => (nested
      ? key.endsWith(`.${told.container_id!.value}`)
      : told.container_id!.parent === undefined), frameworkId, executorId);
    const ofNested = this.recordedStatus((told) => told.container_id!.parent !== undefined, frameworkId, executorId);
    const parent = ofNested?.container_id?.parent;
    const recordedId = nested ? undefined : (status?.container_id?.value ?? parent?.value);
    if (recordedId !== undefined) this.containerIds.set(key, recordedId);
    this.step({ type: "container-started", containerId: key, pid: status?.executor_pid ?? 1 });
  }

  recordedStatus(
    matches: (status: ContainerStatus) => boolean, frameworkId: string, executorId: string,
  ): ContainerStatus | undefined {
    for (const line of this.lines) {
      if (line.message !== "mesos.internal.StatusUpdateMessage" || line.to !== "127.0.0.1:5050") continue;
      const { update } = decoded(line).value as { update: Update };
      const status = update.status.container_status;
      const isIts = update.framework_id.value === frameworkId && update.executor_id?.value === executorId;
      if (!isIts || status === undefined) continue;
      if (matches(status) && status.executor_pid !== undefined) return status;
    }
    return undefined;
  }

  /** Executors name the container they run in: in our world it has another id of the same length. */
  withOurContainers(body: Uint8Array): Uint8Array {
    let text = Buffer.from(body).toString("latin1");
    for (const [ours, recorded] of this.containerIds) text = text.replaceAll(recorded, ours);
    return new Uint8Array(Buffer.from(text, "latin1"));
  }

  fire(key: string): void {
    const armed = this.timers.get(key);
    this.timers.delete(key);
    if (armed !== undefined) this.step({ type: "timer", timer: armed.timer });
  }

  /** Lets time pass. Registration waits for its cue: each agent draws its own waits. */
  advance(toMs: number): void {
    this.nowMs = toMs;
    for (const [key, { atMs }] of [...this.timers]) if (atMs <= toMs && key !== "register") this.fire(key);
  }

  isHttp(connection: string): boolean {
    return [...this.connections.values()].includes(connection);
  }

  isStream(connection: string): boolean {
    return [...this.streams.values()].includes(connection);
  }
}

interface ContainerStatus {
  readonly container_id?: { readonly value: string; readonly parent?: { readonly value: string } };
  readonly executor_pid?: number;
}
interface Update {
  readonly framework_id: { readonly value: string };
  readonly executor_id?: { readonly value: string };
  readonly status: { readonly container_status?: ContainerStatus };
}

/**
 * A message as text in which only what matters is left: our container ids become the recorded ones, see above for the
 * rest.
 */
function comparable(value: unknown, containerIds: ReadonlyMap<string, string> = new Map()): unknown {
  let text = JSON.stringify(value, function (this: unknown, key, member: unknown) {
    if (key === "latest_state") return undefined;
    if (key === "timestamp" && isUntimedUpdate(this)) return undefined;
    if (member instanceof Uint8Array) return Buffer.from(member).toString("hex");
    if (typeof member === "bigint") return Number(member);
    return Array.isArray(member) && member.length === 0 ? undefined : member;
  });
  for (const [ours, recorded] of containerIds) text = text.replaceAll(ours, recorded);
  return sorted(JSON.parse(text));
}

function isUntimedUpdate(holder: unknown): boolean {
  const { status } = holder as { status?: { timestamp?: number } };
  return status !== undefined && status.timestamp === undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

