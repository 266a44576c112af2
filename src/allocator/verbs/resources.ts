/** Resources that are held: coming back, being used, being converted. */
import type { AgentId, FrameworkId } from "../../model/id.ts";
import { MAX_REFUSE_SECONDS } from "../../model/limits.ts";
import { printResources } from "../../model/print.ts";
import type { Resources } from "../../model/resources.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { SmallMap } from "../../model/small-map.ts";
import type { Agent } from "../agent.ts";
import type { Refusal, ResourceConversion } from "../allocator.ts";
import type { Bundle } from "../bundle.ts";
import { Tally } from "../quantity.ts";
import type { State } from "../state.ts";
import { ofOneRole, splitUse } from "../use.ts";
import { setTotal } from "./agents.ts";

const DEFAULT_REFUSE_SECONDS = 5;

export function recoverResources(
  state: State, frameworkId: FrameworkId, agentId: AgentId, resources: Resources, refusal: Refusal | undefined,
  held: "offered" | "allocated",
): Result<void> {
  if (resources.length === 0) return ok(undefined);
  const agent = state.agents.get(agentId);
  if (agent === undefined) return ok(undefined);
  const use = ofOneRole(state, resources);
  if (use === undefined) return err(`Resources recovered from framework ${frameworkId} are not of one role`);
  const { role, bundle } = use;
  const framework = state.frameworks.get(frameworkId);
  const client = framework?.clients.get(role);
  const holding = client && agent.holding(client);
  if (holding === undefined && agent.ghosts?.has(frameworkId)) {
    return recoverGhost(state, agent, frameworkId, role, bundle, held);
  }
  if (framework === undefined) return ok(undefined);
  if (holding === undefined || !holding.bundle.contains(bundle)) {
    return err(`Framework ${frameworkId} does not hold what is recovered of agent ${agentId} in role '${role}'`);
  }
  if (held === "allocated") uncountTasks(state, agent, role, bundle);
  const isTracked = framework.roles.has(role as never);
  state.giveBack(agent, client!, bundle);
  state.refreshAvailable(agent);
  if (refusal === undefined || (!isTracked && client!.held === 0)) return ok(undefined);
  const seconds = effectiveSeconds(refusal.seconds);
  if (seconds > 0) {
    const untilMs = refusal.nowMs + Math.max(seconds * 1000, state.options.allocationIntervalMs);
    state.filters.add(agent, client!, bundle, untilMs, state.era);
  }
  return ok(undefined);
}

/** What a framework meant that refused for so long (OFR-15). Nanoseconds are all Mesos counts. */
export function effectiveSeconds(seconds: number): number {
  if (seconds > MAX_REFUSE_SECONDS) return MAX_REFUSE_SECONDS;
  if (seconds < 0 || Number.isNaN(seconds)) return DEFAULT_REFUSE_SECONDS;
  return Math.trunc(seconds * 1e9) / 1e9;
}

/** A task of a framework that has not come back is over. */
function recoverGhost(
  state: State, agent: Agent, frameworkId: FrameworkId, role: string, bundle: Bundle, held: "offered" | "allocated",
): Result<void> {
  const ghosts = agent.ghosts?.get(frameworkId);
  if (ghosts === undefined || held === "offered") return ok(undefined);
  const rest = ghosts
    .map((ghost) => (ghost.role === role ? { role, bundle: ghost.bundle.minus(bundle) } : ghost))
    .filter((ghost) => !ghost.bundle.isEmpty);
  if (rest.length > 0) agent.ghosts!.set(frameworkId, rest);
  else agent.ghosts!.delete(frameworkId);
  state.refreshAvailable(agent);
  return ok(undefined);
}

export function transitionOfferedToAllocated(state: State, agentId: AgentId, resources: Resources): Result<void> {
  const agent = state.agents.get(agentId);
  if (agent === undefined) return err(`Agent ${agentId} is not known: add it first`);
  const one = ofOneRole(state, resources);
  const uses = one === undefined ? splitUse(state, new Map([[agentId, resources]])) : ok([one]);
  if (!uses.ok) return uses;
  for (const { role } of uses.value) {
    if (state.roles.get(role) === undefined) return err(`Nobody holds resources of agent ${agentId} in role '${role}'`);
  }
  for (const { role, bundle } of uses.value) countTasks(state, agent, role, bundle);
  return ok(undefined);
}

/** Tasks of a role use these. */
export function countTasks(state: State, agent: Agent, role: string, bundle: Bundle): void {
  agent.tasks ??= new SmallMap();
  let tally = agent.tasks.get(role);
  if (tally === undefined) agent.tasks.set(role, (tally = new Tally()));
  tally.add(bundle.cuttable);
  state.roles.get(role)?.usedByTasks.add(bundle.cuttable);
}

function uncountTasks(state: State, agent: Agent, role: string, bundle: Bundle): void {
  const tally = agent.tasks?.get(role);
  tally?.subtract(bundle.cuttable);
  if (tally?.isEmpty === true) agent.tasks!.delete(role);
  state.roles.get(role)?.usedByTasks.subtract(bundle.cuttable);
}

/** The agent its tasks ran on is gone. */
export function discountTasks(state: State, role: string, { values }: Tally): void {
  const kinds = [...values.keys()].filter((kind) => values[kind] !== undefined);
  state.roles.get(role)?.usedByTasks.subtract({ kinds, values: kinds.map((kind) => values[kind]!) });
}

/**
 * Operations of a framework on what it was offered. What it holds is converted, and the agent's total too, except for
 * conversions of nothing: further copies of a shared volume.
 */
export function updateAllocation(
  state: State, frameworkId: FrameworkId, agentId: AgentId, offered: Resources,
  conversions: readonly ResourceConversion[],
): Result<void> {
  const agent = state.agents.get(agentId);
  const use = ofOneRole(state, offered);
  const client = use && state.frameworks.get(frameworkId)?.clients.get(use.role);
  const holding = client && agent?.holding(client);
  if (agent === undefined || holding === undefined || !holding.bundle.contains(use!.bundle)) {
    return err(`Framework ${frameworkId} does not hold what is to be converted of agent ${agentId}`);
  }
  const before = use!.bundle;
  let after = before;
  let total = agent.total;
  for (const { consumed, converted } of conversions) {
    const from = bundleOfRole(state, consumed);
    const into = bundleOfRole(state, converted);
    const isCopy = from?.isEmpty === true;
    if (from === undefined || into === undefined || !after.contains(from) || (!isCopy && !total.contains(from))) {
      return err(`Agent ${agentId} has no ${printResources(consumed)} that framework ${frameworkId} could convert`);
    }
    after = after.minus(from).plus(into);
    if (!isCopy) total = total.minus(from).plus(into);
  }
  holding.bundle = holding.bundle.minus(before).plus(after);
  state.charge(agent, client!, before, -1);
  state.charge(agent, client!, after, 1);
  if (holding.bundle.isEmpty) {
    agent.drop(holding);
    if (client!.held === 0 && !client!.framework.roles.has(client!.role.name)) state.tryForget(client!);
  }
  if (!setTotal(state, agent, total)) state.refreshAvailable(agent);
  return ok(undefined);
}

/** Resources of one role, or nothing, without the role. */
function bundleOfRole(state: State, resources: Resources): Bundle | undefined {
  return resources.length === 0 ? state.bundles.empty : ofOneRole(state, resources)?.bundle;
}
