/** A task on a light agent: it runs as its script says, and tells so until each of its updates is acknowledged. */
import type { StatusUpdate } from "../model/gen/internal.ts";
import type { FrameworkInfo, Task, TaskInfo, TaskState, TaskStatus_Reason } from "../model/gen/mesos.ts";
import type { FrameworkId } from "../model/id.ts";
import { UPDATE_RETRY_MAX_MS, UPDATE_RETRY_MIN_MS } from "../model/limits.ts";
import { NO_RESOURCES } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { isTerminalTask } from "../model/task-state.ts";
import type { SimTask } from "./agent.ts";
import type { Entry } from "./agenda.ts";
import type { LightAgent } from "./light-agent.ts";
import { readScript } from "./script.ts";

const START_MS = 200;
const KILL_MS = 500;

export class LightTask implements SimTask {
  readonly frameworkId: FrameworkId;
  readonly taskId: string;
  readonly resources: Resources;
  readonly isCheckpointed: boolean;
  /** Only an answer to a question about a task that is not here. */
  readonly isDenial: boolean;
  state: TaskState = "TASK_STAGING";
  private readonly agent: LightAgent;
  private readonly info: TaskInfo | undefined;
  private readonly pending: StatusUpdate[] = [];
  private next: Entry | undefined;
  private retry: Entry | undefined;
  private retryMs = UPDATE_RETRY_MIN_MS;
  /** The last update that was sent to a master. */
  private sent: StatusUpdate | undefined;

  constructor(agent: LightAgent, framework: FrameworkInfo, info: TaskInfo, resources: Resources) {
    this.agent = agent;
    this.frameworkId = framework.id!.value as FrameworkId;
    this.taskId = info.task_id.value;
    this.info = info;
    this.resources = resources;
    this.isCheckpointed = framework.checkpoint === true;
    this.isDenial = false;
  }

  static denial(agent: LightAgent, frameworkId: FrameworkId, taskId: string, state: TaskState, reason: TaskStatus_Reason): LightTask {
    const info = { task_id: { value: taskId }, name: taskId, agent_id: { value: agent.id ?? "" } };
    const task = new LightTask(agent, { id: { value: frameworkId }, user: "", name: "" }, info, NO_RESOURCES);
    (task as { isDenial: boolean }).isDenial = true;
    task.over(state, reason);
    return task;
  }

  run(): void {
    const { agenda } = this.agent.world;
    const { durationMs, exitCode } = readScript(this.info?.command?.value ?? "");
    this.next = agenda.after(this.agent.chance.exponential(START_MS), () => {
      this.become("TASK_RUNNING");
      this.next = agenda.after(durationMs, () => this.over(exitCode === 0 ? "TASK_FINISHED" : "TASK_FAILED"));
    });
  }

  kill(): void {
    if (isTerminalTask(this.state)) return;
    const { agenda } = this.agent.world;
    agenda.callOff(this.next);
    this.next = agenda.after(this.agent.chance.exponential(KILL_MS), () => this.over("TASK_KILLED"));
  }

  over(state: TaskState, reason?: TaskStatus_Reason): void {
    if (isTerminalTask(this.state)) return;
    this.agent.world.agenda.callOff(this.next);
    this.become(state, reason);
  }

  /** Ends without a word: nobody is left to hear it. */
  drop(): void {
    this.agent.world.agenda.callOff(this.next);
    this.pause();
    this.state = "TASK_KILLED";
    this.tellWatchers();
    this.agent.forget(this);
  }

  /** The agent's program ends; the task itself goes on. */
  pause(): void {
    this.agent.world.agenda.callOff(this.retry);
  }

  /** Sends the oldest update that is not acknowledged, if there is a master to hear it. */
  sendHead(): void {
    this.retryMs = UPDATE_RETRY_MIN_MS;
    this.send();
  }

  acknowledged(uuid: Uint8Array): void {
    const head = this.pending[0];
    if (head === undefined || !sameBytes(head.uuid!, uuid)) return;
    this.pending.shift();
    this.pause();
    if (isTerminalTask(head.status.state)) return this.agent.forget(this);
    this.sendHead();
  }

  /** As it stands in a re-registration. */
  forMaster(): Task {
    const { name, task_id, agent_id } = this.info!;
    return {
      name, task_id, agent_id,
      framework_id: { value: this.frameworkId },
      state: this.state,
      resources: this.resources,
      ...(this.sent === undefined ? {} : { status_update_state: this.sent.status.state, status_update_uuid: this.sent.uuid! }),
    };
  }

  private become(state: TaskState, reason?: TaskStatus_Reason): void {
    this.state = state;
    const { agent } = this;
    const uuid = agent.chance.uuidBytes();
    const agent_id = { value: agent.id ?? "" };
    const timestamp = agent.world.nowMs / 1000;
    const source = reason === undefined ? "SOURCE_EXECUTOR" : "SOURCE_AGENT";
    const task_id = { value: this.taskId };
    this.pending.push({
      framework_id: { value: this.frameworkId },
      agent_id,
      status: { task_id, state, source, agent_id, timestamp, uuid, ...(reason === undefined ? {} : { reason }) },
      timestamp,
      uuid,
    });
    this.tellWatchers();
    if (this.pending.length === 1) this.sendHead();
  }

  private send(): void {
    const { agent } = this;
    const head = this.pending[0];
    agent.world.agenda.callOff(this.retry);
    if (head === undefined || !agent.isRegistered) return;
    this.sent = head;
    agent.report("mesos.internal.StatusUpdateMessage", {
      update: { ...head, latest_state: this.state },
      pid: agent.pid,
    });
    this.retry = agent.world.agenda.after(this.retryMs, () => {
      this.retryMs = Math.min(this.retryMs * 2, UPDATE_RETRY_MAX_MS);
      this.send();
    });
  }

  private tellWatchers(): void {
    const { agent } = this;
    for (const watcher of agent.world.watchers("onTask")) watcher.onTask(agent, this);
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
