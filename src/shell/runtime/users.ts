/** Users by name, from /etc/passwd: what it takes to run a container as one. */
import { readFileSync } from "node:fs";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

export interface User {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/**
 * Whom to run as: undefined stands for "as ourselves", which is also all that is possible unless we are root. An
 * unknown user is an error only for root, who could have become it.
 */
export function userNamed(name: string | undefined): Result<User | undefined> {
  if (name === undefined || process.getuid?.() !== 0) return ok(undefined);
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid, , home = "/"] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined) return err(`No such user '${name}' on this machine`);
  if (Number(uid) === 0) return ok(undefined);
  return ok({ uid: Number(uid), gid: Number(gid), home });
}
