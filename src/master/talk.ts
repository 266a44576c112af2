/**
 * How many messages the drivers of each principal have sent while they were registered (MET-34, FWK-54): `received` when one
 * comes, also if it must wait or is dropped by --rate_limits; `processed` when it was taken.
 */
import { printUpid } from "../model/upid.ts";
import type { Upid } from "../model/upid.ts";
import type { Master } from "./master.ts";

export interface Talk {
  received: number;
  processed: number;
}

/** The count to which a message from here belongs; undefined if no driver speaks from there, or one without a principal. */
export function talkOf({ talks, frameworksByPid }: Master, from: Upid): Talk | undefined {
  if (frameworksByPid.size === 0) return undefined;
  const principal = frameworksByPid.get(printUpid(from))?.info.principal;
  if (principal === undefined) return undefined;
  let talk = talks.get(principal);
  if (talk === undefined) talks.set(principal, (talk = { received: 0, processed: 0 }));
  return talk;
}

/** Forgets a principal whose last framework is no more. */
export function forgetTalk({ talks, frameworks }: Master, principal: string | undefined): void {
  if (principal === undefined || !talks.has(principal)) return;
  for (const { info } of frameworks.values()) if (info.principal === principal) return;
  talks.delete(principal);
}
