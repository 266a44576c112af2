import { printResource, printResources } from "./print.ts";
import { isFromProvider, withScalar, withoutPersistence } from "./resource.ts";
import { add, contains, subtract, toResources, unreserve } from "./resources.ts";
import type { Resources } from "./resources.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { addScalars, subtractScalars } from "./scalar.ts";
import type { Offer_Operation, Resource } from "./gen/mesos.ts";

/**
 * What an offer operation does to resources: it consumes some and gives others. Master, agent and allocator all go
 * through here, so they cannot disagree. Only operations whose outcome is known beforehand convert (OPR-15);
 * whether one is allowed is for the master's validation to say.
 */
export interface Conversion {
  readonly consumed: Resources;
  readonly converted: Resources;
  /** A volume that must be gone afterwards: DESTROY fails while other copies of a shared volume remain. */
  readonly gone?: Resource;
}

/** Do master and agent account for the operation at once, without waiting for the agent (OPR-15)? */
export function isSpeculative(operation: Offer_Operation): boolean {
  switch (operation.type) {
    case "RESERVE":
    case "UNRESERVE":
    case "CREATE":
    case "DESTROY":
    case "GROW_VOLUME":
    case "SHRINK_VOLUME":
      return true;
    default:
      return false;
  }
}

/** The conversions of an operation, to be applied in this order. */
export function conversionsOf(operation: Offer_Operation): Result<readonly Conversion[]> {
  switch (operation.type) {
    case "RESERVE":
      return ok(reserveConversions(operation.reserve?.source ?? [], operation.reserve?.resources ?? []));
    case "UNRESERVE":
      return ok(toResources(operation.unreserve?.resources).map(unreserveConversion));
    case "CREATE":
      return ok(toResources(operation.create?.volumes).map(createConversion));
    case "DESTROY":
      return ok(toResources(operation.destroy?.volumes).map(destroyConversion));
    case "GROW_VOLUME":
      return growConversions(operation.grow_volume?.volume, operation.grow_volume?.addition);
    case "SHRINK_VOLUME":
      return shrinkConversions(operation.shrink_volume?.volume, operation.shrink_volume?.subtract.value);
    case "UNKNOWN":
    case undefined:
      return err("Unknown operation");
    default:
      return err("Operation not supported");
  }
}

/** The resources after one conversion; an error says what was not there. */
function applyConversion(resources: Resources, conversion: Conversion): Result<Resources> {
  const { consumed, converted, gone } = conversion;
  if (!contains(resources, consumed)) {
    return err(`${printResources(resources)} does not contain ${printResources(consumed)}`);
  }
  const result = add(subtract(resources, consumed), converted);
  if (gone !== undefined && contains(result, [gone])) {
    const volume = printResource(gone);
    return err(`Persistent volume ${volume} cannot be removed due to additional shared copies`);
  }
  return ok(result);
}

/** The resources after several conversions, all or none. */
export function applyConversions(resources: Resources, conversions: readonly Conversion[]): Result<Resources> {
  let result = resources;
  for (const conversion of conversions) {
    const next = applyConversion(result, conversion);
    if (!next.ok) return next;
    result = next.value;
  }
  return ok(result);
}

/** The resources after an operation. */
export function applyOperation(resources: Resources, operation: Offer_Operation): Result<Resources> {
  const conversions = conversionsOf(operation);
  if (!conversions.ok) return err(`Cannot get conversions: ${conversions.error}`);
  return applyConversions(resources, conversions.value);
}

/** Without a source the last reservation is pushed; with one the source becomes the target (OPR-07). */
function reserveConversions(source: readonly Resource[], target: readonly Resource[]): readonly Conversion[] {
  const converted = toResources(target);
  return [{ consumed: source.length > 0 ? toResources(source) : unreserve(converted), converted }];
}

function unreserveConversion(reserved: Resource): Conversion {
  return { consumed: [reserved], converted: unreserve([reserved]) };
}

function createConversion(volume: Resource): Conversion {
  return { consumed: [withoutPersistence(volume)], converted: [volume] };
}

function destroyConversion(volume: Resource): Conversion {
  return { consumed: [volume], converted: [withoutPersistence(volume)], gone: volume };
}

function growConversions(volume: Resource | undefined, addition: Resource | undefined): Result<readonly Conversion[]> {
  if (volume === undefined || addition === undefined) return err("Operation not supported");
  if (isFromProvider(volume)) return err("Operation not supported for resource provider");
  const grown = withScalar(volume, addScalars(volume.scalar?.value ?? 0, addition.scalar?.value ?? 0));
  return ok([{ consumed: toResources([volume, addition]), converted: toResources([grown]) }]);
}

/** The volume becomes a smaller one, and what it no longer needs is plain disk again. */
function shrinkConversions(volume: Resource | undefined, by: number | undefined): Result<readonly Conversion[]> {
  if (volume === undefined || by === undefined) return err("Operation not supported");
  if (isFromProvider(volume)) return err("Operation not supported for resource provider");
  const shrunk = withScalar(volume, subtractScalars(volume.scalar?.value ?? 0, by));
  const freed = withScalar(withoutPersistence(volume), by);
  return ok([{ consumed: toResources([volume]), converted: toResources([shrunk, freed]) }]);
}
