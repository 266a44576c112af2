// Made by `npm run generate` from src/wire/proto/quota.proto. Do not edit.
import type {
  QuotaInfo,
  QuotaRequest,
  QuotaConfig,
  QuotaStatus,
} from "../../model/gen/quota.ts";
import { draftOf, emptyMap, endOfMessage, finishMessage, readShared, skipField, writeShared } from "../binary.ts";
import type { Draft, WireReader, Writer } from "../binary.ts";
import { makeCodec } from "../codec.ts";
import {
  decodeResource,
  decodeValue_Scalar,
  encodeResource,
  encodeValue_Scalar,
} from "./mesos.ts";
import * as quotaShapes from "./shapes/quota.ts";

export function encodeQuotaInfo(w: Writer, m: QuotaInfo): void {
  if (m.role !== undefined) { w.uint32(10).string(m.role); }
  if (m.principal !== undefined) { w.uint32(18).string(m.principal); }
  if (m.guarantee !== undefined) for (const item of m.guarantee) { w.uint32(26); writeShared(w, item, encodeResource); }
}

const QuotaInfoDraft = draftOf<QuotaInfo>();
export function decodeQuotaInfo(r: WireReader, end: number, into?: QuotaInfo): QuotaInfo {
  const m = (into ?? new QuotaInfoDraft()) as Draft<QuotaInfo>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.role = r.string(); break;
      case 18: m.principal = r.string(); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.guarantee === undefined) m.guarantee = [one]; else m.guarantee.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as QuotaInfo;
}

/** mesos.v1.quota.QuotaInfo */
export const QuotaInfoCodec = makeCodec<QuotaInfo>(quotaShapes.QuotaInfo, encodeQuotaInfo, decodeQuotaInfo);

export function encodeQuotaRequest(w: Writer, m: QuotaRequest): void {
  if (m.force !== undefined) { w.uint32(8).bool(m.force); }
  if (m.role !== undefined) { w.uint32(18).string(m.role); }
  if (m.guarantee !== undefined) for (const item of m.guarantee) { w.uint32(26); writeShared(w, item, encodeResource); }
}

const QuotaRequestDraft = draftOf<QuotaRequest>();
export function decodeQuotaRequest(r: WireReader, end: number, into?: QuotaRequest): QuotaRequest {
  const m = (into ?? new QuotaRequestDraft()) as Draft<QuotaRequest>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 8: m.force = r.bool(); break;
      case 18: m.role = r.string(); break;
      case 26: { const one = readShared(r, end, decodeResource, undefined); if (m.guarantee === undefined) m.guarantee = [one]; else m.guarantee.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as QuotaRequest;
}

/** mesos.v1.quota.QuotaRequest */
export const QuotaRequestCodec = makeCodec<QuotaRequest>(quotaShapes.QuotaRequest, encodeQuotaRequest, decodeQuotaRequest);

export function encodeQuotaConfig(w: Writer, m: QuotaConfig): void {
  w.uint32(10).string(m.role);
  if (m.guarantees !== undefined) {
    for (const key of Object.keys(m.guarantees)) {
      w.uint32(18).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.guarantees[key]!); w.ldelim();
      w.ldelim();
    }
  }
  if (m.limits !== undefined) {
    for (const key of Object.keys(m.limits)) {
      w.uint32(26).fork().uint32(10).string(key);
      w.uint32(18).fork(); encodeValue_Scalar(w, m.limits[key]!); w.ldelim();
      w.ldelim();
    }
  }
}

const QuotaConfigDraft = draftOf<QuotaConfig>();
export function decodeQuotaConfig(r: WireReader, end: number, into?: QuotaConfig): QuotaConfig {
  const m = (into ?? new QuotaConfigDraft()) as Draft<QuotaConfig>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: m.role = r.string(); break;
      case 18: readQuotaConfig_guarantees(r, endOfMessage(r, end), (m.guarantees ??= emptyMap())); break;
      case 26: readQuotaConfig_limits(r, endOfMessage(r, end), (m.limits ??= emptyMap())); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  if (m.role === undefined) r.lacksRequired = true;
  return m as QuotaConfig;
}

function readQuotaConfig_guarantees(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
  let key = "";
  let value: ReturnType<typeof decodeValue_Scalar> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeValue_Scalar(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeValue_Scalar(r, r.pos);
}

function readQuotaConfig_limits(r: WireReader, end: number, map: Record<string, ReturnType<typeof decodeValue_Scalar>>): void {
  let key = "";
  let value: ReturnType<typeof decodeValue_Scalar> | undefined;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: key = r.string(); break;
      case 18: value = decodeValue_Scalar(r, endOfMessage(r, end), value); break;
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  map[key] = value ?? decodeValue_Scalar(r, r.pos);
}

/** mesos.v1.quota.QuotaConfig */
export const QuotaConfigCodec = makeCodec<QuotaConfig>(quotaShapes.QuotaConfig, encodeQuotaConfig, decodeQuotaConfig);

export function encodeQuotaStatus(w: Writer, m: QuotaStatus): void {
  if (m.infos !== undefined) for (const item of m.infos) { w.uint32(10).fork(); encodeQuotaInfo(w, item); w.ldelim(); }
  if (m.configs !== undefined) for (const item of m.configs) { w.uint32(18).fork(); encodeQuotaConfig(w, item); w.ldelim(); }
}

const QuotaStatusDraft = draftOf<QuotaStatus>();
export function decodeQuotaStatus(r: WireReader, end: number, into?: QuotaStatus): QuotaStatus {
  const m = (into ?? new QuotaStatusDraft()) as Draft<QuotaStatus>;
  while (r.pos < end) {
    const tag = r.tag();
    switch (tag) {
      case 10: { const one = decodeQuotaInfo(r, endOfMessage(r, end)); if (m.infos === undefined) m.infos = [one]; else m.infos.push(one); break; }
      case 18: { const one = decodeQuotaConfig(r, endOfMessage(r, end)); if (m.configs === undefined) m.configs = [one]; else m.configs.push(one); break; }
      default: skipField(r, tag);
    }
  }
  finishMessage(r, end);
  return m as QuotaStatus;
}

/** mesos.v1.quota.QuotaStatus */
export const QuotaStatusCodec = makeCodec<QuotaStatus>(quotaShapes.QuotaStatus, encodeQuotaStatus, decodeQuotaStatus);
