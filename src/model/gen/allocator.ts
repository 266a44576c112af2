// Made by `npm run generate` from src/wire/proto/allocator.proto. Do not edit.
import type { FrameworkID, TimeInfo } from "./mesos.ts";

/** mesos.v1.allocator.InverseOfferStatus */
export interface InverseOfferStatus {
  readonly status: InverseOfferStatus_Status;
  readonly framework_id: FrameworkID;
  readonly timestamp: TimeInfo;
}

/** mesos.v1.allocator.InverseOfferStatus.Status */
export type InverseOfferStatus_Status =
  | "UNKNOWN"
  | "ACCEPT"
  | "DECLINE";
