/**
 * All state of a master as values that do not change any more: what a segment begins with, and what the hash of all state is
 * made of. It is taken in steps, and until the last one nothing may change. Records that change are copied, what they hold of
 * wire values is not. What is there to be quick (`moment`, `shown`, `answers`, `agentAddresses`) is no state: it is made again.
 */
import { restoreAllocator } from "../../allocator/hierarchical.ts";
import type { AllocatorImage } from "../../allocator/image.ts";
import { Ring } from "../../model/ring.ts";
import type { Session } from "../authenticate/sessions.ts";
import type { Continuation } from "../event.ts";
import { createMaster } from "../master.ts";
import type { Master } from "../master.ts";
import type { MasterOptions } from "../options.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import type { Operation } from "../state/operation.ts";
import type { Task } from "../state/task.ts";
import { Entries, UsageEntries } from "./value.ts";

/** What is made anew instead of kept. */
type Remade = "options" | "pid" | "info" | "allocator" | "answers" | "agentAddresses";

export interface MasterImage {
  /** Records that several tables hold: as the tables hold it, and as it was. Each refers only to those before it. */
  readonly records: Iterable<readonly [held: object, was: object]>;
  readonly tables: Omit<Master, Remade>;
  readonly allocator: AllocatorImage;
  /** What goes on when the registry operations under way are durable, in order. */
  readonly pending: readonly Continuation[];
}

/** About how many records an image of it has, at once. */
export function imageSize({ agents, frameworks, completedFrameworks }: Master): number {
  let size = agents.size + frameworks.size + completedFrameworks.size;
  for (const { tasks, completedTasks } of frameworks.values()) size += tasks.size + completedTasks.size;
  for (const { completedTasks } of completedFrameworks.values()) size += completedTasks.size;
  return size;
}

/** In one go. */
export function imageOf(master: Master, pending: readonly Continuation[]): MasterImage {
  const steps = imageSteps(master, pending);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Each step takes a fraction of a millisecond, but for the small tables and for sums over all of a large one. */
export function* imageSteps(master: Master, pending: readonly Continuation[]): Generator<void, MasterImage> {
  const copies = new Copies();
  const { options: _options, pid: _pid, info: _info, allocator: live, answers: _answers, agentAddresses: _addresses, ...rest } = master;
  const { removals, transitions, authentications, next } = rest;
  const allocator = yield* live.imageSteps();
  yield* copies.agents(rest.agents.values());
  for (const framework of rest.frameworks.values()) yield* copies.frameworkSteps(framework);
  for (const framework of rest.completedFrameworks.values()) yield* copies.frameworkSteps(framework);
  for (const operation of rest.operations.values()) copies.operation(operation);
  yield;
  const byAgent = { agents: copies.map(rest.agents, (agent) => copies.agent(agent)), registry: copies.map(rest.registry) };
  yield;
  const tables: MasterImage["tables"] = {
    ...rest,
    counters: copies.map(rest.counters),
    ...byAgent,
    agentsByPid: copies.map(rest.agentsByPid, (agent) => copies.agent(agent)),
    agentsByObserver: copies.map(rest.agentsByObserver, (agent) => copies.agent(agent)),
    recoveredAgents: copies.map(rest.recoveredAgents),
    unreachableAgents: copies.map(rest.unreachableAgents),
    goneAgents: copies.map(rest.goneAgents),
    unreachableWork: copies.map(rest.unreachableWork, (work) => new Set(work)),
    removals: { ...removals, waiting: copies.map(removals.waiting) },
    machines: copies.map(rest.machines),
    formerMachines: new Set(rest.formerMachines),
    quotas: copies.map(rest.quotas),
    weights: copies.map(rest.weights),
    emptied: new Set(rest.emptied),
    removedAgents: new Set(rest.removedAgents),
    transitions: {
      registering: new Set(transitions.registering),
      reregistering: new Set(transitions.reregistering),
      removing: new Set(transitions.removing),
      markingUnreachable: new Set(transitions.markingUnreachable),
      markingGone: new Set(transitions.markingGone),
    },
    frameworks: copies.map(rest.frameworks, (framework) => copies.framework(framework)),
    frameworksByPid: copies.map(rest.frameworksByPid, (framework) => copies.framework(framework)),
    frameworksByStream: copies.map(rest.frameworksByStream, (framework) => copies.framework(framework)),
    completedFrameworks: copies.map(rest.completedFrameworks, (framework) => copies.framework(framework)),
    lines: copies.map(rest.lines, (line) => ({ ...line, waiting: line.waiting.map(withoutBody) })),
    audits: copies.map(rest.audits, (change) => ({ ...change })),
    talks: copies.map(rest.talks, (talk) => ({ ...talk })),
    authentications: {
      byActor: copies.map(authentications.byActor, (session) => copies.session(session)),
      byPid: copies.map(authentications.byPid, (session) => copies.session(session)),
      principals: copies.map(authentications.principals),
    },
    offers: copies.map(rest.offers, (offer) => copies.same(offer)),
    inverseOffers: copies.map(rest.inverseOffers, (offer) => copies.same(offer)),
    operations: copies.map(rest.operations, (operation) => copies.operation(operation)),
    subscribers: copies.map(rest.subscribers),
    news: [],
    next: { ...next },
  };
  yield;
  return { records: copies, tables, allocator, pending: [...pending] };
}

/** The master an image was taken of, as it was then. */
export function masterFrom(image: Omit<MasterImage, "records">, options: MasterOptions, kernel: WebAssembly.Module): Master {
  const allocator = restoreAllocator(image.allocator, options.allocator, kernel);
  return Object.assign(createMaster(options, allocator), image.tables);
}

/** A message keeps the bytes it came as only for the record. */
function withoutBody<T extends object>(held: T): T {
  const { type: _type, body: _body, ...rest } = held as T & { type?: unknown; body?: unknown };
  return rest as T;
}

const NOTHING = new Entries([]);
/** What is copied, or noted, in one step. */
const AGENTS_AT_ONCE = 32;
const TASKS_AT_ONCE = 1_000;

function usageOf(usage: ReadonlyMap<string, unknown>): UsageEntries {
  return new UsageEntries(listOf(usage, (resources) => resources));
}

function listOf<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => unknown): unknown[] {
  const list = new Array<unknown>(2 * map.size);
  let at = 0;
  map.forEach((value, key) => {
    list[at++] = key;
    list[at++] = copy(value);
  });
  return list;
}

/** A task, and its fields that change. */
const TASK_FIELDS = ["state", "statusUpdateState", "statusUpdateUuid", "statuses"] as const satisfies readonly (keyof Task)[];
const TASK_WORDS = 1 + TASK_FIELDS.length;

/**
 * One copy of each record, wherever it is held. Of tasks, of which there are most by far, only what changes is noted, and that
 * once for each table: a hundred thousand copies are more than a master can make at a time.
 */
class Copies {
  private readonly made = new Map<object, object>();
  private readonly kinds: Record<"leaves" | "agents" | "frameworks", object[]> = { leaves: [], agents: [], frameworks: [] };
  private readonly tasks: unknown[] = [];

  *[Symbol.iterator](): Generator<readonly [object, object]> {
    const { tasks, kinds: { leaves, agents, frameworks } } = this;
    const seen = new Set<Task>();
    for (let at = 0; at < tasks.length; at += TASK_WORDS) {
      const task = tasks[at] as Task;
      if (seen.has(task)) continue;
      seen.add(task);
      const was: Record<string, unknown> = { ...task, moment: undefined };
      for (let word = 1; word < TASK_WORDS; word++) was[TASK_FIELDS[word - 1]!] = tasks[at + word];
      yield [task, was];
    }
    for (const records of [leaves, agents, frameworks]) for (const record of records) yield [record, record];
  }

  /** To those who write or read it, it is the map. */
  map<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => unknown = (value) => value): Map<K, V> {
    if (map.size === 0) return NOTHING as unknown as Map<K, V>;
    return new Entries(listOf(map, copy)) as unknown as Map<K, V>;
  }

  *agents(agents: Iterable<Agent>): Generator<void> {
    let left = AGENTS_AT_ONCE;
    for (const agent of agents) {
      this.agent(agent);
      if (--left > 0) continue;
      yield;
      left = AGENTS_AT_ONCE;
    }
  }

  /** Its tasks first: there may be very many. */
  *frameworkSteps(framework: Framework): Generator<void> {
    let left = TASKS_AT_ONCE;
    for (const tasks of [framework.tasks.values(), framework.unreachableTasks.values(), framework.completedTasks]) {
      for (const task of tasks) {
        this.task(task);
        if (--left > 0) continue;
        yield;
        left = TASKS_AT_ONCE;
      }
    }
    this.framework(framework);
    yield;
  }

  /** It never changes, but must stay one. */
  same<T extends object>(record: T): T {
    return this.once("leaves", record, () => record);
  }

  session(session: Session): Session {
    return this.once("leaves", session, () => ({ ...session, waiting: session.waiting.map(withoutBody) }));
  }

  operation(operation: Operation): Operation {
    return this.once("leaves", operation, () => ({ ...operation }));
  }

  task(task: Task): Task {
    const { state, statusUpdateState, statusUpdateUuid, statuses } = task;
    this.tasks.push(task, state, statusUpdateState, statusUpdateUuid, statuses);
    return task;
  }

  agent(agent: Agent): Agent {
    return this.once("agents", agent, () => ({
      ...agent,
      providers: this.map(agent.providers),
      tasks: this.map(agent.tasks, (tasks) => this.map(tasks, (task) => this.task(task))),
      taskStates: this.map(agent.taskStates),
      executors: this.map(agent.executors, (executors) => this.map(executors)),
      killedTasks: this.map(agent.killedTasks, (tasks) => new Set(tasks)),
      offers: this.map(agent.offers, (offer) => this.same(offer)),
      inverseOffers: this.map(agent.inverseOffers, (offer) => this.same(offer)),
      operations: this.map(agent.operations, (operation) => this.operation(operation)),
      used: usageOf(agent.used) as unknown as Agent["used"],
      moment: undefined,
    }));
  }

  framework(framework: Framework): Framework {
    return this.once("frameworks", framework, () => {
      const completedTasks = new Ring<Task>(framework.completedTasks.capacity);
      for (const task of framework.completedTasks) completedTasks.push(task);
      return {
        ...framework,
        tasks: this.map(framework.tasks),
        taskStates: this.map(framework.taskStates),
        completedTasks,
        unreachableTasks: this.map(framework.unreachableTasks),
        shown: undefined,
        executors: this.map(framework.executors, (executors) => this.map(executors)),
        offers: this.map(framework.offers, (offer) => this.same(offer)),
        inverseOffers: this.map(framework.inverseOffers, (offer) => this.same(offer)),
        operations: this.map(framework.operations, (operation) => this.operation(operation)),
        used: usageOf(framework.used) as unknown as Framework["used"],
        counters: this.map(framework.counters),
      };
    });
  }

  private once<T extends object>(kind: keyof Copies["kinds"], record: T, copy: () => T): T {
    const known = this.made.get(record);
    if (known !== undefined) return known as T;
    const made = copy();
    this.made.set(record, made);
    this.kinds[kind].push(made);
    return made;
  }
}
