/** GET /hierarchical-allocator(1)/offer_constraints_debug: which agents a framework's constraints keep from it (EPM-29). */
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { answerJson } from "./answer.ts";
import { object, strings } from "./json.ts";

export function offerConstraintsDebug({ frameworks, allocator }: Master, request: HttpRequest): HttpResponse {
  const shown = Array.from(frameworks.values(), ({ id, suppressedRoles }) => {
    const excluded = Array.from(allocator.excludedByConstraints(id), ([role, agents]) => [role, strings(agents)] as const);
    const members = [
      ["suppressed_roles", strings(suppressedRoles)],
      ["excluded_by_attribute_constraints", object(excluded)],
    ] as const;
    return [id, object(members)] as const;
  });
  return answerJson(request, object([["frameworks", object(shown)]]));
}
