/** Quota, weights, the whitelist, and the pause after a failover. */
import type { Role } from "../../model/id.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { RoleQuota } from "../allocator.ts";
import type { State } from "../state.ts";

export function updateQuota(state: State, name: Role, quota: RoleQuota): Result<void> {
  for (const [kind, milli] of [...quota.guarantees, ...quota.limits]) {
    if (!(milli >= 0)) return err(`Quota of role '${name}' has ${milli} thousandths of ${kind}: give 0 or more`);
  }
  const role = state.roles.track(name);
  role.quota = quota;
  if (role.hasQuota) state.quotaRoles.add(role);
  else state.quotaRoles.delete(role);
  state.areQuotaLinksOld = true;
  for (const kind of [...quota.guarantees.keys(), ...quota.limits.keys()]) state.bundles.kinds.number(kind);
  state.makeRoomForKinds();
  state.roles.tryForget(role);
  return ok(undefined);
}

export function updateWeights(state: State, weights: ReadonlyMap<Role, number>): Result<void> {
  for (const [role, weight] of weights) {
    if (!(weight > 0 && weight < Infinity)) return err(`Weight ${weight} of role '${role}' is no positive number`);
  }
  for (const [role, weight] of weights) state.roles.setWeight(role, weight);
  return ok(undefined);
}

export function recover(
  state: State, expectedAgents: number, quotas: ReadonlyMap<Role, RoleQuota>, nowMs: number,
): Result<void> {
  if (state.agents.size > 0) return err(`Recovery comes before the first agent, but there are ${state.agents.size}`);
  if (quotas.size === 0) return ok(undefined);
  for (const [role, quota] of quotas) {
    const updated = updateQuota(state, role, quota);
    if (!updated.ok) return updated;
  }
  state.expectedAgents = Math.trunc(expectedAgents * state.options.agentRecoveryFactor);
  if (state.expectedAgents === 0) return ok(undefined);
  state.isPaused = true;
  state.isRunWanted = false;
  state.recoveryDeadlineMs = nowMs + state.options.recoveryTimeoutMs;
  state.recoveryEra = state.era;
  return ok(undefined);
}
