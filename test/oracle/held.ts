/**
 * Keeping count of resources across agents. Resources of different agents must never be added up as objects (two
 * agents may have the same disk), so they are kept per agent and only their amounts are summed.
 */
import { add, contains, NO_RESOURCES, subtract } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { isShared } from "../../src/model/resource.ts";
import { amountsOf, minus, NOTHING, plus } from "./amounts.ts";
import type { Amounts } from "./amounts.ts";

export class Held {
  readonly byAgent = new Map<string, Resources>();
  total: Amounts = NOTHING;

  on(agent: string): Resources {
    return this.byAgent.get(agent) ?? NO_RESOURCES;
  }

  get isEmpty(): boolean {
    return this.byAgent.size === 0;
  }

  /** Role tree: the amount of an agent is taken out and put back whole. */
  put(agent: string, resources: Resources): void {
    if (resources.length > 0) this.replace(agent, add(this.on(agent), resources));
  }

  take(agent: string, resources: Resources): void {
    if (resources.length > 0) this.replace(agent, subtract(this.on(agent), resources));
  }

  private replace(agent: string, resources: Resources): void {
    this.total = plus(minus(this.total, amountsOf(this.on(agent))), amountsOf(resources));
    this.set(agent, resources);
  }

  /** Sorters: only what is new counts, and a shared volume is new only if no copy was there. */
  grant(agent: string, resources: Resources): void {
    const had = this.on(agent);
    this.total = plus(this.total, amountsOf(newTo(had, resources)));
    this.set(agent, add(had, resources));
  }

  giveUp(agent: string, resources: Resources): void {
    const left = subtract(this.on(agent), resources);
    this.total = minus(this.total, amountsOf(newTo(left, resources)));
    this.set(agent, left);
  }

  convert(agent: string, from: Resources, to: Resources): void {
    this.total = plus(minus(this.total, amountsOf(from)), amountsOf(to));
    this.set(agent, add(subtract(this.on(agent), from), to));
  }

  copy(): Held {
    const result = new Held();
    for (const [agent, resources] of this.byAgent) result.byAgent.set(agent, resources);
    result.total = this.total;
    return result;
  }

  private set(agent: string, resources: Resources): void {
    if (resources.length > 0) this.byAgent.set(agent, resources);
    else this.byAgent.delete(agent);
  }
}

/** What counts in addition to the others: everything but further copies of shared volumes. */
function newTo(others: Resources, resources: Resources): Resources {
  return resources.filter((resource) => !isShared(resource) || !contains(others, [resource]));
}
