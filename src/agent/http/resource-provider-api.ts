/** POST /api/v1/resource_provider: calls are checked like Mesos checks them, but no provider may subscribe yet. */
import { refuse } from "../../model/error.ts";
import { CallCodec } from "../../wire/gen/resource_provider.ts";
import { readCall, responseMedia } from "../../wire/v1/media.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Agent } from "../state.ts";
import { methodNotAllowed, recovering, text } from "./answers.ts";

/** Calls that need the member of their name. */
const WITH_MEMBER: ReadonlySet<string> = new Set([
  "SUBSCRIBE", "UPDATE_OPERATION_STATUS", "UPDATE_STATE", "UPDATE_PUBLISH_RESOURCES_STATUS",
]);

export function resourceProviderApi(agent: Agent, request: HttpRequest): HttpResponse {
  if (agent.state === "RECOVERING") return recovering();
  if (request.method !== "POST") return methodNotAllowed(["POST"], request.method);
  const read = readCall(CallCodec, request.headers["content-type"], request.body);
  if (!read.ok) return text(read.error.status, read.error.message);
  const call = read.value;
  const invalid = (what: string): HttpResponse =>
    text(400, `Failed to validate resource_provider::Call: Expecting '${what}' to be present`);
  if (call.type === undefined) return invalid("type");
  const name = call.type.toLowerCase();
  if (WITH_MEMBER.has(call.type) && call[name as keyof typeof call] === undefined) return invalid(name);
  if (call.type !== "SUBSCRIBE" && call.resource_provider_id === undefined) return invalid("resource_provider_id");
  if (call.type === "UNKNOWN") return text(501, refuse("CALL_UNKNOWN").message);
  if (call.type !== "SUBSCRIBE") return text(403, "Resource provider is not subscribed");
  const media = responseMedia(request.headers["accept"]);
  if (!media.ok) return text(media.error.status, media.error.message);
  return text(503, "This agent does not take resource providers");
}
