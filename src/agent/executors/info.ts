/** The ExecutorInfo of a command task, which names no executor: ours, with the task's id (TSK-03). */
import type { CommandInfo, ExecutorInfo, FrameworkInfo, TaskInfo } from "../../model/gen/mesos.ts";
import { msToNs } from "../../model/duration.ts";
import type { AgentOptions } from "../options.ts";

/** Longest command shown in the executor's name, in characters; a longer one is cut to 12. */
const SHOWN_COMMAND = 15;

/** What the executor itself needs, on top of its task: hardly anything. */
const OVERHEAD = [
  { name: "cpus", value: 0.1 },
  { name: "mem", value: 32 },
] as const;

/** Time a kill policy's grace period is extended by, so that the container outlives TASK_KILLED. */
const GRACE_BUFFER_NS = msToNs(2000);

export function executorInfoOf(options: AgentOptions, framework: FrameworkInfo, task: TaskInfo): ExecutorInfo {
  if (task.executor !== undefined) return task.executor;
  const grace = task.kill_policy?.grace_period;
  const role = task.resources?.find((resource) => resource.allocation_info !== undefined)?.allocation_info?.role;
  const allocation = role === undefined ? {} : { allocation_info: { role } };
  return {
    executor_id: { value: task.task_id.value },
    framework_id: framework.id!,
    command: commandOf(options, task.command ?? {}),
    resources: OVERHEAD.map(({ name, value }) => ({ name, type: "SCALAR", scalar: { value }, ...allocation })),
    name: `Command Executor (Task: ${task.task_id.value}) ${shownCommand(task.command ?? {})}`,
    source: task.task_id.value,
    ...(task.container === undefined ? {} : { container: task.container }),
    ...(task.discovery === undefined ? {} : { discovery: task.discovery }),
    ...(task.labels === undefined ? {} : { labels: task.labels }),
    ...(grace === undefined ? {} : { shutdown_grace_period: { nanoseconds: grace.nanoseconds + GRACE_BUFFER_NS } }),
  };
}

/** Our program, with what must be there before the task starts: its files, environment and user. */
function commandOf(options: AgentOptions, command: CommandInfo): CommandInfo {
  const { path, argv } = options.commandExecutor;
  return {
    ...(command.uris === undefined || command.uris.length === 0 ? {} : { uris: command.uris }),
    ...(command.environment === undefined ? {} : { environment: command.environment }),
    shell: false,
    value: path,
    arguments: argv,
    ...(command.user === undefined ? {} : { user: command.user }),
  };
}

/** `(Command: sh -c 'sleep 4')`, `(Command: [/bin/sleep, ...])` */
function shownCommand(command: CommandInfo): string {
  if (command.shell ?? true) {
    if (command.value === undefined) return "(Command: NO COMMAND)";
    return `(Command: sh -c '${cut(command.value)}')`;
  }
  if (command.value === undefined) return "(Command: NO EXECUTABLE)";
  return `(Command: [${cut(`${command.value}, ${(command.arguments ?? []).join(", ")}`)}])`;
}

function cut(text: string): string {
  return text.length > SHOWN_COMMAND ? `${text.slice(0, 12)}...` : text;
}
