/**
 * Operators' streams tell the state: whoever was told the state once and every change since knows the agents, frameworks and
 * tasks that the master has. By Mesos' rules nobody is told when an agent is lost that may come back, and of a task's states
 * only those of which there is a status: later ones that its scheduler has not heard of yet come with it.
 */
import { isTerminalTask } from "../../model/task-state.ts";
import type { Master } from "../../master/master.ts";
import type { Cluster } from "../simulation.ts";
import type { Known } from "../stream-reader.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function streamsChecker({ world, election, readers }: Cluster): Observer {
  const look = (): void => {
    const { leader } = election;
    if (leader === undefined || !leader.leads || !leader.isIdle) return;
    for (const { name, known, stream, isUpToDate } of readers) {
      if (known === undefined || stream === undefined || !isUpToDate || !leader.core.subscribers.has(stream)) continue;
      world.tried(CHECKS.streams);
      for (const what of differences(leader.core, known)) world.violate(CHECKS.streams, `${name} ${what}`);
    }
  };
  return { look, settled: look, emptied: look };
}

function differences({ agents, frameworks, unreachableAgents, goneAgents }: Master, known: Known): string[] {
  const found: string[] = [];
  for (const id of agents.keys()) if (!known.agents.has(id)) found.push(`was not told of agent ${id}`);
  for (const id of known.agents as Set<never>) {
    if (!agents.has(id) && !unreachableAgents.has(id) && !goneAgents.has(id)) found.push(`was not told that agent ${String(id)} left`);
  }
  for (const id of frameworks.keys()) if (!known.frameworks.has(id)) found.push(`was not told of framework ${id}`);
  for (const id of known.frameworks as Set<never>) {
    if (!frameworks.has(id)) found.push(`was not told that framework ${String(id)} was removed`);
  }
  for (const framework of frameworks.values()) {
    const tasks = known.tasks.get(framework.id);
    for (const { id, state, statuses } of framework.tasks.values()) {
      const told = tasks?.get(id);
      const isTold = statuses.length === 0 || statuses.at(-1)!.state === state;
      if (isTold ? told !== state : told === undefined) {
        found.push(`believes that task ${id} of framework ${framework.id} is ${told}, not ${state}`);
      }
    }
  }
  for (const [frameworkId, tasks] of known.tasks) {
    const live = frameworks.get(frameworkId as never)?.tasks;
    for (const [id, state] of tasks) {
      if (isTerminalTask(state) || state === "TASK_UNREACHABLE" || live?.has(id as never) === true) continue;
      found.push(`believes that task ${id} of framework ${frameworkId} is ${state}`);
    }
  }
  return found;
}
