import { add, sum } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { NO_RESOURCES } from "../../model/resources.ts";
import type { Agent, Executor } from "../state.ts";

/** What an executor and its live tasks hold, in normal form. */
export function allocatedTo(executor: Executor): Resources {
  const tasks = [...executor.queued.values(), ...executor.launched.values()].map((task) => sum(task.resources ?? []));
  return [sum(executor.info.resources ?? []), ...tasks].reduce(add);
}

/** What all of them hold. */
export function allocatedOn(agent: Agent): Resources {
  let total = NO_RESOURCES;
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) total = add(total, allocatedTo(executor));
  }
  return total;
}
