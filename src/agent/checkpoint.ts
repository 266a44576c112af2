/**
 * What must survive a restart, in the files and formats of a Mesos agent (AGF-56), so that either of them can take over
 * the other's work directory. Paths are relative to `<work_dir>/meta`:
 *
 *     boot_id
 *     resources/resources.info                     Resource records
 *     resources/operations.info                    Operation records (ours; Mesos keeps them in another file)
 *     slaves/latest -> <agent>
 *     slaves/<agent>/slave.info  drain.config
 *     slaves/<agent>/frameworks/<framework>/framework.info  framework.pid
 *       executors/<executor>/executor.info  executor_generated_for_command_task
 *         runs/latest -> <container>
 *         runs/<container>/executor.sentinel  http.marker  pids/forked.pid  pids/libprocess.pid
 *           tasks/<task>/task.info  task.updates   (StatusUpdateRecord records)
 *           containers/<nested>/pids/forked.pid  status   (ours; and so on for those nested in it)
 *
 * A record is its length (32 bits, little endian) and the protobuf bytes; a file of one message is one record.
 */
import type { StatusUpdateRecord } from "../model/gen/internal.ts";
import type { Operation, Resource } from "../model/gen/mesos.ts";
import { printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import { StatusUpdateRecordCodec } from "../wire/gen/internal.ts";
import {
  AgentInfoCodec, DrainConfigCodec, ExecutorInfoCodec, FrameworkInfoCodec, OperationCodec, ResourceCodec, TaskCodec,
} from "../wire/gen/mesos.ts";
import type { Codec } from "../wire/codec.ts";
import type { Checkpoint } from "./outbox.ts";
import { idOf } from "./state.ts";
import type { Agent, Executor, Framework } from "./state.ts";
import { pidText } from "./registration.ts";
import type { TaskInfo } from "../model/gen/mesos.ts";
import { taskOf } from "./tasks/task.ts";

export const BOOT_ID = "boot_id";
export const RESOURCES_INFO = "resources/resources.info";
export const OPERATIONS_INFO = "resources/operations.info";
export const LATEST_AGENT = "slaves/latest";
/** In the directory of a run or nested container: those nested in it, and how a nested one ended. */
export const NESTED_DIRECTORY = "containers";
export const STATUS_FILE = "status";
export const GENERATED = "executor_generated_for_command_task";

const text = new TextEncoder();
const EMPTY = new Uint8Array(0);

export function agentPath(agentId: string): string {
  return `slaves/${agentId}`;
}

export function frameworkPath(agentId: string, frameworkId: string): string {
  return `${agentPath(agentId)}/frameworks/${frameworkId}`;
}

export function executorPath(agentId: string, frameworkId: string, executorId: string): string {
  return `${frameworkPath(agentId, frameworkId)}/executors/${executorId}`;
}

/** The run of an executor: below `meta/` its checkpoints, below the work directory its sandbox. */
export function runPath(agentId: string, executor: Pick<Executor, "frameworkId" | "id" | "containerId">): string {
  return `${executorPath(agentId, executor.frameworkId, executor.id)}/runs/${executor.containerId}`;
}

export function taskUpdatesPath(agentId: string, executor: Executor, taskId: string): string {
  return `${runPath(agentId, executor)}/tasks/${taskId}/task.updates`;
}

/** The agent's own identity: survives a power failure, because a lost id loses every task. */
export function checkpointAgent(agent: Agent): readonly Checkpoint[] {
  const agentId = idOf(agent);
  return [
    { ...write(`${agentPath(agentId)}/slave.info`, record(AgentInfoCodec, agent.info)), sync: true },
    { kind: "link", path: LATEST_AGENT, target: agentId },
  ];
}

export function checkpointBootId(bootId: string): Checkpoint {
  return write(BOOT_ID, text.encode(bootId));
}

export function checkpointDrain(agent: Agent): Checkpoint {
  const path = `${agentPath(idOf(agent))}/drain.config`;
  if (agent.drain === undefined) return { kind: "remove", path };
  return write(path, record(DrainConfigCodec, agent.drain));
}

/** Reservations, volumes and the operations whose outcome nobody has acknowledged. */
export function checkpointResources(resources: readonly Resource[], operations: Iterable<Operation>): Checkpoint[] {
  return [
    { ...write(RESOURCES_INFO, records(ResourceCodec, resources)), sync: true },
    { ...write(OPERATIONS_INFO, records(OperationCodec, operations)), sync: true },
  ];
}

export function checkpointFramework(agent: Agent, framework: Framework): readonly Checkpoint[] {
  const path = frameworkPath(idOf(agent), framework.id);
  return [
    write(`${path}/framework.info`, record(FrameworkInfoCodec, framework.info)),
    write(`${path}/framework.pid`, text.encode(pidText(framework))),
  ];
}

export function checkpointExecutor(agent: Agent, executor: Executor): readonly Checkpoint[] {
  const path = executorPath(idOf(agent), executor.frameworkId, executor.id);
  return [
    write(`${path}/executor.info`, record(ExecutorInfoCodec, executor.info)),
    write(`${path}/${GENERATED}`, text.encode(executor.generated ? "1" : "0")),
    { kind: "link", path: `${path}/runs/latest`, target: executor.containerId },
  ];
}

/** How a restarted agent reaches the executor: at its address, or by waiting for it to subscribe. */
export function checkpointConnection(agent: Agent, executor: Executor, pid: Upid | undefined): Checkpoint {
  const path = runPath(idOf(agent), executor);
  if (pid === undefined) return write(`${path}/http.marker`, EMPTY);
  return write(`${path}/pids/libprocess.pid`, text.encode(printUpid(pid)));
}

/** The run is over and every update of it acknowledged. */
export function checkpointSentinel(agent: Agent, executor: Executor): Checkpoint {
  return write(`${runPath(idOf(agent), executor)}/executor.sentinel`, EMPTY);
}

export function checkpointTask(agent: Agent, executor: Executor, task: TaskInfo): Checkpoint {
  const path = `${runPath(idOf(agent), executor)}/tasks/${task.task_id.value}/task.info`;
  return write(path, record(TaskCodec, taskOf(task, "TASK_STAGING", executor.frameworkId)));
}

export function appendUpdateRecord(path: string, update: StatusUpdateRecord): Checkpoint {
  return { kind: "append", path, bytes: record(StatusUpdateRecordCodec, update) };
}

/** The records of a file; what a crash cut off at its end is left out. */
export function readRecords<T>(
  codec: Codec<T>, bytes: Uint8Array,
): { readonly values: readonly T[]; readonly broken: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: T[] = [];
  let broken = 0;
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > bytes.length) break;
    const decoded = codec.decode(bytes.subarray(at + 4, end));
    if (decoded.ok) values.push(decoded.value);
    else broken++;
    at = end;
  }
  return { values, broken: at === bytes.length ? broken : broken + 1 };
}

function write(path: string, bytes: Uint8Array): Extract<Checkpoint, { kind: "write" }> {
  return { kind: "write", path, bytes, sync: false };
}

function records<T>(codec: Codec<T>, values: Iterable<T>): Uint8Array {
  const parts = [...values].map((value) => record(codec, value));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function record<T>(codec: Codec<T>, value: T): Uint8Array {
  const bytes = codec.encode(value);
  const framed = new Uint8Array(4 + bytes.length);
  new DataView(framed.buffer).setUint32(0, bytes.length, true);
  framed.set(bytes, 4);
  return framed;
}
