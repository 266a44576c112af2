/**
 * One node: it registers with a master, runs what the master sends in containers, and tells how it goes. This file is
 * the table of contents; each case is one call into one file.
 *
 *     registration.ts messages/    what masters, and executors of the old kind, say by libprocess message
 *     http/ views/                 what operators and executors ask over HTTP, and what they see
 *     executors/ tasks/ containers/  what runs here
 *     updates.ts operations.ts     what must reach the master, however often it takes
 *     checkpoint.ts recover.ts     what survives a restart
 *     executor/                    the program that runs command tasks: a core of its own, in a process of its own
 */
import { newMetrics } from "./metrics.ts";
import type { AgentEvent, Timer } from "./event.ts";
import type { AgentOptions } from "./options.ts";
import type { Outbox } from "./outbox.ts";
import { containerExited, containerStarted } from "./containers/events.ts";
import { callExecutors, reconnectTimeout } from "./executors/reconnect.ts";
import { registrationTimeout, shutdownTimeout } from "./executors/shutdown.ts";
import { sessionLeft } from "./containers/session.ts";
import { executorGone, heartbeat } from "./http/executor-api.ts";
import { measured } from "./http/measure.ts";
import { route } from "./http/route.ts";
import { freshUuidBytes } from "./ids.ts";
import { handleMessage } from "./messages/dispatch.ts";
import { pingTimeout } from "./messages/ping.ts";
import { shutdownAgent } from "./messages/shutdown.ts";
import { retryOperation } from "./operations.ts";
import { recovered } from "./recover.ts";
import { masterDetected, register, registerAgain } from "./registration.ts";
import { frameworkOf } from "./state.ts";
import type { Agent } from "./state.ts";
import { newUpdates, retryUpdate } from "./updates.ts";
import { printUpid } from "../model/upid.ts";
import { authenticationMessage, authenticationTimer, isAuthenticatee, newAuthentication } from "./authentication.ts";

/** How long the silence of a master may last before it has told us. */
const FIRST_PING_TIMEOUT_MS = 75_000;

/** An agent that waits for its first event, `recovered`. */
export function createAgent(options: AgentOptions): Agent {
  const drawing = { random: options.seed };
  const resourceVersion = freshUuidBytes(drawing);
  return {
    options,
    random: drawing.random,
    state: "RECOVERING",
    reconnecting: false,
    info: options.info,
    resourceVersion,
    total: options.info.resources ?? [],
    checkpointed: [],
    master: undefined,
    authentication: newAuthentication(),
    registerBackoffMs: options.registrationBackoffMs,
    pingTimeoutMs: FIRST_PING_TIMEOUT_MS,
    drain: undefined,
    drainStartedAtMs: undefined,
    frameworks: new Map(),
    completedFrameworks: new Map(),
    updates: newUpdates(),
    deniedTasks: new Set(),
    operations: new Map(),
    operationStreams: new Map(),
    containers: new Map(),
    measuring: new Map(),
    metrics: newMetrics(),
  };
}

/** Everything that follows from one event, at one instant. */
export function step(agent: Agent, event: AgentEvent, nowMs: number, out: Outbox): void {
  switch (event.type) {
    case "recovered":
      return recovered(agent, event, nowMs, out);
    case "master-detected":
      return masterDetected(agent, event.master, nowMs, out);
    case "message":
      if (isAuthenticatee(event.to)) {
        return authenticationMessage(agent, event.from, event.to, event.message, nowMs, out);
      }
      return handleMessage(agent, event.from, event.message, nowMs, out);
    case "exited":
      if (agent.master === undefined || printUpid(agent.master.pid) !== printUpid(event.peer)) return;
      return registerAgain(agent, "The connection to the master broke", nowMs, out);
    case "request":
      return route(agent, event.request, nowMs, out);
    case "stream-closed":
      executorGone(agent, event.stream, out);
      return sessionLeft(agent, event.stream, out);
    case "timer":
      return fire(agent, event.timer, nowMs, out);
    case "container-started":
      return containerStarted(agent, event, out);
    case "container-exited":
      return containerExited(agent, event, nowMs, out);
    case "measured":
      return measured(agent, event.request, event.measurement, nowMs, out);
    case "shutdown":
      return shutdownAgent(agent, event.message, event.unregister, nowMs, out);
  }
}

function fire(agent: Agent, timer: Timer, nowMs: number, out: Outbox): void {
  switch (timer.kind) {
    case "register":
      return register(agent, nowMs, out);
    case "authenticate":
      return authenticationTimer(agent, nowMs, out);
    case "ping-timeout":
      return pingTimeout(agent, nowMs, out);
    case "reregister-executors":
      return reconnectTimeout(agent, nowMs, out);
    case "reconnect-executors":
      return callExecutors(agent, nowMs, out);
    case "register-executor":
      return registrationTimeout(agent, timer.containerId, out);
    case "shutdown-executor":
      return shutdownTimeout(agent, timer.containerId, out);
    case "executor-heartbeat": {
      const executor = frameworkOf(agent, { value: timer.frameworkId })?.executors.get(timer.executorId);
      return executor === undefined ? undefined : heartbeat(executor, nowMs, out);
    }
    case "update-retry":
      return retryUpdate(agent, timer.frameworkId, timer.taskId, nowMs, out);
    case "operation-retry":
      return retryOperation(agent, timer.operation, nowMs, out);
  }
}
