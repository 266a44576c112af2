/**
 * Is this the executor it says it is (AUT-18)? Its token names framework, executor and container; each must be right.
 */
import type { Principal } from "../../model/principal.ts";
import type { Executor } from "../state.ts";

/** What a token of this executor claims. */
export function claimsOf({ frameworkId, id, containerId }: Executor): Readonly<Record<string, string>> {
  return { fid: frameworkId, eid: id, cid: containerId };
}

/** Why a request is not the executor's; undefined: it is, or executors need no token. */
export function claimsError(principal: Principal | undefined, executor: Executor): string | undefined {
  if (principal === undefined) return undefined;
  const { claims = {} } = principal;
  for (const [name, value] of Object.entries(claimsOf(executor))) {
    if (Object.hasOwn(claims, name) && claims[name] === value) continue;
    return `Authenticated principal '${JSON.stringify(principal)}' does not contain the expected '${name}' claim`;
  }
  return undefined;
}
