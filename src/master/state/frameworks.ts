/**
 * The table of frameworks and their connections. A framework is `active` exactly while the allocator may offer it
 * resources; the indexes by address and by stream hold the connected ones.
 */
import { capabilitiesFrom } from "../../model/capability.ts";
import type { FrameworkInfo } from "../../model/gen/mesos.ts";
import type { OfferConstraints } from "../../model/gen/scheduler.ts";
import type { FrameworkId, Role } from "../../model/id.ts";
import { Ring } from "../../model/ring.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import { printUpid } from "../../model/upid.ts";
import type { Master } from "../master.ts";
import { announceFramework, announceFrameworkRemoved, announceTask } from "../news.ts";
import type { Outbox } from "../outbox.ts";
import { forgetTalk } from "../talk.ts";
import type { Framework, FrameworkConnection } from "./framework.ts";
import { endInverseOffer, rescindInverseOffer, rescindOffer, returnOffer } from "./offers.ts";
import { adoptOrphans } from "./operations.ts";
import { must } from "./tables.ts";
import { SmallMap } from "../../model/small-map.ts";
import { Usage } from "./usage.ts";

/** Roles of a FrameworkInfo: `roles` with MULTI_ROLE, else its one `role` (FWK-30). */
export function rolesOf(info: FrameworkInfo): readonly Role[] {
  const multiRole = capabilitiesFrom(info.capabilities).has("MULTI_ROLE");
  return (multiRole ? (info.roles ?? []) : [info.role ?? DEFAULT_ROLE]) as readonly Role[];
}

/** What a framework asks for besides its FrameworkInfo. */
export interface OfferWishes {
  readonly suppressedRoles: ReadonlySet<Role>;
  readonly offerConstraints: OfferConstraints | undefined;
}

export const NO_WISHES: OfferWishes = { suppressedRoles: new Set(), offerConstraints: undefined };

/** A framework that is only known so far (`recovered`), in no table yet. `info` holds its id. */
export function createFramework(
  master: Master, id: FrameworkId, info: FrameworkInfo, wishes: OfferWishes, nowMs: number,
): Framework {
  return {
    id,
    info,
    capabilities: capabilitiesFrom(info.capabilities),
    roles: rolesOf(info),
    suppressedRoles: wishes.suppressedRoles,
    offerConstraints: wishes.offerConstraints,
    state: "recovered",
    connection: undefined,
    tasks: new SmallMap(),
    taskStates: new Map(),
    completedTasks: new Ring(master.options.maxCompletedTasksPerFramework),
    unreachableTasks: new Map(),
    shown: undefined,
    executors: new Map(),
    offers: new Map(),
    inverseOffers: new Map(),
    operations: new Map(),
    used: new Usage(),
    counters: new Map(),
    registeredAtMs: nowMs,
    reregisteredAtMs: undefined,
    unregisteredAtMs: undefined,
  };
}

/** Puts the framework into the table and the allocator. Without a connection it is `recovered`, with one `active`. */
export function addFramework(master: Master, framework: Framework, connection: FrameworkConnection | undefined): void {
  master.frameworks.set(framework.id, framework);
  adoptOrphans(master, framework);
  if (connection !== undefined) {
    setConnection(master, framework, connection);
    framework.state = "active";
  }
  const { info, suppressedRoles, offerConstraints } = framework;
  const settings = { info, suppressedRoles, offerConstraints };
  must(master.allocator.addFramework(framework.id, settings, framework.used, framework.state === "active"));
  announceFramework(master, framework);
  for (const task of framework.tasks.values()) announceTask(master, task);
}

/** Another way to reach the framework; the indexes follow. Whether it is offered anything is for its state to say. */
export function setConnection(master: Master, framework: Framework, connection: FrameworkConnection): void {
  forgetConnection(master, framework);
  framework.connection = connection;
  if (connection.kind === "http") master.frameworksByStream.set(connection.stream, framework);
  else master.frameworksByPid.set(printUpid(connection.pid), framework);
}

/** Takes the framework's connection out of the indexes, so that nothing that still comes from it is taken for new. */
export function forgetConnection(master: Master, framework: Framework): void {
  const { connection } = framework;
  if (connection?.kind === "http") master.frameworksByStream.delete(connection.stream);
  if (connection?.kind !== "pid") return;
  const pid = printUpid(connection.pid);
  if (master.frameworksByPid.get(pid) === framework) master.frameworksByPid.delete(pid);
}

/** Offers may come from now on. */
export function activateFramework(master: Master, framework: Framework): void {
  if (framework.state === "active") return;
  framework.state = "active";
  must(master.allocator.activateFramework(framework.id));
}

/** What becomes of offers that are taken back: the framework is told (`rescind`) or not (`return`). */
type Release = "rescind" | "return";

/** No more offers, and those outstanding go back. */
export function deactivateFramework(master: Master, framework: Framework, how: Release, nowMs: number, out: Outbox): void {
  if (framework.state !== "active") return;
  framework.state = "inactive";
  must(master.allocator.deactivateFramework(framework.id));
  releaseOffers(master, framework, how, nowMs, out);
}

/** Gives all outstanding offers and inverse offers back. */
export function releaseOffers(master: Master, framework: Framework, how: Release, nowMs: number, out: Outbox): void {
  for (const offer of [...framework.offers.values()]) {
    if (how === "rescind") rescindOffer(master, offer, out);
    else returnOffer(master, offer, undefined, out);
  }
  for (const offer of [...framework.inverseOffers.values()]) {
    if (how === "rescind") rescindInverseOffer(master, offer, nowMs, out);
    else endInverseOffer(master, offer, undefined, nowMs, out);
  }
}

/** Gives the framework another FrameworkInfo and other wishes; the allocator hears of both. `info` holds its id. */
export function changeFramework(master: Master, framework: Framework, info: FrameworkInfo, wishes: OfferWishes): void {
  framework.info = info;
  framework.capabilities = capabilitiesFrom(info.capabilities);
  framework.roles = rolesOf(info);
  framework.suppressedRoles = wishes.suppressedRoles;
  framework.offerConstraints = wishes.offerConstraints;
  must(master.allocator.updateFramework(framework.id, { info, ...wishes }));
}

/**
 * Moves the framework to the completed ones (FWK-28); the oldest of those is forgotten beyond the limit. Its offers,
 * tasks, executors and operations must have been removed before, each by its own function.
 */
export function completeFramework(master: Master, framework: Framework, nowMs: number): void {
  forgetConnection(master, framework);
  framework.state = "disconnected";
  framework.unregisteredAtMs = nowMs;
  master.frameworks.delete(framework.id);
  must(master.allocator.removeFramework(framework.id));
  const completed = master.completedFrameworks;
  completed.set(framework.id, framework);
  announceFrameworkRemoved(master, framework);
  forgetTalk(master, framework.info.principal);
  for (const oldest of completed.keys()) {
    if (completed.size <= master.options.maxCompletedFrameworks) break;
    completed.delete(oldest);
  }
}
