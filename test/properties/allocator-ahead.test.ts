import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allocator, AllocatorOffer } from "../../src/allocator/allocator.ts";
import { agentId, frameworkId, roleName } from "../../src/model/id.ts";
import type { Step } from "../golden/allocator/format.ts";
import { kernelEngine, KernelEngine } from "../golden/allocator/kernel-engine.ts";
import { playScript } from "../oracle/compare.ts";
import { randomScript } from "../oracle/random-cluster.ts";

const CLUSTERS = Number(process.env["ALLOT_CLUSTERS"] ?? 60);
/** Names the random scripts use. */
const AGENTS = [0, 1, 2, 3, 4, 5].map((i) => agentId(`S${i}`));
const FRAMEWORKS = [0, 1, 2, 3, 4, 5, 6].map((i) => frameworkId(`F${i}`));
const ROLES = ["a", "b", "a/x", "*", "a/y", "b/z", "c", "a/x/p"].map(roleName);

/** Calls for the allocator and the time after each step of random scripts. */
function afterEachStep(look: (allocator: Allocator, nowMs: number, step: Step) => void, numRuns = CLUSTERS): void {
  fc.assert(fc.property(randomScript({ agents: 4, frameworks: 4, moves: 16 }), (script) => {
    playScript(script, kernelEngine, (player, _, step) => {
      const engine = player.engine as KernelEngine;
      look(engine.allocator, engine.timeMs, step);
    });
  }), { numRuns });
}

describe("explain", () => {
  it("says feasible exactly when a cycle with that client first offers the agent", () => {
    let feasible = 0;
    let infeasible = 0;
    afterEachStep((allocator, nowMs) => {
      for (const framework of FRAMEWORKS) {
        for (const role of ROLES) {
          const reasons = allocator.explain(framework, role);
          if (!reasons.ok) continue;
          for (const [agent, reason] of reasons.value) {
            if (reason === "framework is not subscribed to the role") continue;
            const { offers } = allocator.whatIf(nowMs, 1, (copy) =>
              leaveAlone(copy, framework, role, agent, reason !== "framework is not active"));
            expect([reason, offers.length > 0]).toEqual([reason, reason === "feasible"]);
            if (reason === "feasible") feasible++;
            else infeasible++;
          }
        }
      }
    }, Math.ceil(CLUSTERS / 6));
    // How many there are is up to chance; that both came up is not.
    expect(Math.min(feasible, infeasible)).toBeGreaterThan(0);
  });
});

/** Takes all others out of the run that is asked for. */
function leaveAlone(copy: Allocator, framework: string, role: string, agent: string, isActive: boolean): void {
  for (const other of FRAMEWORKS) if (other !== framework) copy.deactivateFramework(other);
  for (const other of AGENTS) if (other !== agent) copy.deactivateAgent(other);
  for (const other of ROLES) if (other !== role) copy.suppressRoles(frameworkId(framework), new Set([other]));
  // Asks for a run and changes nothing else.
  if (isActive) copy.activateFramework(frameworkId(framework));
}

describe("looking ahead", () => {
  it("without a change gives the offers of the next cycle", () => {
    fc.assert(fc.property(randomScript(), (script) => {
      let engine: KernelEngine | undefined;
      playScript(script, kernelEngine, (player) => {
        engine = player.engine as KernelEngine;
      });
      if (engine === undefined) return;
      const { offers, made, lost } = engine.allocator.whatIf(engine.timeMs, 1);
      expect([made, lost]).toEqual([[], []]);
      expect(sorted(offers)).toEqual(sorted(engine.nextCycle()));
    }), { numRuns: CLUSTERS });
  });

  it("changes nothing", () => {
    afterEachStep((allocator, nowMs) => {
      const before = allocator.checksum();
      const nothing = { guarantees: new Map(), limits: new Map([["cpus", 0]]) };
      allocator.whatIf(nowMs, 3, (copy) => copy.updateQuota(roleName("a"), nothing));
      expect(allocator.checksum()).toBe(before);
    });
  });
});

/** Comparable: neither the order of offers nor that of resources in one means anything. */
function sorted(offers: readonly AllocatorOffer[]): string[] {
  return offers
    .map(({ resources, ...offer }) => JSON.stringify([offer, resources.map((one) => JSON.stringify(one)).sort()]))
    .sort();
}
