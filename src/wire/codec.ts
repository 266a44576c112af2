/**
 * The wire: bytes and JSON on one side, the plain values of src/model/gen on the other.
 *
 * proto/ is the contract. `generate.ts` makes from it the interfaces (src/model/gen) and, per message, a codec
 * (gen/*.ts: `TaskInfoCodec` turns a `TaskInfo` into bytes and back). v0 and v1 speak the same bytes, so one codec
 * serves both. On top of the codecs: `json.ts` (Mesos' JSON rules), `recordio.ts` (records in a stream), `v0/`
 * (libprocess messages between masters, agents and drivers) and `v1/` (the HTTP APIs). Everything here is pure and
 * answers bad input with an error value.
 */
import protobuf from "protobufjs/minimal.js";
import { MAX_KEPT_WRITER_BYTES } from "../model/limits.ts";
import { err, ok } from "../model/result.ts";
import type { Result } from "../model/result.ts";
import { WireReader } from "./binary.ts";
import type { Writer } from "./binary.ts";
import { writeJson } from "./json.ts";
import { readJson } from "./json-read.ts";
import { collectMissing, describeMissing } from "./missing.ts";
import type { MessageShape } from "./shape.ts";

/** What stands around the bytes of a message where it is sent, nearly always in ASCII, for which it is made. */
export interface Frame {
  before(length: number): string;
  after(length: number): string;
}

/** Both forms of one message type. */
export interface Codec<T> {
  /**
   * The full protobuf name in v1 terms, such as mesos.v1.Offer; the wire name of mesos.internal and mesos.scheduler
   * messages.
   */
  readonly name: string;
  readonly shape: MessageShape;
  /** Fields in the order of their numbers, as C++ writes them. With a frame these are put between its two ends at once. */
  encode(value: T, frame?: Frame): Uint8Array;
  /** The error is `Missing required fields: a.b, c[0].d` or tells where the bytes broke. */
  decode(bytes: Uint8Array): Result<T>;
  /** JSON text by Mesos' rules (see json.ts). */
  toJson(value: T): string;
  /** From parsed JSON; use `parseJson` to parse, or integers beyond 2^53 lose their last digits. */
  fromJson(json: unknown): Result<T>;
}

/** The bytes of a message in their frame, in one piece. */
export function framed(message: Uint8Array, frame: Frame): Uint8Array {
  const [before, after] = [frame.before(message.length), frame.after(message.length)];
  const bytes = new Uint8Array(before.length + message.length + after.length);
  const { read, written } = encoder.encodeInto(before, bytes);
  if (read !== before.length || written !== read) return joined(encoder.encode(before), message, after);
  bytes.set(message, before.length);
  for (let i = 0, at = before.length + message.length; i < after.length; i++) bytes[at + i] = after.charCodeAt(i);
  return bytes;
}

function joined(before: Uint8Array, message: Uint8Array, after: string): Uint8Array {
  return Uint8Array.from([...before, ...message, ...encoder.encode(after)]);
}

const encoder = new TextEncoder();

let writer: Writer = new protobuf.Writer();

/** Puts a codec together; called once per message type by generated code. */
export function makeCodec<T>(
  shape: MessageShape,
  encode: (writer: Writer, value: T) => void,
  decode: (reader: WireReader, end: number) => T,
): Codec<T> {
  return {
    name: shape.name,
    shape,
    encode(value, frame) {
      writer.states = null;
      writer.pos = 0;
      encode(writer, value);
      const bytes = frame === undefined ? writer.buf.slice(0, writer.pos) : framed(writer.buf.subarray(0, writer.pos), frame);
      if (writer.buf.length > MAX_KEPT_WRITER_BYTES) writer = new protobuf.Writer();
      return bytes;
    },
    decode(bytes) {
      const reader = new WireReader(bytes);
      try {
        const value = decode(reader, bytes.length);
        if (!reader.lacksRequired) return ok(value);
        const missing: string[] = []; // empty when a later part of the same submessage brought the field
        collectMissing(shape, value as Readonly<Record<string, unknown>>, "", missing);
        return missing.length === 0 ? ok(value) : err(describeMissing(missing));
      } catch (error) {
        return err(`${shape.name} of ${bytes.length} bytes is broken: ${(error as Error).message}`);
      }
    },
    toJson: (value) => writeJson(shape, value),
    fromJson: (json) => readJson<T>(shape, json),
  };
}
