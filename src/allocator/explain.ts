/**
 * Why is a framework not offered an agent? The kernel is asked with the code that decides (`assembly/feasible.ts` and
 * `chop.ts`), so the answer cannot differ from what a cycle would do: "feasible" means that a cycle in which it is this
 * framework's turn first makes the offer. What keeps a framework or an agent out of cycles altogether is said here.
 */
import * as L from "../../assembly/layout.ts";
import type { AgentId, FrameworkId, Role } from "../model/id.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Agent } from "./agent.ts";
import type { Reason } from "./allocator.ts";
import type { Client } from "./client.ts";
import { Snapshot } from "./snapshot.ts";
import type { State } from "./state.ts";

const REASONS: Readonly<Record<number, Reason>> = {
  [L.REASON_FEASIBLE]: "feasible",
  [L.REASON_NOTHING_LEFT]: "nothing left on the agent",
  [L.REASON_CONSTRAINTS]: "offer constraints exclude the agent",
  [L.REASON_GPU]: "agent has GPUs and the framework is not GPU_RESOURCES capable",
  [L.REASON_REGION]: "agent is in another region and the framework is not REGION_AWARE",
  [L.REASON_AGENT_NOT_MULTI_ROLE]: "framework is MULTI_ROLE capable and the agent is not",
  [L.REASON_AGENT_NOT_HIERARCHICAL]: "role is hierarchical and the agent is not HIERARCHICAL_ROLE capable",
  [L.REASON_NOTHING_FOR_ROLE]: "nothing on the agent may go to the role",
  [L.REASON_CAPABILITIES]: "framework lacks the capabilities for what is left",
  [L.REASON_QUOTA_LIMIT]: "quota limit of the role is reached",
  [L.REASON_HEADROOM]: "held back for quota guarantees of others",
  [L.REASON_BELOW_MINIMUM]: "less than the minimum of an offer",
  [L.REASON_REFUSED]: "framework has refused it for some time",
};

export class Explainer {
  private readonly state: State;
  private readonly snapshot: Snapshot;
  private readonly header: number;

  constructor(state: State) {
    this.state = state;
    this.header = state.memory.allocate(L.HEADER_BYTES);
    this.snapshot = new Snapshot(state, this.header);
  }

  /** The reason for each agent asked for, all if none is named. An error if what is asked for is not there. */
  explain(frameworkId: FrameworkId, role: Role, agentIds?: readonly AgentId[]): Result<ReadonlyMap<AgentId, Reason>> {
    const { state } = this;
    const framework = state.frameworks.get(frameworkId);
    if (framework === undefined) return err(`Framework ${frameworkId} is not known`);
    if (state.isRunning) return err("An allocation cycle is under way: ask again when it is over");
    const agents = agentIds === undefined ? [...state.agents.values()] : this.named(agentIds);
    if (agents === undefined) return err(`One of the agents ${agentIds!.join(", ")} is not known`);
    const client = framework.clients.get(role);
    const reason = client === undefined ? "framework is not subscribed to the role" : reasonOf(state, client);
    const result = new Map<AgentId, Reason>();
    if (reason !== undefined) {
      for (const agent of agents) result.set(agent.id, reason);
      return ok(result);
    }
    const eligible: Agent[] = [];
    for (const agent of agents) {
      if (!agent.isActive) result.set(agent.id, "agent is deactivated");
      else if (!state.isListed(agent)) result.set(agent.id, "agent is not on the whitelist");
      else if (agent.available.isEmpty) result.set(agent.id, "nothing left on the agent");
      else eligible.push(agent);
    }
    this.ask(client!, eligible, result);
    return ok(result);
  }

  private ask(client: Client, eligible: readonly Agent[], result: Map<AgentId, Reason>): void {
    const { state, snapshot, header } = this;
    snapshot.write(eligible, 0);
    state.kernel.prepare(header);
    const bytes = Math.max(eligible.length, 1) * 4;
    const reasons = state.memory.allocate(bytes);
    state.kernel.explain(header, client.entity, reasons);
    state.memory.look();
    eligible.forEach((agent, i) => result.set(agent.id, REASONS[state.memory.i32[(reasons >>> 2) + i]!]!));
    state.memory.release(reasons, bytes);
  }

  private named(ids: readonly AgentId[]): Agent[] | undefined {
    const agents = ids.map((id) => this.state.agents.get(id));
    return agents.includes(undefined) ? undefined : (agents as Agent[]);
  }
}

/** What keeps the client out of every cycle. */
function reasonOf(state: State, { framework, role, isActive }: Client): Reason | undefined {
  if (state.isPaused) return "allocation is paused until agents are back";
  if (!framework.isActive) return "framework is not active";
  if (framework.suppressed.has(role.name)) return "role is suppressed";
  return isActive ? undefined : "framework is not subscribed to the role";
}
