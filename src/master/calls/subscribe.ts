/**
 * SUBSCRIBE makes a framework part of the cluster, or brings it back: after its scheduler failed over, reconnected, or
 * after this master took over from another one (FWK-01 to FWK-16, wire-v0 §5.4).
 *
 *     no id ............................. a new framework
 *     id that nobody knows, or recovered  connected for the first time since this master leads
 *     id of a framework we know ......... over HTTP, or by a driver with `force`: the newcomer takes over
 *                                         by a driver from the same address: it reconnected
 *                                         by a driver from another address: refused
 */
import type { FrameworkInfo } from "../../model/gen/mesos.ts";
import type { OfferConstraints } from "../../model/gen/scheduler.ts";
import { frameworkId } from "../../model/id.ts";
import type { FrameworkId } from "../../model/id.ts";
import { NO_UPID, printUpid } from "../../model/upid.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { RequestId, StreamId } from "../event.ts";
import { noteRefusal } from "../audit.ts";
import { subscriptionRefusal } from "../authorize/frameworks.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";
import { announceFrameworkChanged } from "../news.ts";
import type { Outbox } from "../outbox.ts";
import { agentAddresses } from "../state/agents.ts";
import { isConnected } from "../state/framework.ts";
import type { Framework, FrameworkConnection } from "../state/framework.ts";
import {
  activateFramework, addFramework, changeFramework, createFramework, releaseOffers, setConnection,
} from "../state/frameworks.ts";
import type { OfferWishes } from "../state/frameworks.ts";
import { rescindOffer } from "../state/offers.ts";
import { tell } from "../tell.ts";
import { frameworkError, offerWishes, updateError, withImmutableFields } from "../validate/framework.ts";
import { HEARTBEAT_INTERVAL_MS, heartbeatTimer } from "./heartbeat.ts";

export interface Subscription {
  readonly info: FrameworkInfo;
  readonly suppressedRoles: readonly string[] | undefined;
  readonly offerConstraints: OfferConstraints | undefined;
  /** "I am a scheduler that failed over": only drivers say so, over HTTP it is always meant. */
  readonly force: boolean;
}

/** An HTTP subscriber: its request is answered by opening a stream, even if only to refuse it there (FWK-09). */
export function subscribeByHttp(
  master: Master, request: RequestId, stream: StreamId, media: MediaType, subscription: Subscription, nowMs: number, out: Outbox,
): void {
  out.open(request, stream, media, { "Content-Type": mediaTypeName(media), "Mesos-Stream-Id": stream });
  const refused = subscribe(master, { kind: "http", stream, media }, subscription, nowMs, out);
  if (refused === undefined) return;
  noteRefusal(master, request, refused);
  out.log("info", "refusing the subscription of an HTTP framework", { name: subscription.info.name, refused });
  out.write(stream, { type: "ERROR", error: { message: refused } });
  out.end(stream);
}

/** A subscription that could not be accepted is answered with why; undefined: accepted, or not worth an answer. */
export function subscribe(
  master: Master, connection: FrameworkConnection, subscription: Subscription, nowMs: number, out: Outbox,
): string | undefined {
  const { info } = subscription;
  const id = info.id === undefined || info.id.value === "" ? undefined : frameworkId(info.id.value);
  count(master.counters, id === undefined ? "messages_register_framework" : "messages_reregister_framework");
  const error = frameworkError(master, info) ?? driverError(master, connection, info);
  if (error !== undefined) return error;
  const wishes = offerWishes(master.allocator, info, subscription.suppressedRoles, subscription.offerConstraints);
  if (!wishes.ok) return wishes.error;
  const refused = subscriptionRefusal(master, info);
  if (refused !== undefined) return refused;

  const atSameAddress = connection.kind === "pid" ? master.frameworksByPid.get(printUpid(connection.pid)) : undefined;
  if (id === undefined) {
    if (atSameAddress === undefined) welcome(master, connection, info, wishes.value, nowMs, out);
    else tellSubscribed(master, atSameAddress, out);
    return undefined;
  }
  if (atSameAddress !== undefined && atSameAddress.id !== id) {
    const fields = { frameworkId: id, serves: atSameAddress.id };
    out.log("error", "dropping SUBSCRIBE: this driver already serves another framework", fields);
    return undefined;
  }
  return subscribeAgain(master, id, connection, { ...subscription, wishes: wishes.value }, nowMs, out);
}

/** The first time: the framework gets its id (FWK-01). */
function welcome(
  master: Master, connection: FrameworkConnection, info: FrameworkInfo, wishes: OfferWishes, nowMs: number, out: Outbox,
): void {
  const id = frameworkId(`${master.options.id}-${String(master.next.framework++).padStart(4, "0")}`);
  const framework = createFramework(master, id, { ...info, id: { value: id } }, wishes, nowMs);
  addFramework(master, framework, connection);
  countSubscribe(framework, connection);
  if (connection.kind === "pid") out.link(connection.pid);
  tellSubscribed(master, framework, out);
  heartbeatTimer(master, id, nowMs, out);
}

/** A driver's does not count, because it comes before there is a framework it could count for (MET-36). */
function countSubscribe(framework: Framework, connection: FrameworkConnection): void {
  if (connection.kind === "pid") return;
  count(framework.counters, "calls");
  count(framework.counters, "calls/subscribe");
}

/** A driver must have proved who it is where that is asked, and be who it says it is (AUT-03, AUT-04). */
function driverError(master: Master, connection: FrameworkConnection, info: FrameworkInfo): string | undefined {
  if (connection.kind !== "pid") return undefined;
  const pid = printUpid(connection.pid);
  const principal = master.authentications.principals.get(pid);
  if (principal === undefined) {
    return master.options.authenticateFrameworks === true ? `Framework at ${pid} is not authenticated` : undefined;
  }
  if (info.principal === undefined || info.principal === principal) return undefined;
  return `Framework principal '${info.principal}' does not match authenticated principal '${principal}'`;
}

interface Return extends Subscription {
  readonly wishes: OfferWishes;
}

function subscribeAgain(
  master: Master, id: FrameworkId, connection: FrameworkConnection, back: Return, nowMs: number, out: Outbox,
): string | undefined {
  const known = master.frameworks.get(id);
  const info = known === undefined ? back.info : withImmutableFields(known.info, back.info);
  if (known !== undefined) {
    const error = updateError(known.info, info);
    if (error !== undefined) return error;
    if (!mayTakeOver(known, connection, back.force)) return "Framework failed over";
  }
  const framework = known ?? recover(master, id, info, back.wishes, nowMs);
  countSubscribe(framework, connection);
  if (known !== undefined) updateFramework(master, known, info, back.wishes, out);

  framework.reregisteredAtMs = nowMs;
  out.disarm({ kind: "framework-failover", frameworkId: id });
  if (framework.state === "recovered") {
    framework.registeredAtMs = nowMs;
    connect(master, framework, connection, out);
    activateFramework(master, framework);
    tellSubscribed(master, framework, out);
  } else if (isSameDriver(framework, connection) && !back.force) {
    releaseOffers(master, framework, "rescind", nowMs, out);
    connect(master, framework, connection, out);
    activateFramework(master, framework);
    tellReregistered(master, framework, out);
  } else {
    dismissOld(master, framework, connection, out);
    connect(master, framework, connection, out);
    releaseOffers(master, framework, "return", nowMs, out);
    activateFramework(master, framework);
    tellSubscribed(master, framework, out);
  }
  heartbeatTimer(master, id, nowMs, out);
  broadcast(master, framework, out);
  return undefined;
}

/** A framework from before this master led, of which no agent has told yet (FWK-08). */
function recover(master: Master, id: FrameworkId, info: FrameworkInfo, wishes: OfferWishes, nowMs: number): Framework {
  const framework = createFramework(master, id, info, wishes, nowMs);
  addFramework(master, framework, undefined);
  return framework;
}

/** Without `force` a driver at another address is not believed to be the same scheduler (FWK-05). */
function mayTakeOver(known: Framework, connection: FrameworkConnection, force: boolean): boolean {
  return known.state === "recovered" || connection.kind === "http" || force || isSameDriver(known, connection);
}

function isSameDriver({ connection: old }: Framework, connection: FrameworkConnection): boolean {
  return old?.kind === "pid" && connection.kind === "pid" && printUpid(old.pid) === printUpid(connection.pid);
}

/** Tells whoever was connected before that it is replaced, unless it is the same driver process (FWK-03, FWK-05). */
function dismissOld(master: Master, framework: Framework, connection: FrameworkConnection, out: Outbox): void {
  const { connection: old } = framework;
  if (old === undefined || !isConnected(framework) || isSameDriver(framework, connection)) return;
  tell(master, framework, { type: "ERROR", error: { message: "Framework failed over" } }, out);
  if (old.kind === "http") out.end(old.stream);
  else out.unlink(old.pid);
}

/** The allocator activates it afterwards; a framework that was active stays so. */
function connect(master: Master, framework: Framework, connection: FrameworkConnection, out: Outbox): void {
  setConnection(master, framework, connection);
  if (framework.state !== "active") framework.state = "inactive";
  if (connection.kind === "pid") out.link(connection.pid);
}

function tellSubscribed(master: Master, framework: Framework, out: Outbox): void {
  const framework_id = { value: framework.id };
  const heartbeat_interval_seconds = HEARTBEAT_INTERVAL_MS / 1000;
  const subscribed = { framework_id, heartbeat_interval_seconds, master_info: master.info };
  tell(master, framework, { type: "SUBSCRIBED", subscribed }, out);
}

/** Only a driver that reconnects hears this word (FWK-06). */
function tellReregistered(master: Master, framework: Framework, out: Outbox): void {
  if (framework.connection?.kind !== "pid") return;
  const framework_id = { value: framework.id };
  const message = { framework_id, master_info: master.info };
  out.send(framework.connection.pid, "mesos.internal.FrameworkReregisteredMessage", message);
}

/** Applies another FrameworkInfo and other wishes; offers to roles it has left are rescinded (FWK-17). */
export function updateFramework(
  master: Master, framework: Framework, info: FrameworkInfo, wishes: OfferWishes, out: Outbox,
): void {
  changeFramework(master, framework, info, wishes);
  const roles = new Set(framework.roles);
  for (const offer of [...framework.offers.values()]) {
    if (!roles.has(offer.role)) rescindOffer(master, offer, out);
  }
}

/** Operators and every agent learn the framework's new FrameworkInfo and where its scheduler is (FWK-52). */
export function broadcast(master: Master, framework: Framework, out: Outbox): void {
  announceFrameworkChanged(master, framework);
  const { id, info, connection } = framework;
  const pid = printUpid(connection?.kind === "pid" ? connection.pid : NO_UPID);
  const message = { framework_id: { value: id }, pid, framework_info: info };
  out.broadcast(agentAddresses(master), "mesos.internal.UpdateFrameworkMessage", message);
}
