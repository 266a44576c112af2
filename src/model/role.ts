import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/** The role of everybody: its resources are the unreserved ones, and nothing can be reserved for it. */
export const DEFAULT_ROLE = "*";

const FORBIDDEN = /[\t\n\v\f\r \x7f]/;

/**
 * Checks a role name, a path such as `eng/web` (FWK-31). The error is the text Mesos gives.
 */
export function validateRole(role: string): Result<string> {
  if (role === DEFAULT_ROLE) return ok(role);
  if (role.startsWith("/")) return err(`Role '${role}' cannot start with a slash`);
  if (role.endsWith("/")) return err(`Role '${role}' cannot end with a slash`);
  if (role.includes("//")) return err(`Role '${role}' cannot contain two adjacent slashes`);
  if (role === "") return err("Role names cannot be the empty string");
  for (const component of role.split("/")) {
    if (component === "." || component === ".." || component === DEFAULT_ROLE) {
      return err(`Role '${role}' cannot include '${component}' as a component`);
    }
    if (component.startsWith("-")) {
      return err(`Role component '${component}' is invalid because it starts with a dash`);
    }
    if (FORBIDDEN.test(component)) {
      return err(`Role component '${component}' is invalid because it contains backspace or whitespace`);
    }
  }
  return ok(role);
}

/** Is `role` strictly below `ancestor`? `eng/web` is below `eng`; `eng` and `engine` are not. */
export function isStrictSubroleOf(role: string, ancestor: string): boolean {
  return role.length > ancestor.length && role.charCodeAt(ancestor.length) === 47 && role.startsWith(ancestor);
}

/** Is `role` the other one or below it? */
export function isSubroleOf(role: string, ancestor: string): boolean {
  return role === ancestor || isStrictSubroleOf(role, ancestor);
}

/** The roles above, nearest first: `a/b/c` gives `a/b`, `a`. */
export function ancestorsOf(role: string): readonly string[] {
  const result: string[] = [];
  for (let at = role.lastIndexOf("/"); at >= 0; at = role.lastIndexOf("/", at - 1)) {
    result.push(role.slice(0, at));
    if (at === 0) break;
  }
  return result;
}

/** The first component, the only level quota can be set on (ALC-16): `a/b/c` gives `a`. */
export function topLevelRole(role: string): string {
  const slash = role.indexOf("/");
  return slash < 0 ? role : role.slice(0, slash);
}

/** Reads a comma-separated list of roles (`--roles`); empty parts are skipped. */
export function parseRoles(text: string): Result<readonly string[]> {
  const roles = text.split(",").filter((role) => role !== "");
  for (const role of roles) {
    const valid = validateRole(role);
    if (!valid.ok) return valid;
  }
  return ok(roles);
}
