/**
 * When nothing goes wrong any more everything comes right: every agent is back, every scheduler is subscribed, all three views
 * of every task are one, and when the work is done nothing of it is left anywhere.
 */
import { printResources } from "../../model/print.ts";
import { equals } from "../../model/resources.ts";
import { isTerminalTask } from "../../model/task-state.ts";
import { taskKey } from "../agent.ts";
import type { SimTask } from "../agent.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

/** What is still not as it should be; empty when the cluster has settled. */
export function unsettled(cluster: Cluster): string[] {
  return [...elsewhere(cluster), ...taskProblems(cluster)];
}

function elsewhere(cluster: Cluster): string[] {
  const leader = cluster.election.leader;
  if (leader === undefined || !leader.leads) return ["nobody leads"];
  return [...agentProblems(cluster, leader), ...frameworkProblems(cluster, leader)];
}

/** What is left although all schedulers have gone. */
export function remains({ agents, election }: Cluster): string[] {
  const core = election.leader?.core;
  if (core === undefined) return ["nobody leads"];
  const left: string[] = [];
  const none = (count: number, what: string): void => {
    if (count > 0) left.push(`${count} ${what}`);
  };
  for (const agent of core.agents.values()) {
    none(agent.tasks.size, `frameworks with tasks on agent ${agent.id} in the master`);
    none(agent.executors.size, `frameworks with executors on agent ${agent.id}`);
    none(agent.used.size, `frameworks that use resources of agent ${agent.id}`);
    none(agent.offered.length, `resources of agent ${agent.id} offered`);
  }
  none(core.frameworks.size, `frameworks in the master: ${[...core.frameworks.keys()].join(", ")}`);
  none(core.offers.size, "offers");
  none(core.frameworksByStream.size + core.frameworksByPid.size, "connections of frameworks");
  none(core.allocator.totals().offeredOrAllocated.size, "resources allocated in the allocator");
  for (const agent of agents) {
    for (const { taskId, state, isDenial } of agent.tasks()) {
      // A framework that has gone acknowledges nothing: as with Mesos, what was said about a task of it that never was stays.
      if (!isDenial) left.push(`task ${taskId} (${state}) on ${agent.name}`);
    }
  }
  return left;
}

export function convergenceChecker(cluster: Cluster): Observer {
  const { world } = cluster;
  return {
    settled() {
      for (const problem of elsewhere(cluster)) world.violate(CHECKS.converges, problem);
      for (const problem of taskProblems(cluster)) world.violate(CHECKS.noTaskLost, problem);
    },
    emptied() {
      for (const what of remains(cluster)) world.violate(CHECKS.nothingLeft, what);
    },
  };
}

function agentProblems({ agents }: Cluster, { core }: MasterHost): string[] {
  const problems: string[] = [];
  for (const agent of agents) {
    const record = agent.id === undefined ? undefined : core.agents.get(agent.id);
    if (!agent.isRegistered) problems.push(`${agent.name} (${agent.id}) is not registered`);
    else if (record === undefined) problems.push(`${agent.name} believes to be ${agent.id}, which the master does not know`);
    else if (!record.connected || !record.active) problems.push(`${agent.name} (${agent.id}) is registered but not active`);
    else if (!equals(record.total, agent.reserved)) {
      problems.push(`${agent.name} (${agent.id}) has ${printResources(agent.reserved)}, the master believes ${printResources(record.total)}`);
    }
  }
  if (core.agents.size > agents.length) problems.push(`the master has ${core.agents.size} agents, there are ${agents.length}`);
  if (core.recoveredAgents.size > 0) problems.push(`${core.recoveredAgents.size} recovered agents are neither back nor given up`);
  for (const [name, busy] of Object.entries(core.transitions)) {
    if (busy.size > 0) problems.push(`${busy.size} agents are still ${name}`);
  }
  return problems;
}

function frameworkProblems({ frameworks }: Cluster, { core }: MasterHost): string[] {
  return frameworks.filter(({ isGone }) => !isGone).flatMap(({ name, id, isSubscribed, offers }) => {
    const record = id === undefined ? undefined : core.frameworks.get(id);
    if (!isSubscribed) return [`${name} is not subscribed`];
    if (record?.state !== "active") return [`${name} believes to be subscribed and is ${record?.state ?? "unknown"}`];
    const stale = [...offers.keys()].find((offer) => !core.offers.has(offer as never));
    return stale === undefined ? [] : [`${name} has offer ${stale}, which the master does not know`];
  });
}

/** A task is alive for its scheduler, its agent and the master, or for none of them. */
function taskProblems({ agents, frameworks, election }: Cluster): string[] {
  const core = election.leader?.core;
  if (core === undefined) return [];
  const running = new Map<string, SimTask>();
  for (const agent of agents) {
    for (const task of agent.tasks()) if (!isTerminalTask(task.state)) running.set(taskKey(task.frameworkId, task.taskId), task);
  }
  const problems: string[] = [];
  for (const framework of frameworks) {
    for (const [taskId, { state, agentId }] of framework.tasks.live) {
      const task = running.get(taskKey(framework.id ?? "", taskId));
      // The machine was replaced while nobody heard of it: until an operator says so, nobody can know that it is gone.
      if (task === undefined && state === "TASK_UNREACHABLE" && core.unreachableAgents.has(agentId as never)) continue;
      if (task === undefined) problems.push(`${framework.name} believes that ${taskId} is ${state}, and no agent has it`);
      else if (task.state !== state) problems.push(`${framework.name} believes that ${taskId} is ${state}; it is ${task.state}`);
    }
  }
  const owners = new Map(frameworks.map((framework) => [framework.id as string, framework]));
  for (const { frameworkId, taskId, state } of running.values()) {
    const owner = owners.get(frameworkId);
    if (owner?.tasks.has(taskId) === false) problems.push(`task ${taskId} is ${state}, and ${owner.name} believes it is over`);
    if (owner !== undefined && core.frameworks.get(frameworkId)?.tasks.has(taskId as never) !== true) {
      problems.push(`task ${taskId} is ${state}, and the master does not know it`);
    }
  }
  return problems;
}
