/** A cluster for benchmarks: an allocator, the kernel in place, and the few things workloads do to it. */
import { AGENT_CAPABILITIES } from "../../src/model/capability.ts";
import type { FrameworkInfo_Capability_Type } from "../../src/model/gen/mesos.ts";
import { agentId, frameworkId, roleName } from "../../src/model/id.ts";
import type { AgentId, FrameworkId, Role } from "../../src/model/id.ts";
import { parseResourceText } from "../../src/model/parse.ts";
import { parseQuantitySets } from "../../src/model/quantities.ts";
import { allocate } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import type {
  Allocator, AllocatorOffer, AllocatorOptions, FinishedCycle, RoleQuota,
} from "../../src/allocator/allocator.ts";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import { runInline } from "../../src/shell/pool/inline.ts";
import { kernelModule } from "../../test/support/kernel-module.ts";

export const INTERVAL_MS = 1000;

export class BenchCluster {
  readonly allocator: Allocator;
  nowMs = 0;
  /** Time spent in the kernel itself during the last cycle. */
  kernelMs = 0;
  private readonly run = runInline(kernelModule);

  constructor(options: Partial<AllocatorOptions> = {}) {
    const minAllocatable = parseQuantitySets("cpus:0.01|mem:32");
    if (!minAllocatable.ok) throw new Error(minAllocatable.error);
    this.allocator = createAllocator(
      {
        allocationIntervalMs: INTERVAL_MS, minAllocatable: minAllocatable.value, filterGpuResources: true,
        recoveryTimeoutMs: 600_000, agentRecoveryFactor: 0.8, roleSorter: "drf", frameworkSorter: "drf", strict: false,
        seed: 1, ...options,
      },
      kernelModule,
    );
  }

  addFramework(name: string, role: string, capabilities: readonly FrameworkInfo_Capability_Type[] = []): FrameworkId {
    const id = frameworkId(name);
    const types: FrameworkInfo_Capability_Type[] = ["MULTI_ROLE", "RESERVATION_REFINEMENT", ...capabilities];
    const info = { user: "", name, id: { value: name }, roles: [role], capabilities: types.map((type) => ({ type })) };
    must(this.allocator.addFramework(id, { info }, new Map(), true));
    return id;
  }

  addAgent(name: string, total: Resources, used: ReadonlyMap<FrameworkId, Resources> = new Map()): AgentId {
    const id = agentId(name);
    const info = { hostname: name, id: { value: name } };
    must(this.allocator.addAgent({ id, info, capabilities: AGENT_CAPABILITIES }, total, used));
    return id;
  }

  setQuota(role: Role, quota: RoleQuota): void {
    must(this.allocator.updateQuota(role, quota));
  }

  /** Runs the cycles that are asked for. */
  settle(): FinishedCycle {
    const { allocator } = this;
    this.kernelMs = 0;
    let last: FinishedCycle = { offers: [], inverseOffers: [], dropped: 0 };
    while (allocator.wantsCycle()) {
      const job = allocator.beginCycle(this.nowMs);
      const from = performance.now();
      const result = this.run(job);
      this.kernelMs += performance.now() - from;
      last = allocator.finishCycle(result, this.nowMs);
    }
    return last;
  }

  /** The next tick with its cycle. */
  tick(): readonly AllocatorOffer[] {
    this.nowMs += INTERVAL_MS;
    this.allocator.tick(this.nowMs);
    return this.settle().offers;
  }

  /** Gives offers back; without seconds there is no filter. */
  decline(offers: readonly AllocatorOffer[], seconds?: number): void {
    const refusal = seconds === undefined ? undefined : { seconds, nowMs: this.nowMs };
    for (const { frameworkId: framework, agentId: agent, resources } of offers) {
      must(this.allocator.recoverResources(framework, agent, resources, refusal, "offered"));
    }
  }
}

export function resources(text: string, role?: string): Resources {
  const parsed = parseResourceText(text);
  if (!parsed.ok) throw new Error(parsed.error);
  const list = parsed.value;
  return role === undefined ? list : allocate(list, role);
}

export function role(name: string): Role {
  return roleName(name);
}

export function must(result: { ok: true } | { ok: false; error: string }): void {
  if (!result.ok) throw new Error(result.error);
}
