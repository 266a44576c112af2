/**
 * What survives a failover, as keyed entries (design §6). An operation (operations.ts) is a pure function from the
 * current entries to the writes that change them; a store applies a batch of writes durably and knows nothing of
 * their meaning.
 *
 * Keys are `<kind>/<id>`: `agent/<id>` (Registry.Slave), `unreachable/<id>`, `gone/<id>`, `machine/<name>/<address>`,
 * `schedule/0`, `master/0`, `quota/<role>`, `weight/<role>`, `minimum-capability/<name>`; roles may have slashes in
 * them. Values are the protobuf records of `wire/proto/registry.proto`.
 */
export type RegistryEntries = ReadonlyMap<string, Uint8Array>;

/** One entry set (`value`) or deleted (no value). */
export interface RegistryWrite {
  readonly key: string;
  readonly value?: Uint8Array;
}
