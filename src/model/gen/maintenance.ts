// Made by `npm run generate` from src/wire/proto/maintenance.proto. Do not edit.
import type { InverseOfferStatus } from "./allocator.ts";
import type { MachineID, Unavailability } from "./mesos.ts";

/** mesos.v1.maintenance.Window */
export interface Window {
  readonly machine_ids?: readonly MachineID[];
  readonly unavailability: Unavailability;
}

/** mesos.v1.maintenance.Schedule */
export interface Schedule {
  readonly windows?: readonly Window[];
}

/** mesos.v1.maintenance.ClusterStatus */
export interface ClusterStatus {
  readonly draining_machines?: readonly ClusterStatus_DrainingMachine[];
  readonly down_machines?: readonly MachineID[];
}

/** mesos.v1.maintenance.ClusterStatus.DrainingMachine */
export interface ClusterStatus_DrainingMachine {
  readonly id: MachineID;
  readonly statuses?: readonly InverseOfferStatus[];
}
