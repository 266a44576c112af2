/** POST /api/v1/executor (EXC rows): executors subscribe, report and send messages. */
import { refuse } from "../../model/error.ts";
import type { Call_Subscribe, Call_Update } from "../../model/gen/executor.ts";
import type { ExecutorId, TaskId } from "../../model/id.ts";
import { EXECUTOR_HEARTBEAT_MS } from "../../model/limits.ts";
import { acceptedMedia } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { readExecutorCall } from "../../wire/v1/executor.ts";
import type { ExecutorCall } from "../../wire/v1/executor.ts";
import { checkpointConnection } from "../checkpoint.ts";
import { claimsError } from "../authorize/executors.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import { deliverQueued } from "../executors/deliver.ts";
import { dropUndelivered, finishReconnecting } from "../executors/reconnect.ts";
import { sendRegistered } from "../executors/send.ts";
import { shutdownExecutor } from "../executors/shutdown.ts";
import { executorMessage } from "../messages/executor.ts";
import type { Outbox } from "../outbox.ts";
import { frameworkOf, idOf, wasEverSentTask } from "../state.ts";
import type { Agent, Executor, Framework } from "../state.ts";
import { handleStatus } from "../tasks/status.ts";
import { methodNotAllowed, recovering, text } from "./answers.ts";
import { executorCallError } from "./executor-call.ts";

export function executorApi(agent: Agent, request: HttpRequest, nowMs: number, out: Outbox): HttpResponse | undefined {
  if (!agent.reconnecting) return recovering();
  if (request.method !== "POST") return methodNotAllowed(["POST"], request.method);
  const read = readExecutorCall(request.headers["content-type"], request.body);
  if (!read.ok) return text(read.error.status, read.error.message);
  const call = read.value;
  const error = executorCallError(call);
  if (error !== undefined) return text(400, `Failed to validate Executor::Call: ${error}`);
  if (call.type === "HEARTBEAT") return text(202);
  const media = acceptedMedia(request.headers["accept"]);
  if (call.type === "SUBSCRIBE" && media === undefined) return text(406, refuse("NOT_ACCEPTABLE").message);
  if (call.type !== "SUBSCRIBE" && agent.state === "RECOVERING") return recovering();
  const framework = frameworkOf(agent, call.framework_id);
  if (framework === undefined) return text(400, "Framework cannot be found");
  const executor = framework.executors.get(call.executor_id.value as ExecutorId);
  if (executor === undefined) return text(400, "Executor cannot be found");
  const stranger = claimsError(request.principal, executor);
  if (stranger !== undefined) return text(403, stranger);
  if (call.type === "SUBSCRIBE") {
    subscribe(agent, framework, executor, call.subscribe!, { request, media: media! }, nowMs, out);
    return undefined;
  }
  if (executor.state === "REGISTERING") return text(403, "Executor is not subscribed");
  return accept(agent, framework, executor, call, nowMs, out);
}

function accept(
  agent: Agent, framework: Framework, executor: Executor, call: ExecutorCall, nowMs: number, out: Outbox,
): HttpResponse {
  switch (call.type) {
    case "UPDATE":
      report(agent, framework, call.update!, nowMs, out);
      return text(202);
    case "MESSAGE":
      executorMessage(agent, {
        agent_id: { value: idOf(agent) },
        framework_id: { value: framework.id },
        executor_id: { value: executor.id },
        data: call.message!.data,
      }, out);
      return text(202);
    default:
      return text(501, refuse("CALL_UNKNOWN").message);
  }
}

interface Opening {
  readonly request: HttpRequest;
  readonly media: MediaType;
}

/**
 * A new executor, one of the previous run, or one whose connection broke: in each case this is its stream from now on.
 */
function subscribe(
  agent: Agent, framework: Framework, executor: Executor, call: Call_Subscribe, { request, media }: Opening,
  nowMs: number, out: Outbox,
): void {
  const stream = request.streamId;
  out.open(request.id, stream, media);
  const alive = executor.state === "REGISTERING" || executor.state === "RUNNING";
  if (agent.state === "TERMINATING" || framework.state === "TERMINATING" || !alive) {
    out.log("warn", `Shutting down executor ${executor.id}, which is ${executor.state}`);
    out.write(stream, media, { type: "SHUTDOWN" });
    return out.end(stream);
  }
  if (executor.connection.kind === "stream") out.end(executor.connection.stream);
  executor.state = "RUNNING";
  executor.connection = { kind: "stream", stream, media };
  out.disarm({ kind: "register-executor", containerId: executor.containerId });
  armHeartbeat(executor, nowMs, out);
  if (executor.checkpoint) out.checkpoint(checkpointConnection(agent, executor, undefined));
  for (const update of call.unacknowledged_updates ?? []) report(agent, framework, update, nowMs, out);
  const held = new Set((call.unacknowledged_tasks ?? []).map((task) => task.task_id.value as TaskId));
  dropUndelivered(agent, framework, executor, held, nowMs, out);
  if (executor.queued.size === 0 && !wasEverSentTask(executor)) {
    shutdownExecutor(agent, executor, nowMs, out);
  } else {
    sendRegistered(agent, framework, executor, out);
    deliverQueued(framework, executor, out);
  }
  finishReconnecting(agent, nowMs, out);
}

function report(agent: Agent, framework: Framework, { status }: Call_Update, nowMs: number, out: Outbox): void {
  const agentId = { value: idOf(agent) };
  handleStatus(agent, {
    framework_id: { value: framework.id },
    ...(status.executor_id === undefined ? {} : { executor_id: status.executor_id }),
    agent_id: agentId,
    status: { ...status, agent_id: status.agent_id ?? agentId },
    timestamp: status.timestamp ?? nowMs / 1000,
    ...(status.uuid === undefined ? {} : { uuid: status.uuid }),
  }, { kind: "stream" }, nowMs, out);
}

/** Nothing was said for long: an event that means nothing keeps the connection alive (EXC-13). */
export function heartbeat(executor: Executor, nowMs: number, out: Outbox): void {
  if (executor.connection.kind !== "stream") return;
  out.write(executor.connection.stream, executor.connection.media, { type: "HEARTBEAT" });
  armHeartbeat(executor, nowMs, out);
}

/** The executor closed its stream; its container says whether it lives on. */
export function executorGone(agent: Agent, stream: string, out: Outbox): void {
  for (const framework of agent.frameworks.values()) {
    for (const executor of framework.executors.values()) {
      const { connection } = executor;
      if (connection.kind !== "stream" || connection.stream !== stream) continue;
      executor.connection = { kind: "none" };
      out.disarm({ kind: "executor-heartbeat", frameworkId: framework.id, executorId: executor.id });
      return;
    }
  }
}

function armHeartbeat({ frameworkId, id: executorId }: Executor, nowMs: number, out: Outbox): void {
  out.arm({ kind: "executor-heartbeat", frameworkId, executorId }, nowMs + EXECUTOR_HEARTBEAT_MS);
}
