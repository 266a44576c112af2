import { MAX_CONTAINER_ID_LENGTH, MAX_ID_LENGTH } from "./limits.ts";
import type { ContainerID } from "./gen/mesos.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/**
 * Ids as branded strings: the text inside the wire's `{ value: … }`. Our own code brands once, at the edge, with the
 * functions below; a brand says which kind of id it is, not that it passed `validateId`.
 */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type FrameworkId = Id<"framework">;
export type AgentId = Id<"agent">;
export type OfferId = Id<"offer">;
export type TaskId = Id<"task">;
export type ExecutorId = Id<"executor">;
export type Role = Id<"role">;

export const frameworkId = (value: string): FrameworkId => value as FrameworkId;
export const agentId = (value: string): AgentId => value as AgentId;
export const offerId = (value: string): OfferId => value as OfferId;
export const taskId = (value: string): TaskId => value as TaskId;
export const executorId = (value: string): ExecutorId => value as ExecutorId;
export const roleName = (value: string): Role => value as Role;

const FORBIDDEN = /[\x00-\x1f\x7f/\\]/;

/**
 * Checks an id (http-v1.md 10.9): it becomes a directory name. Length is counted in bytes of UTF-8. The error is the
 * text Mesos gives.
 */
export function validateId(id: string): Result<string> {
  if (isPlain(id)) return ok(id);
  if (id === "") return err("ID must not be empty");
  if (utf8Length(id) > MAX_ID_LENGTH) return err(`ID must not be greater than ${MAX_ID_LENGTH} characters`);
  if (id === "." || id === "..") return err(`'${id}' is disallowed`);
  if (FORBIDDEN.test(id)) return err(`'${id}' contains invalid characters`);
  return ok(id);
}

/** Nearly all are: short, ASCII and of letters that may be. Said of each task again and again, so without counting its bytes. */
function isPlain(id: string): boolean {
  if (id.length < 3 || id.length > MAX_ID_LENGTH) return false;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === SLASH || code === BACKSLASH) return false;
  }
  return true;
}

const SLASH = "/".charCodeAt(0);
const BACKSLASH = "\\".charCodeAt(0);

/** Checks a container id and its parents: stricter, because they are joined with dots (`parent.child`). */
export function validateContainerId(id: ContainerID): Result<ContainerID> {
  const value = id.value;
  const valid = validateId(value);
  if (!valid.ok) return valid;
  if (utf8Length(value) > MAX_CONTAINER_ID_LENGTH) {
    return err(`'ContainerID.value' '${value}' exceeds the maximum length (${MAX_CONTAINER_ID_LENGTH})`);
  }
  if (/[. ]/.test(value)) return err(`'ContainerID.value' '${value}' contains invalid characters`);
  if (id.parent === undefined) return ok(id);
  const parent = validateContainerId(id.parent);
  return parent.ok ? ok(id) : err(`'ContainerID.parent' is invalid: ${parent.error}`);
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
