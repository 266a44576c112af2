/**
 * When offers are made. The allocator says whether a cycle is worth running; this file begins it, turns what comes back
 * into offers, and keeps the allocator's two timers: the batch tick, and the next moment something of its own expires.
 *
 *     afterBatch --begin--> pool --allocated--> offers on the records --> one OFFERS event per framework
 */
import type { AllocatorInverseOffer, AllocatorOffer, CycleResult } from "../allocator/allocator.ts";
import type { InverseOffer as WireInverseOffer, Offer as WireOffer } from "../model/gen/mesos.ts";
import type { FrameworkId, OfferId } from "../model/id.ts";
import { offerId } from "../model/id.ts";
import { FREED_MOMENT_MS } from "../model/limits.ts";
import { solid } from "../model/solid.ts";
import type { Master } from "./master.ts";
import { count } from "./metrics.ts";
import { inverseOfferForWire, offerForWire } from "./offers.ts";
import type { Outbox } from "./outbox.ts";
import type { InverseOffer, Offer } from "./state/offer.ts";
import { addInverseOffer, addOffer, rescindInverseOffer, rescindOffer } from "./state/offers.ts";
import { must } from "./state/tables.ts";
import { tell } from "./tell.ts";

/** After the steps of one batch: begins a cycle if the allocator wants one, and arms its timers. */
export function afterBatch(master: Master, nowMs: number, out: Outbox): void {
  if (master.electedAtMs === undefined) return;
  const { allocator } = master;
  if (!master.cycleRunning && allocator.wantsCycle()) {
    master.cycleRunning = true;
    out.allocate(allocator.beginCycle(nowMs));
  }
  if (master.tickAtMs === undefined) {
    master.tickAtMs = nextTickMs(master.electedAtMs, master.options.allocator.allocationIntervalMs, nowMs);
    out.arm({ kind: "allocation-tick" }, master.tickAtMs);
  }
  if (master.hasFreed) awaitOthers(master, master.electedAtMs, nowMs, out);
  const deadlineAtMs = allocator.nextDeadlineMs();
  if (deadlineAtMs === master.deadlineAtMs) return;
  master.deadlineAtMs = deadlineAtMs;
  if (deadlineAtMs === undefined) out.disarm({ kind: "allocator-deadline" });
  else out.arm({ kind: "allocator-deadline" }, deadlineAtMs);
}

/**
 * The first whole number of intervals since the election that is still to come: a late tick does not shift the others.
 */
function nextTickMs(electedAtMs: number, intervalMs: number, nowMs: number): number {
  return electedAtMs + (Math.floor((nowMs - electedAtMs) / intervalMs) + 1) * intervalMs;
}

/**
 * Tasks end in flocks, and what a framework says of their ends comes right after. So a tick that is about to come waits
 * until nothing has ended for a moment, itself no longer than such a moment.
 */
function awaitOthers(master: Master, electedAtMs: number, nowMs: number, out: Outbox): void {
  master.hasFreed = false;
  const { allocationIntervalMs: intervalMs } = master.options.allocator;
  const momentMs = Math.min(intervalMs / 2, FREED_MOMENT_MS);
  const dueAtMs = nextTickMs(electedAtMs, intervalMs, nowMs - momentMs);
  const atMs = Math.min(nowMs, dueAtMs) + momentMs;
  if (master.tickAtMs === undefined || atMs <= master.tickAtMs) return;
  master.tickAtMs = atMs;
  out.arm({ kind: "allocation-tick" }, atMs);
}

export function allocationTick(master: Master, nowMs: number): void {
  master.tickAtMs = undefined;
  master.allocator.tick(nowMs);
}

export function allocatorDeadline(master: Master, nowMs: number): void {
  master.deadlineAtMs = undefined;
  master.allocator.expire(nowMs);
}

/** A cycle came back: its offers go on the records and, one event per framework, on their way (OFR-01 to OFR-06). */
export function allocated(master: Master, result: CycleResult, nowMs: number, out: Outbox): void {
  master.cycleRunning = false;
  const { offers, inverseOffers } = master.allocator.finishCycle(result, nowMs);
  const perFramework = new Map<FrameworkId, WireOffer[]>();
  for (const made of offers) {
    const offer = makeOffer(master, made, nowMs, out);
    if (offer !== undefined) collect(perFramework, made.frameworkId, offer);
  }
  for (const [frameworkId, list] of perFramework) {
    const framework = master.frameworks.get(frameworkId)!;
    count(framework.counters, "offers/sent", list.length);
    tell(master, framework, { type: "OFFERS", offers: { offers: list } }, out);
  }
  const inversePerFramework = new Map<FrameworkId, WireInverseOffer[]>();
  for (const made of inverseOffers) {
    const offer = makeInverseOffer(master, made, nowMs, out);
    if (offer !== undefined) collect(inversePerFramework, made.frameworkId, offer);
  }
  for (const [frameworkId, list] of inversePerFramework) {
    const framework = master.frameworks.get(frameworkId)!;
    tell(master, framework, { type: "INVERSE_OFFERS", inverse_offers: { inverse_offers: list } }, out);
  }
}

/**
 * The offer was not answered in time (OFR-06). Offers and inverse offers share the numbering, so one timer serves both.
 */
export function offerTimeout(master: Master, id: OfferId, nowMs: number, out: Outbox): void {
  const offer = master.offers.get(id);
  if (offer !== undefined) rescindOffer(master, offer, out);
  const inverseOffer = master.inverseOffers.get(id);
  if (inverseOffer !== undefined) rescindInverseOffer(master, inverseOffer, nowMs, out);
}

function makeOffer(master: Master, made: AllocatorOffer, nowMs: number, out: Outbox): WireOffer | undefined {
  const framework = master.frameworks.get(made.frameworkId);
  const agent = master.agents.get(made.agentId);
  if (framework?.state !== "active" || agent?.active !== true) {
    must(master.allocator.recoverResources(made.frameworkId, made.agentId, made.resources, undefined, "offered"));
    return undefined;
  }
  const { frameworkId, agentId, role, resources } = made;
  const offer: Offer = { id: nextOfferId(master), frameworkId, agentId, role, resources, offeredAtMs: nowMs };
  addOffer(master, offer);
  armTimeout(master, offer.id, nowMs, out);
  return offerForWire(framework, agent, offer);
}

function makeInverseOffer(
  master: Master, made: AllocatorInverseOffer, nowMs: number, out: Outbox,
): WireInverseOffer | undefined {
  const framework = master.frameworks.get(made.frameworkId);
  const agent = master.agents.get(made.agentId);
  if (framework?.state !== "active" || agent?.active !== true || agent.unavailability === undefined) return undefined;
  const offer: InverseOffer = { id: nextOfferId(master), ...made };
  addInverseOffer(master, offer);
  armTimeout(master, offer.id, nowMs, out);
  return inverseOfferForWire(agent, offer);
}

function nextOfferId(master: Master): OfferId {
  return offerId(solid(master.options.id, "-O", master.next.offer++));
}

function armTimeout(master: Master, id: OfferId, nowMs: number, out: Outbox): void {
  const { offerTimeoutMs } = master.options;
  if (offerTimeoutMs !== undefined) out.arm({ kind: "offer-timeout", offerId: id }, nowMs + offerTimeoutMs);
}

function collect<T>(lists: Map<FrameworkId, T[]>, id: FrameworkId, item: T): void {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [item]);
  else list.push(item);
}
