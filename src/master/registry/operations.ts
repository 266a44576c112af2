/**
 * Operations on the registry (REG-07 to REG-13): each is a value, and `applyRegistryOperation` is the pure function from the
 * current entries to the writes that carry it out. The master applies an operation to its own copy when it asks for it, so a
 * batch of operations is always computed on what the store will hold.
 */
import type { AgentInfo, TimeInfo } from "../../model/gen/mesos.ts";
import type { AgentId } from "../../model/id.ts";

export type RegistryOperation =
  | { readonly kind: "admit-agent"; readonly info: AgentInfo }
  | { readonly kind: "update-agent"; readonly info: AgentInfo }
  | { readonly kind: "remove-agent"; readonly agentId: AgentId }
  | { readonly kind: "mark-unreachable"; readonly agentId: AgentId; readonly at: TimeInfo }
  | { readonly kind: "mark-reachable"; readonly info: AgentInfo }
  | { readonly kind: "mark-gone"; readonly agentId: AgentId; readonly at: TimeInfo };
