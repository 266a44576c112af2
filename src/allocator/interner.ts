/** Numbers for what the kernel compares: resource names, identities of resources, items of sets. */
import { isPersistentVolume } from "../model/resource.ts";
import type { Labels, Resource } from "../model/gen/mesos.ts";

/** Numbers from 0 in order of first use. */
export class Interner {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.names.push(name);
    this.numbers.set(name, number);
    return number;
  }

  peek(name: string): number | undefined {
    return this.numbers.get(name);
  }

  clear(): void {
    this.names.length = 0;
    this.numbers.clear();
  }
}

/** Is it a scalar anybody may have, with nothing to tell one part from another? */
export function isPlain(resource: Resource): boolean {
  return (
    resource.scalar !== undefined &&
    resource.type === "SCALAR" &&
    (resource.reservations === undefined || resource.reservations.length === 0) &&
    resource.disk === undefined &&
    resource.revocable === undefined &&
    resource.shared === undefined &&
    resource.provider_id === undefined
  );
}

/** Text that is the same exactly for resources of the same identity (ALC-30), without the allocation role. */
export function identityOf(resource: Resource): string {
  const { name, type, reservations, disk, provider_id: provider } = resource;
  if (reservations === undefined && disk === undefined && provider === undefined && isUsual(resource)) {
    return `${type} ${name}`;
  }
  const source = disk?.source;
  return JSON.stringify([
    name,
    type,
    resource.revocable !== undefined,
    resource.shared !== undefined,
    provider?.value,
    (reservations ?? []).map((r) => [
      r.type ?? "UNKNOWN",
      r.role,
      r.principal,
      labelsOf(r.labels),
    ]),
    disk === undefined ? 0 : isPersistentVolume(resource) ? [disk.persistence!.id] : 1,
    source === undefined
      ? 0
      : [
          source.type, source.id, source.profile, source.vendor, source.path === undefined, source.path?.root,
          source.mount === undefined, source.mount?.root, labelsOf(source.metadata),
        ],
  ]);
}

function isUsual({ revocable, shared }: Resource): boolean {
  return revocable === undefined && shared === undefined;
}

/** Two label lists are equal whatever their order, and a missing value equals an empty one. */
function labelsOf(labels: Labels | undefined): readonly string[] | undefined {
  return labels && (labels.labels ?? []).map((l) => JSON.stringify([l.key, l.value ?? ""])).sort();
}
