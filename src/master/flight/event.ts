/**
 * Events as bytes. A message keeps the bytes it came with; a registry operation that is durable is written as "the next one",
 * since the core itself has said what it goes on with; the Authorization header is left out.
 */
import type { MasterInfo } from "../../model/gen/mesos.ts";
import type { Principal } from "../../model/principal.ts";
import type { Upid } from "../../model/upid.ts";
import { decodeMessage, encodeMessage } from "../../wire/v0/messages.ts";
import type { Continuation, HttpRequest, MasterEvent, Readings, RequestId, StreamId, Timer } from "../event.ts";
import type { RegistryEntries } from "../registry/registry.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import { readValue, writeValue } from "./value.ts";

const TYPES = [
  "detected", "elected", "message", "exited", "request", "stream-closed", "timer", "persisted", "allocated",
] as const satisfies readonly MasterEvent["type"][];
const CODES = new Map<MasterEvent["type"], number>(TYPES.map((type, code) => [type, code]));

const SECRET_HEADERS: ReadonlySet<string> = new Set(["authorization", "proxy-authorization"]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `isNext`: of a durable operation, that it is the one whose turn it is. */
export function writeEvent(writer: ByteWriter, event: MasterEvent, isNext: boolean): void {
  writer.u8(CODES.get(event.type)!);
  switch (event.type) {
    case "detected":
      return writeValue(writer, event.leader);
    case "elected":
      return writeValue(writer, event.registry);
    case "message":
      writeUpid(writer, event.from);
      writer.symbol(event.to);
      writer.symbol(event.message.name);
      return writer.block(event.body ?? encodeMessage(event.message));
    case "exited":
      return writeUpid(writer, event.peer);
    case "request":
      return writeRequest(writer, event.request);
    case "stream-closed":
      return writer.symbol(event.stream);
    case "timer": {
      const { kind, ...subject } = event.timer;
      writer.symbol(kind);
      return writeValue(writer, subject);
    }
    case "persisted":
      return writeValue(writer, isNext ? undefined : event.then);
    case "allocated":
      writer.uint(event.result.cycle);
      return writer.uint(event.result.status);
  }
}

/** `next`: takes the operation whose turn it is. Throws a RangeError on bytes that mean nothing. */
export function readEvent(reader: ByteReader, next: () => Continuation): MasterEvent {
  const type = TYPES[reader.u8()];
  switch (type) {
    case "detected":
      return { type, leader: readValue(reader) as MasterInfo | undefined };
    case "elected":
      return { type, registry: readValue(reader) as RegistryEntries };
    case "message": {
      const [from, to, name, body] = [readUpid(reader), reader.symbol(), reader.symbol(), reader.block()];
      const message = decodeMessage(name, body);
      if (message?.ok !== true) throw new RangeError(`a ${name} that cannot be read: ${message?.error ?? "nobody knows it"}`);
      return { type, from, to, message: message.value, body };
    }
    case "exited":
      return { type, peer: readUpid(reader) };
    case "request":
      return { type, request: readRequest(reader) };
    case "stream-closed":
      return { type, stream: reader.symbol() as StreamId };
    case "timer": {
      const kind = reader.symbol();
      return { type, timer: { kind, ...(readValue(reader) as object) } as Timer };
    }
    case "persisted":
      return { type, then: (readValue(reader) as Continuation | undefined) ?? next() };
    case "allocated":
      return { type, result: { cycle: reader.uint(), status: reader.uint() } };
    default:
      throw new RangeError("an event of no known type");
  }
}

function writeUpid(writer: ByteWriter, { id, host, port }: Upid): void {
  writer.symbol(id);
  writer.symbol(host);
  writer.uint(port);
}

function readUpid(reader: ByteReader): Upid {
  return { id: reader.symbol(), host: reader.symbol(), port: reader.uint() };
}

function writeRequest(writer: ByteWriter, request: HttpRequest): void {
  const { id, method, path, query, headers, body, streamId, principal, readings } = request;
  writer.uint(id);
  writer.symbol(method);
  writer.symbol(path);
  writeTexts(writer, query);
  writeTexts(writer, headers);
  writer.block(body);
  writeUuid(writer, streamId);
  writeValue(writer, principal);
  writeValue(writer, readings);
}

function readRequest(reader: ByteReader): HttpRequest {
  const [id, method, path] = [reader.uint() as RequestId, reader.symbol(), reader.symbol()];
  const [query, headers, body] = [readTexts(reader), readTexts(reader), reader.block()];
  const streamId = readUuid(reader) as StreamId;
  const principal = readValue(reader) as Principal | undefined;
  const readings = readValue(reader) as Readings | undefined;
  return {
    id, method, path, query, headers, body, streamId, ...(principal !== undefined && { principal }), ...(readings !== undefined && { readings }),
  };
}

function writeTexts(writer: ByteWriter, texts: Readonly<Record<string, string>>): void {
  const keys = Object.keys(texts);
  let count = keys.length;
  for (let i = 0; i < keys.length; i++) if (SECRET_HEADERS.has(keys[i]!)) count--;
  writer.uint(count);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (SECRET_HEADERS.has(key)) continue;
    writer.symbol(key);
    writer.symbol(texts[key]!);
  }
}

function readTexts(reader: ByteReader): Record<string, string> {
  const texts: Record<string, string> = {};
  for (let left = reader.uint(); left > 0; left--) {
    const key = reader.symbol();
    texts[key] = reader.symbol();
  }
  return texts;
}

/** 16 bytes for what is written as a UUID usually is. */
function writeUuid(writer: ByteWriter, uuid: string): void {
  if (!UUID.test(uuid)) {
    writer.u8(0);
    return writer.text(uuid);
  }
  writer.u8(1);
  for (let at = 0; at < 36; at += 2) {
    if (uuid.charCodeAt(at) === 0x2d) at++;
    writer.u8((nibble(uuid.charCodeAt(at)) << 4) | nibble(uuid.charCodeAt(at + 1)));
  }
}

function nibble(code: number): number {
  return code < 0x3a ? code - 0x30 : code - 0x57;
}

function readUuid(reader: ByteReader): string {
  if (reader.u8() === 0) return reader.text();
  let text = "";
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += "-";
    text += reader.u8().toString(16).padStart(2, "0");
  }
  return text;
}
