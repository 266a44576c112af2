/** What must hold of every decision whatever the rules of fairness: checked on the oracle, which judges the kernel. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnreserved, hasRefinedReservations, isAllocatableTo } from "../../src/model/reservation.ts";
import { isRevocable, isShared } from "../../src/model/resource.ts";
import { add, contains } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { topLevelRole } from "../../src/model/role.ts";
import type { Resource } from "../../src/model/gen/mesos.ts";
import type { Expectation, Quantities, Step } from "../golden/allocator/format.ts";
import type { Player } from "../golden/allocator/replay.ts";
import { oracle } from "./allocator.ts";
import { playScript } from "./compare.ts";
import { AS_RECORDED, STRICT } from "./quirks.ts";
import { randomScript } from "./random-cluster.ts";

const unshared = (resources: Resources): Resources => resources.filter((resource) => !isShared(resource));

function expectNothingTwice({ master }: Player): void {
  for (const [id, agent] of master.agents) {
    if (agent.totalReplaced) continue;
    const held = [...master.offers.values(), ...master.tasks.values()].filter((holding) => holding.agent === id);
    const all = held.reduce<Resources>((sum, { resources }) => add(sum, unshared(resources)), []);
    expect(contains(agent.total, all), `agent ${id} has given away more than it has`).toBe(true);
  }
}

function expectCapable({ master }: Player, { offers }: Expectation): void {
  for (const { framework, role, resources } of offers) {
    const { args, active } = master.frameworks.get(framework)!;
    const mayHave = (resource: Resource): boolean =>
      isAllocatableTo(resource, role) &&
      (args.capabilities.includes("SHARED_RESOURCES") || !isShared(resource)) &&
      (args.capabilities.includes("REVOCABLE_RESOURCES") || !isRevocable(resource)) &&
      (args.capabilities.includes("RESERVATION_REFINEMENT") || !hasRefinedReservations(resource));
    expect(active && args.roles.includes(role), `${framework} asked for offers as ${role}`).toBe(true);
    expect(resources.filter((resource) => !mayHave(resource))).toEqual([]);
  }
}

/** Limits in force, by role; the step of the script may be a batch. */
function noteLimits(limits: Map<string, Quantities>, step: Step): void {
  if (step.do === "batch") for (const inner of step.steps) noteLimits(limits, inner);
  if (step.do === "set_quota") limits.set(step.role, step.limits ?? {});
  const recovered = step.do === "recover" ? step.quotas : {};
  for (const [role, quota] of Object.entries(recovered)) limits.set(role, quota.limits ?? {});
}

/** An offer of something limited never takes the limited role, its children included, beyond the limit. */
function expectWithinLimits(
  limits: ReadonlyMap<string, Quantities>, { engine }: Player, { offers }: Expectation,
): void {
  const { roles } = engine.finalState();
  for (const { role, resources } of offers) {
    const top = topLevelRole(role);
    for (const { name } of resources.filter((resource) => isUnreserved(resource) && !isRevocable(resource))) {
      const limit = limits.get(top)?.[name] ?? Infinity;
      expect(roles[top]!.quota_consumed_by_offers_and_tasks[name] ?? 0, `${name} of ${top}`).toBeLessThanOrEqual(limit);
    }
  }
}

describe("the oracle is sound", () => {
  for (const [mode, quirks] of [["as recorded", AS_RECORDED], ["strict", STRICT]] as const) {
    it(`${mode}: gives nothing away twice, and nobody what they cannot take`, () => {
      fc.assert(fc.property(randomScript(), (script) => {
        playScript(script, oracle(quirks), (player, observed) => {
          expectNothingTwice(player);
          expectCapable(player, observed);
        });
      }), { numRuns: 100 });
    });
  }

  it("strict: no offer takes a limited role beyond its limit, children included", () => {
    fc.assert(fc.property(randomScript(), (script) => {
      const limits = new Map<string, Quantities>();
      playScript(script, oracle(STRICT), (player, observed, step) => {
        noteLimits(limits, step);
        expectWithinLimits(limits, player, observed);
      });
    }), { numRuns: 100 });
  });
});
