/** GET /quota and GET_QUOTA (EPM-22, CAL-34): quotas as they were set, in the current form and in the old one. */
import type { QuotaInfo, QuotaStatus } from "../../model/gen/quota.ts";
import type { Principal } from "../../model/principal.ts";
import { quotaConfig } from "../../model/quota.ts";
import { fromMilli } from "../../model/scalar.ts";
import { QuotaStatusCodec } from "../../wire/gen/quota.ts";
import { approver } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";

export function quota(master: Master, request: HttpRequest): HttpResponse {
  return answerJson(request, QuotaStatusCodec.toJson(quotaStatus(master, request.principal)));
}

export function quotaStatus(master: Master, principal: Principal | undefined): QuotaStatus {
  const approve = approver(master, principal, "GET_QUOTA");
  const quotas = [...master.quotas].filter(([role]) => approve(role));
  return {
    infos: quotas.map(([role, { guarantees }]): QuotaInfo => ({
      role,
      guarantee: [...guarantees].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, milli]) => ({
        name, type: "SCALAR", scalar: { value: fromMilli(milli) },
      })),
    })),
    configs: quotas.map(([role, one]) => quotaConfig(role, one)),
  };
}
