import type { Resource } from "../../model/gen/mesos.ts";
import { printResource } from "../../model/print.ts";
import { isDynamicallyReserved, reservationsOf, withReservations } from "../../model/reservation.ts";
import { isPersistentVolume, needsCheckpoint, withoutPersistence } from "../../model/resource.ts";
import { add, contains, subtract, unallocate } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { AgentProvider } from "../state/agent.ts";
import type { Operation } from "../state/operation.ts";
import { isHolding } from "../state/operations.ts";

/**
 * What an agent has: the static resources it was configured with, of which some became the dynamic reservations and
 * volumes it checkpointed. Both in the inner format. The error says which checkpointed resource does not come from
 * the static ones.
 */
export function totalResources(configured: Resources, checkpointed: Resources): Result<Resources> {
  let total = configured;
  for (const resource of checkpointed) {
    if (!needsCheckpoint(resource)) return err(`Unexpected checkpointed resources ${printResource(resource)}`);
    const source = [sourceOf(resource)];
    if (!contains(total, source)) {
      const has = total.map(printResource).join("; ");
      return err(`Incompatible agent resources: ${has} does not contain ${printResource(source[0]!)}`);
    }
    total = add(subtract(total, source), [resource]);
  }
  return ok(total);
}

/** The configured resource it was made from: without dynamic reservations, and without the volume on the disk. */
function sourceOf(resource: Resource): Resource {
  const disk = isPersistentVolume(resource) ? withoutPersistence(resource) : resource;
  if (!isDynamicallyReserved(disk)) return disk;
  return withReservations(disk, reservationsOf(disk).filter(({ type }) => type === "STATIC"));
}

/** The agent's own resources plus those of its providers, less what operations of unknown frameworks hold (FWK-26). */
export function withProviders(
  own: Resources, providers: Iterable<AgentProvider>, operations: Iterable<Operation>,
): Resources {
  let total = own;
  for (const provider of providers) total = add(total, provider.total);
  for (const operation of operations) {
    if (operation.orphaned && isHolding(operation)) total = subtract(total, unallocate(operation.consumed));
  }
  return total;
}
