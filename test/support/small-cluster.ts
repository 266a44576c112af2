/** A few agents and frameworks for stories about the allocator, and the words to tell them with. */
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import type {
  Allocator, AllocatorOffer, AllocatorOptions, CycleJob, CycleResult,
} from "../../src/allocator/allocator.ts";
import { AGENT_CAPABILITIES } from "../../src/model/capability.ts";
import type { FrameworkInfo_Capability_Type } from "../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../src/model/gen/scheduler.ts";
import { agentId, frameworkId, roleName } from "../../src/model/id.ts";
import { parseResourceText } from "../../src/model/parse.ts";
import { printResources } from "../../src/model/print.ts";
import { allocate, unallocate } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { runInline } from "../../src/shell/pool/inline.ts";
import { kernelModule } from "./kernel-module.ts";

export const OPTIONS: AllocatorOptions = {
  allocationIntervalMs: 1000, filterGpuResources: true, recoveryTimeoutMs: 600_000, agentRecoveryFactor: 0.8,
  roleSorter: "drf", frameworkSorter: "drf", strict: false, seed: 1, visitingOrder: (ascending) => ascending,
};

export class SmallCluster {
  readonly allocator: Allocator;
  nowMs = 0;
  /** Carries a cycle out. */
  readonly perform: (job: CycleJob) => CycleResult;

  constructor(options: Partial<AllocatorOptions> = {}, run = runInline(kernelModule)) {
    this.allocator = createAllocator({ ...OPTIONS, ...options }, kernelModule);
    this.perform = run;
  }

  framework(
    name: string, role: string, capabilities: readonly FrameworkInfo_Capability_Type[] = [],
    constraints?: OfferConstraints,
  ): this {
    const types: FrameworkInfo_Capability_Type[] = ["MULTI_ROLE", "RESERVATION_REFINEMENT", ...capabilities];
    const info = { user: "", name, id: { value: name }, roles: [role], capabilities: types.map((type) => ({ type })) };
    must(this.allocator.addFramework(frameworkId(name), { info, offerConstraints: constraints }, new Map(), true));
    return this;
  }

  agent(name: string, total: string | Resources): this {
    const info = { hostname: name, id: { value: name } };
    const agent = { id: agentId(name), info, capabilities: AGENT_CAPABILITIES };
    must(this.allocator.addAgent(agent, typeof total === "string" ? amounts(total) : total, new Map()));
    return this;
  }

  quota(role: string, guarantees: Record<string, number>, limits: Record<string, number> = {}): this {
    const milli = (of: Record<string, number>): Map<string, number> =>
      new Map(Object.entries(of).map(([name, value]) => [name, value * 1000]));
    must(this.allocator.updateQuota(roleName(role), { guarantees: milli(guarantees), limits: milli(limits) }));
    return this;
  }

  /** Offers of the runs that are asked for. */
  offers(): AllocatorOffer[] {
    const offers: AllocatorOffer[] = [];
    while (this.allocator.wantsCycle()) {
      const job = this.allocator.beginCycle(this.nowMs);
      offers.push(...this.allocator.finishCycle(this.perform(job), this.nowMs).offers);
    }
    return offers;
  }

  tick(): AllocatorOffer[] {
    this.nowMs += 1000;
    this.allocator.expire(this.nowMs);
    this.allocator.tick(this.nowMs);
    return this.offers();
  }

  decline(offers: readonly AllocatorOffer[], seconds = 5): this {
    for (const { frameworkId: framework, agentId: agent, resources } of offers) {
      const refusal = { seconds, nowMs: this.nowMs };
      must(this.allocator.recoverResources(framework, agent, resources, refusal, "offered"));
    }
    return this;
  }
}

/** `web S1 cpus:1; mem:512`, one line per offer. */
export function told(offers: readonly AllocatorOffer[]): string[] {
  return offers.map(({ frameworkId: framework, agentId: agent, resources }) =>
    `${framework} ${agent} ${printResources(unallocate(resources))}`).sort();
}

export function amounts(text: string, role?: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return role === undefined ? parsed.value : allocate(parsed.value, role);
}

export function must(result: { readonly ok: true } | { readonly ok: false; readonly error: string }): void {
  if (!result.ok) throw new Error(result.error);
}
