/**
 * An image as bytes, in pieces: first the records, each in terms of those before it, then the tables, then the allocator.
 * The same state gives the same pieces, and the hash of them is the hash of all state. Only filters come in no order: into the
 * hash goes a sum over them. What the allocator has handled before is no state, and in no hash.
 */
import type { AllocatorImage } from "../../allocator/image.ts";
import type { Resources } from "../../model/resources.ts";
import type { Continuation } from "../event.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { Hash } from "./hash.ts";
import type { MasterImage } from "./image.ts";
import { readValue, writeLong, writeRecord, writeValue } from "./value.ts";
import type { Shared } from "./value.ts";

const PIECE_BYTES = 64 * 1024;

/** Gives the pieces one by one, each valid until the next; undefined now and then, for whoever has something else to do. */
export function* piecesOf(image: MasterImage): Generator<Uint8Array | undefined, string> {
  const writer = new ByteWriter();
  const hash = new Hash();
  const shared: Shared = new Map();
  for (const [held, was] of image.records) {
    writer.u8(1);
    for (const _ of writeRecord(writer, was, shared)) yield takeFull(writer, hash);
    shared.set(held, shared.size);
    yield takeFull(writer, hash);
  }
  writer.u8(0);
  const { filters, handled, ...allocator } = image.allocator;
  for (const part of [image.tables, allocator, { pending: image.pending }]) {
    const entries = Object.entries(part);
    writer.uint(entries.length);
    for (const [name, value] of entries) {
      writer.symbol(name);
      for (const _ of writeLong(writer, value, shared)) yield takeFull(writer, hash);
    }
  }
  yield takeFull(writer, hash, 0);
  const sum = new FilterSum();
  writer.uint(filters.agents.length);
  for (let i = 0; i < filters.agents.length; i++) {
    const [agent, framework, role, moment] = [filters.agents[i]!, filters.frameworks[i]!, filters.roles[i]!, filters.moments[i]!];
    writer.uint(agent);
    writer.uint(framework);
    writer.symbol(role);
    writeValue(writer, filters.refused[i], shared);
    writer.uint(moment);
    sum.add(agent, framework, role, moment);
    yield takeFull(writer, undefined);
  }
  hash.addWord(sum.value);
  const { lists, ...numbers } = handled;
  writer.uint(lists.length);
  for (const resources of lists) {
    writeValue(writer, resources, shared);
    yield takeFull(writer, undefined);
  }
  for (const [name, value] of Object.entries(numbers)) {
    writer.symbol(name);
    for (const _ of writeLong(writer, value, shared)) yield takeFull(writer, undefined);
  }
  yield takeFull(writer, undefined, 0);
  return hash.text;
}

function takeFull(writer: ByteWriter, hash: Hash | undefined, least = PIECE_BYTES): Uint8Array | undefined {
  if (writer.length <= least) return undefined;
  const piece = writer.written;
  hash?.add(piece);
  writer.clear();
  return piece;
}

/** The same whatever the order. */
class FilterSum {
  value = 0;
  private readonly roles = new Map<string, number>();

  add(agent: number, framework: number, role: string, moment: number): void {
    let known = this.roles.get(role);
    if (known === undefined) {
      known = 0;
      for (let i = 0; i < role.length; i++) known = Math.imul(known ^ role.charCodeAt(i), 0x01000193);
      this.roles.set(role, known);
    }
    const mixed = Math.imul(Math.imul(agent ^ known, 0xcc9e2d51) ^ framework, 0x1b873593) ^ moment;
    this.value = (this.value + Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)) | 0;
  }
}

/** Of a whole state, in one go. */
export function hashOf(image: MasterImage): string {
  const pieces = piecesOf(image);
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value;
  }
}

/** What pieces were made of. Throws a RangeError on bytes that mean nothing. */
export function readState(bytes: Uint8Array): Omit<MasterImage, "records"> {
  const reader = new ByteReader(bytes);
  const shared: object[] = [];
  while (reader.u8() !== 0) shared.push(readValue(reader, shared) as object);
  const [tables, allocator, pending] = [readFields(reader, shared), readFields(reader, shared), readFields(reader, shared)];
  const filters = { agents: [] as number[], frameworks: [] as number[], roles: [] as string[], refused: [] as Resources[], moments: [] as number[] };
  for (let left = reader.uint(); left > 0; left--) {
    filters.agents.push(reader.uint());
    filters.frameworks.push(reader.uint());
    filters.roles.push(reader.symbol());
    filters.refused.push(readValue(reader, shared) as Resources);
    filters.moments.push(reader.uint());
  }
  const lists = Array.from({ length: reader.uint() }, () => readValue(reader, shared) as Resources);
  const numbers: Record<string, unknown> = {};
  while (!reader.isAtEnd) numbers[reader.symbol()] = readValue(reader, shared);
  return {
    tables: tables as unknown as MasterImage["tables"],
    allocator: { ...allocator, filters, handled: { lists, ...numbers } } as unknown as AllocatorImage,
    pending: pending["pending"] as readonly Continuation[],
  };
}

function readFields(reader: ByteReader, shared: readonly object[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (let left = reader.uint(); left > 0; left--) fields[reader.symbol()] = readValue(reader, shared);
  return fields;
}
