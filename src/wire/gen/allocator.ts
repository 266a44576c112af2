// Made by `npm run generate` from src/wire/proto/allocator.proto. Do not edit.
import type {
  InverseOfferStatus,
} from "../../model/gen/allocator.ts";
import { draftOf, endOfMessage, finishMessage, readShared, skipField } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeFrameworkID,
  decodeTimeInfo,
  encodeFrameworkID,
  encodeTimeInfo,
} from "./mesos.ts";
import * as allocatorShapes from "./shapes/allocator.ts";

export function encodeInverseOfferStatus(w: Writer, m: InverseOfferStatus): void {
  w.uint32(8).int32(allocatorShapes.InverseOfferStatus_Status.numbers[m.status]);
  w.uint32(18).fork(); encodeFrameworkID(w, m.framework_id); w.ldelim();
  w.uint32(26).fork(); encodeTimeInfo(w, m.timestamp); w.ldelim();
}

const InverseOfferStatusDraft = draftOf<InverseOfferStatus>();
export function decodeInverseOfferStatus(r: WireReader, end: number, into?: InverseOfferStatus): InverseOfferStatus {
  const m = (into ?? new InverseOfferStatusDraft()) as Draft<InverseOfferStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: { const value = allocatorShapes.InverseOfferStatus_Status.names[r.int32()]; if (value !== undefined) { m.status = value; } break; }
      case 18: m.framework_id = readShared(r, end, decodeFrameworkID, m.framework_id); break;
      case 26: m.timestamp = decodeTimeInfo(r, endOfMessage(r, end), m.timestamp); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.status === undefined || m.framework_id === undefined || m.timestamp === undefined) r.lacksRequired = true;
  return m as InverseOfferStatus;
}

/** mesos.v1.allocator.InverseOfferStatus */
export const InverseOfferStatusCodec = makeCodec<InverseOfferStatus>(allocatorShapes.InverseOfferStatus, encodeInverseOfferStatus, decodeInverseOfferStatus);
