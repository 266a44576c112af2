/** LAUNCH_GROUP runs all tasks of a group on one executor, or none of them (OPR-04, OPR-05). */
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import { launchText, mayRun } from "../authorize/frameworks.ts";
import { taskGroupError } from "../validate/task-group.ts";
import { countCarriedOut } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { resourceVersions } from "./apply.ts";
import { downgradeExecutor, downgradeTask, startExecutor, startTask } from "./launch.ts";
import { refuseTasks } from "./refuse-tasks.ts";

/** A group without tasks is nothing to start an executor for. */
export function launchGroup(acceptance: Acceptance, operation: Offer_Operation): void {
  const { master, framework, agent, remaining, nowMs, out } = acceptance;
  const { executor, task_group } = operation.launch_group ?? {};
  const tasks = task_group?.tasks ?? [];
  if (executor === undefined || tasks.length === 0) return;
  const forbidden = tasks.findLast((task) => !mayRun(master, framework.info, task));
  if (forbidden !== undefined) {
    // Without a space in Mesos, too.
    const message = `Task '${forbidden.task_id.value}' is not authorized to${launchText(framework.info, forbidden)}`;
    const refusal = { state: "TASK_ERROR", reason: "REASON_TASK_GROUP_UNAUTHORIZED", message } as const;
    return refuseTasks(master, framework, tasks, refusal, nowMs, out);
  }
  const error = taskGroupError(tasks, executor, framework, agent, remaining);
  if (error !== undefined) {
    const refusal = { state: "TASK_ERROR", reason: "REASON_TASK_GROUP_INVALID", message: error } as const;
    return refuseTasks(master, framework, tasks, refusal, nowMs, out);
  }
  const launchExecutor = startExecutor(acceptance, executor);
  for (const task of tasks) startTask(acceptance, task);
  countCarriedOut(framework, operation);
  const refines = agent.capabilities.has("RESERVATION_REFINEMENT");
  out.send(agent.pid, "mesos.internal.RunTaskGroupMessage", {
    framework: framework.info,
    executor: refines ? executor : downgradeExecutor(executor),
    task_group: { tasks: refines ? tasks : tasks.map(downgradeTask) },
    resource_version_uuids: resourceVersions(agent),
    launch_executor: launchExecutor,
  });
}
