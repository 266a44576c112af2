/** What is wrong with an executor's call (http-v1 §10.5). */
import type { CheckStatusInfo, TaskStatus } from "../../model/gen/mesos.ts";
import type { ExecutorCall } from "../../wire/v1/executor.ts";

export function executorCallError(call: ExecutorCall): string | undefined {
  switch (call.type) {
    case undefined:
      return "Expecting 'type' to be present";
    case "SUBSCRIBE":
      return call.subscribe === undefined ? "Expecting 'subscribe' to be present" : undefined;
    case "MESSAGE":
      return call.message === undefined ? "Expecting 'message' to be present" : undefined;
    case "UPDATE":
      return call.update === undefined ? "Expecting 'update' to be present" : statusError(call, call.update.status);
    default:
      return undefined;
  }
}

function statusError(call: ExecutorCall, status: TaskStatus): string | undefined {
  if (status.uuid === undefined) return "Expecting 'uuid' to be present";
  // Mesos takes sixteen zero bytes for no UUID at all.
  if (status.uuid.length !== 16 || status.uuid.every((byte) => byte === 0)) return "Not a valid UUID";
  if (status.executor_id !== undefined && status.executor_id.value !== call.executor_id.value) {
    return (
      `ExecutorID in Call: ${call.executor_id.value} does not match ` +
      `ExecutorID in TaskStatus: ${status.executor_id.value}`
    );
  }
  if (status.source !== "SOURCE_EXECUTOR") {
    return `Received Call from ${named(call)} with invalid source, expecting 'SOURCE_EXECUTOR'`;
  }
  if (status.state === "TASK_STAGING") {
    return `Received TASK_STAGING from ${named(call)} which is not allowed`;
  }
  return status.check_status === undefined ? undefined : checkStatusError(status.check_status);
}

function checkStatusError({ type, command, http, tcp }: CheckStatusInfo): string | undefined {
  if (type === undefined) return "CheckStatusInfo must specify 'type'";
  const member = type === "COMMAND" ? command : type === "HTTP" ? http : type === "TCP" ? tcp : undefined;
  if (type === "UNKNOWN") return "'UNKNOWN' is not a valid check's status type";
  return member === undefined ? `Expecting '${type.toLowerCase()}' to be set for ${type} check's status` : undefined;
}

function named(call: ExecutorCall): string {
  return `executor ${call.executor_id.value} of framework ${call.framework_id.value}`;
}
