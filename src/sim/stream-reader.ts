/**
 * An operator's tool that subscribes to the events of whoever leads and believes what it is told: the state at the beginning,
 * and every change of it since. What it believes is what a checker holds against the master.
 */
import type { StreamId } from "../master/event.ts";
import type { MasterInfo, TaskState } from "../model/gen/mesos.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { CallCodec, EventCodec } from "../wire/gen/master.ts";
import { RecordDecoder } from "../wire/recordio.ts";
import { encodeAs, mediaTypeName } from "../wire/v1/media.ts";
import type { MediaType } from "../wire/v1/media.ts";
import type { OperatorEvent } from "../wire/v1/operator.ts";
import type { Chance } from "./chance.ts";
import { CHECKS } from "./checkers/names.ts";
import type { Election } from "./election.ts";
import type { BackItem } from "./front-door.ts";
import type { Connection, Host } from "./network.ts";
import type { World } from "./world.ts";

/** Mean time until it connects again, and until it does so for no reason. */
const RECONNECT_MS = 1_000;
const STAY_MS = 600_000;

const text = new TextDecoder();

/** What a tool knows. */
export interface Known {
  /** By framework, by task; those that are over among them. */
  readonly tasks: Map<string, Map<string, TaskState>>;
  readonly frameworks: Set<string>;
  readonly agents: Set<string>;
}

export class StreamReader implements Host {
  readonly name: string;
  readonly address = undefined;
  number = 0;
  isUp = true;
  isDark = false;
  isReading = true;
  stream: StreamId | undefined;
  /** Undefined before the master has told the state. */
  known: Known | undefined;
  private readonly world: World;
  private readonly chance: Chance;
  private readonly media: MediaType;
  private leader: MasterInfo | undefined;
  private connection: Connection | undefined;
  private isStarted = false;

  constructor(world: World, election: Election, name: string, media: MediaType) {
    this.world = world;
    this.chance = world.fork();
    this.name = name;
    this.media = media;
    world.network.join(this);
    election.watch((leader) => {
      this.leader = leader;
      if (this.isStarted) this.connect();
    });
  }

  start(): void {
    this.isStarted = true;
    this.connect();
    this.leaveSoon();
  }

  /** Nothing that was told is on its way. */
  get isUpToDate(): boolean {
    return this.connection?.queued(1) === 0;
  }

  cutStream(): void {
    this.connection?.break();
  }

  setStreamReading(isReading: boolean): void {
    this.connection?.setReading(0, isReading);
  }

  receive(): void {}

  onOver(): void {}

  private leaveSoon(): void {
    this.world.agenda.after(this.chance.exponential(STAY_MS), () => {
      this.connect();
      this.leaveSoon();
    });
  }

  private connect(): void {
    this.connection?.close(0);
    this.connection = this.known = this.stream = undefined;
    const { leader, media, world } = this;
    if (leader === undefined) return;
    const records = new RecordDecoder();
    const connection: Connection = world.network.connect(this, `${leader.address?.ip ?? ""}:${leader.address?.port ?? 0}`, {
      receive: (item) => {
        const back = item as BackItem;
        if (back.kind === "answer") return this.over(connection);
        if (back.kind === "opened") this.stream = back.stream;
        if (back.kind !== "bytes") return;
        const pushed = records.push(back.bytes);
        if (!pushed.ok) return world.violate(CHECKS.codec, `${this.name} cannot read its stream: ${pushed.error}`);
        for (const record of pushed.value) if (this.connection === connection) this.read(record);
      },
      onOver: () => this.over(connection),
    });
    this.connection = connection;
    const type = mediaTypeName(media);
    const body = encodeAs(CallCodec, { type: "SUBSCRIBE" }, media);
    const request = { method: "POST", path: "/master/api/v1", headers: { "content-type": type, accept: type }, body };
    connection.send(0, { kind: "call", request, call: undefined, what: "SUBSCRIBE" });
  }

  private over(connection: Connection): void {
    if (this.connection !== connection) return;
    this.connection = this.known = this.stream = undefined;
    this.world.agenda.after(this.chance.exponential(RECONNECT_MS), () => {
      if (this.connection === undefined) this.connect();
    });
  }

  private read(record: Uint8Array): void {
    const event = this.media === "protobuf" ? EventCodec.decode(record) : fromJson(record);
    if (event.ok) return this.hear(event.value);
    this.world.violate(CHECKS.codec, `${this.name} cannot read an event: ${event.error}`);
  }

  private hear(event: OperatorEvent): void {
    this.world.heard(this.connection!.listener, this, event.type ?? "", () => aboutText(event));
    if (event.subscribed !== undefined) this.known = stateOf(event);
    if (this.known !== undefined) learn(this.known, event);
  }
}

function stateOf({ subscribed }: OperatorEvent): Known {
  const { get_tasks = {}, get_frameworks = {}, get_agents = {} } = subscribed?.get_state ?? {};
  const { tasks = [], unreachable_tasks = [] } = get_tasks;
  // What is among the completed ones is over, whatever its agent remembered it to be.
  const known = new Map<string, Map<string, TaskState>>();
  for (const { framework_id, task_id, state } of [...unreachable_tasks, ...tasks]) {
    tasksOf(known, framework_id.value).set(task_id.value, state);
  }
  return {
    tasks: known,
    frameworks: new Set((get_frameworks.frameworks ?? []).map(({ framework_info }) => framework_info.id?.value ?? "")),
    agents: new Set((get_agents.agents ?? []).map(({ agent_info }) => agent_info.id?.value ?? "")),
  };
}

function tasksOf(tasks: Known["tasks"], frameworkId: string): Map<string, TaskState> {
  let known = tasks.get(frameworkId);
  if (known === undefined) tasks.set(frameworkId, (known = new Map()));
  return known;
}

function learn({ tasks, frameworks, agents }: Known, event: OperatorEvent): void {
  const { task_added, task_updated, framework_added, framework_updated, framework_removed, agent_added, agent_removed } = event;
  if (task_added !== undefined) {
    const { framework_id, task_id, state } = task_added.task;
    tasksOf(tasks, framework_id.value).set(task_id.value, state);
  }
  if (task_updated !== undefined) {
    const { framework_id, status, state } = task_updated;
    tasksOf(tasks, framework_id.value).set(status.task_id.value, state);
  }
  const framework = (framework_added ?? framework_updated)?.framework;
  if (framework !== undefined) frameworks.add(framework.framework_info.id?.value ?? "");
  if (framework_removed !== undefined) {
    const id = framework_removed.framework_info.id?.value ?? "";
    frameworks.delete(id);
    tasks.delete(id);
  }
  if (agent_added !== undefined) agents.add(agent_added.agent.agent_info.id?.value ?? "");
  if (agent_removed !== undefined) agents.delete(agent_removed.agent_id.value);
}

function aboutText(event: OperatorEvent): string {
  const { task_added, task_updated, agent_added, agent_removed, framework_added, framework_removed } = event;
  if (task_added !== undefined) return task_added.task.task_id.value;
  if (task_updated !== undefined) return `${task_updated.status.task_id.value} ${task_updated.state}`;
  const info = framework_added?.framework.framework_info ?? framework_removed?.framework_info;
  return (agent_removed?.agent_id ?? agent_added?.agent.agent_info.id ?? info?.id)?.value ?? "";
}

/** As a page in a browser does: ids and states are the same in both. */
function fromJson(record: Uint8Array): Result<OperatorEvent> {
  try {
    return ok(JSON.parse(text.decode(record)) as OperatorEvent);
  } catch (error) {
    return err((error as Error).message);
  }
}
