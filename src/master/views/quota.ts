/** GET /quota and GET_QUOTA (EPM-22, CAL-34): quotas as they were set, in the current form and in the old one. */
import type { QuotaInfo, QuotaStatus } from "../../model/gen/quota.ts";
import { quotaConfig } from "../../model/quota.ts";
import { fromMilli } from "../../model/scalar.ts";
import { QuotaStatusCodec } from "../../wire/gen/quota.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";

export function quota(master: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, QuotaStatusCodec.toJson(quotaStatus(master)));
}

export function quotaStatus({ quotas }: Master): QuotaStatus {
  return {
    infos: Array.from(quotas, ([role, { guarantees }]): QuotaInfo => ({
      role,
      guarantee: [...guarantees].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, milli]) => ({
        name, type: "SCALAR", scalar: { value: fromMilli(milli) },
      })),
    })),
    configs: Array.from(quotas, ([role, one]) => quotaConfig(role, one)),
  };
}
