/**
 * Who may do what at a master. Every verb asks before it changes or shows anything, in its own file, through the functions
 * of this folder:
 *
 *     authorized(master, principal, action, object)   may this be done? (this file)
 *     operations.ts                                   what an Offer.Operation needs, whoever wants it done
 *     frameworks.ts                                   subscribing and running tasks
 *     viewer.ts                                       what of a list somebody is shown: the rest is left out
 *     verbs.ts                                        the table of everything that can be called and what it needs
 *
 * Who asks was found out before: HTTP requests bring their principal (`src/shell/auth/`), drivers and agents proved theirs
 * by messages (`../authenticate/`). A framework acts as the principal of its FrameworkInfo.
 */
import { ALLOW_ALL } from "../../model/acl/authorizer.ts";
import type { Approver } from "../../model/acl/authorizer.ts";
import type { Action } from "../../model/acl/actions.ts";
import type { Principal } from "../../model/principal.ts";
import type { HttpResponse } from "../event.ts";
import type { Master } from "../master.ts";
import { text } from "../responses.ts";

/** For asking about many objects. */
export function approver(master: Master, principal: Principal | undefined, action: Action): Approver {
  return (master.options.authorizer ?? ALLOW_ALL).approver(principal, action);
}

/** `object`: a role, a user, a principal or a path, as the action wants it; none stands for any. */
export function authorized(master: Master, principal: Principal | undefined, action: Action, object?: string): boolean {
  return approver(master, principal, action)(object);
}

/** The answer to whom something is not allowed; undefined if it is, for all objects. Without objects: for any. */
export function forbidden(
  master: Master, principal: Principal | undefined, action: Action, objects?: Iterable<string>,
): HttpResponse | undefined {
  const approve = approver(master, principal, action);
  const list = objects === undefined ? [undefined] : [...objects];
  return list.every((object) => approve(object)) ? undefined : FORBIDDEN;
}

export const FORBIDDEN: HttpResponse = text(403, "403 Forbidden.");
