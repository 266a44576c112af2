/**
 * Nothing is given away twice. The ledger is kept from outside, out of what masters say and hear and of what agents have, and
 * knows nothing of the master's own books: what is offered, what is on its way to an agent and what runs there never add up to
 * more than the agent has. It believes in no more than the master must believe in, so it never cries wolf.
 */
import type { MasterEvent } from "../../master/event.ts";
import type { Effect } from "../../master/outbox.ts";
import { printResources } from "../../model/print.ts";
import { quantitiesOf } from "../../model/quantities.ts";
import type { Resource, TaskStatus } from "../../model/gen/mesos.ts";
import { printUpid } from "../../model/upid.ts";
import { toMilli } from "../../model/scalar.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import type { SchedulerCall, SchedulerEvent } from "../../wire/v1/scheduler.ts";
import { taskKey } from "../agent.ts";
import type { SimAgent, SimTask } from "../agent.ts";
import { driverCall, eventOf } from "../driver-events.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

interface Offered {
  readonly agentId: string;
  /** Whom it was made to: a stream, or the address of a driver. */
  readonly stream: string;
  readonly amount: Amount;
}

/** Thousandths of each resource, by the number of its name. */
type Amount = readonly number[];

export class Ledger implements Observer {
  private readonly cluster: Cluster;
  private readonly offers = new Map<string, Offered>();
  private readonly offersOfAgent = new Map<string, Set<string>>();
  private readonly offersOfStream = new Map<string, Set<string>>();
  private readonly deadStreams = new Set<string>();
  private readonly frameworkOf = new Map<string, string>();
  /** Launched, but not yet with the agent: by agent, by task. */
  private readonly flying = new Map<string, Map<string, Amount>>();
  /** The master has called them over, whatever their agent says. */
  private readonly writtenOff = new Set<string>();
  private readonly completed = new Set<string>();
  private readonly names = new Map<string, number>();
  /** Of lists that are looked at again and again: totals, and what tasks hold. */
  private readonly amounts = new WeakMap<readonly Resource[], Amount>();
  private leader: MasterHost | undefined;

  constructor(cluster: Cluster) {
    this.cluster = cluster;
  }

  /** Ids of the offers of an agent that are with schedulers, or on their way there. */
  outstanding(agentId: string): ReadonlySet<string> {
    return this.offersOfAgent.get(agentId) ?? new Set();
  }

  onStep(master: MasterHost, event: MasterEvent, call: SchedulerCall | undefined): void {
    if (!this.follows(master)) return;
    if (event.type === "stream-closed") return this.endStream(event.stream);
    if (event.type === "exited") return this.endStream(printUpid(event.peer));
    const { accept, decline } = call ?? driverCall(event) ?? {};
    const ids = accept?.offer_ids ?? decline?.offer_ids;
    for (const { value } of ids ?? []) this.take(value);
  }

  onEffect(master: MasterHost, effect: Effect): void {
    if (!this.follows(master)) return;
    switch (effect.kind) {
      case "write":
        return this.written(effect.stream, effect.event);
      case "end":
        return this.endStream(effect.stream);
      // A driver that is told no more.
      case "unlink":
        return this.endStream(printUpid(effect.to));
      case "send":
        return this.sent(effect);
      case "broadcast":
        if (effect.message.name === "mesos.internal.ShutdownFrameworkMessage") this.complete(effect.message.value.framework_id.value);
        return;
      default:
    }
  }

  onMasterDown(master: MasterHost): void {
    if (master === this.leader) this.forgetOffers();
  }

  /** One who has been replaced and does not know it may say what he likes: nobody can act on it. */
  private follows(master: MasterHost): boolean {
    const { leader } = this.cluster.election;
    if (leader !== undefined && leader !== this.leader) {
      this.leader = leader;
      this.forgetOffers();
    }
    return master === leader;
  }

  private forgetOffers(): void {
    this.offers.clear();
    this.offersOfAgent.clear();
    this.offersOfStream.clear();
    this.deadStreams.clear();
    this.frameworkOf.clear();
  }

  onTask(agent: SimAgent, task: SimTask): void {
    if (agent.id !== undefined) this.flying.get(agent.id)?.delete(taskKey(task.frameworkId, task.taskId));
    if (isTerminalTask(task.state)) this.writtenOff.delete(taskKey(task.frameworkId, task.taskId));
  }

  onTaskRefused(agent: SimAgent, key: string): void {
    if (agent.id !== undefined) this.flying.get(agent.id)?.delete(key);
  }

  private written(stream: string, event: SchedulerEvent): void {
    if (event.type === "FAILURE" || event.type === "HEARTBEAT") return;
    if (event.type === "SUBSCRIBED") {
      // A driver that asked twice is answered twice, and what it was offered in between is nothing any more.
      this.endStream(stream);
      this.deadStreams.delete(stream);
    }
    if (this.deadStreams.has(stream)) return;
    switch (event.type) {
      case "ERROR":
        return this.endStream(stream);
      case "SUBSCRIBED":
        this.frameworkOf.set(stream, event.subscribed!.framework_id.value);
        return;
      case "OFFERS":
        for (const { id, agent_id, resources } of event.offers!.offers ?? []) {
          this.give(id.value, { agentId: agent_id.value, stream, amount: this.count(resources ?? []) });
          this.check(agent_id.value, `offer ${id.value}`);
        }
        return;
      case "RESCIND":
        return this.take(event.rescind!.offer_id.value);
      case "UPDATE":
        return this.writeOff(stream, event.update!.status);
      default:
    }
  }

  private sent({ to, message }: Extract<Effect, { kind: "send" }>): void {
    const event = eventOf(message);
    if (event !== undefined) return this.written(printUpid(to), event);
    switch (message.name) {
      case "mesos.internal.RunTaskMessage": {
        const { framework, task } = message.value;
        const agentId = task.agent_id.value;
        const flying = this.flying.get(agentId) ?? new Map<string, Amount>();
        this.flying.set(agentId, flying.set(taskKey(framework.id!.value, task.task_id.value), this.amountOf(task.resources ?? [])));
        return;
      }
      case "mesos.internal.SlaveReregisteredMessage": {
        // Launches that were lost on the way count only as long as the master still asks for them.
        const { agent_id, reconciliations = [] } = message.value;
        const flying = this.flying.get(agent_id.value);
        if (flying === undefined) return;
        const asked = new Set(reconciliations.flatMap(({ framework_id, statuses = [] }) =>
          statuses.map(({ task_id }) => taskKey(framework_id.value, task_id.value))));
        for (const key of flying.keys()) if (!asked.has(key)) flying.delete(key);
        return;
      }
      case "mesos.internal.ShutdownFrameworkMessage":
        return this.complete(message.value.framework_id.value);
      default:
    }
  }

  private complete(frameworkId: string): void {
    if (this.completed.has(frameworkId)) return;
    this.completed.add(frameworkId);
    for (const flying of this.flying.values()) {
      for (const key of flying.keys()) if (key.startsWith(`${frameworkId}/`)) flying.delete(key);
    }
  }

  private writeOff(stream: string, { task_id, state, source, reason }: TaskStatus): void {
    const frameworkId = this.frameworkOf.get(stream);
    if (source !== "SOURCE_MASTER" || frameworkId === undefined || reason === "REASON_RECONCILIATION") return;
    const key = taskKey(frameworkId, task_id.value);
    if (isTerminalTask(state) || state === "TASK_UNREACHABLE") this.writtenOff.add(key);
    else this.writtenOff.delete(key);
  }

  private give(id: string, offered: Offered): void {
    this.offers.set(id, offered);
    setOf(this.offersOfAgent, offered.agentId).add(id);
    setOf(this.offersOfStream, offered.stream).add(id);
  }

  private take(id: string): void {
    const offered = this.offers.get(id);
    if (offered === undefined) return;
    this.offers.delete(id);
    this.offersOfAgent.get(offered.agentId)?.delete(id);
    this.offersOfStream.get(offered.stream)?.delete(id);
  }

  private endStream(stream: string): void {
    this.deadStreams.add(stream);
    for (const id of [...(this.offersOfStream.get(stream) ?? [])]) this.take(id);
    this.offersOfStream.delete(stream);
  }

  private check(agentId: string, why: string): void {
    const agent = this.cluster.agentById(agentId);
    if (agent === undefined) return;
    this.cluster.world.tried(CHECKS.twice);
    const sum: number[] = [];
    for (const id of this.outstanding(agentId)) increase(sum, this.offers.get(id)!.amount);
    for (const amount of this.flying.get(agentId)?.values() ?? []) increase(sum, amount);
    for (const task of agent.tasks()) if (this.counts(task)) increase(sum, this.amountOf(task.resources));
    const total = this.amountOf(agent.total);
    if (sum.every((milli, name) => milli <= (total[name] ?? 0))) return;
    this.cluster.world.violate(CHECKS.twice, `${why}: ${agent.name} (${agentId}) has ${printResources(agent.total)}, but ` +
      `${this.print(sum)} of it is offered, launched or running`);
  }

  private counts({ frameworkId, taskId, state }: SimTask): boolean {
    if (isTerminalTask(state) || this.completed.has(frameworkId)) return false;
    return this.writtenOff.size === 0 || !this.writtenOff.has(taskKey(frameworkId, taskId));
  }

  private amountOf(resources: readonly Resource[]): Amount {
    let amount = this.amounts.get(resources);
    if (amount === undefined) this.amounts.set(resources, (amount = this.count(resources)));
    return amount;
  }

  private count(resources: readonly Resource[]): Amount {
    const amount: number[] = [];
    for (const resource of resources) {
      const { name, scalar } = resource;
      let at = this.names.get(name);
      if (at === undefined) this.names.set(name, (at = this.names.size));
      while (amount.length <= at) amount.push(0);
      amount[at]! += scalar === undefined ? quantitiesOf([resource]).get(name) ?? 0 : toMilli(scalar.value);
    }
    return amount;
  }

  private print(amount: Amount): string {
    return [...this.names].flatMap(([name, at]) => (amount[at] === undefined ? [] : [`${name}:${amount[at]! / 1000}`])).join("; ");
  }
}

function increase(sum: number[], amount: Amount): void {
  for (let name = 0; name < amount.length; name++) sum[name] = (sum[name] ?? 0) + amount[name]!;
}

function setOf<K>(sets: Map<K, Set<string>>, key: K): Set<string> {
  let set = sets.get(key);
  if (set === undefined) sets.set(key, (set = new Set()));
  return set;
}
