/**
 * Custom executors on the records of their agent and framework. The executor of a command task is not among them
 * (OPR-03).
 */
import type { ExecutorInfo } from "../../model/gen/mesos.ts";
import type { ExecutorId } from "../../model/id.ts";
import { toResources } from "../../model/resources.ts";
import type { Master } from "../master.ts";
import { own } from "./agent.ts";
import type { Agent } from "./agent.ts";
import type { Framework } from "./framework.ts";
import { charge, deleteWithin, discharge, must, within } from "./tables.ts";

/** Puts the executor on both records and charges its resources. The allocator has counted them before. */
export function addExecutor(framework: Framework, agent: Agent, executorId: ExecutorId, info: ExecutorInfo): void {
  within(framework.executors, agent.id).set(executorId, info);
  within(own(agent, "executors"), framework.id).set(executorId, info);
  const resources = toResources(info.resources);
  charge(framework.used, agent.id, resources);
  charge(agent.used, framework.id, resources);
}

/** Takes the executor off both records and frees its resources; one that is not there is left alone. */
export function removeExecutor(master: Master, framework: Framework, agent: Agent, executorId: ExecutorId): void {
  const info = agent.executors.get(framework.id)?.get(executorId);
  if (info === undefined) return;
  deleteWithin(framework.executors, agent.id, executorId);
  deleteWithin(agent.executors, framework.id, executorId);
  const resources = toResources(info.resources);
  discharge(framework.used, agent.id, resources);
  discharge(agent.used, framework.id, resources);
  must(master.allocator.recoverResources(framework.id, agent.id, resources, undefined, "allocated"));
  master.hasFreed = true;
}
