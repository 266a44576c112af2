import type { Role } from "../../model/id.ts";
import { DEFAULT_ROLE } from "../../model/role.ts";
import type { Master } from "../master.ts";

/** May the role be used at all: is there no --roles, or does it stand in it (FWK-11)? */
export function isWhitelisted({ options }: Master, role: string): boolean {
  return options.roleWhitelist === undefined || role === DEFAULT_ROLE || options.roleWhitelist.has(role as Role);
}
