import type { Continuation } from "../event.ts";
import type { Master } from "../master.ts";
import type { Outbox } from "../outbox.ts";
import { applyRegistryOperation, applyWrites } from "./operations.ts";
import type { RegistryOperation } from "./operations.ts";

/**
 * Asks for a registry operation and says what to go on with when it is durable (AGT-05). Our own copy of the registry
 * is ahead from now on. False: the operation makes no sense on it, nothing is asked for and `then` will not come.
 */
export function requestOperation(
  master: Master, operation: RegistryOperation, then: Continuation, out: Outbox,
): boolean {
  const writes = applyRegistryOperation(master.registry, operation);
  if (!writes.ok) {
    out.log("error", "the registry refuses an operation", { operation, error: writes.error });
    return false;
  }
  applyWrites(master.registry, writes.value);
  out.persist(operation, writes.value, then);
  return true;
}
