/**
 * What an operation on resources needs: its framework's principal when it comes with an ACCEPT, the operator's otherwise
 * (ACL-03 to ACL-07, ACL-50 to ACL-54).
 */
import type { Action } from "../../model/acl/actions.ts";
import type { Offer_Operation, Offer_Operation_Reserve, Resource } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import { ResourceCodec } from "../../wire/gen/mesos.ts";
import { toV0Json } from "../../wire/v0/names.ts";
import { writeString } from "../../wire/json.ts";
import type { Master } from "../master.ts";
import { approver } from "./authorize.ts";

/** One thing to be allowed; without an object it must be allowed on every one. */
interface Ask {
  readonly action: Action;
  readonly object?: { readonly value: string; readonly resource: Resource };
}

/** True if everything the operation needs is allowed. One that needs nothing is for its validation to judge. */
export function mayOperate(master: Master, principal: Principal | undefined, operation: Offer_Operation): boolean {
  return firstRefused(master, principal, operation) === undefined;
}

/** Why a framework may not do this; undefined if it may. */
export function operationRefusal(
  master: Master, principal: Principal | undefined, operation: Offer_Operation,
): string | undefined {
  const refused = firstRefused(master, principal, operation);
  if (refused === undefined) return undefined;
  return `Principal '${principal?.value ?? ""}' no authorized to ${printAsk(refused)}`;
}

function firstRefused(master: Master, principal: Principal | undefined, operation: Offer_Operation): Ask | undefined {
  return asksOf(operation).find(({ action, object }) => !approver(master, principal, action)(object?.value));
}

function asksOf(operation: Offer_Operation): readonly Ask[] {
  switch (operation.type) {
    case "RESERVE":
      return operation.reserve === undefined ? [] : reserveAsks(operation.reserve);
    case "UNRESERVE":
      return unreserveAsks(operation.unreserve?.resources ?? []);
    case "CREATE":
      return orAny("CREATE_VOLUME", perRole("CREATE_VOLUME", operation.create?.volumes ?? []));
    case "DESTROY":
      return orAny("DESTROY_VOLUME", destroyAsks(operation.destroy?.volumes ?? []));
    case "GROW_VOLUME":
      return perRole("RESIZE_VOLUME", operation.grow_volume === undefined ? [] : [operation.grow_volume.volume]);
    case "SHRINK_VOLUME":
      return perRole("RESIZE_VOLUME", operation.shrink_volume === undefined ? [] : [operation.shrink_volume.volume]);
    case "CREATE_DISK":
      return diskAsks(operation.create_disk?.target_type, operation.create_disk?.source, CREATE_DISK);
    case "DESTROY_DISK":
      return diskAsks(operation.destroy_disk?.source.disk?.source?.type, operation.destroy_disk?.source, DESTROY_DISK);
    default:
      return [];
  }
}

type DiskActions = Readonly<Partial<Record<string, Action>>>;

const CREATE_DISK: DiskActions = { MOUNT: "CREATE_MOUNT_DISK", BLOCK: "CREATE_BLOCK_DISK" };
const DESTROY_DISK: DiskActions = { MOUNT: "DESTROY_MOUNT_DISK", BLOCK: "DESTROY_BLOCK_DISK", RAW: "DESTROY_RAW_DISK" };

/** Validation refuses other types. */
function diskAsks(type: string | undefined, source: Resource | undefined, actions: DiskActions): readonly Ask[] {
  const action = type === undefined ? undefined : actions[type];
  return action === undefined || source === undefined ? [] : perRole(action, [source]);
}

/**
 * A reservation is taken off and put on one level at a time: down from where `source` stands to what both have in common,
 * and up from there. Without `source` only the last level is new.
 */
function reserveAsks({ source = [], resources = [] }: Offer_Operation_Reserve): readonly Ask[] {
  if (source.length === 0) return perRole("RESERVE_RESOURCES", resources);
  const has = source[0]!.reservations ?? [];
  const wants = resources[0]?.reservations ?? [];
  let common = 0;
  while (common < has.length && common < wants.length && same(has[common], wants[common])) common++;
  const asks: Ask[] = [];
  for (let level = has.length; level > common; level--) {
    asks.push(...unreserveAsks(source.map((resource) => upTo(resource, resource.reservations ?? [], level))));
  }
  for (let level = common + 1; level <= wants.length; level++) {
    asks.push(...perRole("RESERVE_RESOURCES", source.map((resource) => upTo(resource, wants, level))));
  }
  return asks;
}

function upTo(resource: Resource, reservations: NonNullable<Resource["reservations"]>, level: number): Resource {
  return { ...resource, reservations: reservations.slice(0, level) };
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function unreserveAsks(resources: readonly Resource[]): readonly Ask[] {
  const asks: Ask[] = [];
  let nameless = false;
  for (const resource of resources) {
    const value = resource.reservations?.at(-1)?.principal;
    if (value === undefined) nameless = true;
    else asks.push({ action: "UNRESERVE_RESOURCES", object: { value, resource } });
  }
  return nameless ? [...asks, { action: "UNRESERVE_RESOURCES" }] : asks;
}

function destroyAsks(volumes: readonly Resource[]): readonly Ask[] {
  return volumes.flatMap((resource): Ask[] => {
    const { persistence } = resource.disk ?? {};
    if (persistence === undefined) return [];
    return [{ action: "DESTROY_VOLUME", object: { value: persistence.principal ?? "", resource } }];
  });
}

/** Each role is asked for once. */
function perRole(action: Action, resources: readonly Resource[]): readonly Ask[] {
  const asks = new Map<string, Ask>();
  for (const resource of resources) {
    const value = resource.reservations?.at(-1)?.role ?? DEFAULT_ROLE;
    if (!asks.has(value)) asks.set(value, { action, object: { value, resource } });
  }
  return [...asks.values()];
}

function orAny(action: Action, asks: readonly Ask[]): readonly Ask[] {
  return asks.length === 0 ? [{ action }] : asks;
}

function printAsk({ action, object }: Ask): string {
  if (object === undefined) return `perform action ${action} on ANY object`;
  const json = `{"value":${writeString(object.value)},"resource":${toV0Json(ResourceCodec, object.resource)}}`;
  return `perform action ${action} on object ${json}`;
}
