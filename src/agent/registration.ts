/**
 * Finding a master and staying with it (wire-v0 §5.1 to §5.3). A new leader, a lost one, a broken link or too long a
 * silence all end here: DISCONNECTED, updates paused, and attempts to (re-)register with a growing random wait until it
 * answers.
 */
import { downgradeResource } from "../model/reservation-format.ts";
import { AGENT_CAPABILITIES, capabilityList } from "../model/capability.ts";
import { REGISTER_RETRY_MAX_MS } from "../model/limits.ts";
import type { ExecutorInfo, Resource, Task } from "../model/gen/mesos.ts";
import type { Archive_Framework, ReregisterSlaveMessage } from "../model/gen/internal.ts";
import { NO_UPID, printUpid } from "../model/upid.ts";
import { forgetAuthentication, isAuthenticated } from "./authentication.ts";
import type { DetectedMaster } from "./event.ts";
import { freshFraction } from "./ids.ts";
import type { Outbox } from "./outbox.ts";
import { idOf } from "./state.ts";
import type { Agent, Framework } from "./state.ts";
import { taskOf } from "./tasks/task.ts";
import { pauseUpdates } from "./updates.ts";

/**
 * The detector has spoken. Our first attempt waits a random part of the backoff, so that a cluster does not come at
 * once.
 */
export function masterDetected(agent: Agent, master: DetectedMaster | undefined, nowMs: number, out: Outbox): void {
  const hadOne = agent.master !== undefined;
  agent.master = master;
  forgetAuthentication(agent, out);
  if (agent.state === "RECOVERING") return;
  pauseUpdates(agent);
  if (agent.state === "TERMINATING") return;
  agent.state = "DISCONNECTED";
  out.disarm({ kind: "ping-timeout" });
  if (master === undefined) {
    out.disarm({ kind: "register" });
    if (hadOne) out.log("warn", "Lost the leading master, waiting for a new one");
    else out.log("info", "Waiting for a master");
    return;
  }
  out.log("info", `New master detected at ${printUpid(master.pid)}`);
  const { registrationBackoffMs } = agent.options;
  agent.registerBackoffMs = registrationBackoffMs * 2;
  out.arm({ kind: "register" }, nowMs + freshFraction(agent) * registrationBackoffMs);
}

/** Something says that the master no longer counts on us: begin anew with the one we know. */
export function registerAgain(agent: Agent, why: string, nowMs: number, out: Outbox): void {
  if (agent.state !== "RUNNING") return;
  out.log("warn", `${why}; registering again`);
  masterDetected(agent, agent.master, nowMs, out);
}

/** One attempt, and the timer of the next. */
export function register(agent: Agent, nowMs: number, out: Outbox): void {
  const master = agent.master;
  if (master === undefined || agent.state !== "DISCONNECTED") return;
  if (!isAuthenticated(agent, nowMs, out)) return;
  out.link(master.pid);
  const common = {
    version: agent.options.version.version,
    agent_capabilities: capabilityList(AGENT_CAPABILITIES),
    checkpointed_resources: downgraded(agent.checkpointed),
    resource_version_uuid: { value: agent.resourceVersion },
    agent: { ...agent.info, resources: downgraded(agent.info.resources ?? []) },
  };
  if (idOf(agent) === "") out.send(master.pid, "mesos.internal.RegisterSlaveMessage", common);
  else out.send(master.pid, "mesos.internal.ReregisterSlaveMessage", { ...common, ...inventory(agent) });
  const boundMs = Math.min(agent.registerBackoffMs, REGISTER_RETRY_MAX_MS);
  agent.registerBackoffMs = boundMs * 2;
  out.arm({ kind: "register" }, nowMs + freshFraction(agent) * boundMs);
}

type Inventory = Pick<ReregisterSlaveMessage, "frameworks" | "tasks" | "executor_infos" | "completed_frameworks">;

/** Everything the master must know of what runs here. Executors made by us and dead ones it does not want to know. */
function inventory(agent: Agent): Inventory {
  const tasks: Task[] = [];
  const executors: ExecutorInfo[] = [];
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) {
      tasks.push(...executor.launched.values(), ...executor.terminated.values());
      for (const task of executor.queued.values()) tasks.push(taskOf(task, "TASK_STAGING", framework.id));
      if (!executor.generated && executor.state !== "TERMINATED") executors.push(executor.info);
    }
  }
  return {
    frameworks: [...agent.frameworks.values()].map((framework) => framework.info),
    tasks: tasks.map(downgradedTask),
    executor_infos: executors.map((info) => ({ ...info, resources: downgraded(info.resources ?? []) })),
    completed_frameworks: [...agent.completedFrameworks.values()].map(archived),
  };
}

function archived(framework: Framework): Archive_Framework {
  const tasks = [...framework.completedExecutors].flatMap((executor) => [
    ...executor.terminated.values(),
    ...executor.completed,
  ]);
  const pid = framework.pid === undefined ? {} : { pid: printUpid(framework.pid) };
  return { framework_info: framework.info, ...pid, tasks: tasks.map(downgradedTask) };
}

/** The pid as it goes into messages that demand one. */
export function pidText(framework: Framework): string {
  return printUpid(framework.pid ?? NO_UPID);
}

function downgradedTask(task: Task): Task {
  return { ...task, resources: downgraded(task.resources ?? []) };
}

/** Old masters know one reservation per resource; a refined one cannot be said that way and goes as it is (AGT-58). */
function downgraded(resources: readonly Resource[]): readonly Resource[] {
  return resources.map((resource) => {
    const old = downgradeResource(resource);
    return old.ok ? old.value : resource;
  });
}
