/**
 * An agent that is only its conversation with the master: small and quick, so that ten thousand of them fit into one test. It
 * keeps what a real one keeps on disk (its id, its tasks, their unacknowledged updates) over a restart, and nothing else.
 */
import { AGENT_CAPABILITIES, capabilityList } from "../model/capability.ts";
import type {
  ReregisterSlaveMessage, RegisterSlaveMessage, RunTaskMessage, SlaveReregisteredMessage,
} from "../model/gen/internal.ts";
import type { AgentInfo, FrameworkInfo, MasterInfo, TaskState, TaskStatus_Reason } from "../model/gen/mesos.ts";
import { agentId } from "../model/id.ts";
import type { AgentId, FrameworkId } from "../model/id.ts";
import { REGISTER_RETRY_MAX_MS } from "../model/limits.ts";
import { toResources } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { sameUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Message, MessageName, Messages } from "../wire/v0/messages.ts";
import { taskKey } from "./agent.ts";
import type { AgentEnd, SimAgent } from "./agent.ts";
import type { Entry } from "./agenda.ts";
import type { Chance } from "./chance.ts";
import { CHECKS } from "./checkers/names.ts";
import type { Election } from "./election.ts";
import { LightTask } from "./light-task.ts";
import type { Connection, Host } from "./network.ts";
import { messageName, messageText } from "./spoken.ts";
import { SimTransport } from "./transport.ts";
import type { Parcel } from "./parcel.ts";
import { subjectOf } from "./workers.ts";
import type { World } from "./world.ts";

const REGISTER_BACKOFF_MS = 1_000;
/** A program that ended is started again after a while; a machine takes longer. */
const RESTART_MS = 5_000;
const REBOOT_MS = 60_000;

const NOTHING: ReadonlyMap<string, LightTask> = new Map();

export interface AgentSettings {
  readonly index: number;
  readonly resources: Resources;
}

export class LightAgent implements SimAgent, Host {
  readonly name: string;
  readonly address: string;
  readonly host: Host;
  readonly total: Resources;
  readonly appliesOperations = false;
  number = 0;
  isUp = false;
  isDark = false;
  isReading = true;
  readonly world: World;
  readonly chance: Chance;
  private readonly election: Election;
  private readonly transport: SimTransport;
  private readonly ip: string;
  private info: AgentInfo;
  private resourceVersion: Uint8Array = new Uint8Array();
  private master: Upid | undefined;
  private state: "disconnected" | "running" = "disconnected";
  /** By `taskKey`; `NOTHING` while there is none: many messages go to every agent, and most agents have nothing to do with them. */
  private known: ReadonlyMap<string, LightTask> = NOTHING;
  private readonly frameworks = new Map<FrameworkId, FrameworkInfo>();
  /** Tasks a master was told are not here: a launch that comes after that, late, must not make it untrue. */
  private readonly denied = new Set<string>();
  private backoffMs = 0;
  private registering: Entry | undefined;
  private silence: Entry | undefined;
  private pingTimeoutMs = 75_000;
  private pingedAtMs = 0;
  private isDraining = false;
  private unwatch: () => void = () => {};

  constructor(world: World, election: Election, { index, resources }: AgentSettings) {
    this.world = world;
    this.election = election;
    this.chance = world.fork();
    this.name = `agent-${index}`;
    this.ip = `10.${1 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;
    this.address = `${this.ip}:5051`;
    this.host = this;
    this.total = resources;
    this.info = { hostname: `${this.name}.sim`, port: 5051, resources, checkpoint: true };
    this.transport = new SimTransport(world, this, { host: this.ip, port: 5051 }, (peer) => this.exited(peer));
    world.network.join(this);
  }

  get id(): AgentId | undefined {
    return this.info.id === undefined ? undefined : agentId(this.info.id.value);
  }

  get reserved(): Resources {
    return this.total;
  }

  get isRegistered(): boolean {
    return this.isUp && this.state === "running";
  }

  get pid(): string {
    return `slave(1)@${this.address}`;
  }

  tasks(): Iterable<LightTask> {
    return this.known.values();
  }

  start(): void {
    this.resourceVersion = this.chance.uuidBytes();
    this.state = "disconnected";
    this.world.network.comeUp(this);
    this.world.note(this.name, "starts", this.id);
    this.unwatch = this.election.watch((leader) => this.detected(leader));
  }

  end(how: AgentEnd): void {
    if (!this.isUp) return;
    const { world } = this;
    world.note(this.name, how);
    world.network.goDown(this, how === "reboot" || how === "wipe");
    this.unwatch();
    this.transport.forget();
    world.agenda.callOff(this.registering);
    world.agenda.callOff(this.silence);
    this.master = undefined;
    this.state = "disconnected";
    for (const task of [...this.known.values()]) this.survive(task, how);
    if (how === "wipe") this.becomeNew();
    for (const watcher of world.watchers("onAgentDown")) watcher.onAgentDown(this);
    world.agenda.after(this.chance.exponential(how === "restart" ? RESTART_MS : REBOOT_MS), () => this.start());
  }

  /** It looks at no clock but to measure how long something took. */
  jumpClock(): void {}

  receive(connection: Connection, item: unknown): void {
    const { from, message } = item as Parcel;
    this.world.heard(connection.opener, this, messageName(message), () => messageText(message));
    this.hear(from, message);
  }

  /** Most agents run nothing of a framework of which all are told. */
  shrugs(connection: Connection, item: unknown): boolean {
    const { message } = item as Parcel;
    const frameworkId = subjectOf(message);
    if (frameworkId === undefined || this.world.workers.of(frameworkId).has(this)) return false;
    this.world.heard(connection.opener, this, messageName(message), () => messageText(message));
    return true;
  }

  onOver(): void {}

  /** To the master we follow, while it has admitted us. */
  report<N extends MessageName>(name: N, value: Messages[N]): void {
    if (this.state === "running" && this.isUp) this.say(name, value);
  }

  /** The task is over and its framework knows, or nobody wants to know. */
  forget(task: LightTask): void {
    if (this.known === NOTHING) return;
    (this.known as Map<string, LightTask>).delete(taskKey(task.frameworkId, task.taskId));
    if (this.known.size === 0) {
      this.known = NOTHING;
      this.isDraining = false;
    }
    for (const other of this.known.values()) if (other.frameworkId === task.frameworkId) return;
    this.frameworks.delete(task.frameworkId);
    this.world.workers.delete(task.frameworkId, this);
  }

  private say<N extends MessageName>(name: N, value: Messages[N]): void {
    if (this.master !== undefined) this.transport.send("slave(1)", this.master, { name, value } as Message);
  }

  private hear(from: Upid, message: Message): void {
    if (message.name === "mesos.internal.PingSlaveMessage") return this.pinged(from, message.value.connected);
    if (this.master === undefined || !sameUpid(from, this.master)) return;
    switch (message.name) {
      case "mesos.internal.SlaveRegisteredMessage": {
        const { agent_id, connection } = message.value;
        if (this.state === "running" && this.id !== agent_id.value) {
          this.world.violate(CHECKS.ids, `${this.name} is ${this.id} and is told to be ${agent_id.value}`);
        }
        this.info = { ...this.info, id: agent_id };
        return this.admitted(connection?.total_ping_timeout_seconds);
      }
      case "mesos.internal.SlaveReregisteredMessage": {
        const { agent_id, connection } = message.value;
        // What was meant for the machine that was here before; a real agent ends, too.
        if (this.id === undefined) return this.end("restart");
        if (this.id !== agent_id.value) {
          return this.world.violate(CHECKS.ids, `${this.name} is ${this.id} and is told to be ${agent_id.value}`);
        }
        this.admitted(connection?.total_ping_timeout_seconds);
        return this.reconcile(message.value);
      }
      case "mesos.internal.RunTaskMessage":
        return this.runTask(message.value);
      case "mesos.internal.KillTaskMessage": {
        const { framework_id, task_id } = message.value;
        const task = this.known.get(taskKey(framework_id.value, task_id.value));
        if (task !== undefined) return task.kill();
        if (!this.frameworks.has(framework_id.value as FrameworkId)) return;
        return this.deny(framework_id.value, task_id.value, "REASON_EXECUTOR_TERMINATED");
      }
      case "mesos.internal.StatusUpdateAcknowledgementMessage": {
        const { framework_id, task_id, uuid } = message.value;
        return this.known.get(taskKey(framework_id.value, task_id.value))?.acknowledged(uuid);
      }
      case "mesos.internal.ShutdownFrameworkMessage": {
        const { value } = message.value.framework_id;
        if (this.known === NOTHING) return;
        for (const task of [...this.known.values()]) if (task.frameworkId === value) task.drop();
        return;
      }
      case "mesos.internal.UpdateFrameworkMessage": {
        if (this.known === NOTHING) return;
        const { framework_id, framework_info } = message.value;
        const id = framework_id.value as FrameworkId;
        if (framework_info !== undefined && this.frameworks.has(id)) this.frameworks.set(id, framework_info);
        return this.resumeUpdates(id);
      }
      case "mesos.internal.DrainSlaveMessage":
        this.isDraining = this.known.size > 0;
        for (const task of this.known.values()) task.kill();
        return;
      case "mesos.internal.ShutdownMessage":
        this.world.note(this.name, "is told to shut down", message.value.message ?? "");
        return this.end("wipe");
      default:
    }
  }

  private detected(leader: MasterInfo | undefined): void {
    this.master = this.election.pidOf(leader);
    this.connectAgain();
  }

  /** Begins anew with the master we know of. */
  private connectAgain(): void {
    const { agenda } = this.world;
    this.state = "disconnected";
    agenda.callOff(this.registering);
    agenda.callOff(this.silence);
    if (this.master === undefined) return;
    this.backoffMs = REGISTER_BACKOFF_MS * 2;
    this.registering = agenda.after(this.chance.fraction() * REGISTER_BACKOFF_MS, () => this.register());
  }

  private register(): void {
    if (this.master === undefined) return;
    this.transport.link(this.master);
    const common: RegisterSlaveMessage = {
      agent: this.info,
      version: "1.12.0",
      agent_capabilities: capabilityList(AGENT_CAPABILITIES),
      resource_version_uuid: { value: this.resourceVersion },
    };
    if (this.info.id === undefined) this.say("mesos.internal.RegisterSlaveMessage", common);
    else this.say("mesos.internal.ReregisterSlaveMessage", { ...common, ...this.inventory() });
    const bound = Math.min(this.backoffMs, REGISTER_RETRY_MAX_MS);
    this.backoffMs = bound * 2;
    this.registering = this.world.agenda.after(this.chance.fraction() * bound, () => this.register());
  }

  private inventory(): Pick<ReregisterSlaveMessage, "tasks" | "frameworks"> {
    return {
      frameworks: [...this.frameworks.values()],
      tasks: [...this.known.values()].filter((task) => !task.isDenial).map((task) => task.forMaster()),
    };
  }

  private admitted(pingTimeoutSeconds = 75): void {
    const { agenda } = this.world;
    this.pingTimeoutMs = Math.trunc(pingTimeoutSeconds) * 1000;
    this.pingedAtMs = this.world.nowMs;
    if (this.state === "disconnected") {
      this.state = "running";
      agenda.callOff(this.registering);
      this.watchSilence();
      this.resumeUpdates();
    }
    this.report("mesos.internal.UpdateSlaveMessage", {
      agent_id: this.info.id!,
      update_oversubscribed_resources: false,
      operations: {},
      resource_version_uuid: { value: this.resourceVersion },
      resource_providers: {},
    });
  }

  private resumeUpdates(of?: FrameworkId): void {
    for (const task of this.known.values()) if (of === undefined || task.frameworkId === of) task.sendHead();
  }

  private reconcile({ reconciliations = [] }: SlaveReregisteredMessage): void {
    for (const { framework_id, statuses = [] } of reconciliations) {
      for (const { task_id } of statuses) {
        if (this.known.has(taskKey(framework_id.value, task_id.value))) continue;
        this.deny(framework_id.value, task_id.value, "REASON_RECONCILIATION");
      }
    }
  }

  private pinged(from: Upid, connected: boolean): void {
    this.transport.send("slave(1)", from, { name: "mesos.internal.PongSlaveMessage", value: {} });
    this.pingedAtMs = this.world.nowMs;
    if (!connected && this.state === "running") this.connectAgain();
  }

  private watchSilence(): void {
    this.silence = this.world.agenda.at(this.pingedAtMs + this.pingTimeoutMs, () => {
      if (this.world.nowMs - this.pingedAtMs < this.pingTimeoutMs) this.watchSilence();
      else this.connectAgain();
    });
  }

  private exited(peer: Upid): void {
    if (this.master !== undefined && sameUpid(peer, this.master) && this.state === "running") this.connectAgain();
  }

  private runTask({ framework, task, resource_version_uuids }: RunTaskMessage): void {
    const frameworkId = framework.id!.value as FrameworkId;
    const key = taskKey(frameworkId, task.task_id.value);
    if (task.agent_id.value !== this.info.id?.value || this.known.has(key) || this.denied.has(key)) return;
    const outdated = resource_version_uuids?.some(({ uuid }) => !sameBytes(uuid.value, this.resourceVersion)) === true;
    this.frameworks.set(frameworkId, framework);
    if (outdated) return this.deny(frameworkId, task.task_id.value, "REASON_INVALID_OFFERS");
    if (this.isDraining) return this.deny(frameworkId, task.task_id.value, "REASON_AGENT_DRAINING");
    const made = new LightTask(this, framework, task, toResources(task.resources));
    this.remember(key, made);
    for (const watcher of this.world.watchers("onTask")) watcher.onTask(this, made);
    made.run();
  }

  /** There is no such task here: that, too, is told until it is acknowledged. */
  private deny(frameworkId: string, id: string, reason: TaskStatus_Reason): void {
    const aware = this.frameworks.get(frameworkId as FrameworkId)?.capabilities?.some(({ type }) => type === "PARTITION_AWARE");
    const state: TaskState = aware === true ? "TASK_DROPPED" : "TASK_LOST";
    const key = taskKey(frameworkId, id);
    this.denied.add(key);
    for (const watcher of this.world.watchers("onTaskRefused")) watcher.onTaskRefused(this, key);
    this.remember(key, LightTask.denial(this, frameworkId as FrameworkId, id, state, reason));
  }

  private remember(key: string, task: LightTask): void {
    if (this.known === NOTHING) this.known = new Map();
    (this.known as Map<string, LightTask>).set(key, task);
    this.world.workers.add(task.frameworkId, this);
  }

  /** What becomes of a task when our program ends. */
  private survive(task: LightTask, how: AgentEnd): void {
    task.pause();
    if (how === "wipe" || !task.isCheckpointed) return task.drop();
    if (how === "reboot") task.over("TASK_FAILED", "REASON_EXECUTOR_TERMINATED");
  }

  private becomeNew(): void {
    const { id: _, ...info } = this.info;
    this.info = info;
    this.known = NOTHING;
    this.denied.clear();
    this.frameworks.clear();
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
