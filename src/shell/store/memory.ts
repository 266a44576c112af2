/**
 * `--registry=in_memory`: entries that live as long as the process (FLM-07), for tests and for a cluster to try out.
 */
import { applyWrites } from "../../master/registry/operations.ts";
import type { RegistryEntries } from "../../master/registry/registry.ts";
import type { Store } from "../../ports.ts";

export function createMemoryStore(initial: RegistryEntries = new Map()): Store {
  const entries = new Map(initial);
  return {
    load: async () => new Map(entries),
    apply: async (batch) => applyWrites(entries, batch.flat()),
    close: async () => {},
  };
}
