/**
 * DRAIN_AGENT empties an agent (CAL-31): it is out of use, told to end all that runs there, and, once nothing is left,
 * drained or gone for good (AGT-44 to AGT-49).
 *
 *     in use --drain--> DRAINING --the last task and operation are over--> DRAINED --reactivate--> in use
 *                                 '--with mark_gone--> gone
 */
import type { Duration } from "../../model/gen/duration.ts";
import type { Call_DrainAgent } from "../../model/gen/master.ts";
import type { DurationInfo } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";
import { markAgentGone } from "../agents/mark-gone.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Continuation, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { readMachine, readOperatorWord } from "../registry/records.ts";
import { requestOperation } from "../registry/request.ts";
import { text } from "../responses.ts";
import type { Agent } from "../state/agent.ts";
import { askRegistry, DONE } from "./asked.ts";
import type { Asked } from "./asked.ts";
import { takeOutOfUse } from "./deactivate.ts";

export function drainAgent(asked: Asked, call: Call_DrainAgent): HttpResponse | undefined {
  const { master, request } = asked;
  const id = call.agent_id.value as AgentId;
  const agent = master.agents.get(id);
  const unfit = agent && unfitness(master, agent);
  if (unfit !== undefined) return text(400, unfit);
  const refusal = forbidden(master, request.principal, "DRAIN_AGENT")
    ?? (call.mark_gone === true ? forbidden(master, request.principal, "MARK_AGENT_GONE") : undefined);
  if (refusal !== undefined) return refusal;
  if (master.transitions.markingGone.has(id)) return text(409, "Agent is currently being marked gone");
  if (readOperatorWord(master.registry, id) === undefined) return text(400, "Unknown agent");
  const { max_grace_period: grace, mark_gone = false } = call;
  const config = { ...(grace !== undefined && { max_grace_period: gracePeriod(grace) }), mark_gone };
  const then = { kind: "agent-draining", request: request.id, agentId: id, config } as const;
  return askRegistry(asked, { kind: "drain-agent", agentId: id, config }, then);
}

/** The lowest 64 bits of it, as a Mesos master keeps it. */
function gracePeriod({ seconds = 0, nanos = 0 }: Duration): DurationInfo {
  return { nanoseconds: BigInt.asIntN(64, BigInt(Math.trunc(seconds)) * 1_000_000_000n + BigInt(nanos)) };
}

/** Why an agent that is here cannot be drained (AGT-48). */
function unfitness(master: Master, { id, info, pid, capabilities }: Agent): string | undefined {
  const scheduled = readMachine(master.registry, { hostname: info.hostname, ip: pid.host });
  if (scheduled !== undefined) {
    return `Agent ${id} is part of a maintenance schedule under Machine ${scheduled.id.hostname} (${scheduled.id.ip})`;
  }
  return capabilities.has("AGENT_DRAINING") ? undefined : `Agent ${id} is not capable of draining`;
}

export function continueAgentDraining(
  master: Master, { request, agentId, config }: Extract<Continuation, { kind: "agent-draining" }>,
  nowMs: number, out: Outbox,
): void {
  const agent = master.agents.get(agentId);
  if (agent !== undefined) {
    agent.drain = { info: { state: "DRAINING", config }, estimatedStartMs: nowMs };
    takeOutOfUse(master, agent, nowMs, out);
    out.send(agent.pid, "mesos.internal.DrainSlaveMessage", { config });
    master.emptied.add(agentId);
  }
  out.reply(request, DONE);
}

/** At the end of a step: draining agents that something has left may be drained now (AGT-45). */
export function settleDrains(master: Master, nowMs: number, out: Outbox): void {
  if (master.emptied.size === 0) return;
  for (const id of master.emptied) {
    const agent = master.agents.get(id);
    if (agent?.drain?.info.state !== "DRAINING" || agent.tasks.size > 0 || agent.operations.size > 0) continue;
    if (agent.drain.info.config.mark_gone === true) markAgentGone(master, id, nowMs, out);
    else markDrained(master, id, out);
  }
  master.emptied.clear();
}

/** Unless that is on its way already. */
function markDrained(master: Master, agentId: AgentId, out: Outbox): void {
  if (master.transitions.markingGone.has(agentId)) return;
  if (readOperatorWord(master.registry, agentId)?.drain_info?.state !== "DRAINING") return;
  requestOperation(master, { kind: "mark-drained", agentId }, { kind: "agent-drained", agentId }, out);
}

export function continueAgentDrained(
  master: Master, { agentId }: Extract<Continuation, { kind: "agent-drained" }>,
): void {
  const agent = master.agents.get(agentId);
  if (agent?.drain !== undefined) agent.drain = { ...agent.drain, info: { ...agent.drain.info, state: "DRAINED" } };
}
