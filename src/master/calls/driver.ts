/**
 * The scheduler API of old drivers: libprocess messages (wire-v0 §4.3, §5.4). Nearly all are one message that carries a
 * call; the older ones are turned into such calls. A message that is not from the driver of its framework is dropped.
 */
import type { Call } from "../../model/gen/driver.ts";
import type {
  DeactivateFrameworkMessage, FrameworkToExecutorMessage, KillTaskMessage, LaunchTasksMessage, ReconcileTasksMessage,
  RegisterFrameworkMessage, ReregisterFrameworkMessage, ResourceRequestMessage, ReviveOffersMessage,
  StatusUpdateAcknowledgementMessage, UnregisterFrameworkMessage,
} from "../../model/gen/internal.ts";
import type { FrameworkID } from "../../model/gen/mesos.ts";
import { frameworkId } from "../../model/id.ts";
import { printUpid } from "../../model/upid.ts";
import type { Upid } from "../../model/upid.ts";
import { auditDriver } from "../audit.ts";
import { SCHEDULER_CALLS } from "../authorize/verbs.ts";
import type { Master } from "../master.ts";
import { count, countKind } from "../metrics.ts";
import type { Outbox } from "../outbox.ts";
import { isConnected } from "../state/framework.ts";
import type { Framework } from "../state/framework.ts";
import { deactivateFramework } from "../state/frameworks.ts";
import { callError } from "../validate/call.ts";
import { uuidError } from "../validate/uuid.ts";
import { dispatch } from "./dispatch.ts";
import { countInvalidCall } from "./invalid-call.ts";
import { subscribe } from "./subscribe.ts";
import type { Subscription } from "./subscribe.ts";

/** `mesos.scheduler.Call`: what current drivers send for everything. */
export function call(master: Master, from: Upid, call: Call, nowMs: number, out: Outbox): void {
  const invalid = callError(call, undefined);
  if (invalid !== undefined) {
    countInvalidCall(master, call);
    return drop(master, from, call, invalid, out);
  }
  if (call.type === "SUBSCRIBE") {
    const { framework_info: info, force = false, suppressed_roles, offer_constraints } = call.subscribe!;
    const wishes = { suppressedRoles: suppressed_roles, offerConstraints: offer_constraints };
    return answerSubscription(master, from, { info, force, ...wishes }, nowMs, out);
  }
  const framework = ofDriver(master, from, call.framework_id);
  if (framework === undefined) return drop(master, from, call, "not from the driver of a registered framework", out);
  countKind(framework.counters, "calls", call.type!);
  if (!isConnected(framework)) {
    auditDriver(call, framework.info.principal, printUpid(from), "Framework disconnected", out);
    // Only our side of the connection broke; without this word the driver would go on talking to nobody (FWK-22).
    return out.send(from, "mesos.internal.FrameworkErrorMessage", { message: "Framework disconnected" });
  }
  if (call.type === "ACKNOWLEDGE_OPERATION_STATUS" || call.type === "RECONCILE_OPERATIONS") {
    return drop(master, from, call, `'${call.type}' is not supported by the v0 API`, out);
  }
  if (call.type === "TEARDOWN") count(master.counters, "messages_unregister_framework");
  const { status, body } = dispatch(master, framework, call, nowMs, out);
  auditDriver(call, framework.info.principal, printUpid(from), status < 400 ? undefined : String(body), out);
  if (call.type !== "UPDATE_FRAMEWORK" || status === 200) return;
  out.send(from, "mesos.internal.FrameworkErrorMessage", { message: String(body) });
}

export function register(
  master: Master, from: Upid, message: RegisterFrameworkMessage, nowMs: number, out: Outbox,
): void {
  const info = message.framework;
  if (info.id !== undefined && info.id.value !== "") {
    const text = "Registering with 'id' already set";
    return out.send(from, "mesos.internal.FrameworkErrorMessage", { message: text });
  }
  answerSubscription(master, from, { ...NO_WISHES, info, force: false }, nowMs, out);
}

export function reregister(
  master: Master, from: Upid, message: ReregisterFrameworkMessage, nowMs: number, out: Outbox,
): void {
  const { framework: info, failover } = message;
  if (info.id === undefined || info.id.value === "") {
    const text = "Re-registering without an 'id'";
    return out.send(from, "mesos.internal.FrameworkErrorMessage", { message: text });
  }
  answerSubscription(master, from, { ...NO_WISHES, info, force: failover }, nowMs, out);
}

export function unregister(
  master: Master, from: Upid, { framework_id }: UnregisterFrameworkMessage, nowMs: number, out: Outbox,
): void {
  const framework = ofDriver(master, from, framework_id);
  const call: Call = { type: "TEARDOWN", framework_id };
  if (framework === undefined) return drop(master, from, call, "not from the driver of a registered framework", out);
  count(master.counters, "messages_unregister_framework");
  dispatch(master, framework, call, nowMs, out);
  auditDriver(call, framework.info.principal, printUpid(from), undefined, out);
}

/** abort(): the framework stays, connected, but is offered nothing (FWK-23). */
export function deactivate(
  master: Master, from: Upid, { framework_id }: DeactivateFrameworkMessage, nowMs: number, out: Outbox,
): void {
  count(master.counters, "messages_deactivate_framework");
  const framework = ofDriver(master, from, framework_id);
  if (framework !== undefined) deactivateFramework(master, framework, "rescind", nowMs, out);
}

export function request(master: Master, from: Upid, message: ResourceRequestMessage, nowMs: number, out: Outbox): void {
  const { framework_id, requests } = message;
  translated(master, from, { type: "REQUEST", framework_id, request: { requests } }, nowMs, out);
}

/** Without tasks it is a decline. */
export function launchTasks(master: Master, from: Upid, message: LaunchTasksMessage, nowMs: number, out: Outbox): void {
  const { framework_id, offer_ids, filters, tasks = [] } = message;
  const operations = [{ type: "LAUNCH", launch: { task_infos: tasks } }] as const;
  const meant: Call = tasks.length > 0
    ? { type: "ACCEPT", framework_id, accept: { offer_ids, operations, filters } }
    : { type: "DECLINE", framework_id, decline: { offer_ids, filters } };
  translated(master, from, meant, nowMs, out);
}

export function revive(master: Master, from: Upid, message: ReviveOffersMessage, nowMs: number, out: Outbox): void {
  const { framework_id, roles } = message;
  translated(master, from, { type: "REVIVE", framework_id, revive: { roles } }, nowMs, out);
}

export function kill(master: Master, from: Upid, message: KillTaskMessage, nowMs: number, out: Outbox): void {
  const { framework_id, task_id } = message;
  translated(master, from, { type: "KILL", framework_id, kill: { task_id } }, nowMs, out);
}

export function acknowledge(
  master: Master, from: Upid, message: StatusUpdateAcknowledgementMessage, nowMs: number, out: Outbox,
): void {
  const { framework_id, agent_id, task_id, uuid } = message;
  const invalid = uuidError(uuid) !== undefined || ofDriver(master, from, framework_id) === undefined;
  if (invalid) return count(master.counters, "invalid_status_update_acknowledgements");
  translated(master, from, { type: "ACKNOWLEDGE", framework_id, acknowledge: { agent_id, task_id, uuid } }, nowMs, out);
}

export function message(
  master: Master, from: Upid, relayed: FrameworkToExecutorMessage, nowMs: number, out: Outbox,
): void {
  const { framework_id, agent_id, executor_id, data } = relayed;
  if (ofDriver(master, from, framework_id) === undefined) {
    return count(master.counters, "invalid_framework_to_executor_messages");
  }
  translated(master, from, { type: "MESSAGE", framework_id, message: { agent_id, executor_id, data } }, nowMs, out);
}

export function reconcile(
  master: Master, from: Upid, message: ReconcileTasksMessage, nowMs: number, out: Outbox,
): void {
  const { framework_id, statuses = [] } = message;
  const tasks = statuses.map(({ task_id, agent_id }) => ({ task_id, agent_id }));
  translated(master, from, { type: "RECONCILE", framework_id, reconcile: { tasks } }, nowMs, out);
}

const NO_WISHES = { suppressedRoles: undefined, offerConstraints: undefined };

/** One that has proved who it is and does not say so in its FrameworkInfo is who it proved to be (FWK-13). */
function answerSubscription(master: Master, from: Upid, claimed: Subscription, nowMs: number, out: Outbox): void {
  const principal = master.authentications.principals.get(printUpid(from));
  const fills = principal !== undefined && claimed.info.principal === undefined;
  const subscription = fills ? { ...claimed, info: { ...claimed.info, principal } } : claimed;
  const refused = subscribe(master, { kind: "pid", pid: from }, subscription, nowMs, out);
  const { info } = subscription;
  auditDriver({ type: "SUBSCRIBE", framework_id: info.id }, info.principal, printUpid(from), refused, out);
  if (refused === undefined) return;
  out.log("info", "refusing the subscription of a driver", { name: subscription.info.name, from, refused });
  out.send(from, "mesos.internal.FrameworkErrorMessage", { message: refused });
}

/** The older messages do not ask whether the framework is connected: what they mean is done or, without it, dropped. */
function translated(master: Master, from: Upid, call: Call, nowMs: number, out: Outbox): void {
  const framework = ofDriver(master, from, call.framework_id);
  if (framework === undefined) return drop(master, from, call, "not from the driver of a registered framework", out);
  dispatch(master, framework, call, nowMs, out);
  auditDriver(call, framework.info.principal, printUpid(from), undefined, out);
}

/** The framework, if it is known and this address is its driver's. */
function ofDriver(master: Master, from: Upid, id: FrameworkID | undefined): Framework | undefined {
  const framework = master.frameworks.get(frameworkId(id?.value ?? ""));
  const { connection } = framework ?? {};
  return connection?.kind === "pid" && printUpid(connection.pid) === printUpid(from) ? framework : undefined;
}

function drop(master: Master, from: Upid, call: Call, why: string, out: Outbox): void {
  const { type = "UNKNOWN" } = call;
  const pid = printUpid(from);
  const principal = master.authentications.principals.get(pid) ?? master.frameworksByPid.get(pid)?.info.principal;
  if (SCHEDULER_CALLS[type].changes) auditDriver(call, principal, pid, why, out);
  else out.log("warn", `dropping ${type}: ${why}`, { from });
}
