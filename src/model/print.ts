import { printDouble } from "./decimal.ts";
import { printLabels } from "./labels.ts";
import { printRanges } from "./ranges.ts";
import { reservationsOf } from "./reservation.ts";
import { fromMilli, toMilli } from "./scalar.ts";
import { printSet } from "./sets.ts";
import type { Resource, Resource_DiskInfo, Resource_DiskInfo_Source, Resource_ReservationInfo } from "./gen/mesos.ts";
import type { Volume } from "./gen/mesos.ts";

/**
 * Resources as Mesos words them in messages and logs: `cpus(allocated: eng)(reservations: [(DYNAMIC,eng)]):0.5`.
 * Only unreserved, unallocated resources can be read back by `parse.ts`.
 */
export function printResource(resource: Resource): string {
  const { allocation_info: allocation, disk } = resource;
  const reservations = reservationsOf(resource);
  const stack = reservations.map((reservation) => `(${printReservation(reservation)})`).join(",");
  return [
    resource.name,
    allocation === undefined ? "" : `(allocated: ${allocation.role ?? ""})`,
    reservations.length === 0 ? "" : `(reservations: [${stack}])`,
    disk === undefined ? "" : `[${printDisk(disk)}]`,
    resource.revocable === undefined ? "" : "{REV}",
    resource.shared === undefined ? "" : "<SHARED>",
    `:${printValue(resource)}`,
  ].join("");
}

/** `cpus:4; mem:4096; ports:[31000-32000]`, `{}` when there is nothing. */
export function printResources(resources: readonly Resource[]): string {
  return resources.length === 0 ? "{}" : resources.map(printResource).join("; ");
}

/** A scalar as it is printed everywhere: its thousandths, without trailing zeros. */
export function printScalar(value: number): string {
  return printDouble(fromMilli(toMilli(value)));
}

/** `MOUNT:/mnt/d0`, `PATH`, `RAW(vendor,id,profile)` */
export function printDiskSource(source: Resource_DiskInfo_Source): string {
  if (source.type === "UNKNOWN") return "UNKNOWN";
  if (source.id !== undefined || source.profile !== undefined) {
    return `${source.type}(${source.vendor ?? ""},${source.id ?? ""},${source.profile ?? ""})`;
  }
  const root = source.type === "MOUNT" ? source.mount?.root : source.type === "PATH" ? source.path?.root : undefined;
  return root === undefined ? source.type : `${source.type}:${root}`;
}

/** `DYNAMIC,role,principal,{label: value}` */
function printReservation({ type, role, principal, labels }: Resource_ReservationInfo): string {
  const parts = [type ?? "UNKNOWN", role ?? ""];
  if (principal !== undefined) parts.push(principal);
  if (labels !== undefined) parts.push(printLabels(labels));
  return parts.join(",");
}

function printDisk({ source, persistence, volume }: Resource_DiskInfo): string {
  const parts: string[] = [];
  if (source !== undefined) parts.push(printDiskSource(source));
  if (persistence !== undefined) parts.push(persistence.id);
  return parts.join(",") + (volume === undefined ? "" : `:${printVolume(volume)}`);
}

function printVolume({ host_path: hostPath, container_path: containerPath, mode }: Volume): string {
  if (hostPath === undefined) return containerPath ?? "";
  return `${hostPath}:${containerPath ?? ""}${mode === undefined ? "" : `:${mode.toLowerCase()}`}`;
}

function printValue(resource: Resource): string {
  switch (resource.type) {
    case "RANGES":
      return printRanges(resource.ranges?.range ?? []);
    case "SET":
      return printSet(resource.set?.item ?? []);
    default:
      return printScalar(resource.scalar?.value ?? 0);
  }
}
