/**
 * A quirk of Mesos, kept because clusters live with it (`--allocator=hierarchical-strict` does without): disk that
 * SHRINK_VOLUME frees, beside other disk of the same kind in the same offers, is given back to nobody. The allocator
 * goes on counting it as offered to the framework until that framework or the agent is removed, or the master fails
 * over; nobody is offered it (OPR-12).
 *
 * Mesos gives back `(remaining + resized) - offered` and then `remaining` without that. So as much is missing as both
 * `resized` and `remaining` have of one kind.
 */
import { NO_RESOURCES, add } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import type { Master } from "../master.ts";
import type { Agent } from "../state/agent.ts";
import type { Framework } from "../state/framework.ts";
import { must } from "../state/tables.ts";

export function strand(master: Master, framework: Framework, agent: Agent, freed: Resources): void {
  if (master.options.allocator.strict) {
    return must(master.allocator.recoverResources(framework.id, agent.id, freed, undefined, "offered"));
  }
  const all = add(agent.stranded.get(framework.id) ?? NO_RESOURCES, freed);
  agent.stranded = new Map([...agent.stranded, [framework.id, all]]);
}

/** The framework is removed, so the allocator counts nothing as its own any more. */
export function unstrand(master: Master, framework: Framework): void {
  for (const agent of master.agents.values()) {
    if (!agent.stranded.has(framework.id)) continue;
    agent.stranded = new Map([...agent.stranded].filter(([id]) => id !== framework.id));
  }
}
