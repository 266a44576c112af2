// Made by `npm run generate` from src/wire/proto/quota.proto. Do not edit.
import type { Resource, Value_Scalar } from "./mesos.ts";

/** mesos.v1.quota.QuotaInfo */
export interface QuotaInfo {
  readonly role?: string;
  readonly principal?: string;
  readonly guarantee?: readonly Resource[];
}

/** mesos.v1.quota.QuotaRequest */
export interface QuotaRequest {
  readonly force?: boolean;
  readonly role?: string;
  readonly guarantee?: readonly Resource[];
}

/** mesos.v1.quota.QuotaConfig */
export interface QuotaConfig {
  readonly role: string;
  readonly guarantees?: Readonly<Record<string, Value_Scalar>>;
  readonly limits?: Readonly<Record<string, Value_Scalar>>;
}

/** mesos.v1.quota.QuotaStatus */
export interface QuotaStatus {
  /** Deprecated. */
  readonly infos?: readonly QuotaInfo[];
  readonly configs?: readonly QuotaConfig[];
}
