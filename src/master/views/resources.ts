/**
 * Resources in legacy endpoints: summed up by name (JSN-12), or object by object in the format of endpoints (JSN-05).
 */
import { Familiar } from "../../model/familiar.ts";
import type { Resource } from "../../model/gen/mesos.ts";
import { addRanges, printRanges } from "../../model/ranges.ts";
import type { Ranges } from "../../model/ranges.ts";
import { endpointResource } from "../../model/reservation-format.ts";
import { isIndivisible, isRevocable, isShared, milliOf, sameIdentity, withScalar } from "../../model/resource.ts";
import { sum, withoutCopies } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { fromMilli } from "../../model/scalar.ts";
import { byReservation } from "../../model/select.ts";
import { addSets, printSet } from "../../model/sets.ts";
import type { Items } from "../../model/sets.ts";
import { ResourceCodec } from "../../wire/gen/mesos.ts";
import type { Viewer } from "../authorize/viewer.ts";
import { array, double, message, object, string } from "./json.ts";
import type { Member } from "./json.ts";

/**
 * `{"disk":10240.0,"mem":8192.0,"gpus":0.0,"cpus":8.0,"ports":"[31000-32000]"}`; revocable ones as `cpus_revocable`.
 */
export function amounts(resources: Resources): string {
  const known = AMOUNTS.get(resources);
  if (known !== undefined) return known;
  const text = plainAmounts(resources) ?? allAmounts(resources);
  AMOUNTS.set(resources, text);
  return text;
}

/** Tasks of one kind have the very same list (`toResources`). */
const AMOUNTS = new Familiar<Resources, string>();

/** Most lists have nothing but these four; undefined: this one has. */
function plainAmounts(resources: Resources): string | undefined {
  let disk = 0;
  let mem = 0;
  let gpus = 0;
  let cpus = 0;
  for (const resource of resources) {
    if (resource.type !== "SCALAR" || isRevocable(resource) || isShared(resource)) return undefined;
    const milli = milliOf(resource);
    switch (resource.name) {
      case "disk":
        disk += milli;
        break;
      case "mem":
        mem += milli;
        break;
      case "gpus":
        gpus += milli;
        break;
      case "cpus":
        cpus += milli;
        break;
      default:
        return undefined;
    }
  }
  return `{"disk":${inUnits(disk)},"mem":${inUnits(mem)},"gpus":${inUnits(gpus)},"cpus":${inUnits(cpus)}}`;
}

function inUnits(milli: number): string {
  return double(fromMilli(milli));
}

function allAmounts(resources: Resources): string {
  const milli = new Map([["disk", 0], ["mem", 0], ["gpus", 0], ["cpus", 0]]);
  const ranges = new Map<string, Ranges>();
  const sets = new Map<string, Items>();
  for (const resource of withoutCopies(resources)) {
    const name = isRevocable(resource) ? `${resource.name}_revocable` : resource.name;
    switch (resource.type) {
      case "SCALAR":
        milli.set(name, (milli.get(name) ?? 0) + milliOf(resource));
        break;
      case "RANGES":
        ranges.set(name, addRanges(ranges.get(name) ?? [], resource.ranges?.range ?? []));
        break;
      case "SET":
        sets.set(name, addSets(sets.get(name) ?? [], resource.set?.item ?? []));
        break;
    }
  }
  const list: Member[] = [];
  for (const [name, value] of milli) list.push([name, inUnits(value)]);
  for (const [name, value] of ranges) list.push([name, string(printRanges(value))]);
  for (const [name, value] of sets) list.push([name, string(printSet(value))]);
  return object(list);
}

/** Whole Resource objects. */
export function fullResources(resources: Resources): string {
  return array(endpointResources(resources).map(message(ResourceCodec)));
}

/** What is reserved, by role, of the roles that may be seen. */
export function reservedBy(resources: Resources, write: (resources: Resources) => string, viewer: Viewer): string {
  const list: Member[] = [];
  for (const [role, reserved] of byReservation(resources)) if (viewer.role(role)) list.push([role, write(reserved)]);
  return object(list);
}

/** As endpoints and the operator API list them: each shared volume once, reservations in old and new format. */
export function endpointResources(resources: Resources): readonly Resource[] {
  return withoutCopies(resources).map(endpointResource);
}

/** Lists that are worth remembering the total of. */
const MANY = 100;
const TOTALS = new WeakMap<readonly Resources[], Resources>();

/**
 * Everything of several lists. Of many in the same array, which `Usage.lists` is until something changes, only once.
 */
export function total(lists: readonly Resources[]): Resources {
  if (lists.length === 1) return lists[0]!;
  if (lists.length < MANY) return sumOf(lists);
  let found = TOTALS.get(lists);
  if (found === undefined) TOTALS.set(lists, (found = sumOf(lists)));
  return found;
}

/**
 * Only what has the same name, role and volume can be the same kind of thing; so thousands of volumes are not compared
 * with each other.
 */
function sumOf(lists: readonly Resources[]): Resources {
  const groups = new Map<string, Resource[]>();
  for (const resources of lists) {
    for (const resource of resources) {
      const { name, allocation_info: allocation, reservations, disk } = resource;
      const plain = `${name}\n${allocation?.role}`;
      const key = reservations === undefined && disk === undefined
        ? plain
        : `${plain}\n${reservations?.at(-1)?.role}\n${disk?.persistence?.id}\n${disk?.source?.id}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [resource]);
      else group.push(resource);
    }
  }
  return [...groups.values()].flatMap(sumOfGroup);
}

/** Most of them are amounts of the very same thing. */
function sumOfGroup(group: readonly Resource[]): Resources {
  const first = group[0]!;
  if (first.type !== "SCALAR" || isShared(first) || isIndivisible(first)) return sum(group);
  const others: Resource[] = [];
  let milli = 0;
  for (const resource of group) {
    if (sameIdentity(first, resource)) milli += milliOf(resource);
    else others.push(resource);
  }
  return sum([withScalar(first, fromMilli(milli)), ...others]);
}
