/**
 * CREATE_DISK and DESTROY_DISK turn raw storage of a resource provider into disks and back (OPR-13, OPR-14). Only the
 * provider knows what comes out of it: until it says so, the resources are neither free nor used.
 */
import type {
  Offer_Operation, Offer_Operation_CreateDisk, Offer_Operation_DestroyDisk, Resource,
} from "../../model/gen/mesos.ts";
import { printResource, printResources } from "../../model/print.ts";
import { isFromProvider, isPersistentVolume } from "../../model/resource.ts";
import { contains, subtract, toResources } from "../../model/resources.ts";
import { printUpid } from "../../model/upid.ts";
import { resourcesError } from "../validate/resources.ts";
import { countCarriedOut, onAgent, refuse, refuseUnauthorized } from "./acceptance.ts";
import type { Acceptance } from "./acceptance.ts";
import { applyOperation } from "./apply.ts";

export function createDisk(acceptance: Acceptance, operation: Offer_Operation): void {
  const { create_disk } = operation;
  transform(acceptance, operation, create_disk?.source, create_disk && createError(create_disk));
}

export function destroyDisk(acceptance: Acceptance, operation: Offer_Operation): void {
  const { destroy_disk } = operation;
  transform(acceptance, operation, destroy_disk?.source, destroy_disk && destroyError(destroy_disk));
}

function transform(
  acceptance: Acceptance, operation: Offer_Operation, source: Resource | undefined, error: string | undefined,
): void {
  const { master, framework, agent, remaining, out } = acceptance;
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) {
    const where = `agent ${agent.id} at ${printUpid(agent.pid)} (${agent.info.hostname})`;
    const why = `Not supported on ${where} because it does not have RESOURCE_PROVIDER capability`;
    return refuse(acceptance, operation, why);
  }
  if (error !== undefined) return refuse(acceptance, operation, error + onAgent(acceptance));
  if (refuseUnauthorized(acceptance, operation)) return;
  const consumed = toResources(source === undefined ? [] : [source]);
  if (consumed.length === 0 || !contains(remaining, consumed)) {
    const [has, needs] = [remaining, consumed].map(printResources);
    return refuse(acceptance, operation, `Invalid ${operation.type} Operation: ${has} does not contain ${needs}`);
  }
  acceptance.remaining = subtract(remaining, consumed);
  applyOperation(master, framework.id, agent, operation, out);
  countCarriedOut(framework, operation);
}

function createError({ source, target_type, target_profile }: Offer_Operation_CreateDisk): string | undefined {
  const disk = source.disk?.source;
  const invalid = resourcesError([source]);
  if (invalid !== undefined) return `Invalid resource: ${invalid}`;
  if (!isFromProvider(source)) return "'source' is not managed by a resource provider";
  if (disk?.type !== "RAW") return "'source' is not a RAW disk resource";
  if (target_type !== "MOUNT" && target_type !== "BLOCK") return "'target_type' is neither MOUNT or BLOCK";
  if ((disk.profile === undefined) !== (target_profile === undefined)) return undefined;
  return target_profile === undefined
    ? "'target_profile' must be set when 'source' has no profile"
    : "'target_profile' must not be set when 'source' has a profile";
}

function destroyError({ source }: Offer_Operation_DestroyDisk): string | undefined {
  const disk = source.disk?.source;
  const invalid = resourcesError([source]);
  if (invalid !== undefined) return `Invalid resource: ${invalid}`;
  if (!isFromProvider(source)) return "'source' is not managed by a resource provider";
  if (disk === undefined || disk.type === "PATH" || disk.type === "UNKNOWN") {
    return "'source' is neither a MOUNT, BLOCK or RAW disk resource";
  }
  if (disk.id === undefined) return "'source' is not backed by a CSI volume";
  if (!isPersistentVolume(source)) return undefined;
  const what = `A disk resource containing a persistent volume ${printResource(source)}`;
  const how = "Please destroy the persistent volume first then destroy the disk resource";
  return `${what} cannot be destroyed directly. ${how}`;
}
