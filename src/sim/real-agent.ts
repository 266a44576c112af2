/**
 * Our agent's core, byte for byte, in the world: its checkpoints on a disk that may lose power, its containers only said to
 * run, its command tasks with our executor's core.
 */
import { createAgent, step } from "../agent/agent.ts";
import type { AgentEvent, HttpRequest, Measurement, Timer } from "../agent/event.ts";
import type { AgentOptions } from "../agent/options.ts";
import { Outbox } from "../agent/outbox.ts";
import type { ContainerSpec, Effect } from "../agent/outbox.ts";
import { idOf } from "../agent/state.ts";
import type { Agent } from "../agent/state.ts";
import type { MasterInfo, Resource, TaskState } from "../model/gen/mesos.ts";
import type { AgentId, FrameworkId } from "../model/id.ts";
import { toResources } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { parseUpid } from "../model/upid.ts";
import type { RandomState } from "../model/random.ts";
import { encodeExecutorEvent } from "../wire/v1/executor.ts";
import { taskKey } from "./agent.ts";
import type { AgentEnd, SimAgent, SimTask } from "./agent.ts";
import type { AgentSays } from "../agent/executor/event.ts";
import type { Chance } from "./chance.ts";
import { CHECKS } from "./checkers/names.ts";
import { Disk } from "./disk.ts";
import type { Election } from "./election.ts";
import { ExecutorHost } from "./executor-host.ts";
import { HostClock } from "./host-clock.ts";
import type { AgentSettings } from "./light-agent.ts";
import type { Connection, Host } from "./network.ts";
import { SimTransport } from "./transport.ts";
import type { Parcel } from "./parcel.ts";
import { messageName, messageText } from "./spoken.ts";
import { START_MS } from "./world.ts";
import type { World } from "./world.ts";

const RESTART_MS = 5_000;
const REBOOT_MS = 60_000;
const START_CONTAINER_MS = 100;
const KILLED_STATUS = 9;

const text = new TextDecoder();
const textEncoder = new TextEncoder();

/** What is said to run. It outlives the agent's program. */
interface Container {
  readonly spec: ContainerSpec;
  executor: ExecutorHost | undefined;
}

type Answered = (status: number | undefined, stream: string | undefined) => void;

export class RealAgent implements SimAgent, Host {
  readonly name: string;
  readonly address: string;
  readonly host: Host;
  readonly total: Resources;
  readonly appliesOperations = true;
  number = 0;
  isUp = false;
  isDark = false;
  isReading = true;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly election: Election;
  private readonly transport: SimTransport;
  private readonly ip: string;
  private readonly disk = new Disk();
  private core: Agent;
  private run = 0;
  private boot = 1;
  private nextRequest = 1;
  /** Told to go: whoever looks after the machine empties it before it may come back. */
  private isDismissed = false;
  private readonly clock: HostClock<Timer>;
  private readonly containers = new Map<string, Container>();
  private readonly asked = new Map<number, Answered>();
  private unwatch: () => void = () => {};

  constructor(world: World, election: Election, { index, resources }: AgentSettings) {
    this.world = world;
    this.clock = new HostClock(world.agenda, (timer) => this.offer({ type: "timer", timer }));
    this.election = election;
    this.chance = world.fork();
    this.name = `agent-${index}`;
    this.ip = `10.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
    this.address = `${this.ip}:5051`;
    this.host = this;
    this.total = resources;
    this.transport = new SimTransport(world, this, { host: this.ip, port: 5051 }, (peer) => this.offer({ type: "exited", peer }));
    this.core = createAgent(this.options());
    world.network.join(this);
  }

  get id(): AgentId | undefined {
    const id = idOf(this.core);
    return id === "" ? undefined : (id as AgentId);
  }

  get reserved(): Resources {
    return this.core.total;
  }

  get isRegistered(): boolean {
    return this.isUp && this.core.state === "RUNNING";
  }

  *tasks(): Iterable<SimTask> {
    for (const framework of this.core.frameworks.values()) {
      for (const { queued, launched, terminated } of framework.executors.values()) {
        for (const task of queued.values()) yield simTask(framework.id, task, "TASK_STAGING");
        for (const task of launched.values()) yield simTask(framework.id, task, task.state);
        for (const task of terminated.values()) yield simTask(framework.id, task, task.state);
      }
    }
  }

  start(): void {
    const { world } = this;
    this.run++;
    this.clock.start();
    this.isDismissed = false;
    this.core = createAgent(this.options());
    world.network.comeUp(this);
    world.note(this.name, "starts");
    const living = [...this.containers].filter(([, { spec }]) => spec.pidDirectory !== undefined);
    const containers = Object.fromEntries(living.map(([id]) => [id, 1]));
    this.offer({ type: "recovered", files: this.disk.load(), bootId: `boot-${this.boot}`, containers });
    this.unwatch = this.election.watch((leader) => this.detected(leader));
  }

  end(how: AgentEnd): void {
    if (!this.isUp) return;
    const { world, chance } = this;
    world.note(this.name, how);
    world.network.goDown(this, how !== "restart");
    this.unwatch();
    this.transport.forget();
    this.clock.end();
    for (const answered of this.asked.values()) answered(undefined, undefined);
    this.asked.clear();
    if (how !== "restart") this.loseMachine(how);
    for (const { executor } of this.containers.values()) {
      if (executor?.stream !== undefined) executor.lose(executor.stream);
    }
    for (const watcher of world.watchers("onAgentDown")) watcher.onAgentDown(this);
    world.agenda.after(chance.exponential(how === "restart" ? RESTART_MS : REBOOT_MS), () => this.start());
  }

  jumpClock(ms: number): void {
    this.clock.jump(ms);
  }

  receive(connection: Connection, item: unknown): void {
    const { from, to, message } = item as Parcel;
    this.world.heard(connection.opener, this, messageName(message), () => messageText(message));
    if (message.name === "mesos.internal.ShutdownMessage") this.isDismissed = true;
    this.offer({ type: "message", from, to, message });
    if (message.name === "mesos.internal.RunTaskMessage") {
      const { framework, task } = message.value;
      this.tellWatchers(taskKey(framework.id?.value ?? "", task.task_id.value));
    } else if (message.name === "mesos.internal.SlaveReregisteredMessage") {
      for (const { framework_id, statuses = [] } of message.value.reconciliations ?? []) {
        for (const { task_id } of statuses) this.tellWatchers(taskKey(framework_id.value, task_id.value));
      }
    }
  }

  onOver(): void {}

  private options(): AgentOptions {
    const seed: RandomState = [this.chance.seed(), this.chance.seed(), this.chance.seed(), this.chance.seed() | 1];
    return {
      ...OPTIONS,
      host: this.ip,
      port: 5051,
      seed,
      info: { hostname: `${this.name}.sim`, port: 5051, resources: this.total, checkpoint: true },
      startedAtMs: this.clock.nowMs,
    };
  }

  private detected(leader: MasterInfo | undefined): void {
    const pid = parseUpid(leader?.pid ?? "");
    const master = pid.ok ? { pid: pid.value, hostname: leader?.hostname ?? "" } : undefined;
    this.offer({ type: "master-detected", master });
  }

  private offer(event: AgentEvent): void {
    if (!this.isUp) return;
    const out = new Outbox(OPTIONS.actor);
    const { run, world } = this;
    try {
      step(this.core, event, this.clock.nowMs, out);
    } catch (error) {
      world.violate(CHECKS.assertion, `${this.name} threw at ${event.type}: ${(error as Error).stack ?? String(error)}`);
      return this.end("restart");
    }
    this.disk.apply(out.checkpoints, world.nowMs);
    for (const effect of out.effects) if (this.run === run && this.isUp) this.carryOut(effect);
  }

  private soon(event: AgentEvent): void {
    const { run } = this;
    this.world.agenda.after(0, () => {
      if (this.run === run) this.offer(event);
    });
  }

  private carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "send":
        return this.transport.send(effect.fromActor, effect.to, effect.message);
      case "link":
        return this.transport.link(effect.to);
      case "relink":
        return this.transport.relink(effect.to);
      case "reply":
        return this.answer(effect.request, effect.response.status, undefined);
      case "open":
        return this.answer(effect.request, 200, effect.stream);
      case "write": {
        const event = JSON.parse(text.decode(encodeExecutorEvent(effect.event, "json"))) as AgentSays;
        return this.executorOn(effect.stream)?.hear(effect.stream, event);
      }
      case "end":
        return this.executorOn(effect.stream)?.lose(effect.stream);
      case "arm":
        return this.clock.arm(effect.key, effect.atMs, effect.timer);
      case "disarm":
        return this.clock.disarm(effect.key);
      case "launch":
        return this.launch(effect.spec);
      case "refuse-launch":
        return this.soon({ type: "container-exited", containerId: effect.containerId, launchError: effect.why });
      case "signal":
        return this.containers.get(effect.containerId)?.executor?.terminate();
      case "destroy":
        return this.destroy(effect.containerId);
      case "measure":
        return this.soon({ type: "measured", request: effect.request, measurement: NOTHING_MEASURED });
      case "exit":
        this.world.note(this.name, "exits", effect.why);
        return this.end(this.isDismissed ? "wipe" : "restart");
      case "log":
        if (effect.level !== "debug") this.world.note(this.name, effect.text);
        return;
      default:
    }
  }

  private launch(spec: ContainerSpec): void {
    const container: Container = { spec, executor: undefined };
    this.containers.set(spec.containerId, container);
    this.world.agenda.after(this.chance.exponential(START_CONTAINER_MS), () => {
      if (this.containers.get(spec.containerId) !== container) return;
      container.executor = new ExecutorHost(this.world, this.chance.fork(), this.sideOf(), spec.environment, (code) =>
        this.exited(spec.containerId, code << 8));
      this.soon({ type: "container-started", containerId: spec.containerId, pid: 1 });
    });
  }

  private destroy(containerId: string): void {
    this.containers.get(containerId)?.executor?.kill();
    this.exited(containerId, KILLED_STATUS);
  }

  private exited(containerId: string, status: number): void {
    if (!this.containers.delete(containerId)) return;
    this.soon({ type: "container-exited", containerId, status });
  }

  private loseMachine(how: AgentEnd): void {
    for (const { executor } of this.containers.values()) executor?.kill();
    this.containers.clear();
    this.boot++;
    if (how === "wipe") {
      this.disk.wipe();
      this.core = createAgent(this.options());
    } else {
      this.disk.losePower(this.world.nowMs - this.chance.between(0, 5_000));
    }
  }

  private sideOf() {
    return {
      request: (call: object, answered: Answered): void => {
        if (!this.isUp) return answered(undefined, undefined);
        const id = this.nextRequest++;
        this.asked.set(id, answered);
        const request: HttpRequest = {
          id, method: "POST", path: "/slave(1)/api/v1/executor", query: {},
          headers: { "content-type": "application/json", accept: "application/json" },
          body: textEncoder.encode(JSON.stringify(call)),
          streamId: this.chance.uuid(),
        };
        this.offer({ type: "request", request });
      },
      hangUp: (stream: string): void => this.soon({ type: "stream-closed", stream }),
    };
  }

  private answer(request: number, status: number, stream: string | undefined): void {
    const answered = this.asked.get(request);
    this.asked.delete(request);
    answered?.(status, stream);
  }

  private executorOn(stream: string): ExecutorHost | undefined {
    for (const { executor } of this.containers.values()) if (executor?.stream === stream) return executor;
    return undefined;
  }

  private tellWatchers(key: string): void {
    for (const task of this.tasks()) {
      if (taskKey(task.frameworkId, task.taskId) !== key) continue;
      for (const watcher of this.world.watchers("onTask")) watcher.onTask(this, task);
      return;
    }
    for (const watcher of this.world.watchers("onTaskRefused")) watcher.onTaskRefused(this, key);
  }
}

function simTask(
  frameworkId: FrameworkId, task: { readonly task_id: { readonly value: string }; readonly resources?: readonly Resource[] }, state: TaskState,
): SimTask {
  return { frameworkId, taskId: task.task_id.value, state, resources: toResources(task.resources), isDenial: false };
}

const NOTHING_MEASURED: Measurement = {
  containers: {},
  system: { cpus: 1, load1: 0, load5: 0, load15: 0, memTotalBytes: 0, memFreeBytes: 0 },
  diskUsage: 0,
  gc: { pending: 0, succeeded: 0, failed: 0 },
};

/** An agent with its flags at their defaults; a short time for executors to come back, as in the recordings. */
const OPTIONS: Omit<AgentOptions, "host" | "port" | "seed" | "info" | "startedAtMs"> = {
  actor: "slave(1)",
  version: { version: "1.12.0", buildDate: "2026-11-20 00:00:00 UTC", buildTimeSeconds: START_MS / 1000, buildUser: "sim" },
  workDir: "/var/lib/mesos",
  flags: {},
  registrationBackoffMs: 1_000,
  executorRegistrationTimeoutMs: 60_000,
  executorReregistrationTimeoutMs: 2_000,
  executorShutdownGraceMs: 5_000,
  recoveryTimeoutMs: 900_000,
  recover: "reconnect",
  reconfigurationPolicy: "equal",
  gcDelayMs: 604_800_000,
  gcDiskHeadroom: 0.1,
  maxCompletedExecutorsPerFramework: 150,
  switchUser: false,
  isolation: ["posix/cpu", "posix/mem"],
  executorEnvironment: { PATH: "/usr/bin:/bin" },
  commandExecutor: { path: "allot", argv: ["allot", "executor"] },
  defaultExecutor: { path: "allot", argv: ["allot", "default-executor"] },
};
