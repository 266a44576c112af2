/** The agent's own resources: what it has been started with, and what reservations and volumes have made of it. */
import { isPersistentVolume, isShared, needsCheckpoint } from "../model/resource.ts";
import { isDynamicallyReserved, reservationsOf, withReservations } from "../model/reservation.ts";
import { printResource, printResources } from "../model/print.ts";
import { add, contains, subtract } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import type { Resource } from "../model/gen/mesos.ts";

/** The total: static resources in which every checkpointed one has taken the place of the plain one it was made of. */
export function withCheckpointed(fixed: Resources, checkpointed: Resources): Result<Resources> {
  let total = fixed;
  for (const resource of checkpointed) {
    const plain = plainOf(resource);
    if (!contains(total, [plain])) {
      return err(`Incompatible agent resources: ${printResources(total)} does not contain ${printResource(plain)}`);
    }
    total = add(subtract(total, [plain]), [resource]);
  }
  return ok(total);
}

/** What must survive a restart. */
export function checkpointedOf(total: Resources): Resources {
  return total.filter(needsCheckpoint);
}

/** The directory of a volume: below its disk's root, or the agent's; a whole MOUNT disk is its root itself. */
export function volumeDirectory(workDir: string, volume: Resource): string {
  const source = volume.disk?.source;
  const id = volume.disk?.persistence?.id ?? "";
  const role = (reservationsOf(volume).at(-1)?.role ?? "*").replaceAll("/", " ");
  const below = `volumes/roles/${role}/${id}`;
  const root = source?.type === "MOUNT" ? source.mount?.root : source?.type === "PATH" ? source.path?.root : undefined;
  const base = root === undefined ? workDir : root.startsWith("/") ? root : `${workDir}/${root}`;
  return source?.type === "MOUNT" ? base : `${base}/${below}`;
}

/** A volume that lies on a whole disk of its own: its root stays when it is destroyed. */
export function isMounted(volume: Resource): boolean {
  return volume.disk?.source?.type === "MOUNT";
}

/** The volumes of the list by their directory. */
export function volumesOf(workDir: string, resources: Resources): ReadonlyMap<string, Resource> {
  return new Map(resources.filter(isPersistentVolume).map((volume) => [volumeDirectory(workDir, volume), volume]));
}

/** Without dynamic reservations, persistence and sharing. */
function plainOf(resource: Resource): Resource {
  let plain = resource;
  while (isDynamicallyReserved(plain)) plain = withReservations(plain, reservationsOf(plain).slice(0, -1));
  if (isPersistentVolume(plain)) {
    const { disk, ...rest } = plain;
    plain = disk?.source === undefined ? rest : { ...rest, disk: { source: disk.source } };
  }
  if (!isShared(plain)) return plain;
  const { shared: _, ...unshared } = plain;
  return unshared;
}
