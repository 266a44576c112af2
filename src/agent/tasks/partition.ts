import { capabilitiesFrom } from "../../model/capability.ts";
import type { FrameworkInfo } from "../../model/gen/mesos.ts";

/** Does the framework know the states that tell lost tasks apart (AGT-51)? */
export function isPartitionAware({ info }: { readonly info: FrameworkInfo }): boolean {
  return capabilitiesFrom(info.capabilities).has("PARTITION_AWARE");
}
