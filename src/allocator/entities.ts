/**
 * The live columns of everything that has a share: the root (0), role nodes, clients (a framework in a role). One row
 * per entity: total, key (number of grants, rank of its name, weight) and links, see KEY_* and LINK_* of the layout.
 */
import * as L from "../../assembly/layout.ts";
import type { SharedMemory } from "./memory.ts";
import { minus, plus } from "./quantity.ts";
import type { Vector } from "./quantity.ts";

export const ROOT = 0;
const WORDS_PER_LINK = L.LINK_BYTES / 4;
const DOUBLES_PER_KEY = L.KEY_BYTES / 8;
const GRANTS = L.KEY_GRANTS / 8;
const RANK = L.KEY_RANK / 8;
const WEIGHT = L.KEY_WEIGHT / 8;

export class Entities {
  /** Doubles per total. */
  stride: number;
  /** Highest entity in use plus one. */
  count = 0;
  total = 0;
  keys = 0;
  links = 0;
  private capacity = 0;
  private readonly memory: SharedMemory;
  private readonly unused: number[] = [];

  constructor(memory: SharedMemory, stride: number) {
    this.memory = memory;
    this.stride = stride;
    this.add(-1, 0);
  }

  /** A new entity without total and grants, of weight 1. */
  add(parent: number, flags: number): number {
    const entity = this.unused.pop() ?? this.count++;
    if (entity >= this.capacity) this.grow(Math.max(64, this.capacity * 2), this.stride);
    const { f64, i32 } = this.memory;
    f64.fill(0, (this.total >>> 3) + entity * this.stride, (this.total >>> 3) + (entity + 1) * this.stride);
    const key = this.keyOf(entity);
    f64.fill(0, key, key + DOUBLES_PER_KEY);
    f64[key + WEIGHT] = 1;
    const link = this.linkOf(entity);
    i32.fill(0, link, link + WORDS_PER_LINK);
    i32[link + (L.LINK_PARENT >> 2)] = parent;
    i32[link + (L.LINK_FLAGS >> 2)] = flags | L.ENTITY_USED;
    i32[link + (L.LINK_ROLE >> 2)] = -1;
    i32[link + (L.LINK_QUOTA >> 2)] = -1;
    i32[link + (L.LINK_QUOTA_ABOVE >> 2)] = -1;
    return entity;
  }

  remove(entity: number): void {
    this.setLink(entity, L.LINK_FLAGS, 0);
    this.setLink(entity, L.LINK_PARENT, -1);
    this.unused.push(entity);
  }

  link(entity: number, field: number): number {
    return this.memory.i32[this.linkOf(entity) + (field >> 2)]!;
  }

  setLink(entity: number, field: number, value: number): void {
    this.memory.i32[this.linkOf(entity) + (field >> 2)] = value;
  }

  setFlag(entity: number, flag: number, on: boolean): void {
    const flags = this.link(entity, L.LINK_FLAGS);
    this.setLink(entity, L.LINK_FLAGS, on ? flags | flag : flags & ~flag);
  }

  setRank(entity: number, rank: number): void {
    this.memory.f64[this.keyOf(entity) + RANK] = rank;
  }

  setWeight(entity: number, weight: number): void {
    this.memory.f64[this.keyOf(entity) + WEIGHT] = weight;
  }

  weightOf(entity: number): number {
    return this.memory.f64[this.keyOf(entity) + WEIGHT]!;
  }

  grantsOf(entity: number): number {
    return this.memory.f64[this.keyOf(entity) + GRANTS]!;
  }

  setGrants(entity: number, grants: number): void {
    this.memory.f64[this.keyOf(entity) + GRANTS] = grants;
  }

  setTotal(entity: number, kind: number, value: number): void {
    this.memory.f64[(this.total >>> 3) + entity * this.stride + kind] = value;
  }

  totalOf(entity: number, kind: number): number {
    return kind < this.stride ? this.memory.f64[(this.total >>> 3) + entity * this.stride + kind]! : 0;
  }

  /** Total and grants of one become the other's. */
  copy(from: number, to: number): void {
    const { f64 } = this.memory;
    const base = this.total >>> 3;
    f64.copyWithin(base + to * this.stride, base + from * this.stride, base + (from + 1) * this.stride);
    f64[this.keyOf(to) + GRANTS] = f64[this.keyOf(from) + GRANTS]!;
  }

  /** Adds to the totals of an entity and all above it. */
  charge(entity: number, vector: Vector): void {
    for (let at = entity; at >= 0; at = this.parentOf(at)) this.chargeOne(at, vector);
  }

  chargeOne(entity: number, { kinds, values }: Vector): void {
    const { f64 } = this.memory;
    const base = (this.total >>> 3) + entity * this.stride;
    for (let i = 0; i < kinds.length; i++) {
      const at = base + kinds[i]!;
      f64[at] = plus(f64[at]!, values[i]!);
    }
  }

  /** Subtracts from the totals of an entity and all above it. */
  discharge(entity: number, vector: Vector): void {
    for (let at = entity; at >= 0; at = this.parentOf(at)) this.dischargeOne(at, vector);
  }

  dischargeOne(entity: number, { kinds, values }: Vector): void {
    const { f64 } = this.memory;
    const base = (this.total >>> 3) + entity * this.stride;
    for (let i = 0; i < kinds.length; i++) {
      const at = base + kinds[i]!;
      f64[at] = minus(f64[at]!, values[i]!);
    }
  }

  /** Totals and grants become those the kernel made of them. */
  adopt(total: number, keys: number): void {
    const { u8 } = this.memory;
    u8.copyWithin(this.total, total, total + this.count * this.stride * 8);
    u8.copyWithin(this.keys, keys, keys + this.count * L.KEY_BYTES);
  }

  /** Clients are open only since a later run, says the kernel's copy of so many links: see quiet.ts there. */
  adoptSince(links: number, count: number): void {
    const { i32 } = this.memory;
    const since = L.LINK_SINCE >> 2;
    let from = (links >>> 2) + since;
    let to = (this.links >>> 2) + since;
    for (let e = 0; e < count; e++, from += WORDS_PER_LINK, to += WORDS_PER_LINK) {
      if (i32[from]! > i32[to]!) i32[to] = i32[from]!;
    }
  }

  /** One more grant to an entity and all above it. */
  countGrant(entity: number): void {
    const { f64 } = this.memory;
    for (let at = entity; at >= 0; at = this.parentOf(at)) f64[this.keyOf(at) + GRANTS]!++;
  }

  parentOf(entity: number): number {
    return this.memory.i32[this.linkOf(entity)]!;
  }

  /** More columns per total. */
  widen(stride: number): void {
    this.grow(this.capacity, stride);
  }

  private keyOf(entity: number): number {
    return (this.keys >>> 3) + entity * DOUBLES_PER_KEY;
  }

  private linkOf(entity: number): number {
    return (this.links >>> 2) + entity * WORDS_PER_LINK;
  }

  private grow(capacity: number, stride: number): void {
    const { memory } = this;
    const old = { ...this };
    this.total = memory.allocate(capacity * stride * 8);
    this.keys = memory.allocate(capacity * L.KEY_BYTES);
    this.links = memory.allocate(capacity * L.LINK_BYTES);
    const { f64, u8 } = memory;
    for (let e = 0; e < old.capacity; e++) {
      const from = (old.total >>> 3) + e * old.stride;
      f64.copyWithin((this.total >>> 3) + e * stride, from, from + old.stride);
    }
    u8.copyWithin(this.keys, old.keys, old.keys + old.capacity * L.KEY_BYTES);
    u8.copyWithin(this.links, old.links, old.links + old.capacity * L.LINK_BYTES);
    memory.release(old.total, old.capacity * old.stride * 8);
    memory.release(old.keys, old.capacity * L.KEY_BYTES);
    memory.release(old.links, old.capacity * L.LINK_BYTES);
    this.stride = stride;
    this.capacity = capacity;
  }
}
