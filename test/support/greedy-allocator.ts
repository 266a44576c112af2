/**
 * An allocator that gives all that is free of an agent to the first framework that wants it: active, with a role that is not
 * suppressed and has not refused the agent. Enough for the recorded conversations, in which one framework talks at a time.
 */
import type { Allocator, AllocatorOffer, FinishedCycle, FrameworkSettings, Refusal } from "../../src/allocator/allocator.ts";
import { compileConstraints } from "../../src/allocator/constraints.ts";
import type { Constraints } from "../../src/allocator/constraints.ts";
import { capabilitiesFrom } from "../../src/model/capability.ts";
import type { AgentInfo } from "../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../src/model/gen/scheduler.ts";
import type { AgentId, FrameworkId, Role } from "../../src/model/id.ts";
import type { Resources } from "../../src/model/resources.ts";
import { allocatableTo } from "../../src/model/select.ts";
import { ok } from "../../src/model/result.ts";
import type { Result } from "../../src/model/result.ts";
import { plainAllocator } from "./plain-allocator.ts";

interface Client {
  constraints: Constraints;
  roles: readonly string[];
  suppressed: Set<string>;
  isActive: boolean;
}

export function greedyAllocator(): Allocator {
  const plain = plainAllocator();
  const clients = new Map<FrameworkId, Client>();
  /** Until when a framework's role has refused an agent; `framework role agent`. */
  const refusals = new Map<string, number>();
  let nowMs = 0;
  let isDirty = false;

  const infos = new Map<AgentId, AgentInfo>();
  const compiled = (constraints: OfferConstraints | undefined) =>
    compileConstraints(constraints, { maxProgramSize: 100, maxMemoryBytes: 4096 });

  const setRoles = (id: FrameworkId, settings: FrameworkSettings, isActive: boolean): void => {
    const { info, suppressedRoles } = settings;
    const constraints = compiled(settings.offerConstraints);
    const multiRole = capabilitiesFrom(info.capabilities).has("MULTI_ROLE");
    const roles = multiRole ? (info.roles ?? []) : [info.role ?? "*"];
    if (!constraints.ok) throw new Error(constraints.error);
    clients.set(id, { constraints: constraints.value, roles, suppressed: new Set(suppressedRoles), isActive });
    isDirty = true;
  };
  const setActive = (id: FrameworkId, isActive: boolean): Result<void> => {
    clients.get(id)!.isActive = isActive;
    isDirty = true;
    return isActive ? plain.activateFramework(id) : plain.deactivateFramework(id);
  };
  const wanting = (agentId: AgentId, free: Resources): AllocatorOffer | undefined => {
    for (const [frameworkId, { constraints, roles, suppressed, isActive }] of clients) {
      for (const role of roles as readonly Role[]) {
        const isRefused = (refusals.get(`${frameworkId} ${role} ${agentId}`) ?? 0) > nowMs;
        const resources = allocatableTo(free, role);
        const fits = constraints.get(role)?.(infos.get(agentId)!) ?? true;
        if (isActive && !suppressed.has(role) && !isRefused && fits && resources.length > 0) {
          return { frameworkId, role, agentId, resources };
        }
      }
    }
    return undefined;
  };

  return Object.assign(Object.create(plain) as Allocator, {
    addAgent(...[agent, total, used]: Parameters<Allocator["addAgent"]>) {
      infos.set(agent.id, agent.info);
      isDirty = true;
      return plain.addAgent(agent, total, used);
    },
    validateConstraints(constraints: OfferConstraints | undefined) {
      const result = compiled(constraints);
      return result.ok ? ok(undefined) : result;
    },
    addFramework(id: FrameworkId, settings: FrameworkSettings, used: ReadonlyMap<AgentId, Resources>, isActive: boolean) {
      setRoles(id, settings, isActive);
      return plain.addFramework(id, settings, used, isActive);
    },
    updateFramework(id: FrameworkId, settings: FrameworkSettings) {
      setRoles(id, settings, clients.get(id)!.isActive);
      return plain.updateFramework(id, settings);
    },
    removeFramework(id: FrameworkId) {
      clients.delete(id);
      isDirty = true;
      return plain.removeFramework(id);
    },
    activateFramework: (id: FrameworkId) => setActive(id, true),
    deactivateFramework: (id: FrameworkId) => setActive(id, false),
    suppressRoles(id: FrameworkId, roles: ReadonlySet<Role>) {
      const client = clients.get(id)!;
      for (const role of roles.size > 0 ? roles : client.roles) client.suppressed.add(role);
      return ok(undefined);
    },
    reviveRoles(id: FrameworkId, roles: ReadonlySet<Role>) {
      const client = clients.get(id)!;
      for (const role of roles.size > 0 ? roles : client.roles) client.suppressed.delete(role);
      for (const key of [...refusals.keys()]) if (key.startsWith(`${id} `)) refusals.delete(key);
      isDirty = true;
      return ok(undefined);
    },
    recoverResources(
      id: FrameworkId, agentId: AgentId, resources: Resources, refusal: Refusal | undefined, held: "offered" | "allocated",
    ) {
      const role = resources[0]?.allocation_info?.role;
      if (refusal !== undefined && refusal.seconds !== 0) {
        const seconds = refusal.seconds < 0 ? 5 : refusal.seconds;
        refusals.set(`${id} ${role} ${agentId}`, refusal.nowMs + seconds * 1000);
      }
      return plain.recoverResources(id, agentId, resources, refusal, held);
    },
    tick(atMs: number) {
      nowMs = atMs;
      isDirty = true;
    },
    wantsCycle: () => isDirty,
    beginCycle(atMs: number) {
      nowMs = atMs;
      isDirty = false;
      return plain.beginCycle(atMs);
    },
    finishCycle(...result: Parameters<Allocator["finishCycle"]>): FinishedCycle {
      for (const agentId of plain.active) {
        const offer = wanting(agentId, plain.available(agentId) ?? []);
        if (offer !== undefined) plain.plan(offer.frameworkId, offer.role, agentId, offer.resources);
      }
      return plain.finishCycle(...result);
    },
  });
}
