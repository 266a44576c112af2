/** What this machine has (AGF-84): whatever of cpus, mem, disk, ports the operator does not name is looked up. */
import { statfsSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { add } from "../../model/resources.ts";
import type { Resources } from "../../model/resources.ts";
import { parseResourceText } from "../../model/parse.ts";
import { ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";

const MB = 1024 * 1024;
const GB = 1024 * MB;

/** `named` are the names the operator gave, with whatever amount: zero is an amount. */
export function withDetected(
  given: Resources, named: ReadonlySet<string>, workDir: string, role: string,
): Result<Resources> {
  let resources = given;
  const { blocks, bsize } = statfsSync(workDir);
  const detected: Record<string, string> = {
    cpus: String(cpus().length || availableParallelism()),
    mem: String(megabytes(keepBack(totalmem(), 2 * GB, GB))),
    disk: String(megabytes(keepBack(blocks * bsize, 10 * GB, 5 * GB))),
    ports: "[31000-32000]",
  };
  for (const [name, value] of Object.entries(detected)) {
    if (named.has(name)) continue;
    const parsed = parseResourceText(`${name}:${value}`, role);
    if (!parsed.ok) return parsed;
    resources = add(resources, parsed.value);
  }
  return ok(resources);
}

/** All but `reserve` of what is large, half of what is not. */
function keepBack(bytes: number, large: number, reserve: number): number {
  return bytes >= large ? bytes - reserve : bytes / 2;
}

function megabytes(bytes: number): number {
  return Math.floor(bytes / MB);
}
