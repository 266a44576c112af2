/** The allocator as the master sees it: every verb is one call into `verbs/`, every run one `Cycle`. */
import type { Allocator, AllocatorOptions } from "./allocator.ts";
import { Cycle } from "./cycle.ts";
import { Explainer } from "./explain.ts";
import { imageOf, imageSteps } from "./image.ts";
import type { AllocatorImage } from "./image.ts";
import { restoreState } from "./restore.ts";
import { State } from "./state.ts";
import * as views from "./views.ts";
import { whatIf } from "./whatif.ts";
import * as agents from "./verbs/agents.ts";
import * as frameworks from "./verbs/frameworks.ts";
import * as inverse from "./verbs/inverse.ts";
import * as policy from "./verbs/policy.ts";
import * as resources from "./verbs/resources.ts";

/** The allocator an image was taken of, as it was then. */
export function restoreAllocator(image: AllocatorImage, options: AllocatorOptions, kernel: WebAssembly.Module): Allocator {
  return allocatorOver(restoreState(image, options, kernel, ({ settings }, state) => {
    const constraints = frameworks.constraintsOf(state, settings.offerConstraints);
    if (!constraints.ok) throw new Error(constraints.error);
    return constraints.value;
  }));
}

/** A new allocator. `kernel` is the compiled `dist/kernel.wasm`. */
export function createAllocator(options: AllocatorOptions, kernel: WebAssembly.Module): Allocator {
  return allocatorOver(new State(options, kernel));
}

function allocatorOver(state: State): Allocator {
  const cycle = new Cycle(state);
  const explainer = new Explainer(state);
  const verbs = {
    addAgent: (agent, total, used) => agents.addAgent(state, agent, total, used),
    updateAgent: (id, info, total, capabilities) => agents.updateAgent(state, id, info, total, capabilities),
    removeAgent: (id) => agents.removeAgent(state, id),
    activateAgent: (id) => agents.setAgentActive(state, id, true),
    deactivateAgent: (id) => agents.setAgentActive(state, id, false),
    addResourceProvider: (id, total, used) => agents.addResourceProvider(state, id, total, used),
    updateAvailable: (id, operations) => agents.updateAvailable(state, id, operations),
    updateUnavailability: (id, unavailability) => agents.updateUnavailability(state, id, unavailability),
    updateWhitelist: (hosts) => {
      state.whitelist = hosts;
      state.rows.noteAll();
    },
    addFramework: (id, settings, used, isActive) => frameworks.addFramework(state, id, settings, used, isActive),
    updateFramework: (id, settings) => frameworks.updateFramework(state, id, settings),
    removeFramework: (id) => frameworks.removeFramework(state, id),
    activateFramework: (id) => frameworks.setFrameworkActive(state, id, true),
    deactivateFramework: (id) => frameworks.setFrameworkActive(state, id, false),
    suppressRoles: (id, roles) => frameworks.suppressRoles(state, id, roles),
    reviveRoles: (id, roles) => frameworks.reviveRoles(state, id, roles),
    recoverResources: (frameworkId, agentId, list, refusal, held) =>
      resources.recoverResources(state, frameworkId, agentId, list, refusal, held),
    transitionOfferedToAllocated: (id, list) => resources.transitionOfferedToAllocated(state, id, list),
    updateAllocation: (frameworkId, agentId, offered, conversions) =>
      resources.updateAllocation(state, frameworkId, agentId, offered, conversions),
    updateInverseOffer: (agentId, frameworkId, status, refusal, nowMs) =>
      inverse.updateInverseOffer(state, agentId, frameworkId, status, refusal, nowMs),
    updateQuota: (role, quota) => policy.updateQuota(state, role, quota),
    updateWeights: (weights) => policy.updateWeights(state, weights),
    recover: (expectedAgents, quotas, nowMs) => policy.recover(state, expectedAgents, quotas, nowMs),
  } satisfies Partial<Allocator>;
  return {
    ...touching(state, verbs),
    validateConstraints: (constraints) => {
      const compiled = frameworks.constraintsOf(state, constraints);
      return compiled.ok ? { ok: true, value: undefined } : compiled;
    },
    inverseOfferStatuses: () => inverse.inverseOfferStatuses(state),
    tick: (nowMs) => {
      expire(state, nowMs, state.era);
      state.era++;
      state.nextTickMs = nowMs + state.options.allocationIntervalMs;
      // A run now would find what the last one found: nothing to offer.
      if (state.isSettled && !state.isPaused) state.runs++;
      else state.want();
    },
    expire: (nowMs) => expire(state, nowMs, nowMs === state.nextTickMs ? state.era : Infinity),
    nextDeadlineMs: () => {
      const filter = state.filters.nextDeadlineMs();
      const { recoveryDeadlineMs: recovery } = state;
      return filter === undefined || (recovery !== undefined && recovery < filter) ? recovery : filter;
    },
    wantsCycle: () => state.isRunWanted && !state.isRunning && !state.isPaused,
    beginCycle: () => cycle.begin(),
    finishCycle: (result, nowMs) => cycle.finish(result, nowMs),
    isPaused: () => state.isPaused,
    image: () => imageOf(state),
    imageSteps: () => imageSteps(state),
    explain: (id, role, agentIds) => explainer.explain(id, role, agentIds),
    whatIf: (nowMs, cycles, change) => whatIf(state, allocatorOver, nowMs, cycles, change),
    ...views.viewsOf(state),
  };
}

/** The same verbs; after any of them a run may decide otherwise than the last one. */
function touching<Verbs extends object>(state: State, verbs: Verbs): Verbs {
  const entries = Object.entries(verbs as Record<string, (...args: unknown[]) => unknown>).map(([name, verb]) => [
    name,
    (...args: unknown[]): unknown => {
      state.touches++;
      return verb(...args);
    },
  ]);
  return Object.fromEntries(entries) as Verbs;
}

/** Lets go what is due before `nowMs`, and at it what was made before `era`. */
function expire(state: State, nowMs: number, era: number): void {
  const { recoveryDeadlineMs: recovery } = state;
  if (recovery !== undefined && (recovery < nowMs || (recovery === nowMs && state.recoveryEra < era))) {
    state.recoveryDeadlineMs = undefined;
    state.isPaused = false;
    state.touches++;
  }
  state.filters.expire(nowMs, era);
}
