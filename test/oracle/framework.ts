/** One framework as the allocator sees it, and what it refused. */
import type { Resources } from "../../src/model/resources.ts";
import type { FrameworkArgs } from "../golden/allocator/under-test.ts";

const DEFAULT_REFUSE_SECONDS = 5;
const LONGEST_REFUSE_SECONDS = 365 * 24 * 3600;

/** How long a refusal holds: whole nanoseconds, at most a year; a negative time means the default (OFR-15). */
export function refusalMs(refuseSeconds: number): number {
  const seconds = refuseSeconds >= 0 ? Math.min(refuseSeconds, LONGEST_REFUSE_SECONDS) : DEFAULT_REFUSE_SECONDS;
  return Math.trunc(seconds * 1e9) / 1e6;
}

/** Blocks offers of an agent in a role that bring nothing beyond what was refused. */
export interface OfferFilter {
  readonly role: string;
  readonly agent: string;
  readonly refused: Resources;
}

export interface InverseOfferFilter {
  readonly agent: string;
}

export class Framework {
  args: FrameworkArgs;
  active: boolean;
  suppressed: Set<string>;
  offerFilters: OfferFilter[] = [];
  inverseFilters: InverseOfferFilter[] = [];

  constructor(args: FrameworkArgs, active: boolean) {
    this.args = args;
    this.active = active;
    this.suppressed = new Set(args.suppressedRoles);
  }

  get id(): string {
    return this.args.id;
  }

  can(capability: string): boolean {
    return this.args.capabilities.includes(capability);
  }

  isSubscribed(role: string): boolean {
    return this.args.roles.includes(role);
  }

  /** Forgets what was refused in the roles, and of inverse offers everything. */
  dropFilters(roles: readonly string[]): void {
    this.offerFilters = this.offerFilters.filter(({ role }) => !roles.includes(role));
    this.inverseFilters = [];
  }

  /** Does it take part in sorting for the role? */
  wantsOffers(role: string): boolean {
    return this.active && this.isSubscribed(role) && !this.suppressed.has(role);
  }
}
