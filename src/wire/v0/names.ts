/** v0 names of what v1 calls an agent, for the JSON of legacy endpoints: `slave_id`, `REASON_SLAVE_REMOVED`. */
import type { Codec } from "../codec.ts";
import { writeJson } from "../json.ts";
import type { JsonNames } from "../json.ts";

const V0_NAMES: JsonNames = {
  field(message, name) {
    switch (name) {
      case "agent_id":
        return "slave_id";
      case "agent_info": // the operator API of the master says agent_info in v0, too
        return message.startsWith("mesos.v1.master.") ? name : "slave_info";
      case "agent":
        return message.startsWith("mesos.internal.") ? "slave" : name;
      case "agents":
        return message.startsWith("mesos.internal.") ? "slaves" : name;
      default:
        return name;
    }
  },
  enumValue(name) {
    if (name === "SOURCE_AGENT") return "SOURCE_SLAVE";
    return name.startsWith("REASON_AGENT_") ? `REASON_SLAVE_${name.slice("REASON_AGENT_".length)}` : name;
  },
};

/** The v0 name of an enum value, such as SOURCE_SLAVE. */
export function v0EnumName(name: string): string {
  return V0_NAMES.enumValue(name);
}

/** JSON text of a value with v0 names (`slave_id`, and the `checkpoint` of a SlaveInfo). */
export function toV0Json<T>(codec: Codec<T>, value: T): string {
  return writeJson(codec.shape, value, V0_NAMES);
}
