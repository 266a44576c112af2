/** GET /weights and GET_WEIGHTS (EPM-25, CAL-16): weights that were set; every other role's is 1. */
import type { WeightInfo } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import { WeightInfoCodec } from "../../wire/gen/mesos.ts";
import { approver } from "../authorize/authorize.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";
import { array } from "./json.ts";

export function weights(master: Master, request: HttpRequest): HttpResponse {
  const shown = shownWeights(master, request.principal);
  return answerJson(request, array(shown.map((info) => WeightInfoCodec.toJson(info))));
}

/** Weights of the roles that may be seen. */
export function shownWeights(master: Master, principal: Principal | undefined): readonly WeightInfo[] {
  const approve = approver(master, principal, "VIEW_ROLE");
  return weightInfos(master).filter(({ role }) => approve(role));
}

export function weightInfos({ weights: all }: Master): readonly WeightInfo[] {
  return Array.from(all, ([role, weight]) => ({ role, weight }));
}
