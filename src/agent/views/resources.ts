/** Resources as the legacy endpoints sum them up (JSN-12): numbers for scalars, text for ranges and sets. */
import { fromMilli, toMilli } from "../../model/scalar.ts";
import { addRanges, printRanges } from "../../model/ranges.ts";
import type { Ranges } from "../../model/ranges.ts";
import { addSets, printSet } from "../../model/sets.ts";
import { isRevocable } from "../../model/resource.ts";
import { endpointResource } from "../../model/reservation-format.ts";
import type { Resource } from "../../model/gen/mesos.ts";
import type { Resources } from "../../model/resources.ts";
import { ResourceCodec } from "../../wire/gen/mesos.ts";
import { double, plain } from "./json.ts";
import type { Written } from "./json.ts";

export type ResourcesView = Readonly<Record<string, Written | string>>;

/**
 * `{"cpus": 8, "gpus": 0, "mem": 8192, "disk": 10240, "ports": "[31000-32000]"}`, revocable ones as `cpus_revocable`.
 */
export function resourcesView(resources: Resources): ResourcesView {
  const milli: Record<string, number> = { disk: 0, mem: 0, gpus: 0, cpus: 0 };
  const ranges: Record<string, Ranges> = {};
  const sets: Record<string, readonly string[]> = {};
  for (const resource of resources) {
    const name = isRevocable(resource) ? `${resource.name}_revocable` : resource.name;
    if (resource.type === "SCALAR") milli[name] = (milli[name] ?? 0) + toMilli(resource.scalar?.value ?? 0);
    else if (resource.type === "RANGES") ranges[name] = addRanges(ranges[name] ?? [], resource.ranges?.range ?? []);
    else if (resource.type === "SET") sets[name] = addSets(sets[name] ?? [], resource.set?.item ?? []);
  }
  return {
    ...mapped(milli, (amount) => double(fromMilli(amount))),
    ...mapped(ranges, printRanges),
    ...mapped(sets, printSet),
  };
}

/** Whole Resource objects in the format of endpoints. */
export function resourceObjects(resources: Resources): readonly unknown[] {
  return resources.map((resource: Resource) => plain(ResourceCodec, endpointResource(resource)));
}

function mapped<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
