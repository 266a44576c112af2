/**
 * One allocation run: which resources of the candidate agents are offered to whom (ALC-04 to ALC-07).
 *
 * Stage 1 serves roles whose quota guarantee is not met: reservations, everything that is not an unreserved scalar,
 * what the guarantee lacks, and on top of that what limit and headroom leave. Stage 2 shares out the rest among all
 * roles, under limits and headroom. Headroom is what must stay free for guarantees still to be met.
 *
 * The order of roles is fixed when a stage turns to an agent, that of a role's frameworks when it turns to the role.
 */
import { isReserved, isUnreserved, isAllocatableTo, hasRefinedReservations } from "../../src/model/reservation.ts";
import { isIndivisible, isRevocable, isShared, withScalar } from "../../src/model/resource.ts";
import { topLevelRole } from "../../src/model/role.ts";
import { toMilli } from "../../src/model/scalar.ts";
import { add, contains, NO_RESOURCES, subtract, sum, withoutCopies } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import type { Resource } from "../../src/model/gen/mesos.ts";
import type { Agent } from "./agent.ts";
import { amountsOf, limitsMinus, minus, NOTHING, plus } from "./amounts.ts";
import type { Amounts } from "./amounts.ts";
import { isExcluded } from "./constraints.ts";
import type { Cluster } from "./cluster.ts";
import type { Framework } from "./framework.ts";
import { stamped } from "./holdings.ts";
import { isDefault, NO_QUOTA } from "./role-tree.ts";
import type { Quota } from "./role-tree.ts";
import { bytewise } from "./sorter.ts";

export interface Offer {
  readonly agent: string;
  readonly framework: string;
  readonly role: string;
  readonly resources: Resources;
}

/** Decides a run over the candidates, each stage visiting them in its order, and books everything offered. */
export function makeOffers(cluster: Cluster, stage1: readonly string[], stage2: readonly string[]): Offer[] {
  const run = new Run(cluster);
  for (const agent of stage1) run.serveGuarantees(agent, cluster.agents.get(agent)!);
  for (const agent of stage2) run.shareOut(agent, cluster.agents.get(agent)!);
  return run.offers;
}

class Run {
  offers: Offer[] = [];
  private readonly cluster: Cluster;
  /** What is charged to roles with a quota, reservations included; grows during the run. */
  private readonly consumed = new Map<string, Amounts>();
  /** What guarantees still lack: it must stay free. */
  private requiredHeadroom: Amounts = NOTHING;
  /** Free, unreserved and not revocable, on all agents. */
  private availableHeadroom: Amounts;
  /** Shared volumes offered in this run, per agent, as they are remembered (a quirk). */
  private readonly sharedOffered = new Map<string, Resources>();

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    const { roles } = cluster;
    for (const [path, role] of roles.topLevel()) {
      if (!isDefault(role.quota)) this.consumed.set(path, role.quotaConsumedByOffersAndTasks);
      this.requiredHeadroom = plus(this.requiredHeadroom, minus(role.quota.guarantees, this.consumedBy(path)));
    }
    const freeReservations = minus(roles.root.reserved, roles.root.reservedInUse.total);
    this.availableHeadroom = minus(minus(cluster.total, cluster.roleSorter.granted), freeReservations);
    for (const { available } of cluster.agents.values()) {
      this.availableHeadroom = minus(this.availableHeadroom, amountsOf(available.filter(isRevocable)));
    }
  }

  serveGuarantees(id: string, agent: Agent): void {
    for (const role of this.cluster.roleSorter.sort()) {
      const quota = this.quotaOf(role);
      if (quota.guarantees.size === 0) continue;
      if (agent.available.length === 0) return;
      let lacking = minus(quota.guarantees, this.consumedBy(this.quotaRole(role)));
      for (const framework of this.frameworksInOrder(role)) {
        if (lacking.size === 0) break;
        const available = this.offerable(id, agent, role, framework);
        if (available === "nothing left") break;
        if (available === "not for this framework") continue;

        const choppable = available.filter(isChoppable);
        const guaranteed = shrink(choppable, lacking);
        if (guaranteed.length === 0) continue;
        const additional = this.withinHeadroom(
          limited(
            subtract(choppable, guaranteed),
            limitsMinus(limitsMinus(quota.limits, this.consumedBy(this.quotaRole(role))), amountsOf(guaranteed)),
          ),
        );
        const always = available.filter((resource) => !isChoppable(resource) && !this.isFromAbove(resource, role));
        const offered = add(add(guaranteed, always), additional);
        if (!this.mayOffer(agent, role, framework, offered)) continue;

        this.offer(id, agent, role, framework, offered);
        const spent = amountsOf(add(guaranteed, additional));
        lacking = minus(lacking, spent);
        this.charge(role, spent);
        this.requiredHeadroom = minus(this.requiredHeadroom, amountsOf(guaranteed));
        this.availableHeadroom = minus(this.availableHeadroom, spent);
      }
    }
  }

  shareOut(id: string, agent: Agent): void {
    for (const role of this.cluster.roleSorter.sort()) {
      if (agent.available.length === 0) return;
      const quota = this.quotaOf(role);
      for (const framework of this.frameworksInOrder(role)) {
        const available = this.offerable(id, agent, role, framework);
        if (available === "nothing left") break;
        if (available === "not for this framework") continue;

        const chopped = this.withinHeadroom(
          limited(available.filter(isChoppable), limitsMinus(quota.limits, this.consumedBy(this.quotaRole(role)))),
        );
        const offered = add(available.filter((resource) => !isChoppable(resource)), chopped);
        if (!this.mayOffer(agent, role, framework, offered)) continue;

        this.offer(id, agent, role, framework, offered);
        if (!isDefault(quota)) this.charge(role, amountsOf(chopped));
        this.availableHeadroom = minus(this.availableHeadroom, amountsOf(chopped));
      }
    }
  }

  /** What of the agent could go to the framework in this role before anything is cut down. */
  private offerable(
    id: string, agent: Agent, role: string, framework: Framework,
  ): Resources | "nothing left" | "not for this framework" {
    if (isExcluded(framework.args.offerConstraints, role, agent.args)) return "not for this framework";
    const available = subtract(
      agent.available.filter((resource) => isAllocatableTo(resource, role)),
      this.sharedOffered.get(id) ?? NO_RESOURCES,
    );
    if (available.length === 0) return "nothing left";
    if (!this.isEnough(available, role, framework)) return "not for this framework";
    if (!this.mayReceive(agent, framework)) return "not for this framework";
    return available.filter(
      (resource) =>
        (framework.can("SHARED_RESOURCES") || !isShared(resource)) &&
        (framework.can("REVOCABLE_RESOURCES") || !isRevocable(resource)) &&
        (framework.can("RESERVATION_REFINEMENT") || !hasRefinedReservations(resource)),
    );
  }

  /** May the framework get anything from the agent? GPUs and remote regions need a capability (ALC-36, ALC-37). */
  private mayReceive({ hasGpus, args }: Agent, framework: Framework): boolean {
    const { filterGpus, domain } = this.cluster.options;
    if (filterGpus && hasGpus && !framework.can("GPU_RESOURCES")) return false;
    const isRemote = domain !== undefined && args.domain !== undefined && args.domain.region !== domain.region;
    return !isRemote || framework.can("REGION_AWARE");
  }

  /** Does it hold one of the minimal sets, the framework's own for the role before the master's (ALC-39)? */
  private isEnough(resources: Resources, role: string, framework: Framework): boolean {
    if (resources.length === 0) return false;
    const sets = framework.args.minAllocatable?.[role] ?? this.cluster.options.minAllocatable;
    const once = withoutCopies(resources);
    return sets.length === 0 || sets.some((set) => Object.entries(set).every((minimum) => holdsAtLeast(once, minimum)));
  }

  /** The last word, about exactly what would be offered (ALC-35, ALC-38). */
  private mayOffer(agent: Agent, role: string, framework: Framework, offered: Resources): boolean {
    if (!this.isEnough(offered, role, framework)) return false;
    if (framework.can("MULTI_ROLE") && !agent.capabilities.has("MULTI_ROLE")) return false;
    if (role.includes("/") && !agent.capabilities.has("HIERARCHICAL_ROLE")) return false;
    return !framework.offerFilters.some(
      (filter) => filter.role === role && filter.agent === agent.args.id && contains(filter.refused, offered),
    );
  }

  private offer(id: string, agent: Agent, role: string, framework: Framework, resources: Resources): void {
    const offered = stamped(role, resources);
    const { sharedVolumeOfferedOftenPerRun: remembersRole } = this.cluster.options.quirks;
    const shared = (remembersRole ? offered : resources).filter(isShared);
    this.sharedOffered.set(id, add(this.sharedOffered.get(id) ?? NO_RESOURCES, shared));
    agent.use(framework.id, offered);
    this.cluster.trackUse(id, framework.id, offered);

    const same = (other: Offer): boolean =>
      other.agent === id && other.framework === framework.id && other.role === role;
    const before = this.offers.find(same)?.resources ?? NO_RESOURCES;
    this.offers = this.offers.filter((other) => !same(other));
    this.offers.push({ agent: id, framework: framework.id, role, resources: add(before, resources) });
  }

  /** Stage 1 was made for top-level roles only: what is reserved for a role above waits for stage 2 (a quirk). */
  private isFromAbove(resource: Resource, role: string): boolean {
    const { quotaBindsOnlyItsOwnRole } = this.cluster.options.quirks;
    const isPlain = resource.type === "SCALAR" && !isRevocable(resource);
    return quotaBindsOnlyItsOwnRole && isPlain && !isReserved(resource, role);
  }

  private withinHeadroom(resources: Resources): Resources {
    if (this.requiredHeadroom.size === 0) return resources;
    return shrink(resources, minus(this.availableHeadroom, this.requiredHeadroom));
  }

  private frameworksInOrder(role: string): Framework[] {
    return this.cluster.frameworkSorters.get(role)!.sort().map((id) => this.cluster.frameworks.get(id)!);
  }

  /** The role whose quota binds this one. */
  private quotaRole(role: string): string {
    return this.cluster.options.quirks.quotaBindsOnlyItsOwnRole ? role : topLevelRole(role);
  }

  private quotaOf(role: string): Quota {
    return this.cluster.roles.get(this.quotaRole(role))?.quota ?? NO_QUOTA;
  }

  private consumedBy(role: string): Amounts {
    return this.consumed.get(role) ?? NOTHING;
  }

  /** Adds to what the role and all above it consumed. */
  private charge(role: string, amounts: Amounts): void {
    for (let path = role; ; path = path.slice(0, path.lastIndexOf("/"))) {
      this.consumed.set(path, plus(this.consumedBy(path), amounts));
      if (!path.includes("/")) return;
    }
  }
}

/** Unreserved scalars that are not revocable: the only thing quota counts and cutting applies to. */
function isChoppable(resource: Resource): boolean {
  return resource.type === "SCALAR" && isUnreserved(resource) && !isRevocable(resource);
}

/** Raw doubles, taken away one after the other (0.1 and 0.2 are less than 0.3). */
function holdsAtLeast(resources: Resources, [name, minimum]: [string, number]): boolean {
  let missing = minimum;
  for (const resource of resources) if (resource.name === name && missing > 0) missing -= countOf(resource);
  return missing <= 0;
}

function countOf({ scalar, set, ranges }: Resource): number {
  const inRanges = (ranges?.range ?? []).reduce((count, { begin, end }) => count + end - begin + 1, 0);
  return (scalar?.value ?? 0) + (set?.item?.length ?? 0) + inRanges;
}

/** At most these amounts; a name that is missing gets nothing, a disk that is too big and cannot be cut is left out. */
function shrink(resources: Resources, amounts: Amounts): Resources {
  return cut(resources, amounts, (resource) => amounts.has(resource.name));
}

/** At most the limits; a name that is missing is unlimited. */
function limited(resources: Resources, limits: Amounts): Resources {
  return limits.size === 0 ? resources : cut(resources, limits, () => true);
}

function cut(resources: Resources, limits: Amounts, isWanted: (resource: Resource) => boolean): Resources {
  let left = limits;
  const kept: Resource[] = [];
  for (const resource of [...resources].sort(inCuttingOrder).filter(isWanted)) {
    const limit = left.get(resource.name);
    const isWithin = limit === undefined || toMilli(resource.scalar?.value ?? 0) <= toMilli(limit);
    if (!isWithin && isIndivisible(resource)) continue;
    const part = isWithin ? resource : withScalar(resource, limit);
    left = limitsMinus(left, amountsOf([part]));
    kept.push(part);
  }
  return sum(kept);
}

const DISK_TYPES = ["PATH", "MOUNT", "BLOCK", "RAW"];

/** By name, then without disk source before PATH, MOUNT, BLOCK and RAW, then by root, id and profile. */
function inCuttingOrder(left: Resource, right: Resource): number {
  const [a, b] = [left.disk?.source, right.disk?.source];
  return (
    bytewise(left.name, right.name) ||
    DISK_TYPES.indexOf(a?.type ?? "") - DISK_TYPES.indexOf(b?.type ?? "") ||
    bytewise(a?.path?.root ?? a?.mount?.root ?? "", b?.path?.root ?? b?.mount?.root ?? "") ||
    bytewise(a?.id ?? "", b?.id ?? "") ||
    bytewise(a?.profile ?? "", b?.profile ?? "")
  );
}
