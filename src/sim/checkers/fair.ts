/**
 * Fair shares: an agent is never offered to a role (or to a framework within one) whose share was larger before a run of the
 * allocator than another's was after it, while that other one would have taken the same. Reckoned from the records of the
 * master alone, and only where nothing else can have had a say: runs while nothing else happened (but pings and the like), no
 * quota, no reservations, and nobody who refused anything of that agent lately.
 *
 * In a large cluster all of this would take longer than the cluster itself. There, a few roles are watched, and only whether
 * the frameworks of one role are treated alike, which quota has no say in: it binds all of them together. And there something
 * always happens while the allocator runs: what concerns other roles, or a few agents, does not end the comparison.
 */
import type { MasterEvent, Timer } from "../../master/event.ts";
import type { Master } from "../../master/master.ts";
import type { Effect } from "../../master/outbox.ts";
import type { Framework } from "../../master/state/framework.ts";
import type { Offer } from "../../master/state/offer.ts";
import { offerId } from "../../model/id.ts";
import type { AgentId, FrameworkId, Role } from "../../model/id.ts";
import { milliCount, scalarQuantitiesOf } from "../../model/quantities.ts";
import { isReserved } from "../../model/reservation.ts";
import type { Resources } from "../../model/resources.ts";
import type { SchedulerCall } from "../../wire/v1/scheduler.ts";
import { driverCall } from "../driver-events.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";
import type { Client, Wanting } from "./wanting.ts";

/** From so many agents on a cluster is large. */
const LARGE = 200;
/** So many roles of a large cluster are watched. */
const WATCHED_ROLES = 40;
/** What is taken back for an operator is not offered again at once, as if it had been refused. */
const RESCINDED_SECONDS = 5;
/** A refusal counts until the next tick after its time at least. */
const REFUSAL_SLACK_MS = 2_000;
/** Beyond so many refusals those that are over are forgotten; a master's clock may be that far behind everybody's. */
const MANY_REFUSALS = 10_000;
const CLOCK_JUMPS_MS = 3_600_000;
const EPSILON = 1e-9;
/** Timers of those that leave every agent as it is. */
const IDLE_TIMERS: ReadonlySet<Timer["kind"]> = new Set(["allocation-tick", "allocator-deadline", "subscriber-heartbeat", "offer-timeout"]);
/** Calls after which nobody else has more or less than before, but by the agents of the offers in them. */
const LOCAL_CALLS: ReadonlySet<SchedulerCall["type"]> = new Set([
  "ACCEPT", "DECLINE", "KILL", "RECONCILE", "REVIVE", "SUPPRESS", "ACCEPT_INVERSE_OFFERS", "DECLINE_INVERSE_OFFERS",
]);

type Amounts = Map<string, number>;

interface Before {
  readonly clients: readonly Client[];
  /** What everybody has, by role and everything above it, and by framework within its role. */
  readonly held: ReadonlyMap<string, Amounts>;
  readonly nowMs: number;
  /** Since then, in a large cluster: agents of which something was given back or taken, and roles whose frameworks spoke. */
  readonly touched: Set<string>;
  readonly disturbed: Set<Role>;
}

export function fairChecker({ world, election, agents, frameworks }: Cluster, wanting: Wanting): Observer {
  const isLarge = agents.length > LARGE;
  const watched = watchedRoles(frameworks);
  const isWatched = (role: Role): boolean => !isLarge || watched.has(role);
  const refusals = new Map<string, number>();
  let forgetAt = MANY_REFUSALS;
  let before: Before | undefined;
  let firstOffer = 0;
  /** What all agents have, until something happens that may change it. */
  let total: Amounts | undefined;

  /** Those that are out. */
  const known = new Map<string, Offer>();

  const refused = (id: string, seconds: number, nowMs: number): void => {
    const offer = known.get(id);
    known.delete(id);
    if (offer === undefined) return;
    const key = refusalKey(offer);
    refusals.set(key, Math.max(nowMs + seconds * 1000 + REFUSAL_SLACK_MS, refusals.get(key) ?? 0));
  };
  const heardCall = ({ accept, decline }: SchedulerCall, nowMs: number): void => {
    const { offer_ids = [], filters } = accept ?? decline ?? {};
    for (const { value } of offer_ids) refused(value, filters?.refuse_seconds ?? 5, nowMs);
  };
  /** What happens between the begin of a cycle and its end concerns these agents and roles only. False: it may concern any. */
  const isLocal = (event: MasterEvent, call: SchedulerCall | undefined, { touched, disturbed }: Before, { frameworks }: Master): boolean => {
    if (event.type === "message" && event.message.name === "mesos.internal.StatusUpdateMessage") {
      touched.add(event.message.value.update.agent_id?.value ?? "");
      return true;
    }
    if (call?.framework_id === undefined || !LOCAL_CALLS.has(call.type)) return false;
    for (const role of frameworks.get(call.framework_id.value as FrameworkId)?.roles ?? []) disturbed.add(role);
    for (const { value } of (call.accept ?? call.decline)?.offer_ids ?? []) touched.add(known.get(value)?.agentId ?? "");
    return true;
  };
  const leaves = (event: MasterEvent, call: SchedulerCall | undefined, state: Before, core: Master): boolean => (
    event.type === "allocated" || isHarmless(event, call) || (isLarge && isLocal(event, call, state, core)));
  const check = (core: Master, { clients, held, nowMs, touched, disturbed }: Before, made: readonly Offer[]): void => {
    if (made.length === 0) return;
    // An agent that was touched was offered to nobody, though the allocator had counted it as somebody's: whose, nobody knows.
    const lost: Amounts = new Map();
    for (const id of touched) {
      for (const [name, milli] of scalarQuantitiesOf(core.agents.get(id as AgentId)?.total ?? [])) grow(lost, name, milli);
    }
    const gained = new Map<string, Amounts>();
    for (const { frameworkId, role, resources } of made) addTo(gained, frameworkId, role, amountsOf(resources));
    const share = (node: string, role: string | undefined, parts: readonly ReadonlyMap<string, Amounts>[], more?: Amounts): number => {
      let most = 0;
      total ??= totalOf(core);
      for (const [name, all] of total) {
        const has = parts.reduce((sum, part) => sum + (part.get(node)?.get(name) ?? 0), more?.get(name) ?? 0);
        if (all > 0) most = Math.max(most, has / all);
      }
      // Not the one that was set: as with Mesos, a role that has only roles below it keeps the weight it was first sorted with.
      return most / (role === undefined ? 1 : core.allocator.role(role as Role)?.weight ?? 1);
    };
    for (const offer of made) {
      if (offer.resources.some((resource) => isReserved(resource))) continue;
      for (const { framework, role } of clients) {
        if (isLarge && (offer.role !== role || disturbed.has(role))) continue;
        const rivals = rivalsOf(offer, framework, role);
        const refusedUntilMs = refusals.get(refusalKey({ ...offer, frameworkId: framework.id, role })) ?? 0;
        if (rivals === undefined || refusedUntilMs >= nowMs) continue;
        world.tried(CHECKS.fair);
        const [lucky, unlucky, isRole] = rivals;
        const more = share(lucky, isRole ? lucky : undefined, [held]);
        const less = share(unlucky, isRole ? unlucky : undefined, [held, gained], lost);
        if (more <= less + EPSILON) continue;
        world.violate(CHECKS.fair, `agent ${offer.agentId} is offered to ${lucky}, which has a share of ${more.toFixed(4)}, ` +
          `and not to ${unlucky} with ${less.toFixed(4)}, where framework ${framework.id} would have taken it`);
      }
    }
  };

  return {
    onStep(master, event, call) {
      if (master !== election.leader) return;
      const { core } = master;
      const said = call ?? driverCall(event);
      if (before !== undefined && !leaves(event, said, before, core)) before = undefined;
      if (!leavesTotal(event, said)) total = undefined;
      if (said !== undefined) heardCall(said, master.nowMs());
      if (event.type === "elected") known.clear();
      firstOffer = core.next.offer;
    },
    onBatch(master, batch) {
      if (master !== election.leader) return;
      const { core } = master;
      let begins = false;
      for (const effect of batch.effects) {
        const rescinded = rescindedBy(effect);
        if (rescinded !== undefined) refused(rescinded, RESCINDED_SECONDS, master.nowMs());
        begins ||= effect.kind === "allocate";
      }
      if (!begins) return;
      before = undefined;
      if (!isLarge && hasQuota(core)) return;
      const all = wanting.at(batch, core);
      const clients = isLarge ? rivalsAmong(all.filter(({ role }) => isWatched(role))) : all;
      if (clients.length < 2) return;
      const holders = isLarge ? new Set(clients.map(({ framework }) => framework)) : core.frameworks.values();
      before = { clients, held: heldBy(holders), nowMs: master.nowMs(), touched: new Set(), disturbed: new Set() };
    },
    afterStep(master, event) {
      if (event.type !== "allocated" || master !== election.leader) return;
      const made = offersSince(master.core, firstOffer, isWatched);
      for (const offer of made) known.set(offer.id, offer);
      if (before !== undefined) check(master.core, before, made);
      before = undefined;
    },
    look() {
      if (refusals.size < forgetAt) return;
      for (const [key, untilMs] of refusals) if (untilMs < world.nowMs - CLOCK_JUMPS_MS) refusals.delete(key);
      forgetAt = Math.max(MANY_REFUSALS, 2 * refusals.size);
    },
  };
}

/** The two that the offer decided between, where their roles part: both roles, or both frameworks of one role. */
function rivalsOf(offer: Offer, framework: Framework, role: Role): readonly [string, string, boolean] | undefined {
  if (offer.role === role) {
    return offer.frameworkId === framework.id ? undefined : [`${role}/${offer.frameworkId}`, `${role}/${framework.id}`, false];
  }
  const [left, right] = [offer.role.split("/"), role.split("/")];
  const at = left.findIndex((part, index) => part !== right[index]);
  // One above the other: they meet where a role stands beside its own children, which has no share of its own.
  if (at < 0 || at >= right.length) return undefined;
  return [left.slice(0, at + 1).join("/"), right.slice(0, at + 1).join("/"), true];
}

function hasQuota({ quotas }: Master): boolean {
  return [...quotas.values()].some(({ guarantees, limits }) => guarantees.size + limits.size > 0);
}

/** The first roles of several frameworks: from the beginning, because what was refused in them counts. */
function watchedRoles(frameworks: Cluster["frameworks"]): Set<string> {
  const once = new Set<string>();
  const watched = new Set<string>();
  for (const { character, name } of frameworks) {
    for (const role of character.info(name).roles ?? []) {
      if (once.has(role) && watched.size < WATCHED_ROLES) watched.add(role);
      once.add(role);
    }
  }
  return watched;
}

/** Nobody has less or more after it, and nothing can be offered to others. */
function isHarmless(event: MasterEvent, call: SchedulerCall | undefined): boolean {
  switch (event.type) {
    case "timer":
      return event.timer.kind === "ping" || event.timer.kind === "heartbeat";
    case "message":
      return event.message.name === "mesos.internal.PongSlaveMessage" || call?.type === "ACKNOWLEDGE";
    case "request":
      return call?.type === "ACKNOWLEDGE";
    default:
      return false;
  }
}

/** No agent comes, goes or has more or less after it, whatever is launched or comes to its end there. */
function leavesTotal(event: MasterEvent, call: SchedulerCall | undefined): boolean {
  if (event.type === "allocated" || isHarmless(event, call)) return true;
  if (event.type === "timer") return IDLE_TIMERS.has(event.timer.kind);
  if (event.type === "message" && event.message.name === "mesos.internal.StatusUpdateMessage") return true;
  return call !== undefined && call.accept?.operations?.some(({ type }) => type !== "LAUNCH") !== true;
}

/** The offer that is taken back. */
function rescindedBy(effect: Effect): string | undefined {
  if (effect.kind === "write") return effect.event.rescind?.offer_id.value;
  if (effect.kind !== "send" || effect.message.name !== "mesos.internal.RescindResourceOfferMessage") return undefined;
  return effect.message.value.offer_id.value;
}

function totalOf({ agents }: Master): Amounts {
  const total: Amounts = new Map();
  for (const agent of agents.values()) for (const [name, milli] of scalarQuantitiesOf(agent.total)) grow(total, name, milli);
  return total;
}

/** Those who are not alone in their role. */
function rivalsAmong(clients: readonly Client[]): Client[] {
  const counts = new Map<Role, number>();
  for (const { role } of clients) counts.set(role, (counts.get(role) ?? 0) + 1);
  return clients.filter(({ role }) => counts.get(role)! > 1);
}

function heldBy(frameworks: Iterable<Framework>): Map<string, Amounts> {
  const held = new Map<string, Amounts>();
  for (const { id, used, offers } of frameworks) {
    for (const [role, amounts] of used.allocated) addTo(held, id, (role === "" ? "*" : role) as Role, amounts);
    for (const { role, resources } of offers.values()) addTo(held, id, role, amountsOf(resources));
  }
  return held;
}

function addTo(sums: Map<string, Amounts>, frameworkId: string, role: Role, more: ReadonlyMap<string, number>): void {
  const parts = role.split("/");
  const nodes = parts.map((_, at) => parts.slice(0, at + 1).join("/"));
  for (const node of [...nodes, `${role}/${frameworkId}`]) {
    const amounts = sums.get(node) ?? new Map<string, number>();
    sums.set(node, amounts);
    for (const [name, milli] of more) grow(amounts, name, milli);
  }
}

function amountsOf(resources: Resources): Amounts {
  const amounts: Amounts = new Map();
  for (const resource of resources) if (resource.scalar !== undefined) grow(amounts, resource.name, milliCount(resource));
  return amounts;
}

function grow(amounts: Amounts, name: string, milli: number): void {
  amounts.set(name, (amounts.get(name) ?? 0) + milli);
}

function offersSince({ options, offers, next }: Master, first: number, isWatched: (role: Role) => boolean): Offer[] {
  const made: Offer[] = [];
  for (let number = first; number < next.offer; number++) {
    const offer = offers.get(offerId(`${options.id}-O${number}`));
    if (offer !== undefined && isWatched(offer.role)) made.push(offer);
  }
  return made;
}

function refusalKey({ frameworkId, role, agentId }: Pick<Offer, "frameworkId" | "role" | "agentId">): string {
  return `${frameworkId}/${role}/${agentId}`;
}
