/** Is a scheduler's call complete (http-v1 §10.1)? What it is about is checked by the verb it names. */
import type { Call, Call_Type } from "../../model/gen/scheduler.ts";
import { uuidError } from "./uuid.ts";

/** The member each type must bring; the types not listed need none. */
const MEMBER = {
  ACCEPT: "accept",
  DECLINE: "decline",
  ACCEPT_INVERSE_OFFERS: "accept_inverse_offers",
  DECLINE_INVERSE_OFFERS: "decline_inverse_offers",
  KILL: "kill",
  SHUTDOWN: "shutdown",
  ACKNOWLEDGE: "acknowledge",
  ACKNOWLEDGE_OPERATION_STATUS: "acknowledge_operation_status",
  RECONCILE: "reconcile",
  RECONCILE_OPERATIONS: "reconcile_operations",
  MESSAGE: "message",
  REQUEST: "request",
  UPDATE_FRAMEWORK: "update_framework",
} as const satisfies Partial<Record<Call_Type, keyof Call>>;

/**
 * What is wrong with the call, in Mesos' words; undefined if nothing. `principal` is who the authenticator says this
 * is.
 */
export function callError(call: Call, principal: string | undefined): string | undefined {
  if (call.type === undefined) return "Expecting 'type' to be present";
  if (call.type === "SUBSCRIBE") return subscribeError(call, principal);
  if (call.framework_id === undefined) return "Expecting 'framework_id' to be present";
  const member = call.type in MEMBER ? MEMBER[call.type as keyof typeof MEMBER] : undefined;
  if (member !== undefined && call[member] === undefined) return `Expecting '${member}' to be present`;
  switch (call.type) {
    case "ACKNOWLEDGE":
      return uuidError(call.acknowledge?.uuid);
    case "ACKNOWLEDGE_OPERATION_STATUS": {
      const { uuid, agent_id } = call.acknowledge_operation_status!;
      return uuidError(uuid) ?? (agent_id === undefined ? "Expecting 'agent_id' to be present" : undefined);
    }
    case "UPDATE_FRAMEWORK":
      if (call.framework_id.value === (call.update_framework?.framework_info.id?.value ?? "")) return undefined;
      return "'framework_id' differs from 'update_framework.framework_info.id'";
    default:
      return undefined;
  }
}

function subscribeError({ subscribe, framework_id }: Call, principal: string | undefined): string | undefined {
  if (subscribe === undefined) return "Expecting 'subscribe' to be present";
  const { id, principal: claimed } = subscribe.framework_info;
  if ((id?.value ?? "") !== (framework_id?.value ?? "")) {
    return "'framework_id' differs from 'subscribe.framework_info.id'";
  }
  if (principal === undefined || claimed === undefined || principal === claimed) return undefined;
  return `Authenticated principal '${principal}' does not match principal '${claimed}' set in \`FrameworkInfo\``;
}
