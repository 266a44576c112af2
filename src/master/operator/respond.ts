/** Answers of the operator API by their schema. */
import { encodeOperatorResponse } from "../../wire/v1/operator.ts";
import type { OperatorResponse } from "../../wire/v1/operator.ts";
import { mediaTypeName } from "../../wire/v1/media.ts";
import type { MediaType } from "../../wire/v1/media.ts";
import type { HttpResponse } from "../event.ts";

export function respond(response: OperatorResponse, media: MediaType): HttpResponse {
  const headers = { "Content-Type": mediaTypeName(media) };
  return { status: 200, headers, body: encodeOperatorResponse(response, media) };
}
