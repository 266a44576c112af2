/**
 * Decides by ACLs (AUT-14): of an action's rules, in the order they are written in, the first that is about this principal
 * and this object decides; if none is, `permissive` does. A rule for `NONE` is about everybody and lets nobody.
 */
import { MAX_DECISIONS_KEPT } from "../limits.ts";
import type { Principal } from "../principal.ts";
import type { Acls, Entity, Rule } from "./acls.ts";
import type { Action } from "./actions.ts";

/** Whether one principal may do one action to this object; without an object: to all of them. */
export type Approver = (object?: string) => boolean;

export interface Authorizer {
  /** What is decided about things no rule is about. */
  readonly permissive: boolean;
  approver(principal: Principal | undefined, action: Action): Approver;
}

const ALLOW: Approver = () => true;
const REFUSE: Approver = () => false;

/** Without ACLs everybody may do everything (AUT-15). */
export const ALLOW_ALL: Authorizer = { permissive: true, approver: () => ALLOW };

export function createAuthorizer({ permissive, rules }: Acls): Authorizer {
  return {
    permissive,
    approver(principal, action) {
      // Claims without a name mean nothing to ACLs; what they allow an executor is for the agent to say.
      if (principal !== undefined && principal.value === undefined) return REFUSE;
      const relevant = (rules.get(action) ?? []).filter((rule) => isAbout(rule.principals, principal?.value));
      if (relevant.length === 0) return permissive ? ALLOW : REFUSE;
      return remembering((object) => decide(relevant, permissive, principal?.value, object));
    },
  };
}

function decide(rules: readonly Rule[], permissive: boolean, principal: string | undefined, object: string | undefined): boolean {
  for (const { principals, objects, below } of rules) {
    if (below !== undefined && object?.startsWith(below) !== true) continue;
    if (isAbout(objects, object)) return allows(principals, principal) && allows(objects, object);
  }
  return permissive;
}

function isAbout(entity: Entity, name: string | undefined): boolean {
  return typeof entity === "string" || (name !== undefined && entity.has(name));
}

function allows(entity: Entity, name: string | undefined): boolean {
  return entity === "ANY" || (entity !== "NONE" && name !== undefined && entity.has(name));
}

/** Lists ask the same thing again and again. */
function remembering(approver: Approver): Approver {
  const known = new Map<string | undefined, boolean>();
  return (object) => {
    const kept = known.get(object);
    if (kept !== undefined) return kept;
    const decision = approver(object);
    if (known.size < MAX_DECISIONS_KEPT) known.set(object, decision);
    return decision;
  };
}
