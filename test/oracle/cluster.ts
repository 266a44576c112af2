/**
 * The bookkeeping under the oracle's decisions: agents, frameworks, the role tree and the sorters, kept in step. Every
 * call is total: where the original would abort on what a master never does, nothing happens.
 */
import { equals } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import type { Domain, Quantities } from "../golden/allocator/format.ts";
import type { Agent } from "./agent.ts";
import { amountsOf, minus, NOTHING, plus } from "./amounts.ts";
import type { Amounts } from "./amounts.ts";
import type { Framework } from "./framework.ts";
import { byRole } from "./holdings.ts";
import type { Quirks } from "./quirks.ts";
import { RoleTree } from "./role-tree.ts";
import { Sorter } from "./sorter.ts";
import type { SorterOptions } from "./sorter.ts";

export interface ClusterOptions extends SorterOptions {
  readonly quirks: Quirks;
  readonly minAllocatable: readonly Quantities[];
  readonly filterGpus: boolean;
  readonly domain?: Domain;
}

export class Cluster {
  readonly options: ClusterOptions;
  readonly agents = new Map<string, Agent>();
  readonly frameworks = new Map<string, Framework>();
  readonly roles = new RoleTree();
  readonly roleSorter: Sorter;
  readonly frameworkSorters = new Map<string, Sorter>();
  /** All agents together. */
  total: Amounts = NOTHING;
  /** Hosts that may be offered; undefined: all. */
  whitelist?: readonly string[];

  constructor(options: ClusterOptions) {
    this.options = options;
    this.roleSorter = new Sorter(options);
  }

  addAgent(id: string, agent: Agent): void {
    this.agents.set(id, agent);
    this.roles.trackReservations(agent.total);
    this.total = plus(this.total, amountsOf(agent.total));
    for (const sorter of this.sorters()) sorter.addAgent(id, amountsOf(agent.total));
  }

  removeAgent(id: string, agent: Agent): void {
    for (const [framework, resources] of agent.byTasks) this.untrackTasks(id, framework, resources);
    for (const [framework, resources] of agent.inUse) this.untrackUse(id, framework, resources);
    for (const sorter of this.sorters()) sorter.removeAgent(id);
    this.roles.untrackReservations(agent.total);
    this.total = minus(this.total, amountsOf(agent.total));
    this.agents.delete(id);
    this.dropFilters(id);
  }

  /** Replaces what the agent has in all; false if that is what it had. */
  setTotal(id: string, agent: Agent, total: Resources): boolean {
    if (equals(agent.total, total)) return false;
    this.roles.untrackReservations(agent.total);
    this.roles.trackReservations(total);
    this.total = plus(minus(this.total, amountsOf(agent.total)), amountsOf(total));
    agent.total = total;
    for (const sorter of this.sorters()) {
      sorter.removeAgent(id);
      sorter.addAgent(id, amountsOf(total));
    }
    return true;
  }

  /** Forgets what any framework refused of the agent, inverse offers too. */
  dropFilters(agent: string): void {
    for (const framework of this.frameworks.values()) {
      framework.offerFilters = framework.offerFilters.filter((filter) => filter.agent !== agent);
      framework.inverseFilters = framework.inverseFilters.filter((filter) => filter.agent !== agent);
    }
  }

  /** Lets the framework take part in sorting for each role it is in, or not, as it now wants. */
  refreshActive(framework: Framework): void {
    for (const [role, sorter] of this.frameworkSorters) {
      if (sorter.has(framework.id)) sorter.setActive(framework.id, framework.wantsOffers(role));
    }
  }

  /** A framework belongs to the roles it subscribed to and to those it still holds something in. */
  trackFramework(framework: string, role: string): void {
    if (this.roles.get(role)?.frameworks.has(framework)) return;
    let sorter = this.frameworkSorters.get(role);
    if (sorter === undefined) {
      this.roleSorter.add(role);
      this.roleSorter.setActive(role, true);
      sorter = new Sorter(this.options);
      for (const [id, agent] of this.agents) sorter.addAgent(id, amountsOf(agent.total));
      this.frameworkSorters.set(role, sorter);
    }
    this.roles.trackFramework(role, framework);
    sorter.add(framework);
  }

  /** Gives up a role, unless the framework holds something in it. */
  untrackFramework(framework: string, role: string): void {
    const sorter = this.frameworkSorters.get(role);
    if (sorter === undefined || !sorter.has(framework) || !sorter.isIdle(framework)) return;
    sorter.remove(framework);
    const wasLast = this.roles.get(role)!.frameworks.size === 1;
    this.roles.untrackFramework(role, framework);
    if (wasLast) {
      this.roleSorter.remove(role);
      this.frameworkSorters.delete(role);
    }
  }

  /** `resources` are stamped with their roles, here and below. */
  trackUse(agent: string, framework: string, resources: Resources): void {
    if (!this.frameworks.has(framework)) return;
    for (const [role, part] of byRole(resources)) {
      this.trackFramework(framework, role);
      this.roles.trackUse(role, agent, part);
      this.roleSorter.grant(role, agent, part);
      this.frameworkSorters.get(role)!.grant(framework, agent, part);
    }
  }

  untrackUse(agent: string, framework: string, resources: Resources): void {
    for (const [role, part] of byRole(resources)) {
      if (!this.frameworkSorters.get(role)?.has(framework)) continue;
      this.roles.untrackUse(role, agent, part);
      this.frameworkSorters.get(role)!.giveUp(framework, agent, part);
      this.roleSorter.giveUp(role, agent, part);
      if (!this.frameworks.get(framework)?.isSubscribed(role)) this.untrackFramework(framework, role);
    }
  }

  trackTasks(agent: string, framework: string, resources: Resources): void {
    if (!this.frameworks.has(framework)) return;
    for (const [role, part] of byRole(resources)) this.roles.trackTasks(role, agent, part);
  }

  untrackTasks(agent: string, framework: string, resources: Resources): void {
    if (!this.frameworks.has(framework)) return;
    for (const [role, part] of byRole(resources)) this.roles.untrackTasks(role, agent, part);
  }

  private sorters(): Sorter[] {
    return [this.roleSorter, ...this.frameworkSorters.values()];
  }
}
