/**
 * The operator API of the agent on the wire. Unlike the master's it also streams: container input comes as RecordIO,
 * output leaves as RecordIO, and then `Message-Content-Type` and `Message-Accept` name the form of the records.
 */
import { refuse } from "../../model/error.ts";
import type { Call, ProcessIO, Response } from "../../model/gen/agent.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import { CallCodec, ProcessIOCodec, ResponseCodec } from "../gen/agent.ts";
import { parseJson } from "../json.ts";
import { acceptedMedia, accepts, encodeAs, mediaTypeNamed } from "./media.ts";
import type { MediaType, Refusal } from "./media.ts";

export type AgentCall = Call;
export type AgentResponse = Response;

/** One direction of an exchange: a single message, or records of this media type. */
interface Form {
  readonly streaming: boolean;
  readonly media: MediaType;
}

/** How a request to the agent's /api/v1 comes and how its answer shall look. */
export interface AgentForms {
  readonly request: Form;
  readonly response: Form;
}

const RECORDIO = "application/recordio";
const EITHER = "application/json or application/x-protobuf";

/** Both forms from the headers (names in lower case), or the 400, 406 or 415 to answer. */
export function agentForms(headers: Readonly<Record<string, string | undefined>>): Result<AgentForms, Refusal> {
  const request = requestForm(headers["content-type"], headers["message-content-type"]);
  if (!request.ok) return request;
  const response = responseForm(headers["accept"], headers["message-accept"]);
  return response.ok ? ok({ request: request.value, response: response.value }) : response;
}

function requestForm(contentType: string | undefined, messageType: string | undefined): Result<Form, Refusal> {
  if (contentType === undefined) return err(refuse("CONTENT_TYPE_MISSING"));
  const media = mediaTypeNamed(contentType);
  if (media === undefined && contentType !== RECORDIO) {
    return err({ status: 415, message: `Expecting 'Content-Type' of ${EITHER} or ${RECORDIO}` });
  }
  if (media !== undefined) {
    if (messageType === undefined) return ok({ streaming: false, media });
    return err({ status: 415, message: "Expecting 'Message-Content-Type' to be not set for non-streaming requests" });
  }
  if (messageType === undefined) {
    return err({ status: 400, message: "Expecting 'Message-Content-Type' to be set for streaming requests" });
  }
  const recordMedia = mediaTypeNamed(messageType);
  if (recordMedia === undefined) return err({ status: 415, message: `Expecting 'Message-Content-Type' of ${EITHER}` });
  return ok({ streaming: true, media: recordMedia });
}

function responseForm(accept: string | undefined, messageAccept: string | undefined): Result<Form, Refusal> {
  const media = acceptedMedia(accept);
  if (media !== undefined) {
    if (messageAccept === undefined) return ok({ streaming: false, media });
    return err({ status: 406, message: "Expecting 'Message-Accept' to be not set for non-streaming responses" });
  }
  if (!accepts(accept, RECORDIO)) {
    return err({ status: 406, message: `Expecting 'Accept' to allow ${EITHER} or ${RECORDIO}` });
  }
  const recordMedia = acceptedMedia(messageAccept);
  if (recordMedia === undefined) return err({ status: 406, message: `Expecting 'Message-Accept' to allow ${EITHER}` });
  return ok({ streaming: true, media: recordMedia });
}

const textDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A call from a body or record; the texts of the 400 are the agent's, shorter than the master's. */
export function decodeAgentCall(media: MediaType, body: Uint8Array): Result<AgentCall, Refusal> {
  if (media === "protobuf") {
    const call = CallCodec.decode(body);
    return call.ok ? call : err({ status: 400, message: "Failed to parse body into a protobuf object" });
  }
  const json = parseJson(textDecoder.decode(body));
  if (!json.ok) return err({ status: 400, message: `Failed to parse body into JSON: ${json.error}` });
  const call = CallCodec.fromJson(json.value);
  return call.ok ? call : err({ status: 400, message: call.error });
}

/** The body of an answer. */
export function encodeAgentResponse(response: AgentResponse, media: MediaType): Uint8Array {
  return encodeAs(ResponseCodec, response, media);
}

/** One record of an attached container's output, not framed yet. */
export function encodeProcessIo(io: ProcessIO, media: MediaType): Uint8Array {
  return encodeAs(ProcessIOCodec, io, media);
}
