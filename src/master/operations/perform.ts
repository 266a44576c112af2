/** What a framework may do with an offer: every Offer.Operation and the function that does it. */
import type { Offer_Operation } from "../../model/gen/mesos.ts";
import type { Acceptance } from "./acceptance.ts";
import { create } from "./create.ts";
import { destroy } from "./destroy.ts";
import { createDisk, destroyDisk } from "./disk.ts";
import { launchGroup } from "./launch-group.ts";
import { launch } from "./launch.ts";
import { reserve } from "./reserve.ts";
import { growVolume, shrinkVolume } from "./resize.ts";
import { unreserve } from "./unreserve.ts";

/** Carries out an operation that `readOperation` has passed. */
export function perform(acceptance: Acceptance, operation: Offer_Operation): void {
  switch (operation.type) {
    case "LAUNCH":
      return launch(acceptance, operation);
    case "LAUNCH_GROUP":
      return launchGroup(acceptance, operation);
    case "RESERVE":
      return reserve(acceptance, operation);
    case "UNRESERVE":
      return unreserve(acceptance, operation);
    case "CREATE":
      return create(acceptance, operation);
    case "DESTROY":
      return destroy(acceptance, operation);
    case "GROW_VOLUME":
      return growVolume(acceptance, operation);
    case "SHRINK_VOLUME":
      return shrinkVolume(acceptance, operation);
    case "CREATE_DISK":
      return createDisk(acceptance, operation);
    case "DESTROY_DISK":
      return destroyDisk(acceptance, operation);
    case "UNKNOWN":
    case undefined:
      return;
  }
}
