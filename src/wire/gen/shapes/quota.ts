// Made by `npm run generate` from src/wire/proto/quota.proto. Do not edit.
import { define, field, messageShape } from "../../shape.ts";
import * as mesosShapes from "./mesos.ts";

export const QuotaInfo = messageShape("mesos.v1.quota.QuotaInfo");
export const QuotaRequest = messageShape("mesos.v1.quota.QuotaRequest");
export const QuotaConfig = messageShape("mesos.v1.quota.QuotaConfig");
export const QuotaStatus = messageShape("mesos.v1.quota.QuotaStatus");

define(QuotaInfo, [
  field(1, "optional", "role", "string"),
  field(2, "optional", "principal", "string"),
  field(3, "repeated", "guarantee", mesosShapes.Resource),
]);
define(QuotaRequest, [
  field(1, "optional", "force", "bool"),
  field(2, "optional", "role", "string"),
  field(3, "repeated", "guarantee", mesosShapes.Resource),
]);
define(QuotaConfig, [
  field(1, "required", "role", "string"),
  field(2, "map", "guarantees", mesosShapes.Value_Scalar),
  field(3, "map", "limits", mesosShapes.Value_Scalar),
]);
define(QuotaStatus, [
  field(1, "repeated", "infos", QuotaInfo),
  field(2, "repeated", "configs", QuotaConfig),
]);
