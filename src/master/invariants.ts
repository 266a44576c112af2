/**
 * What must always hold between two steps: every index agrees with the records, every sum is the sum of its parts,
 * nothing is held twice, and the allocator believes the same as the master. Tests and the simulator call `check` after
 * every step; it is slow and obvious on purpose.
 */
import type { Resource } from "../model/gen/mesos.ts";
import type { FrameworkId } from "../model/id.ts";
import { add, contains, equals, NO_RESOURCES, subtract, sum, toResources, unallocate } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { quantitiesOf } from "../model/quantities.ts";
import { byAllocation } from "../model/select.ts";
import { printUpid } from "../model/upid.ts";
import type { Master } from "./master.ts";
import type { Agent } from "./state/agent.ts";
import { isConnected } from "./state/framework.ts";
import type { Framework } from "./state/framework.ts";
import { TASK_TABLES, showsAll } from "./state/shown-tasks.ts";
import { taskMoment } from "./state/task.ts";
import type { Task } from "./state/task.ts";
import type { Usage } from "./state/usage.ts";
import { isHolding } from "./state/operations.ts";
import { isOver } from "./state/tasks.ts";

/** All violations, as sentences; empty when all is well. */
export function check(master: Master, share: Share = EVERYTHING): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, problem: () => string): void => {
    if (!holds) problems.push(problem());
  };
  for (const agent of partOf(master.agents.values(), share)) checkAgent(master, agent, expect);
  for (const framework of partOf(master.frameworks.values(), share)) checkFramework(master, framework, expect);
  checkOffers(master, expect);
  checkIndexes(master, share, expect);
  return problems;
}

/** One of so many parts of the agents and of the frameworks: all of a large cluster at once take long. */
interface Share {
  readonly part: number;
  readonly parts: number;
}

const EVERYTHING: Share = { part: 0, parts: 1 };

function* partOf<T>(records: Iterable<T>, { part, parts }: Share): Iterable<T> {
  let at = 0;
  for (const record of records) if (at++ % parts === part % parts) yield record;
}

type Expect = (holds: boolean, problem: () => string) => void;

function checkAgent(master: Master, agent: Agent, expect: Expect): void {
  const tasks = [...agent.tasks.values()].flatMap((ofFramework) => [...ofFramework.values()]);
  sameCounts(agent.taskStates, tasks, `agent ${agent.id}`, expect);
  sameAmounts(agent.used, `agent ${agent.id}`, expect);
  const frameworks = new Set([...agent.used.keys(), ...agent.tasks.keys(), ...agent.executors.keys()]);
  let held = NO_RESOURCES;
  for (const id of frameworks) {
    const used = usedBy(agent, id);
    held = add(held, used);
    const framework = master.frameworks.get(id);
    expect(framework !== undefined, () => `agent ${agent.id} runs something of framework ${id}, which is not known`);
    sameSum(agent.used.get(id), used, `agent ${agent.id} uses for framework ${id}`, expect);
    sameSum(framework?.used.get(agent.id), used, `framework ${id} uses on agent ${agent.id}`, expect);
  }
  const offered = [...agent.offers.values()].reduce((all, offer) => add(all, offer.resources), NO_RESOURCES);
  sameSum(agent.offered, offered, `agent ${agent.id} offers`, expect);
  // An agent may come to have less than is used there (it lends out less, it was given a smaller disk), never than is
  // offered.
  const total = exclusive(agent.total);
  const left = subtract(total, exclusive(unallocate(held)));
  const promised = exclusive(unallocate(offered));
  expect(contains(left, promised), () => `agent ${agent.id} has ${show(left)} left but ${show(promised)} is offered`);
  const stranded = [...agent.stranded.values()].reduce(add, NO_RESOURCES);
  held = exclusive(unallocate(add(add(held, offered), stranded)));
  expect(!agent.active || agent.connected, () => `agent ${agent.id} is active but not connected`);
  expect(agent.active || agent.offers.size === 0, () => `agent ${agent.id} is offered but not active`);
  if (master.cycleRunning) return;
  const available = master.allocator.available(agent.id);
  const free = subtract(total, held);
  expect(
    available !== undefined && equals(exclusive(available), free),
    () => `the allocator has ${show(available)} of agent ${agent.id}, the master ${show(free)}`,
  );
}

/** What the framework's live tasks, executors and pending operations use on the agent, counted from the records. */
function usedBy(agent: Agent, id: FrameworkId): Resources {
  const resources: Resource[] = [];
  for (const task of agent.tasks.get(id)?.values() ?? []) if (!isOver(task.state)) resources.push(...task.resources);
  for (const executor of agent.executors.get(id)?.values() ?? []) resources.push(...toResources(executor.resources));
  for (const operation of agent.operations.values()) {
    const { frameworkId, orphaned, consumed } = operation;
    if (frameworkId === id && isHolding(operation) && !orphaned) resources.push(...consumed);
  }
  return sum(resources);
}

function checkFramework(master: Master, framework: Framework, expect: Expect): void {
  const { id } = framework;
  sameCounts(framework.taskStates, framework.tasks.values(), `framework ${id}`, expect);
  sameAmounts(framework.used, `framework ${id}`, expect);
  for (const task of framework.tasks.values()) {
    const agent = master.agents.get(task.agentId);
    expect(agent?.tasks.get(id)?.get(task.id) === task, () => `task ${task.id} of framework ${id} is not on its agent`);
    const { state, statuses, statusUpdateState, statusUpdateUuid } = taskMoment(task);
    const isRead = state === task.state && statuses === task.statuses
      && statusUpdateState === task.statusUpdateState && statusUpdateUuid === task.statusUpdateUuid;
    expect(isRead, () => `task ${task.id} of framework ${id} is ${task.state}, but is read as ${state}`);
  }
  for (const table of TASK_TABLES) {
    expect(showsAll(framework, table), () => `readers are shown old ${table} tasks of framework ${id}`);
  }
  for (const agentId of framework.used.keys()) {
    expect(master.agents.has(agentId), () => `framework ${id} uses resources of agent ${agentId}, which is not known`);
  }
  for (const [agentId, executors] of framework.executors) {
    for (const executorId of executors.keys()) {
      const there = master.agents.get(agentId)?.executors.get(id)?.has(executorId);
      expect(there === true, () => `executor ${executorId} of framework ${id} is not on its agent`);
    }
  }
  expect(
    framework.state === "active" || framework.offers.size === 0,
    () => `framework ${id} is ${framework.state} but has offers`,
  );
  expect(!master.completedFrameworks.has(id), () => `framework ${id} is both registered and completed`);
}

function checkOffers(master: Master, expect: Expect): void {
  for (const offer of master.offers.values()) {
    const framework = master.frameworks.get(offer.frameworkId);
    const agent = master.agents.get(offer.agentId);
    expect(framework?.offers.get(offer.id) === offer, () => `offer ${offer.id} is not on its framework`);
    expect(agent?.offers.get(offer.id) === offer, () => `offer ${offer.id} is not on its agent`);
  }
  const held = [...master.frameworks.values()].reduce((count, framework) => count + framework.offers.size, 0);
  expect(held === master.offers.size, () => `frameworks have ${held} offers, the master ${master.offers.size}`);
}

function checkIndexes(master: Master, share: Share, expect: Expect): void {
  for (const agent of partOf(master.agents.values(), share)) {
    const isFound = master.agentsByPid.get(printUpid(agent.pid)) === agent;
    expect(isFound || !agent.connected, () => `agent ${agent.id} is not found by its address`);
    const isObserved = master.agentsByObserver.get(agent.observer) === agent;
    expect(isObserved, () => `agent ${agent.id} is not found by its observer`);
  }
  let streams = 0;
  let pids = 0;
  for (const framework of master.frameworks.values()) {
    const { connection, id } = framework;
    if (connection === undefined || !isConnected(framework)) continue;
    if (connection.kind === "http") streams++;
    else pids++;
    const found = connection.kind === "http"
      ? master.frameworksByStream.get(connection.stream)
      : master.frameworksByPid.get(printUpid(connection.pid));
    expect(found === framework, () => `framework ${id} is not found by its connection`);
  }
  expect(streams === master.frameworksByStream.size, () => "a stream without a framework is indexed");
  expect(pids === master.frameworksByPid.size, () => "an address without a framework is indexed");
  for (const [pid, agent] of partOf(master.agentsByPid, share)) {
    const isThere = master.agents.get(agent.id) === agent && printUpid(agent.pid) === pid;
    expect(isThere, () => `address ${pid} stands for agent ${agent.id}, which is not there`);
  }
}

function sameCounts(kept: ReadonlyMap<string, number>, tasks: Iterable<Task>, whose: string, expect: Expect): void {
  const counted: Record<string, number> = {};
  for (const { state } of tasks) counted[state] = (counted[state] ?? 0) + 1;
  const print = (entries: [string, number][]): string => JSON.stringify(entries.toSorted());
  const [had, found] = [print([...kept]), print(Object.entries(counted))];
  expect(had === found, () => `tasks of ${whose} are in states ${found}, not ${had}`);
}

function sameAmounts(used: Usage<string>, whose: string, expect: Expect): void {
  const all = [...used.values()].flat().filter((resource) => resource.shared === undefined);
  const print = (role: string, amounts: ReadonlyMap<string, number>): string[] =>
    Array.from(amounts, ([name, milli]) => `${role} ${name} ${milli}`);
  const kept = [...used.allocated].flatMap(([role, amounts]) => print(role, amounts));
  const counted = [...byAllocation(all)].flatMap(([role, resources]) => print(role, quantitiesOf(resources)));
  const [had, found] = [kept.sort().join(", "), counted.sort().join(", ")];
  expect(had === found, () => `${whose} uses ${found}, not ${had}`);
}

function sameSum(kept: Resources | undefined, counted: Resources, what: string, expect: Expect): void {
  expect(equals(kept ?? NO_RESOURCES, counted), () => `${what} ${show(counted)}, not ${show(kept)}`);
}

/** Without shared volumes, which many may hold at once. */
function exclusive(resources: Resources): Resources {
  return sum(resources.filter((resource) => resource.shared === undefined));
}

function show(resources: Resources | undefined): string {
  return resources === undefined ? "nothing" : JSON.stringify(resources);
}
