/**
 * Moves: steps of a scenario that do not name what they cannot know. "Decline the third outstanding offer" has a
 * meaning whatever the engines decided before, so random scripts can be written in advance and shrunk piece by piece.
 * `resolve` (resolve.ts) turns a move into the step it means at that point, or into nothing where a master would never
 * do that.
 *
 * A pick is any natural number, taken modulo how many there are to choose from.
 */
import type { Attribute, Resource, Unavailability } from "../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../src/model/gen/scheduler.ts";
import type { Domain, InverseStatus, Quantities, QuotaSpec } from "../golden/allocator/format.ts";

export type Pick = number;

/** How much of each resource of a list to take: per resource 0 nothing, 1 a part, 2 all; the pattern repeats. */
export type Share = readonly (0 | 1 | 2)[];

export interface OperationMove {
  readonly type: "RESERVE" | "UNRESERVE" | "CREATE" | "DESTROY";
  readonly resource: Pick;
  readonly whole: boolean;
  /** RESERVE by an operator: for one of these roles. */
  readonly role: string;
  readonly shared: boolean;
}

export interface FrameworkMove {
  readonly roles: readonly string[];
  readonly capabilities: readonly string[];
  /** Pattern over the roles. */
  readonly suppressed: readonly boolean[];
  readonly constraints?: OfferConstraints;
  readonly minAllocatable?: Readonly<Record<string, readonly Quantities[]>>;
}

export type Move =
  | { readonly do: "batch"; readonly moves: readonly Move[] }
  | { readonly do: "advance"; readonly quarters: number }
  | {
    readonly do: "add_agent"; readonly agent: number; readonly resources: readonly Resource[];
    readonly attributes: readonly Attribute[]; readonly domain?: Domain; readonly capabilities?: readonly string[];
    readonly unavailability?: Unavailability;
    readonly used: readonly { readonly framework: number; readonly role: string; readonly share: Share }[];
  }
  | {
    readonly do: "update_agent"; readonly agent: Pick; readonly attributes?: readonly Attribute[];
    readonly capabilities?: readonly string[];
    /** New amounts of plain scalars and of revocable ones; everything else of the total stays. */
    readonly plain?: Quantities; readonly revocable?: Quantities;
  }
  | { readonly do: "remove_agent" | "activate_agent" | "deactivate_agent"; readonly agent: Pick }
  | {
    readonly do: "add_resource_provider"; readonly agent: Pick; readonly size: number; readonly user?: Pick;
    readonly role: string;
  }
  | { readonly do: "update_available"; readonly agent: Pick; readonly operation: OperationMove }
  | { readonly do: "whitelist"; readonly hosts: readonly number[] | null }
  | { readonly do: "maintenance"; readonly agent: Pick; readonly unavailability: Unavailability | null }
  | ({ readonly do: "add_framework"; readonly framework: number; readonly active: boolean } & FrameworkMove)
  | ({ readonly do: "update_framework"; readonly framework: Pick } & FrameworkMove)
  | {
    readonly do: "remove_framework" | "deactivate_framework" | "activate_framework";
    readonly framework: Pick;
  }
  | { readonly do: "suppress" | "revive"; readonly framework: Pick; readonly roles: readonly boolean[] }
  | { readonly do: "decline"; readonly offers: readonly Pick[]; readonly refuse?: number }
  | { readonly do: "rescind"; readonly offers: readonly Pick[] }
  | {
    readonly do: "accept"; readonly offer: Pick; readonly operations: readonly OperationMove[];
    readonly tasks: readonly { readonly share: Share; readonly sharedAgain: boolean }[]; readonly refuse?: number;
  }
  | { readonly do: "release"; readonly tasks: readonly Pick[] }
  | {
    readonly do: "inverse_response"; readonly offer: Pick; readonly status: InverseStatus; readonly refuse?: number;
  }
  | { readonly do: "inverse_rescind"; readonly offer: Pick }
  | { readonly do: "inverse_statuses" }
  | ({ readonly do: "set_quota"; readonly role: string } & QuotaSpec)
  | { readonly do: "set_weight"; readonly weights: Quantities }
  | {
    readonly do: "recover"; readonly agents: number; readonly quotas: Readonly<Record<string, QuotaSpec>>;
  };
