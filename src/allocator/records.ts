/**
 * Records: bundles in the shared memory, immutable. A record stays as long as a filter refers to it,
 * and as a cache of what agents have until there are too many.
 */
import * as L from "../../assembly/layout.ts";
import { intervalsOf } from "./bundle.ts";
import type { Bundle, Extra } from "./bundle.ts";
import type { BundleTable } from "./bundle-table.ts";
import type { SharedMemory } from "./memory.ts";
import type { Vector } from "./quantity.ts";

/** Most records before those without use are looked for. */
const SWEEP_FROM = 65_536;

export class Records {
  /** Doubles per vector in records; at least as many as there are resource names. */
  stride = 8;
  maxExtras = 0;
  /** Counts how often records went away: before that, bundles may have had others. */
  era = 0;
  private readonly memory: SharedMemory;
  private readonly bundles: BundleTable;
  private readonly byAddress = new Map<number, Bundle>();
  private readonly roleNumber: (role: string) => number;
  private sweepAt = SWEEP_FROM;

  constructor(memory: SharedMemory, bundles: BundleTable, roleNumber: (role: string) => number) {
    this.memory = memory;
    this.bundles = bundles;
    this.roleNumber = roleNumber;
  }

  /** Takes the memory of records no filter refers to back once there are many; not while a cycle runs. */
  sweep(): void {
    if (this.byAddress.size >= this.sweepAt) this.sweepAll();
  }

  *bundlesOfFilters(): Generator<Bundle> {
    for (const [record, bundle] of this.byAddress) {
      if (this.memory.i32[(record + L.RECORD_REFS) >>> 2] !== 0) yield bundle;
    }
  }

  sweepAll(): void {
    this.era++;
    for (const [record, bundle] of this.byAddress) {
      if (this.memory.i32[(record + L.RECORD_REFS) >>> 2] === 0) this.release(bundle);
    }
    this.sweepAt = 2 * this.byAddress.size + SWEEP_FROM;
  }

  /** The bundle whose record is there. */
  bundleAt(address: number): Bundle {
    return this.byAddress.get(address)!;
  }

  /** There are more resource names than columns: makes all records anew. Returns new addresses by old ones. */
  widen(stride: number): ReadonlyMap<number, number> {
    const moved = new Map<number, number>();
    const blocks = [...this.byAddress].map(([address, bundle]) => [address, this.bytesOf(bundle)] as const);
    const all = [...this.byAddress];
    this.byAddress.clear();
    this.era++;
    this.stride = stride;
    for (const [address, bundle] of all) {
      const refs = this.memory.i32[(address + L.RECORD_REFS) >>> 2]!;
      bundle.record = 0;
      const fresh = this.address(bundle);
      this.memory.i32[(fresh + L.RECORD_REFS) >>> 2] = refs;
      moved.set(address, fresh);
    }
    for (const [address, bytes] of blocks) this.memory.release(address, bytes);
    return moved;
  }

  /** The record of a bundle, made if need be. */
  address(bundle: Bundle): number {
    if (bundle.record !== 0) return bundle.record;
    const { memory, stride } = this;
    const { extras } = bundle;
    const record = memory.allocate(this.bytesOf(bundle));
    const plain = record + L.RECORD_PLAIN;
    memory.i32[(record + L.RECORD_EXTRAS) >>> 2] = extras.length;
    memory.i32[(record + L.RECORD_FLAGS) >>> 2] = bundle.isSpecial ? L.RECORD_SPECIAL : 0;
    memory.i32[(record + L.RECORD_LEFT) >>> 2] = bundle.plain.kinds.length + extras.length;
    this.writeVector(plain, bundle.plain);
    this.writeVector(plain + stride * 8, bundle.quantity);
    extras.forEach((extra, i) => this.writeExtra(plain + stride * 16 + i * L.EXTRA_BYTES, extra));
    bundle.record = record;
    this.byAddress.set(record, bundle);
    this.maxExtras = Math.max(this.maxExtras, extras.length);
    return record;
  }

  private writeVector(at: number, { kinds, values }: Vector): void {
    for (let i = 0; i < kinds.length; i++) this.memory.f64[(at >>> 3) + kinds[i]!] = values[i]!;
  }

  private writeExtra(at: number, extra: Extra): void {
    const { memory } = this;
    const pairs = intervalsOf(extra.resource, this.bundles.items);
    const intervals = pairs.length === 0 ? 0 : memory.allocate(pairs.length * 8);
    memory.f64.set(pairs, intervals >>> 3);
    const { i32 } = memory;
    i32[(at + L.EXTRA_KIND) >>> 2] = extra.kind;
    i32[(at + L.EXTRA_FLAGS) >>> 2] = extra.flags;
    i32[(at + L.EXTRA_ROLE) >>> 2] = extra.role === undefined ? -1 : this.roleNumber(extra.role);
    i32[(at + L.EXTRA_IDENTITY) >>> 2] = extra.identity;
    memory.f64[(at + L.EXTRA_VALUE) >>> 3] = extra.value;
    i32[(at + L.EXTRA_INTERVALS) >>> 2] = intervals;
    i32[(at + L.EXTRA_INTERVAL_COUNT) >>> 2] = pairs.length / 2;
  }

  private release(bundle: Bundle): void {
    const { memory, stride } = this;
    bundle.extras.forEach((_, i) => {
      const at = bundle.record + L.RECORD_PLAIN + stride * 16 + i * L.EXTRA_BYTES;
      const count = memory.i32[(at + L.EXTRA_INTERVAL_COUNT) >>> 2]!;
      if (count > 0) memory.release(memory.u32[(at + L.EXTRA_INTERVALS) >>> 2]!, count * 16);
    });
    memory.release(bundle.record, this.bytesOf(bundle));
    this.byAddress.delete(bundle.record);
    bundle.record = 0;
  }

  private bytesOf(bundle: Bundle): number {
    return L.RECORD_PLAIN + this.stride * 16 + bundle.extras.length * L.EXTRA_BYTES;
  }
}
