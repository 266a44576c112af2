/**
 * DEACTIVATE_AGENT and REACTIVATE_AGENT (CAL-32, CAL-33): an agent that is out of use is not offered; what runs there
 * goes on (AGT-42, AGT-43). It may be away: the registry remembers.
 */
import type { AgentId } from "../../model/id.ts";
import { forbidden } from "../authorize/authorize.ts";
import type { Continuation, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { readOperatorWord } from "../registry/records.ts";
import { text } from "../responses.ts";
import type { Agent } from "../state/agent.ts";
import { setAgentActive } from "../state/agents.ts";
import { rescindInverseOffer, rescindOffer } from "../state/offers.ts";
import { DONE, askRegistry } from "./asked.ts";
import type { Asked } from "./asked.ts";

export function deactivateAgent(asked: Asked, id: AgentId): HttpResponse | undefined {
  const refusal = forbidden(asked.master, asked.request.principal, "DEACTIVATE_AGENT");
  if (refusal !== undefined) return refusal;
  if (readOperatorWord(asked.master.registry, id) === undefined) return text(400, "Unknown agent");
  const then = { kind: "agent-deactivated", request: asked.request.id, agentId: id } as const;
  return askRegistry(asked, { kind: "deactivate-agent", agentId: id }, then);
}

export function reactivateAgent(asked: Asked, id: AgentId): HttpResponse | undefined {
  const refusal = forbidden(asked.master, asked.request.principal, "REACTIVATE_AGENT");
  if (refusal !== undefined) return refusal;
  const word = readOperatorWord(asked.master.registry, id);
  if (word?.deactivated !== true) return text(400, "Agent is not deactivated");
  if (word.drain_info?.state === "DRAINING") return text(400, "Agent is still in the DRAINING state");
  const then = { kind: "agent-reactivated", request: asked.request.id, agentId: id } as const;
  return askRegistry(asked, { kind: "reactivate-agent", agentId: id }, then);
}

export function continueAgentDeactivated(
  master: Master, { request, agentId: id }: Extract<Continuation, { kind: "agent-deactivated" }>,
  nowMs: number, out: Outbox,
): void {
  const agent = master.agents.get(id);
  if (agent !== undefined) takeOutOfUse(master, agent, nowMs, out);
  out.reply(request, DONE);
}

/** Nothing of it is on offer from now on. */
export function takeOutOfUse(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  agent.deactivated = true;
  setAgentActive(master, agent, false);
  for (const offer of [...agent.offers.values()]) rescindOffer(master, offer, out);
  for (const offer of [...agent.inverseOffers.values()]) rescindInverseOffer(master, offer, nowMs, out);
}

export function continueAgentReactivated(
  master: Master, { request, agentId: id }: Extract<Continuation, { kind: "agent-reactivated" }>, out: Outbox,
): void {
  const agent = master.agents.get(id);
  if (agent === undefined) return out.reply(request, text(409, "Agent removed while processing the call"));
  agent.deactivated = false;
  agent.drain = undefined;
  if (agent.connected) setAgentActive(master, agent, true);
  out.reply(request, DONE);
}
