// Made by `npm run generate` from src/wire/proto/maintenance.proto. Do not edit.
import type {
  Window,
  Schedule,
  ClusterStatus,
  ClusterStatus_DrainingMachine,
} from "../../model/gen/maintenance.ts";
import { draftOf, endOfMessage, finishMessage, skipField } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeInverseOfferStatus,
  encodeInverseOfferStatus,
} from "./allocator.ts";
import {
  decodeMachineID,
  decodeUnavailability,
  encodeMachineID,
  encodeUnavailability,
} from "./mesos.ts";
import * as maintenanceShapes from "./shapes/maintenance.ts";

export function encodeWindow(w: Writer, m: Window): void {
  if (m.machine_ids !== undefined) for (const item of m.machine_ids) { w.uint32(10).fork(); encodeMachineID(w, item); w.ldelim(); }
  w.uint32(18).fork(); encodeUnavailability(w, m.unavailability); w.ldelim();
}

const WindowDraft = draftOf<Window>();
export function decodeWindow(r: WireReader, end: number, into?: Window): Window {
  const m = (into ?? new WindowDraft()) as Draft<Window>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeMachineID(r, endOfMessage(r, end)); if (m.machine_ids === undefined) m.machine_ids = [one]; else m.machine_ids.push(one); break; }
      case 18: m.unavailability = decodeUnavailability(r, endOfMessage(r, end), m.unavailability); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.unavailability === undefined) r.lacksRequired = true;
  return m as Window;
}

/** mesos.v1.maintenance.Window */
export const WindowCodec = makeCodec<Window>(maintenanceShapes.Window, encodeWindow, decodeWindow);

export function encodeSchedule(w: Writer, m: Schedule): void {
  if (m.windows !== undefined) for (const item of m.windows) { w.uint32(10).fork(); encodeWindow(w, item); w.ldelim(); }
}

const ScheduleDraft = draftOf<Schedule>();
export function decodeSchedule(r: WireReader, end: number, into?: Schedule): Schedule {
  const m = (into ?? new ScheduleDraft()) as Draft<Schedule>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeWindow(r, endOfMessage(r, end)); if (m.windows === undefined) m.windows = [one]; else m.windows.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as Schedule;
}

/** mesos.v1.maintenance.Schedule */
export const ScheduleCodec = makeCodec<Schedule>(maintenanceShapes.Schedule, encodeSchedule, decodeSchedule);

export function encodeClusterStatus(w: Writer, m: ClusterStatus): void {
  if (m.draining_machines !== undefined) for (const item of m.draining_machines) { w.uint32(10).fork(); encodeClusterStatus_DrainingMachine(w, item); w.ldelim(); }
  if (m.down_machines !== undefined) for (const item of m.down_machines) { w.uint32(18).fork(); encodeMachineID(w, item); w.ldelim(); }
}

const ClusterStatusDraft = draftOf<ClusterStatus>();
export function decodeClusterStatus(r: WireReader, end: number, into?: ClusterStatus): ClusterStatus {
  const m = (into ?? new ClusterStatusDraft()) as Draft<ClusterStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeClusterStatus_DrainingMachine(r, endOfMessage(r, end)); if (m.draining_machines === undefined) m.draining_machines = [one]; else m.draining_machines.push(one); break; }
      case 18: { const one = decodeMachineID(r, endOfMessage(r, end)); if (m.down_machines === undefined) m.down_machines = [one]; else m.down_machines.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as ClusterStatus;
}

/** mesos.v1.maintenance.ClusterStatus */
export const ClusterStatusCodec = makeCodec<ClusterStatus>(maintenanceShapes.ClusterStatus, encodeClusterStatus, decodeClusterStatus);

export function encodeClusterStatus_DrainingMachine(w: Writer, m: ClusterStatus_DrainingMachine): void {
  w.uint32(10).fork(); encodeMachineID(w, m.id); w.ldelim();
  if (m.statuses !== undefined) for (const item of m.statuses) { w.uint32(18).fork(); encodeInverseOfferStatus(w, item); w.ldelim(); }
}

const ClusterStatus_DrainingMachineDraft = draftOf<ClusterStatus_DrainingMachine>();
export function decodeClusterStatus_DrainingMachine(r: WireReader, end: number, into?: ClusterStatus_DrainingMachine): ClusterStatus_DrainingMachine {
  const m = (into ?? new ClusterStatus_DrainingMachineDraft()) as Draft<ClusterStatus_DrainingMachine>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.id = decodeMachineID(r, endOfMessage(r, end), m.id); break;
      case 18: { const one = decodeInverseOfferStatus(r, endOfMessage(r, end)); if (m.statuses === undefined) m.statuses = [one]; else m.statuses.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.id === undefined) r.lacksRequired = true;
  return m as ClusterStatus_DrainingMachine;
}

/** mesos.v1.maintenance.ClusterStatus.DrainingMachine */
export const ClusterStatus_DrainingMachineCodec = makeCodec<ClusterStatus_DrainingMachine>(maintenanceShapes.ClusterStatus_DrainingMachine, encodeClusterStatus_DrainingMachine, decodeClusterStatus_DrainingMachine);
