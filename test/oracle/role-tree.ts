/**
 * What is known of each role: quota, weight, frameworks, reservations and use. Amounts count for the role and all above
 * it. A role exists while it, or one below it, has anything of that (ALC-14 to ALC-16, ALC-25).
 */
import { ancestorsOf } from "../../src/model/role.ts";
import { isReserved, isUnreserved, roleOf } from "../../src/model/reservation.ts";
import { isRevocable } from "../../src/model/resource.ts";
import type { Resources } from "../../src/model/resources.ts";
import type { Resource } from "../../src/model/gen/mesos.ts";
import { amountsOf, minus, NOTHING, plus } from "./amounts.ts";
import type { Amounts } from "./amounts.ts";
import { Held } from "./held.ts";

export interface Quota {
  readonly guarantees: Amounts;
  readonly limits: Amounts;
}

export const NO_QUOTA: Quota = { guarantees: NOTHING, limits: NOTHING };

export function isDefault(quota: Quota): boolean {
  return quota.guarantees.size === 0 && quota.limits.size === 0;
}

export class Role {
  quota = NO_QUOTA;
  weight = 1;
  readonly frameworks = new Set<string>();
  /** All reservations for the role, in use or not. */
  reserved: Amounts = NOTHING;
  readonly reservedInUse = new Held();
  readonly unreservedInUse = new Held();
  /** The part of unreservedInUse that tasks run on. */
  readonly unreservedByTasks = new Held();

  get quotaConsumedByOffersAndTasks(): Amounts {
    return plus(this.unreservedInUse.total, this.reserved);
  }

  get quotaConsumedByTasks(): Amounts {
    return plus(this.unreservedByTasks.total, this.reserved);
  }
}

const countsToQuota = (resource: Resource): boolean =>
  resource.type === "SCALAR" && isUnreserved(resource) && !isRevocable(resource);
const isReservedScalar = (resource: Resource): boolean => resource.type === "SCALAR" && isReserved(resource);

export class RoleTree {
  readonly roles = new Map<string, Role>();
  /** Totals over all roles. */
  readonly root = new Role();

  get(role: string): Role | undefined {
    return this.roles.get(role);
  }

  topLevel(): [string, Role][] {
    return [...this.roles].filter(([path]) => !path.includes("/"));
  }

  setQuota(path: string, quota: Quota): void {
    this.ensure(path).quota = quota;
    this.prune();
  }

  setWeight(path: string, weight: number): void {
    this.ensure(path).weight = weight;
    this.prune();
  }

  trackFramework(path: string, framework: string): void {
    this.ensure(path).frameworks.add(framework);
  }

  untrackFramework(path: string, framework: string): void {
    this.roles.get(path)?.frameworks.delete(framework);
    this.prune();
  }

  trackReservations(resources: Resources): void {
    for (const resource of resources.filter(isReservedScalar)) {
      this.ensure(roleOf(resource));
      for (const role of this.withAbove(roleOf(resource))) role.reserved = plus(role.reserved, amountsOf([resource]));
    }
  }

  untrackReservations(resources: Resources): void {
    for (const resource of resources.filter(isReservedScalar)) {
      for (const role of this.withAbove(roleOf(resource))) role.reserved = minus(role.reserved, amountsOf([resource]));
    }
    this.prune();
  }

  /** Offered to or used by the role, which the resources are stamped with. */
  trackUse(path: string, agent: string, resources: Resources): void {
    for (const role of this.withAbove(path)) {
      role.reservedInUse.put(agent, resources.filter(isReservedScalar));
      role.unreservedInUse.put(agent, resources.filter(countsToQuota));
    }
  }

  untrackUse(path: string, agent: string, resources: Resources): void {
    for (const role of this.withAbove(path)) {
      role.reservedInUse.take(agent, resources.filter(isReservedScalar));
      role.unreservedInUse.take(agent, resources.filter(countsToQuota));
    }
  }

  /** Used by tasks of the role. */
  trackTasks(path: string, agent: string, resources: Resources): void {
    for (const role of this.withAbove(path)) role.unreservedByTasks.put(agent, resources.filter(countsToQuota));
  }

  untrackTasks(path: string, agent: string, resources: Resources): void {
    for (const role of this.withAbove(path)) role.unreservedByTasks.take(agent, resources.filter(countsToQuota));
  }

  private ensure(path: string): Role {
    for (const above of [path, ...ancestorsOf(path)]) if (!this.roles.has(above)) this.roles.set(above, new Role());
    return this.roles.get(path)!;
  }

  /** The role and all above it, as far as they exist, and the root. */
  private withAbove(path: string): Role[] {
    const roles = [path, ...ancestorsOf(path)].map((above) => this.roles.get(above));
    return [...roles.filter((role) => role !== undefined), this.root];
  }

  private prune(): void {
    const needed = new Set<string>();
    for (const [path, role] of this.roles) {
      const isEmpty =
        role.frameworks.size === 0 && role.reserved.size === 0 && isDefault(role.quota) && role.weight === 1;
      if (!isEmpty) for (const kept of [path, ...ancestorsOf(path)]) needed.add(kept);
    }
    for (const path of [...this.roles.keys()]) if (!needed.has(path)) this.roles.delete(path);
  }
}
