/**
 * GET /hierarchical-allocator(1)/offer_constraints_debug: which agents a framework's constraints keep from it (EPM-29).
 */
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";
import { object, strings } from "./json.ts";

export function offerConstraintsDebug(master: Master, request: HttpRequest): HttpResponse {
  const { frameworks, allocator } = master;
  const viewer = viewerOf(master, request.principal);
  const shown = [...frameworks.values()].filter(({ info }) => viewer.framework(info)).map(({ id, suppressedRoles }) => {
    const excluded = [...allocator.excludedByConstraints(id)].map(([role, agents]) => [role, strings(agents)] as const);
    const members = [
      ["suppressed_roles", strings(suppressedRoles)],
      ["excluded_by_attribute_constraints", object(excluded)],
    ] as const;
    return [id, object(members)] as const;
  });
  return answerJson(request, object([["frameworks", object(shown)]]));
}
