/**
 * The HTTP APIs, v1: which forms a request and its answer have (http-v1.md 2 and 4), and the refusals for others. The
 * calls themselves are in scheduler.ts, executor.ts, operator.ts, agent.ts.
 */
import { refuse } from "../../model/error.ts";
import { err, ok } from "../../model/result.ts";
import type { Result } from "../../model/result.ts";
import type { Codec } from "../codec.ts";
import { parseJson } from "../json.ts";
import { encodeRecord, RECORD } from "../recordio.ts";

/** How a message is written into a body or record. */
export type MediaType = "json" | "protobuf";

/** An answer that ends a request early: status and plain text. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

const NAMES = { json: "application/json", protobuf: "application/x-protobuf" } as const;

/** The Content-Type of a message or stream of messages. */
export function mediaTypeName(media: MediaType): string {
  return NAMES[media];
}

/** The media type with exactly this name; `application/json; charset=utf-8` is none. */
export function mediaTypeNamed(name: string): MediaType | undefined {
  if (name === NAMES.json) return "json";
  return name === NAMES.protobuf ? "protobuf" : undefined;
}

/** The form of a request's body, from its Content-Type header (400 without one, 415 for another). */
export function requestMedia(contentType: string | undefined): Result<MediaType, Refusal> {
  if (contentType === undefined) return err(refuse("CONTENT_TYPE_MISSING"));
  const media = mediaTypeNamed(contentType);
  return media === undefined ? err(refuse("CONTENT_TYPE_UNSUPPORTED")) : ok(media);
}

/** The form of an answer, from the Accept header: JSON if it is acceptable, else protobuf, else 406. */
export function responseMedia(accept: string | undefined): Result<MediaType, Refusal> {
  const media = acceptedMedia(accept);
  return media === undefined ? err(refuse("NOT_ACCEPTABLE")) : ok(media);
}

/** JSON if this header accepts it, else protobuf if it accepts that. */
export function acceptedMedia(accept: string | undefined): MediaType | undefined {
  if (accept === undefined) return "json";
  if (known.has(accept)) return known.get(accept);
  const media = accepts(accept, NAMES.json) ? "json" : accepts(accept, NAMES.protobuf) ? "protobuf" : undefined;
  if (known.size < MAX_KNOWN && accept.length <= MAX_KNOWN_LENGTH) known.set(accept, media);
  return media;
}

/** Accept headers seen before: a client sends the same one with every request. */
const known = new Map<string, MediaType | undefined>();
const MAX_KNOWN = 64;
const MAX_KNOWN_LENGTH = 256;

/**
 * Whether an Accept header allows a media type. The first range that names it decides: itself, then `type/*`, then any;
 * `q=0` excludes. No header accepts everything.
 */
export function accepts(accept: string | undefined, type: string): boolean {
  if (accept === undefined) return true;
  const text = accept.replace(/[ \t\n]/g, "");
  const ranges = text.split(",").map((range) => range.split(";").filter(Boolean));
  for (const candidate of [type, `${type.slice(0, type.indexOf("/"))}/*`, "*/*"]) {
    const range = ranges.find(([name]) => name?.toLowerCase() === candidate);
    if (range === undefined) continue;
    const pairs = range.map((part) => part.split("=").filter(Boolean)).filter((pair) => pair.length === 2);
    const weights = pairs.filter(([name]) => name === "q").map(([, weight]) => weight);
    const weight = weights.length === 1 ? weights[0] : undefined;
    return weight === undefined || Number(weight) > 0;
  }
  return false;
}

const textDecoder = new TextDecoder("utf-8", { ignoreBOM: true });
const textEncoder = new TextEncoder();

/** One message in the form asked for: a body, or a record of a stream that is not framed yet. */
export function encodeAs<T>(codec: Codec<T>, value: T, media: MediaType): Uint8Array {
  return media === "protobuf" ? codec.encode(value) : textEncoder.encode(codec.toJson(value));
}

/** The same as a record of a stream, framed. */
export function encodeRecordAs<T>(codec: Codec<T>, value: T, media: MediaType): Uint8Array {
  return media === "protobuf" ? codec.encode(value, RECORD) : encodeRecord(textEncoder.encode(codec.toJson(value)));
}

/** A call from a body. The refusals (all 400) have the words of the master, the executor and resource provider APIs. */
export function decodeCall<T>(codec: Codec<T>, media: MediaType, body: Uint8Array): Result<T, Refusal> {
  if (media === "protobuf") {
    const call = codec.decode(body);
    return call.ok ? call : err({ status: 400, message: "Failed to parse body into Call protobuf" });
  }
  const json = parseJson(textDecoder.decode(body));
  if (!json.ok) return err({ status: 400, message: `Failed to parse body into JSON: ${json.error}` });
  const call = codec.fromJson(json.value);
  return call.ok ? call : err({ status: 400, message: `Failed to convert JSON into Call protobuf: ${call.error}` });
}

/** Content type and body at once. */
export function readCall<T>(codec: Codec<T>, contentType: string | undefined, body: Uint8Array): Result<T, Refusal> {
  const media = requestMedia(contentType);
  return media.ok ? decodeCall(codec, media.value, body) : media;
}
