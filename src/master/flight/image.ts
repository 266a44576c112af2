/**
 * All state of a master as values that do not change any more, taken in one go: what a segment begins with, and what the hash
 * of all state is made of. Records that change are copied, what they hold of wire values is not. Texts that readers made
 * (`moment`, `answers`) are no state: they are made again.
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
import { UsageEntries } from "./value.ts";

/** What is made anew instead of kept. */
type Remade = "options" | "pid" | "info" | "allocator" | "answers";

export interface MasterImage {
  /** Records that several tables hold: each refers only to those before it. */
  readonly records: readonly object[];
  readonly tables: Omit<Master, Remade>;
  readonly allocator: AllocatorImage;
  /** What goes on when the registry operations under way are durable, in order. */
  readonly pending: readonly Continuation[];
}

export function imageOf(master: Master, pending: readonly Continuation[]): MasterImage {
  const copies = new Copies();
  const { options: _options, pid: _pid, info: _info, allocator, answers: _answers, ...rest } = master;
  const { removals, transitions, authentications, next } = rest;
  const tables: MasterImage["tables"] = {
    ...rest,
    counters: new Map(rest.counters),
    registry: new Map(rest.registry),
    agents: copies.map(rest.agents, (agent) => copies.agent(agent)),
    agentsByPid: copies.map(rest.agentsByPid, (agent) => copies.agent(agent)),
    agentsByObserver: copies.map(rest.agentsByObserver, (agent) => copies.agent(agent)),
    recoveredAgents: new Map(rest.recoveredAgents),
    unreachableAgents: new Map(rest.unreachableAgents),
    goneAgents: new Map(rest.goneAgents),
    unreachableWork: copies.map(rest.unreachableWork, (work) => new Set(work)),
    removals: { ...removals, waiting: new Map(removals.waiting) },
    machines: new Map(rest.machines),
    formerMachines: new Set(rest.formerMachines),
    quotas: new Map(rest.quotas),
    weights: new Map(rest.weights),
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
      principals: new Map(authentications.principals),
    },
    offers: copies.map(rest.offers, (offer) => copies.same(offer)),
    inverseOffers: copies.map(rest.inverseOffers, (offer) => copies.same(offer)),
    operations: copies.map(rest.operations, (operation) => copies.operation(operation)),
    subscribers: new Map(rest.subscribers),
    news: [],
    next: { ...next },
  };
  return { records: copies.records(), tables, allocator: allocator.image(), pending: [...pending] };
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

/** One copy of each record, wherever it is held. */
class Copies {
  private readonly made = new Map<object, object>();
  private readonly kinds: Record<"leaves" | "agents" | "frameworks", object[]> = { leaves: [], agents: [], frameworks: [] };

  records(): object[] {
    const { leaves, agents, frameworks } = this.kinds;
    return [...leaves, ...agents, ...frameworks];
  }

  map<K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> {
    const copied = new Map<K, V>();
    for (const [key, value] of map) copied.set(key, copy(value));
    return copied;
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
    return this.once("leaves", task, () => ({ ...task, moment: undefined }));
  }

  agent(agent: Agent): Agent {
    return this.once("agents", agent, () => ({
      ...agent,
      providers: new Map(agent.providers),
      tasks: this.map(agent.tasks, (tasks) => this.map(tasks, (task) => this.task(task))),
      taskStates: new Map(agent.taskStates),
      executors: this.map(agent.executors, (executors) => new Map(executors)),
      killedTasks: this.map(agent.killedTasks, (tasks) => new Set(tasks)),
      offers: this.map(agent.offers, (offer) => this.same(offer)),
      inverseOffers: this.map(agent.inverseOffers, (offer) => this.same(offer)),
      operations: this.map(agent.operations, (operation) => this.operation(operation)),
      used: new UsageEntries(agent.used) as unknown as Agent["used"],
      moment: undefined,
    }));
  }

  framework(framework: Framework): Framework {
    return this.once("frameworks", framework, () => {
      const completedTasks = new Ring<Task>(framework.completedTasks.capacity);
      for (const task of framework.completedTasks) completedTasks.push(this.task(task));
      return {
        ...framework,
        tasks: this.map(framework.tasks, (task) => this.task(task)),
        taskStates: new Map(framework.taskStates),
        completedTasks,
        unreachableTasks: this.map(framework.unreachableTasks, (task) => this.task(task)),
        executors: this.map(framework.executors, (executors) => new Map(executors)),
        offers: this.map(framework.offers, (offer) => this.same(offer)),
        inverseOffers: this.map(framework.inverseOffers, (offer) => this.same(offer)),
        operations: this.map(framework.operations, (operation) => this.operation(operation)),
        used: new UsageEntries(framework.used) as unknown as Framework["used"],
        counters: new Map(framework.counters),
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
