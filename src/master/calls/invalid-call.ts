import type { Call, Call_Type } from "../../model/gen/scheduler.ts";
import type { Master } from "../master.ts";
import { count } from "../metrics.ts";

/** What such a call would have been, as far as there is a counter for it. */
const COUNTERS: Partial<Record<Call_Type, string>> = {
  ACKNOWLEDGE: "invalid_status_update_acknowledgements",
  ACKNOWLEDGE_OPERATION_STATUS: "invalid_operation_status_update_acknowledgements",
  MESSAGE: "invalid_framework_to_executor_messages",
};

/** A call that is not even complete counts like one that nobody could be found for, whichever API it came by (TSK-57). */
export function countInvalidCall({ counters }: Master, { type = "UNKNOWN" }: Call): void {
  const name = COUNTERS[type];
  if (name !== undefined) count(counters, name);
}
