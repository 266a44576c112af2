/** GET /state of the agent (JSN-16 to JSN-18), /flags and /version. */
import { printAttributeValue } from "../../model/attribute.ts";
import type { Attribute, FrameworkInfo, Task, TaskInfo, VersionInfo } from "../../model/gen/mesos.ts";
import { AGENT_CAPABILITIES, capabilitiesFrom } from "../../model/capability.ts";
import { byReservation, unreserved } from "../../model/select.ts";
import type { Resources } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import { DomainInfoCodec, DrainConfigCodec } from "../../wire/gen/mesos.ts";
import { idOf, selfOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { labelsView, plain } from "./plain.ts";
import { resourceObjects, resourcesView } from "./resources.ts";
import { allocatedOn, allocatedTo } from "./allocated.ts";
import { queuedTaskView, taskView } from "./task.ts";

export function stateView(agent: Agent): unknown {
  const { options, info, total, master } = agent;
  const allocated = allocatedOn(agent);
  const drainStart = agent.drainStartedAtMs;
  return {
    ...versionView(agent),
    start_time: options.startedAtMs / 1000,
    id: idOf(agent),
    pid: printUpid(selfOf(agent)),
    hostname: info.hostname,
    capabilities: [...AGENT_CAPABILITIES],
    ...(info.domain === undefined ? {} : { domain: plain(DomainInfoCodec, info.domain) }),
    ...(agent.drain === undefined ? {} : { drain_config: plain(DrainConfigCodec, agent.drain) }),
    ...(drainStart === undefined ? {} : { estimated_drain_start_time_seconds: Math.trunc(drainStart / 1000) }),
    resources: resourcesView(total),
    reserved_resources: reservedViews(total, resourcesView),
    unreserved_resources: resourcesView(unreserved(total)),
    reserved_resources_full: reservedViews(total, resourceObjects),
    unreserved_resources_full: resourceObjects(unreserved(total)),
    reserved_resources_allocated: reservedViews(allocated, resourcesView),
    unreserved_resources_allocated: resourcesView(unreserved(allocated)),
    resource_providers: [],
    attributes: attributesView(info.attributes ?? []),
    ...(master === undefined ? {} : { master_hostname: master.hostname }),
    ...flagsView(agent),
    frameworks: [...agent.frameworks.values()].map(frameworkView),
    completed_frameworks: [...agent.completedFrameworks.values()].map(frameworkView),
  };
}

export function versionView({ options }: Agent): VersionInfo {
  const { version, buildDate, buildTimeSeconds, buildUser } = options.version;
  return { version, build_date: buildDate, build_time: buildTimeSeconds, build_user: buildUser };
}

export function flagsView({ options }: Agent): { readonly flags: Readonly<Record<string, string>> } {
  return { flags: options.flags };
}

function reservedViews<T>(resources: Resources, view: (resources: Resources) => T): Readonly<Record<string, T>> {
  return Object.fromEntries([...byReservation(resources)].map(([role, reserved]) => [role, view(reserved)]));
}

/** Scalars as numbers, everything else as text. */
function attributesView(attributes: readonly Attribute[]): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    attributes.map((attribute) => [
      attribute.name,
      attribute.type === "SCALAR" ? (attribute.scalar?.value ?? 0) : printAttributeValue(attribute),
    ]),
  );
}

function frameworkView({ info, id, executors, completedExecutors }: Framework): unknown {
  return {
    id,
    name: info.name,
    user: info.user,
    failover_timeout: info.failover_timeout ?? 0,
    checkpoint: info.checkpoint ?? false,
    hostname: info.hostname ?? "",
    ...(info.principal === undefined ? {} : { principal: info.principal }),
    ...rolesView(info),
    executors: [...executors.values()].map(executorView),
    completed_executors: [...completedExecutors].map(executorView),
  };
}

function rolesView(info: FrameworkInfo): object {
  return capabilitiesFrom(info.capabilities).has("MULTI_ROLE") ? { roles: info.roles ?? [] } : { role: info.role ?? "*" };
}

function executorView(executor: Executor): unknown {
  const { info } = executor;
  const role = info.resources?.[0]?.allocation_info?.role;
  return {
    id: executor.id,
    name: info.name ?? "",
    source: info.source ?? "",
    container: executor.containerId,
    directory: executor.directory,
    resources: resourcesView(allocatedTo(executor)),
    ...(role === undefined ? {} : { role }),
    ...(info.labels === undefined ? {} : { labels: labelsView(info.labels) }),
    ...(info.type === undefined ? {} : { type: info.type }),
    tasks: [...executor.launched.values()].map((task: Task) => taskView(task)),
    queued_tasks: [...executor.queued.values()].map((task: TaskInfo) => queuedTaskView(task)),
    completed_tasks: [...executor.completed, ...executor.terminated.values()].map((task: Task) => taskView(task)),
  };
}
