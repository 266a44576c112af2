/** One agent as the allocator sees it. */
import { isDeepStrictEqual } from "node:util";
import type { Attribute, Unavailability } from "../../src/model/gen/mesos.ts";
import { add, NO_RESOURCES, subtract, unallocate } from "../../src/model/resources.ts";
import type { Resources } from "../../src/model/resources.ts";
import { isShared } from "../../src/model/resource.ts";
import type { InverseStatus } from "../golden/allocator/format.ts";
import type { AgentArgs } from "../golden/allocator/under-test.ts";

/** Scheduled maintenance and what frameworks say to it. */
export interface Maintenance {
  readonly unavailability: Unavailability;
  readonly answers: Map<string, InverseStatus>;
  /** Frameworks that have not answered yet. */
  readonly outstanding: Set<string>;
}

export class Agent {
  args: AgentArgs;
  capabilities: ReadonlySet<string>;
  active = true;
  maintenance?: Maintenance;
  /** Offered to or used by each framework, also ones the allocator does not know (yet). */
  readonly inUse = new Map<string, Resources>();
  /** The part of inUse that tasks run on. */
  readonly byTasks = new Map<string, Resources>();
  /**
   * What may be offered: the total without what is in use; shared volumes always. Use may exceed the total, never below
   * nothing.
   */
  available: Resources = NO_RESOURCES;
  private all: Resources;
  private allInUse: Resources = NO_RESOURCES;

  constructor(args: AgentArgs, capabilities: readonly string[], total: Resources) {
    this.args = args;
    this.capabilities = new Set(capabilities);
    this.all = total;
    this.computeAvailable();
  }

  get total(): Resources {
    return this.all;
  }

  set total(total: Resources) {
    this.all = total;
    this.computeAvailable();
  }

  get hasGpus(): boolean {
    return this.total.some((resource) => resource.name === "gpus" && (resource.scalar?.value ?? 0) > 0);
  }

  use(framework: string, resources: Resources): void {
    if (resources.length === 0) return;
    this.allInUse = add(this.allInUse, resources);
    this.inUse.set(framework, add(this.inUse.get(framework) ?? NO_RESOURCES, resources));
    this.computeAvailable();
  }

  free(framework: string, resources: Resources): void {
    if (resources.length === 0) return;
    this.allInUse = subtract(this.allInUse, resources);
    const left = subtract(this.inUse.get(framework) ?? NO_RESOURCES, resources);
    if (left.length > 0) this.inUse.set(framework, left);
    else this.inUse.delete(framework);
    this.computeAvailable();
  }

  startTasks(framework: string, resources: Resources): void {
    this.byTasks.set(framework, add(this.byTasks.get(framework) ?? NO_RESOURCES, resources));
  }

  endTasks(framework: string, resources: Resources): void {
    this.byTasks.set(framework, subtract(this.byTasks.get(framework) ?? NO_RESOURCES, resources));
  }

  setMaintenance(unavailability: Unavailability | undefined): void {
    this.maintenance = unavailability && { unavailability, answers: new Map(), outstanding: new Set() };
  }

  private computeAvailable(): void {
    const unshared = (resources: Resources): Resources => resources.filter((resource) => !isShared(resource));
    const free = subtract(unshared(this.all), unallocate(unshared(this.allInUse)));
    this.available = add(free, this.all.filter(isShared));
  }
}

/** Same attributes in any order. */
export function sameAttributes(left: readonly Attribute[], right: readonly Attribute[]): boolean {
  const within = (some: readonly Attribute[], all: readonly Attribute[]): boolean =>
    some.every((attribute) => all.some((other) => isDeepStrictEqual(attribute, other)));
  return left.length === right.length && within(left, right) && within(right, left);
}
