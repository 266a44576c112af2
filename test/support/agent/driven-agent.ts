/**
 * An agent's core with a hand-driven clock and a world that only writes down what it is asked: stories of
 * test/unit/agent say what happens and look at what the agent said and did. Checkpoints are kept, so that the next
 * agent finds them.
 */
import { createAgent, step } from "../../../src/agent/agent.ts";
import type { AgentEvent, CheckpointFile, HttpResponse, Timer } from "../../../src/agent/event.ts";
import type { AgentOptions } from "../../../src/agent/options.ts";
import { Outbox } from "../../../src/agent/outbox.ts";
import type { Checkpoint, ContainerSpec, Effect } from "../../../src/agent/outbox.ts";
import type { Agent } from "../../../src/agent/state.ts";
import type { Event as ExecutorEvent } from "../../../src/model/gen/executor.ts";
import type { StatusUpdate } from "../../../src/model/gen/internal.ts";
import type { FrameworkInfo, TaskInfo } from "../../../src/model/gen/mesos.ts";
import type { Principal } from "../../../src/model/principal.ts";
import type { Upid } from "../../../src/model/upid.ts";
import type { Message, MessageName, Messages } from "../../../src/wire/v0/messages.ts";
import { agentOptions } from "./options.ts";

export const MASTER: Upid = { id: "master", host: "10.0.0.1", port: 5050 };
export const AGENT_ID = "M-S0";
export const FRAMEWORK_ID = "M-0000";
const START_MS = 1_795_147_203_000;

/** What a later run finds of an earlier one. */
export interface Left {
  readonly files: ReadonlyMap<string, CheckpointFile>;
  /** Pids of containers that still live. */
  readonly containers?: Readonly<Record<string, number>>;
  readonly bootId?: string;
}

export class DrivenAgent {
  readonly agent: Agent;
  nowMs = START_MS;
  readonly files: Map<string, CheckpointFile>;
  readonly launches: ContainerSpec[] = [];
  readonly signals: string[] = [];
  readonly destroyed: string[] = [];
  readonly replies = new Map<number, HttpResponse>();
  /** Events written to each executor's stream, and the streams that were ended. */
  readonly streams = new Map<string, ExecutorEvent[]>();
  readonly ended: string[] = [];
  readonly logs: string[] = [];
  exit: { readonly code: number; readonly why: string } | undefined;
  /** Every other effect, in order. */
  readonly effects: Effect[] = [];
  readonly #timers = new Map<string, { readonly atMs: number; readonly timer: Timer }>();
  readonly #sent: { readonly to: Upid; readonly message: Message }[] = [];
  #nextRequest = 1;

  constructor(overrides: Partial<AgentOptions> = {}, left: Left = { files: new Map() }) {
    this.agent = createAgent(agentOptions(overrides));
    this.files = new Map(left.files);
    const { containers = {}, bootId } = left;
    this.offer({ type: "recovered", files: Object.fromEntries(this.files), bootId, containers });
  }

  offer(event: AgentEvent): void {
    const out = new Outbox(this.agent.options.actor);
    step(this.agent, event, this.nowMs, out);
    for (const change of out.checkpoints) this.#keep(change);
    for (const effect of out.effects) this.#carryOut(effect);
  }

  /** Lets time pass; timers that fall due on the way fire at their time. */
  elapse(ms: number): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const [next] = [...this.#timers].sort((a, b) => a[1].atMs - b[1].atMs);
      if (next === undefined || next[1].atMs > untilMs) break;
      this.#timers.delete(next[0]);
      this.nowMs = Math.max(this.nowMs, next[1].atMs);
      this.offer({ type: "timer", timer: next[1].timer });
    }
    this.nowMs = untilMs;
  }

  isArmed(kind: Timer["kind"]): boolean {
    return [...this.#timers.values()].some(({ timer }) => timer.kind === kind);
  }

  detect(master: Upid | undefined = MASTER): void {
    const detected = master === undefined ? undefined : { pid: master, hostname: "master-1" };
    this.offer({ type: "master-detected", master: detected });
  }

  hear<N extends MessageName>(name: N, value: Messages[N], from: Upid = MASTER): void {
    this.offer({ type: "message", from, to: this.agent.options.actor, message: { name, value } as Message });
  }

  /** Detection, the attempt, and the master's yes. */
  register(): this {
    this.detect();
    this.elapse(this.agent.options.registrationBackoffMs);
    this.hear("mesos.internal.SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    return this;
  }

  reregister(reconciliations: Messages["mesos.internal.SlaveReregisteredMessage"]["reconciliations"] = []): this {
    this.detect();
    this.elapse(this.agent.options.registrationBackoffMs);
    this.hear("mesos.internal.SlaveReregisteredMessage", { agent_id: { value: AGENT_ID }, reconciliations });
    return this;
  }

  /** A message to an actor of the agent's other than its own. */
  hearAs<N extends MessageName>(to: string, name: N, value: Messages[N], from: Upid = MASTER): void {
    this.offer({ type: "message", from, to, message: { name, value } as Message });
  }

  /** All messages of this name sent so far, wherever to. */
  sent<N extends MessageName>(name: N): Messages[N][] {
    return this.#sent.flatMap(({ message }) => (message.name === name ? [message.value as Messages[N]] : []));
  }

  sentTo(to: Upid): Message[] {
    return this.#sent.filter((each) => each.to.id === to.id && each.to.host === to.host && each.to.port === to.port)
      .map(({ message }) => message);
  }

  /** Updates as sent to the master: `t1 TASK_RUNNING`, with reason and message where there are any. */
  told(): string[] {
    return this.sent("mesos.internal.StatusUpdateMessage").map(({ update: { status } }) =>
      [status.task_id.value, status.state, status.reason, status.message]
        .filter((part) => part !== undefined)
        .join(" "));
  }

  lastUpdate(taskId: string): StatusUpdate {
    const updates = this.sent("mesos.internal.StatusUpdateMessage").map(({ update }) => update);
    const last = updates.findLast(({ status }) => status.task_id.value === taskId);
    if (last === undefined) throw new Error(`no update of ${taskId} was sent`);
    return last;
  }

  /** The framework acknowledges the last update of this task. */
  acknowledge(taskId: string): void {
    this.hear("mesos.internal.StatusUpdateAcknowledgementMessage", {
      agent_id: { value: AGENT_ID },
      framework_id: { value: FRAMEWORK_ID },
      task_id: { value: taskId },
      uuid: this.lastUpdate(taskId).uuid!,
    });
  }

  run(
    info: TaskInfo, framework: Partial<FrameworkInfo> = {},
    rest: Partial<Messages["mesos.internal.RunTaskMessage"]> = {},
  ): void {
    this.hear("mesos.internal.RunTaskMessage", {
      framework: frameworkInfo(framework), task: info, pid: "", launch_executor: true, ...rest,
    });
  }

  /** A request; its answer, unless the agent keeps it open or asks the world first. */
  ask(method: string, path: string, more: {
    body?: string | Uint8Array; headers?: Record<string, string>; query?: Record<string, string>; principal?: Principal;
  } = {}): {
    readonly id: number; readonly answer: HttpResponse | undefined;
  } {
    const id = this.#nextRequest++;
    const { body = "", headers = {}, query = {}, principal } = more;
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    const who = principal === undefined ? {} : { principal };
    this.offer({
      type: "request", request: { id, method, path, query, headers, body: bytes, streamId: `stream-${id}`, ...who },
    });
    return { id, answer: this.replies.get(id) };
  }

  /** A JSON call of one of the v1 APIs. */
  call(path: string, call: object, principal?: Principal): ReturnType<DrivenAgent["ask"]> {
    const headers = { "content-type": "application/json", accept: "application/json" };
    return this.ask(
      "POST", path, { body: JSON.stringify(call), headers, ...(principal === undefined ? {} : { principal }) },
    );
  }

  /** An HTTP executor subscribes; its stream. */
  subscribe(executorId: string, more: object = {}): string {
    const { id, answer } = this.call("/slave(1)/api/v1/executor", {
      type: "SUBSCRIBE", framework_id: { value: FRAMEWORK_ID }, executor_id: { value: executorId },
      subscribe: { unacknowledged_tasks: [], unacknowledged_updates: [], ...more },
    });
    if (answer !== undefined) throw new Error(`${answer.status} ${String(answer.body)}`);
    return `stream-${id}`;
  }

  /** An HTTP executor reports. `n` makes the update's uuid. */
  report(executorId: string, taskId: string, state: string, n: number, more: object = {}): HttpResponse | undefined {
    return this.call("/slave(1)/api/v1/executor", {
      type: "UPDATE", framework_id: { value: FRAMEWORK_ID }, executor_id: { value: executorId },
      update: {
        status: {
          task_id: { value: taskId }, state, source: "SOURCE_EXECUTOR", executor_id: { value: executorId },
          uuid: base64Uuid(n), timestamp: this.nowMs / 1000, ...more,
        },
      },
    }).answer;
  }

  /** The container asked for last starts. */
  started(pid = 4711): void {
    this.offer({ type: "container-started", containerId: this.launches.at(-1)!.containerId, pid });
  }

  exited(status?: number, containerId = this.launches.at(-1)!.containerId): void {
    this.offer({ type: "container-exited", containerId, ...(status === undefined ? {} : { status }) });
  }

  #keep(change: Checkpoint): void {
    switch (change.kind) {
      case "write":
        return void this.files.set(change.path, change.bytes);
      case "append": {
        const before = this.files.get(change.path);
        const old = before instanceof Uint8Array ? before : new Uint8Array(0);
        return void this.files.set(change.path, new Uint8Array([...old, ...change.bytes]));
      }
      case "link":
        return void this.files.set(change.path, { link: change.target });
      case "remove":
        for (const path of [...this.files.keys()]) {
          if (path === change.path || path.startsWith(`${change.path}/`)) this.files.delete(path);
        }
    }
  }

  #carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        return void this.#sent.push(effect);
      case "arm":
        return void this.#timers.set(effect.key, effect);
      case "disarm":
        return void this.#timers.delete(effect.key);
      case "launch":
        return void this.launches.push(effect.spec);
      case "refuse-launch":
        return this.offer({ type: "container-exited", containerId: effect.containerId, launchError: effect.why });
      case "signal":
        return void this.signals.push(`${effect.containerId} ${effect.signal}`);
      case "destroy":
        return void this.destroyed.push(effect.containerId);
      case "reply":
        return void this.replies.set(effect.request, effect.response);
      case "open":
        return void this.streams.set(effect.stream, []);
      case "write":
        return void this.streams.get(effect.stream)!.push(effect.event);
      case "end":
        return void this.ended.push(effect.stream);
      case "exit":
        this.exit = effect;
        return;
      case "log":
        return void this.logs.push(effect.text);
      default:
        this.effects.push(effect);
    }
  }
}

export function frameworkInfo(more: Partial<FrameworkInfo> = {}): FrameworkInfo {
  return { user: "ann", name: "tests", id: { value: FRAMEWORK_ID }, roles: ["eng"], ...more };
}

/** A command task with a little cpu and memory. */
export function commandTask(id: string, more: Partial<TaskInfo> = {}): TaskInfo {
  return {
    name: id, task_id: { value: id }, agent_id: { value: AGENT_ID },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 1 } }, { name: "mem", type: "SCALAR", scalar: { value: 64 } },
    ],
    ...(more.executor === undefined ? { command: { value: "sleep 100" } } : {}),
    ...more,
  };
}

export function base64Uuid(n: number): string {
  return Buffer.from(`0000000000004000800000000000${n.toString(16).padStart(4, "0")}`, "hex").toString("base64");
}

/** The types of events, in order. */
export function typesOf(events: readonly ExecutorEvent[] | undefined): string[] {
  return (events ?? []).map(({ type }) => type ?? "?");
}
