/** GET /state of the agent (JSN-16 to JSN-18), /flags and /version. */
import { printAttributeValue } from "../../model/attribute.ts";
import type { Attribute, FrameworkInfo, Task, TaskInfo } from "../../model/gen/mesos.ts";
import { AGENT_CAPABILITIES, capabilitiesFrom } from "../../model/capability.ts";
import { byReservation, unreserved } from "../../model/select.ts";
import type { Resources } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import { DomainInfoCodec, DrainConfigCodec } from "../../wire/gen/mesos.ts";
import type { Viewer } from "../authorize/viewer.ts";
import { idOf, selfOf } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { double, plain } from "./json.ts";
import type { Written } from "./json.ts";
import { labelsView } from "./plain.ts";
import { resourceObjects, resourcesView } from "./resources.ts";
import { allocatedOn, allocatedTo } from "./allocated.ts";
import { queuedTaskView, taskView } from "./task.ts";

export function stateView(agent: Agent, viewer: Viewer): unknown {
  const { options, info, total, master } = agent;
  const allocated = allocatedOn(agent);
  const drainStart = agent.drainStartedAtMs;
  const { version, buildDate, buildTimeSeconds, buildUser } = options.version;
  return {
    version,
    build_date: buildDate,
    build_time: double(buildTimeSeconds),
    build_user: buildUser,
    start_time: double(options.startedAtMs / 1000),
    id: idOf(agent),
    pid: printUpid(selfOf(agent)),
    hostname: info.hostname,
    capabilities: [...AGENT_CAPABILITIES],
    ...(info.domain === undefined ? {} : { domain: plain(DomainInfoCodec, info.domain) }),
    ...(agent.drain === undefined ? {} : { drain_config: plain(DrainConfigCodec, agent.drain) }),
    ...(drainStart === undefined ? {} : { estimated_drain_start_time_seconds: Math.trunc(drainStart / 1000) }),
    resources: resourcesView(total),
    reserved_resources: reservedViews(total, resourcesView, viewer),
    unreserved_resources: resourcesView(unreserved(total)),
    reserved_resources_full: reservedViews(total, resourceObjects, viewer),
    unreserved_resources_full: resourceObjects(unreserved(total)),
    reserved_resources_allocated: reservedViews(allocated, resourcesView, viewer),
    unreserved_resources_allocated: resourcesView(unreserved(allocated)),
    resource_providers: [],
    attributes: attributesView(info.attributes ?? []),
    ...(master === undefined ? {} : { master_hostname: master.hostname }),
    ...(viewer.flags ? flagsView(agent) : {}),
    frameworks: shownFrameworks(agent.frameworks.values(), viewer),
    completed_frameworks: shownFrameworks(agent.completedFrameworks.values(), viewer),
  };
}

/** GET /version. */
export function versionView({ options }: Agent): unknown {
  const { version, buildDate, buildTimeSeconds, buildUser } = options.version;
  return { build_date: buildDate, build_time: double(buildTimeSeconds), build_user: buildUser, version };
}

export function flagsView({ options }: Agent): { readonly flags: Readonly<Record<string, string>> } {
  return { flags: options.flags };
}

function reservedViews<T>(
  resources: Resources, view: (resources: Resources) => T, viewer: Viewer,
): Readonly<Record<string, T>> {
  const shown = [...byReservation(resources)].filter(([role]) => viewer.role(role));
  return Object.fromEntries(shown.map(([role, reserved]) => [role, view(reserved)]));
}

/** Scalars as numbers, everything else as text. */
function attributesView(attributes: readonly Attribute[]): Readonly<Record<string, Written | string>> {
  return Object.fromEntries(
    attributes.map((attribute) => [
      attribute.name,
      attribute.type === "SCALAR" ? double(attribute.scalar?.value ?? 0) : printAttributeValue(attribute),
    ]),
  );
}

function shownFrameworks(frameworks: Iterable<Framework>, viewer: Viewer): readonly unknown[] {
  const shown = [...frameworks].filter(({ info }) => viewer.framework(info));
  return shown.map((framework) => frameworkView(framework, viewer));
}

function frameworkView({ info, id, executors, completedExecutors }: Framework, viewer: Viewer): unknown {
  const shown = (list: Iterable<Executor>): readonly unknown[] =>
    [...list]
      .filter((executor) => viewer.executor(executor.info, info))
      .map((executor) => executorView(executor, info, viewer));
  return {
    id,
    name: info.name,
    user: info.user,
    failover_timeout: double(info.failover_timeout ?? 0),
    checkpoint: info.checkpoint ?? false,
    hostname: info.hostname ?? "",
    ...(info.principal === undefined ? {} : { principal: info.principal }),
    ...rolesView(info),
    executors: shown(executors.values()),
    completed_executors: shown(completedExecutors),
  };
}

function rolesView(info: FrameworkInfo): object {
  return capabilitiesFrom(info.capabilities).has("MULTI_ROLE")
    ? { roles: info.roles ?? [] }
    : { role: info.role ?? "*" };
}

function executorView(executor: Executor, of: FrameworkInfo, viewer: Viewer): unknown {
  const seen = (tasks: Iterable<Task>): readonly unknown[] =>
    [...tasks].filter((task) => viewer.task(task, of)).map((task) => taskView(task));
  const queued = [...executor.queued.values()].filter((task) => viewer.task({ user: userOfTask(task, of) }, of));
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
    tasks: seen(executor.launched.values()),
    queued_tasks: queued.map((task) => queuedTaskView(task)),
    completed_tasks: seen([...executor.completed, ...executor.terminated.values()]),
  };
}

function userOfTask({ command, executor }: TaskInfo, { user }: FrameworkInfo): string {
  return command?.user ?? executor?.command?.user ?? user;
}
