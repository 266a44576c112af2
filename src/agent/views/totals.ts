import type { UpdateSlaveMessage } from "../../model/gen/internal.ts";
import { idOf } from "../state.ts";
import type { Agent } from "../state.ts";

/** The agent's part of UpdateSlaveMessage; the empty members say "none", absent ones would say "unknown". */
export function totalsOf(agent: Agent): UpdateSlaveMessage {
  const operations = [...agent.operations.values()];
  return {
    agent_id: { value: idOf(agent) },
    update_oversubscribed_resources: false,
    operations: operations.length === 0 ? {} : { operations },
    resource_version_uuid: { value: agent.resourceVersion },
    resource_providers: {},
  };
}
