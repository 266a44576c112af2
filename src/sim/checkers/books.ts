/**
 * The books agree: the master's invariants hold, its tables have no timers of things that are gone, and an allocator made anew
 * from the master's records believes the same as the one that has lived through everything.
 */
import { createAllocator } from "../../allocator/hierarchical.ts";
import type { Allocator } from "../../allocator/allocator.ts";
import { check } from "../../master/invariants.ts";
import type { Master } from "../../master/master.ts";
import { add, equals, NO_RESOURCES } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { equalQuantities, printQuantities, quantitiesOfAmounts } from "../../model/quantities.ts";
import type { FrameworkId } from "../../model/id.ts";
import type { MasterHost } from "../master-host.ts";
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

/** The allocator is rebuilt, and everybody is looked at, at every so many looks; at the others so many agents take their turn. */
const REBUILD_EVERY = 10;
const AGENTS_PER_LOOK = 1_000;

export function booksChecker({ world, election, agents }: Cluster): Observer {
  let looks = 0;

  const look = (isRebuilt: boolean, share?: { part: number; parts: number }): void => {
    const leader = election.leader;
    if (leader === undefined || !leader.leads) return;
    for (const problem of check(leader.core, share)) world.violate(CHECKS.invariants, problem);
    for (const problem of strayTimers(leader)) world.violate(CHECKS.timers, problem);
    if (!isRebuilt || leader.core.cycleRunning) return;
    world.tried(CHECKS.rebuilt);
    for (const problem of differences(leader.core, world.kernel)) world.violate(CHECKS.rebuilt, problem);
  };

  return {
    look: () => {
      const isThorough = looks % REBUILD_EVERY === 0;
      const parts = Math.ceil(agents.length / AGENTS_PER_LOOK);
      look(isThorough, isThorough ? undefined : { part: looks, parts });
      looks++;
    },
    settled: () => look(true),
    emptied: () => look(true),
  };
}

/** Timers whose subject is gone. While something is being written, what disarms them may wait for it. */
function strayTimers({ core, isIdle, timerKeys }: MasterHost): string[] {
  if (!isIdle) return [];
  const tables: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
    ping: core.agents,
    "agent-reregister": core.agents,
    heartbeat: core.frameworks,
    "framework-failover": core.frameworks,
  };
  return [...timerKeys].flatMap((key) => {
    const [kind, ...subject] = key.split("/");
    const table = tables[kind!];
    return table === undefined || table.has(subject.join("/")) ? [] : [`timer ${key} is armed for something that is gone`];
  });
}

function differences(master: Master, kernel: WebAssembly.Module): string[] {
  const lived = master.allocator;
  const rebuilt = rebuild(master, kernel);
  const problems: string[] = [];
  const same = (holds: boolean, what: string, left: () => string, right: () => string): void => {
    if (!holds) problems.push(`${what}: the allocator says ${left()}, one made anew ${right()}`);
  };
  for (const id of master.agents.keys()) {
    const [left, right] = [lived.available(id) ?? NO_RESOURCES, rebuilt.available(id) ?? NO_RESOURCES];
    same(equals(left, right), `available of agent ${id}`, () => JSON.stringify(left), () => JSON.stringify(right));
  }
  const [left, right] = [lived.totals(), rebuilt.totals()];
  for (const part of ["total", "offeredOrAllocated"] as const) {
    same(equalQuantities(left[part], right[part]), part, () => printQuantities(left[part]), () => printQuantities(right[part]));
  }
  const roles = new Set([...lived.roles().keys(), ...rebuilt.roles().keys()]);
  for (const role of roles) {
    const [was, is] = [lived.role(role), rebuilt.role(role)];
    same((was === undefined) === (is === undefined), `role ${role}`, () => somethingOrNothing(was), () => somethingOrNothing(is));
    if (was === undefined || is === undefined) continue;
    for (const part of ["offeredOrConsumed", "offeredOrAllocated", "reserved"] as const) {
      const [left, right] = [quantitiesOfAmounts(was[part]), quantitiesOfAmounts(is[part])];
      same(equalQuantities(left, right), `${part} of role ${role}`, () => printQuantities(left), () => printQuantities(right));
    }
    same(was.dominantShare === is.dominantShare, `share of role ${role}`, () => String(was.dominantShare), () => String(is.dominantShare));
  }
  return problems;
}

function somethingOrNothing(value: unknown): string {
  return value === undefined ? "nothing" : "something";
}

function rebuild({ options, agents, frameworks, weights, quotas }: Master, kernel: WebAssembly.Module): Allocator {
  const allocator = createAllocator(options.allocator, kernel);
  allocator.updateWeights(weights);
  for (const [role, quota] of quotas) allocator.updateQuota(role, quota);
  for (const { id, info, suppressedRoles, offerConstraints, state } of frameworks.values()) {
    allocator.addFramework(id, { info, suppressedRoles, offerConstraints }, new Map(), state === "active");
  }
  for (const { id, info, capabilities, unavailability, total, used, offers, active } of agents.values()) {
    const held = new Map<FrameworkId, Resources>(used);
    for (const { frameworkId, resources } of offers.values()) {
      held.set(frameworkId, add(held.get(frameworkId) ?? NO_RESOURCES, resources));
    }
    allocator.addAgent({ id, info, capabilities, unavailability }, total, held);
    if (!active) allocator.deactivateAgent(id);
  }
  return allocator;
}
