/** A fenced write never lands: once somebody else has taken the store over, nothing of those before him is written any more. */
import type { Cluster } from "../simulation.ts";
import type { Observer } from "../world.ts";
import { CHECKS } from "./names.ts";

export function fenceChecker({ world }: Cluster): Observer {
  let owner = "";
  return {
    onStore({ kind, writer }) {
      if (kind === "taken") owner = writer;
      if (kind === "landed" && writer !== owner) world.violate(CHECKS.fenced, `${writer} has written although ${owner} has taken over`);
    },
  };
}
