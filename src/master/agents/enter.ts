import { machineAt } from "../../model/machine.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state/agent.ts";
import { addAgent } from "../state/agents.ts";
import { dislodge } from "./agent-exited.ts";
import { firstPing } from "./ping.ts";

/**
 * Puts a new or returned agent on the records, with what runs there, opens our connection to it and begins to ping
 * it. Its maintenance window is that of its machine (AGT-55).
 */
export function enter(master: Master, agent: Agent, nowMs: number, out: Outbox): void {
  const machine = machineAt(master.machines, { hostname: agent.info.hostname, ip: agent.pid.host });
  agent.unavailability = machine?.unavailability;
  master.removedAgents.delete(agent.id);
  dislodge(master, agent.pid, agent, nowMs, out);
  addAgent(master, agent);
  out.link(agent.pid);
  firstPing(master, agent, nowMs, out);
}
