/** `/metrics/snapshot` of the agent: the names of MET-55…73 that apply to it. */
import { parseBytes } from "../../model/bytes.ts";
import { fromMilli } from "../../model/scalar.ts";
import { nonRevocable, revocable, scalarMilli } from "../../model/select.ts";
import type { Task } from "../../model/gen/mesos.ts";
import type { Resources } from "../../model/resources.ts";
import type { Measurement } from "../event.ts";
import type { Agent, Executor } from "../state.ts";
import { allocatedOn } from "./allocated.ts";

const KINDS = ["cpus", "gpus", "mem", "disk"] as const;

export function metricsView(agent: Agent, measurement: Measurement, nowMs: number): Readonly<Record<string, number>> {
  const { metrics, options } = agent;
  const executors = [...agent.frameworks.values()].flatMap((framework) => [...framework.executors.values()]);
  const values: Record<string, number> = {
    "containerizer/fetcher/cache_size_total_bytes": fetcherCacheBytes(agent),
    "containerizer/fetcher/cache_size_used_bytes": 0,
    "containerizer/fetcher/task_fetches_failed": metrics.fetchesFailed,
    "containerizer/fetcher/task_fetches_succeeded": metrics.fetchesSucceeded,
    "containerizer/mesos/container_destroy_errors": 0,
    "containerizer/mesos/provisioner/bind/remove_rootfs_errors": 0,
    "containerizer/mesos/provisioner/remove_container_errors": 0,
    "gc/path_removals_failed": measurement.gc.failed,
    "gc/path_removals_pending": measurement.gc.pending,
    "gc/path_removals_succeeded": measurement.gc.succeeded,
    "resource_provider_manager/events/disconnect": 0,
    "resource_provider_manager/events/subscribe": 0,
    "resource_provider_manager/subscribed": 0,
    "slave/container_launch_errors": metrics.containerLaunchErrors,
    "slave/executor_directory_max_allowed_age_secs": maxAgeSeconds(agent, measurement),
    "slave/executors_preempted": metrics.executorsPreempted,
    "slave/executors_registering": inState(executors, "REGISTERING"),
    "slave/executors_running": inState(executors, "RUNNING"),
    "slave/executors_terminated": metrics.executorsTerminated,
    "slave/executors_terminating": inState(executors, "TERMINATING"),
    "slave/frameworks_active": agent.frameworks.size,
    "slave/invalid_framework_messages": metrics.invalidFrameworkMessages,
    "slave/invalid_status_updates": metrics.invalidStatusUpdates,
    "slave/recovery_errors": metrics.recoveryErrors,
    "slave/registered": agent.state === "RUNNING" ? 1 : 0,
    "slave/tasks_failed": metrics.tasksFailed,
    "slave/tasks_finished": metrics.tasksFinished,
    "slave/tasks_gone": metrics.tasksGone,
    "slave/tasks_killed": metrics.tasksKilled,
    "slave/tasks_lost": metrics.tasksLost,
    ...taskCounts(executors),
    "slave/uptime_secs": (nowMs - options.startedAtMs) / 1000,
    "slave/valid_framework_messages": metrics.validFrameworkMessages,
    "slave/valid_status_updates": metrics.validStatusUpdates,
    "system/cpus_total": measurement.system.cpus,
    "system/load_15min": measurement.system.load15,
    "system/load_1min": measurement.system.load1,
    "system/load_5min": measurement.system.load5,
    "system/mem_free_bytes": measurement.system.memFreeBytes,
    "system/mem_total_bytes": measurement.system.memTotalBytes,
    ...capacities("", nonRevocable(agent.total), nonRevocable(allocatedOn(agent))),
    ...capacities("_revocable", revocable(agent.total), revocable(allocatedOn(agent))),
  };
  if (metrics.recoveryTimeSeconds !== undefined) values["slave/recovery_time_secs"] = metrics.recoveryTimeSeconds;
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** We keep no such cache; its size is shown as it was configured. */
function fetcherCacheBytes({ options }: Agent): number {
  const parsed = parseBytes(options.flags["fetcher_cache_size"] ?? "0B");
  return parsed.ok ? parsed.value : 0;
}

/** How long a sandbox may lie around, which is shorter the fuller the disk is (AGF-54). */
function maxAgeSeconds({ options }: Agent, { diskUsage }: Measurement): number {
  return (options.gcDelayMs / 1000) * Math.max(0, 1 - options.gcDiskHeadroom - diskUsage);
}

function inState(executors: readonly Executor[], state: Executor["state"]): number {
  return executors.filter((executor) => executor.state === state).length;
}

function taskCounts(executors: readonly Executor[]): Record<string, number> {
  const launched = executors.flatMap((executor) => [...executor.launched.values()]);
  const count = (state: Task["state"]): number => launched.filter((task) => task.state === state).length;
  const queued = executors.reduce((sum, executor) => sum + executor.queued.size, 0);
  return {
    "slave/tasks_killing": count("TASK_KILLING"),
    "slave/tasks_running": count("TASK_RUNNING"),
    "slave/tasks_staging": queued + count("TASK_STAGING"),
    "slave/tasks_starting": count("TASK_STARTING"),
  };
}

function capacities(suffix: string, total: Resources, used: Resources): Record<string, number> {
  const values: Record<string, number> = {};
  for (const kind of KINDS) {
    const all = fromMilli(scalarMilli(total, kind) ?? 0);
    const taken = fromMilli(scalarMilli(used, kind) ?? 0);
    values[`slave/${kind}${suffix}_total`] = all;
    values[`slave/${kind}${suffix}_used`] = taken;
    values[`slave/${kind}${suffix}_percent`] = all > 0 ? taken / all : 0;
  }
  return values;
}
