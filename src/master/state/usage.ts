/**
 * What an agent lends out, by framework, or what a framework uses, by agent. Besides the lists it always knows how much
 * that is in numbers, so that metrics and `/roles` need not add up the whole cluster whenever somebody looks.
 */
import type { Resource } from "../../model/gen/mesos.ts";
import { milliCount } from "../../model/quantities.ts";
import { isReserved, roleOf } from "../../model/reservation.ts";
import { isRevocable, isShared } from "../../model/resource.ts";
import { NO_RESOURCES, add } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { SmallMap } from "../../model/small-map.ts";

/** Thousandths by role and name. */
export type Amounts = ReadonlyMap<string, ReadonlyMap<string, number>>;
type Sums = SmallMap<string, SmallMap<string, number>>;
const NOTHING: Amounts = new Map();

/** Shared volumes count in none of the numbers: many hold the same one. */
export class Usage<K extends string> extends SmallMap<K, Resources> {
  /** Made when there is something of the kind. */
  #allocated: Sums | undefined;
  #revocable: Sums | undefined;
  #reserved: Sums | undefined;
  #shared = 0;
  #lists: readonly Resources[] | undefined;

  /** All lists: another array after every change, so whoever summed them up knows by it whether that still holds. */
  get lists(): readonly Resources[] {
    return (this.#lists ??= [...this.values()]);
  }

  /** By the role it is allocated to. */
  get allocated(): Amounts {
    return this.#allocated ?? NOTHING;
  }

  /** The part of it that may be revoked. */
  get revocable(): Amounts {
    return this.#revocable ?? NOTHING;
  }

  /** The part of it that is reserved, by the role it is reserved for. */
  get reserved(): Amounts {
    return this.#reserved ?? NOTHING;
  }

  /** Is a shared volume among it? */
  get hasShared(): boolean {
    return this.#shared > 0;
  }

  override set(key: K, resources: Resources): this {
    this.#count(this.get(key), -1);
    this.#count(resources, 1);
    this.#lists = undefined;
    return super.set(key, resources);
  }

  /** So much more under a key. */
  charge(key: K, resources: Resources): void {
    if (resources.length === 0) return;
    this.#count(resources, 1);
    this.#lists = undefined;
    super.set(key, add(this.get(key) ?? NO_RESOURCES, resources));
  }

  override delete(key: K): boolean {
    this.#count(this.get(key), -1);
    this.#lists = undefined;
    return super.delete(key);
  }

  #count(resources: Resources = [], sign: 1 | -1): void {
    for (const resource of resources) {
      if (isShared(resource)) this.#shared += sign;
      else this.#countOne(resource, sign * milliCount(resource));
    }
  }

  #countOne(resource: Resource, milli: number): void {
    const role = resource.allocation_info?.role ?? "";
    increase((this.#allocated ??= new SmallMap()), role, resource.name, milli);
    if (isRevocable(resource)) increase((this.#revocable ??= new SmallMap()), role, resource.name, milli);
    if (isReserved(resource)) increase((this.#reserved ??= new SmallMap()), roleOf(resource), resource.name, milli);
  }
}

/** What becomes nothing goes. */
function increase(sums: Sums, role: string, name: string, milli: number): void {
  let ofRole = sums.get(role);
  if (ofRole === undefined) sums.set(role, (ofRole = new SmallMap()));
  const sum = (ofRole.get(name) ?? 0) + milli;
  if (sum !== 0) return void ofRole.set(name, sum);
  ofRole.delete(name);
  if (ofRole.size === 0) sums.delete(role);
}
