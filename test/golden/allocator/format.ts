/**
 * The scenario format of the allocator recordings, as types. Field names are those of the files (see README.md here);
 * resources, operations, attributes, constraints and unavailability are v1 wire values, without allocation_info.
 */
import type { Attribute, Offer_Operation, Resource, Unavailability } from "../../../src/model/gen/mesos.ts";
import type { OfferConstraints } from "../../../src/model/gen/scheduler.ts";

export interface Domain {
  readonly region: string;
  readonly zone: string;
}

/** Scalar amounts by resource name. */
export type Quantities = Readonly<Record<string, number>>;

export interface QuotaSpec {
  readonly guarantees?: Quantities;
  readonly limits?: Quantities;
}

export type InverseStatus = "ACCEPT" | "DECLINE";

export interface ScenarioOptions {
  /** Seconds between batch allocations, default 1. */
  readonly allocation_interval?: number;
  readonly min_allocatable_resources?: readonly Quantities[];
  readonly fair_sharing_excluded_resource_names?: readonly string[];
  readonly filter_gpu_resources?: boolean;
  readonly domain?: Domain;
  /** Seconds, default 600. */
  readonly recovery_timeout?: number;
  /** Default 0.8. */
  readonly agent_recovery_factor?: number;
  readonly offer_constraints_re2_max_mem?: number;
  readonly offer_constraints_re2_max_program_size?: number;
}

interface FrameworkFields {
  readonly roles: readonly string[];
  readonly capabilities: readonly string[];
  readonly suppressed_roles?: readonly string[];
  readonly offer_constraints?: OfferConstraints;
  readonly min_allocatable?: Readonly<Record<string, readonly Quantities[]>>;
}

export interface TaskOnAgent {
  readonly task: string;
  readonly framework: string;
  readonly role: string;
  readonly resources: readonly Resource[];
}

export type Step =
  | { readonly do: "batch"; readonly steps: readonly Step[] }
  | { readonly do: "advance"; readonly seconds: number }
  | {
    readonly do: "add_agent"; readonly id: string; readonly resources: readonly Resource[]; readonly hostname?: string;
    readonly attributes?: readonly Attribute[]; readonly domain?: Domain; readonly capabilities?: readonly string[];
    readonly unavailability?: Unavailability; readonly used?: readonly TaskOnAgent[];
  }
  | {
    readonly do: "update_agent"; readonly agent: string; readonly resources?: readonly Resource[];
    readonly hostname?: string; readonly attributes?: readonly Attribute[]; readonly domain?: Domain;
    readonly capabilities?: readonly string[];
  }
  | { readonly do: "remove_agent" | "activate_agent" | "deactivate_agent"; readonly agent: string }
  | {
    readonly do: "add_resource_provider"; readonly agent: string; readonly resources: readonly Resource[];
    readonly used?: readonly Omit<TaskOnAgent, "task">[];
  }
  | { readonly do: "update_available"; readonly agent: string; readonly operations: readonly Offer_Operation[] }
  | { readonly do: "whitelist"; readonly hosts: readonly string[] | null }
  | { readonly do: "maintenance"; readonly agent: string; readonly unavailability: Unavailability | null }
  | ({ readonly do: "add_framework"; readonly id: string; readonly active?: boolean } & FrameworkFields)
  | ({ readonly do: "update_framework"; readonly framework: string } & FrameworkFields)
  | { readonly do: "remove_framework"; readonly framework: string; readonly bare?: boolean }
  | { readonly do: "deactivate_framework" | "activate_framework" | "request"; readonly framework: string }
  | { readonly do: "suppress" | "revive"; readonly framework: string; readonly roles: readonly string[] }
  | { readonly do: "decline"; readonly offers: readonly string[]; readonly refuse_seconds?: number }
  | { readonly do: "rescind"; readonly offers: readonly string[] }
  | {
    readonly do: "accept"; readonly offer: string; readonly operations?: readonly Offer_Operation[];
    readonly tasks?: readonly { readonly task: string; readonly resources: readonly Resource[] }[];
    readonly refuse_seconds?: number;
  }
  | { readonly do: "release"; readonly tasks: readonly string[] }
  | {
    readonly do: "inverse_response"; readonly inverse_offers: readonly string[]; readonly status: InverseStatus;
    readonly refuse_seconds?: number;
  }
  | { readonly do: "inverse_rescind"; readonly inverse_offers: readonly string[] }
  | { readonly do: "inverse_statuses" }
  | { readonly do: "set_quota"; readonly role: string; readonly guarantees?: Quantities; readonly limits?: Quantities }
  | { readonly do: "set_weight"; readonly weights: Quantities }
  | { readonly do: "recover"; readonly expected_agents: number; readonly quotas: Readonly<Record<string, QuotaSpec>> };

/** The step of one kind. */
export type StepOf<K extends Step["do"]> = Extract<Step, { readonly do: K }>;

export interface ExpectedOffer {
  readonly id: string;
  readonly agent: string;
  readonly framework: string;
  readonly role: string;
  readonly resources: readonly Resource[];
  /** Present when made at another time than the step's final one. */
  readonly t?: number;
}

export interface ExpectedInverseOffer {
  readonly id: string;
  readonly agent: string;
  readonly framework: string;
  readonly unavailability: Unavailability;
  readonly t?: number;
}

/** What was observed after one step. */
export interface Expectation {
  readonly step: number;
  /** Virtual seconds since the start, after the step. */
  readonly t: number;
  readonly runs: number;
  readonly offers: readonly ExpectedOffer[];
  readonly inverse_offers?: readonly ExpectedInverseOffer[];
  readonly outstanding: readonly string[];
  readonly outstanding_inverse?: readonly string[];
  readonly result?: string;
}

export interface RoleState {
  readonly quota_consumed_by_offers_and_tasks: Quantities;
  readonly quota_consumed_by_tasks: Quantities;
  readonly reserved: Quantities;
  readonly reserved_in_use: Quantities;
}

/** State after the last step: where two implementations drifted apart. */
export interface FinalState {
  readonly role_order: readonly string[];
  readonly framework_order: Readonly<Record<string, readonly string[]>>;
  readonly roles: Readonly<Record<string, RoleState>>;
  readonly available: Readonly<Record<string, readonly Resource[]>>;
}

/** A scenario; without `expect` it is a script for comparing two engines. */
export interface Scenario {
  readonly name: string;
  readonly family?: string;
  readonly seed?: number;
  readonly shows?: string;
  readonly options: ScenarioOptions;
  readonly steps: readonly Step[];
}

export interface RecordedScenario extends Scenario {
  readonly expect: readonly Expectation[];
  readonly final: FinalState;
}
