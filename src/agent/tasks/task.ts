/** Tasks as the agent reports them (TSK-01, TSK-62). */
import type { ExecutorInfo, Task, TaskInfo, TaskState, TaskStatus } from "../../model/gen/mesos.ts";
import type { FrameworkId } from "../../model/id.ts";

/** What is tracked of a task once it has been told apart from its command and data. */
export function taskOf(info: TaskInfo, state: TaskState, frameworkId: FrameworkId): Task {
  const user = info.command?.user ?? info.executor?.command?.user;
  return defined({
    name: info.name,
    task_id: info.task_id,
    framework_id: { value: frameworkId },
    executor_id: info.executor?.executor_id,
    agent_id: info.agent_id,
    state,
    resources: info.resources,
    labels: info.labels,
    discovery: info.discovery,
    container: info.container,
    health_check: info.health_check,
    kill_policy: info.kill_policy,
    user,
    limits: info.limits,
  });
}

/** The task after one more status; of several in a row with the same state only the last is kept. */
export function withStatus(task: Task, status: TaskStatus): Task {
  const before = task.statuses ?? [];
  const kept = before.at(-1)?.state === status.state ? before.slice(0, -1) : before;
  return { ...task, state: status.state, statuses: [...kept, status] };
}

/** Resources of a task without a role are for the only role the framework has. */
export function withAllocation<T extends TaskInfo | ExecutorInfo>(info: T, role: string): T {
  const resources = info.resources?.map((resource) =>
    resource.allocation_info === undefined ? { ...resource, allocation_info: { role } } : resource,
  );
  return resources === undefined ? info : { ...info, resources };
}

/** Without the members that are undefined. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
