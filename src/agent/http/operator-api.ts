/** POST /api/v1 of the agent (AGC rows): what operators, and executors of task groups, may ask for. */
import { refuse } from "../../model/error.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { agentForms, decodeAgentCall } from "../../wire/v1/agent.ts";
import type { AgentCall, AgentForms } from "../../wire/v1/agent.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import { RecordDecoder } from "../../wire/recordio.ts";
import { killContainer, launchContainer, removeContainer, waitContainer } from "../containers/calls.ts";
import { attachInput, attachOutput, launchSession } from "../containers/session.ts";
import { auditCall, callRefusal } from "../authorize/calls.ts";
import { viewerOf } from "../authorize/viewer.ts";
import type { HttpRequest, HttpResponse } from "../event.ts";
import type { Outbox } from "../outbox.ts";
import type { Agent } from "../state.ts";
import { getAgent, getOperations, getVersion } from "../views/v1.ts";
import { listing } from "../views/v1-body.ts";
import { message, methodNotAllowed, recovering, text } from "./answers.ts";
import { askFiles } from "./files.ts";
import { measureFor, selectContainers } from "./measure.ts";
import { agentCallError } from "./operator-call.ts";

export function operatorApi(agent: Agent, request: HttpRequest, out: Outbox): HttpResponse | undefined {
  if (agent.state === "RECOVERING") return recovering();
  if (request.method !== "POST") return methodNotAllowed(["POST"], request.method);
  const forms = agentForms(request.headers);
  if (!forms.ok) return text(forms.error.status, forms.error.message);
  const first = forms.value.request.streaming ? firstRecord(request.body) : ok(request.body);
  if (!first.ok) return text(400, first.error);
  const read = decodeAgentCall(forms.value.request.media, first.value);
  if (!read.ok) return text(read.error.status, read.error.message);
  const call = read.value;
  const error = agentCallError(call);
  if (error !== undefined) return text(400, `Failed to validate agent::Call: ${error}`);
  const answered = formRefusal(call, forms.value)
    ?? callRefusal(agent, request.principal, call)
    ?? (isAttaching(call)
      ? attach(agent, request, call, forms.value, out)
      : answer(agent, request, call, forms.value.response.media, out));
  auditCall(request.principal, call, answered, out);
  return answered;
}

/** Of a body that comes as records, and may go on. */
function firstRecord(body: Uint8Array): Result<Uint8Array> {
  const records = new RecordDecoder().push(body);
  if (!records.ok) return records;
  const [first] = records.value;
  return first === undefined ? err("Received EOF while reading request body") : ok(first);
}

/** Streams are for attached containers only, and those come and go as nothing else. */
function formRefusal(call: AgentCall, { request, response }: AgentForms): HttpResponse | undefined {
  const input = call.type === "ATTACH_CONTAINER_INPUT";
  const output = call.type === "ATTACH_CONTAINER_OUTPUT" || call.type === "LAUNCH_NESTED_CONTAINER_SESSION";
  if (request.streaming && !input) {
    return text(415, `Streaming 'Content-Type' application/recordio is not supported for ${call.type} call`);
  }
  if (!request.streaming && input) {
    return text(415, `Expecting 'Content-Type' to be application/recordio for ${call.type} call`);
  }
  return response.streaming && !output
    ? text(406, `Streaming response is not supported for ${call.type} call`)
    : undefined;
}

const ATTACHING = ["ATTACH_CONTAINER_INPUT", "ATTACH_CONTAINER_OUTPUT", "LAUNCH_NESTED_CONTAINER_SESSION"] as const;
type Attaching = (typeof ATTACHING)[number];

function isAttaching(call: AgentCall): call is AgentCall & { readonly type: Attaching } {
  return ATTACHING.includes(call.type as Attaching);
}

function attach(
  agent: Agent, request: HttpRequest, call: AgentCall & { readonly type: Attaching }, forms: AgentForms, out: Outbox,
): HttpResponse | undefined {
  switch (call.type) {
    case "ATTACH_CONTAINER_INPUT":
      return attachInput(agent, request, call.attach_container_input!.container_id, forms.request, out);
    case "ATTACH_CONTAINER_OUTPUT":
      return attachOutput(agent, request, call.attach_container_output!.container_id, forms.response, out);
    case "LAUNCH_NESTED_CONTAINER_SESSION":
      return launchSession(agent, request, call.launch_nested_container_session!, forms.response, out);
  }
}

function answer(
  agent: Agent, { id: request, principal }: HttpRequest, call: AgentCall, media: MediaType, out: Outbox,
): HttpResponse | undefined {
  switch (call.type) {
    case "GET_HEALTH":
      return message({ type: "GET_HEALTH", get_health: { healthy: true } }, media);
    case "GET_FLAGS": {
      const flags = Object.entries(agent.options.flags).map(([name, value]) => ({ name, value }));
      return message({ type: "GET_FLAGS", get_flags: { flags } }, media);
    }
    case "GET_VERSION":
      return message({ type: "GET_VERSION", get_version: getVersion(agent) }, media);
    case "GET_METRICS":
      return measureFor(agent, request, { kind: "v1-metrics", media }, out);
    case "GET_LOGGING_LEVEL":
      return message({ type: "GET_LOGGING_LEVEL", get_logging_level: { level: 0 } }, media);
    case "SET_LOGGING_LEVEL":
    case "PRUNE_IMAGES":
    case "MARK_RESOURCE_PROVIDER_GONE":
      return text(200);
    case "LIST_FILES":
      return askFiles(agent, { id: request, principal }, call.list_files!.path, { verb: "list", media }, out);
    case "READ_FILE": {
      const { path, offset, length } = call.read_file!;
      const part = { offset, ...(length === undefined ? {} : { length }) };
      return askFiles(agent, { id: request, principal }, path, { verb: "read-bytes", ...part, media }, out);
    }
    case "GET_STATE":
    case "GET_TASKS":
    case "GET_EXECUTORS":
    case "GET_FRAMEWORKS":
      return listing(agent, viewerOf(agent, principal), call.type, media);
    case "GET_CONTAINERS": {
      const { show_nested: nested, show_standalone: standalone } = call.get_containers ?? {};
      const containerIds = selectContainers(
        agent, { nested: nested === true, standalone: standalone === true }, principal,
      );
      return measureFor(agent, request, { kind: "v1-containers", media, containerIds }, out);
    }
    case "GET_OPERATIONS": {
      const operations = getOperations(agent, viewerOf(agent, principal));
      return message({ type: "GET_OPERATIONS", get_operations: operations }, media);
    }
    case "GET_AGENT":
      return message({ type: "GET_AGENT", get_agent: getAgent(agent, media, viewerOf(agent, principal)) }, media);
    case "GET_RESOURCE_PROVIDERS":
      return message({ type: "GET_RESOURCE_PROVIDERS", get_resource_providers: {} }, media);
    case "LAUNCH_NESTED_CONTAINER":
      return launchContainer(agent, request, call.launch_nested_container!, out);
    case "LAUNCH_CONTAINER":
      return launchContainer(agent, request, call.launch_container!, out);
    case "WAIT_NESTED_CONTAINER":
      return waitContainer(agent, { request, media, nested: true }, call.wait_nested_container!.container_id);
    case "WAIT_CONTAINER":
      return waitContainer(agent, { request, media, nested: false }, call.wait_container!.container_id);
    case "KILL_NESTED_CONTAINER":
      return killContainer(agent, call.kill_nested_container!, out);
    case "KILL_CONTAINER":
      return killContainer(agent, call.kill_container!, out);
    case "REMOVE_NESTED_CONTAINER":
      return removeContainer(agent, call.remove_nested_container!.container_id, out);
    case "REMOVE_CONTAINER":
      return removeContainer(agent, call.remove_container!.container_id, out);
    case "ADD_RESOURCE_PROVIDER_CONFIG":
      return unknownProvider(call.add_resource_provider_config!.info);
    case "UPDATE_RESOURCE_PROVIDER_CONFIG":
      return unknownProvider(call.update_resource_provider_config!.info);
    case "REMOVE_RESOURCE_PROVIDER_CONFIG":
      return text(500, "Missing required flag --resource_provider_config_dir");
    default:
      return text(501, refuse("CALL_UNKNOWN").message);
  }
}

/** There are no local resource providers. */
function unknownProvider({ type, name }: { readonly type: string; readonly name: string }): HttpResponse {
  const config = `resource provider config with type '${type}' and name '${name}'`;
  return text(400, `Failed to validate ${config}: Unknown local resource provider type '${type}'`);
}
