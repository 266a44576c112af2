/**
 * Bundles: amounts of resources of one agent as the allocator handles them, and their records in the shared memory.
 *
 * A bundle is an immutable list of Resource objects (without allocation role) together with all the kernel wants to
 * know of it. Equal amounts are the same object wherever possible, so a cluster of equal agents has a handful of
 * bundles, their sums and differences are looked up, and the list that goes into an offer exists already. None of
 * this is needed for being right: two equal bundles may be two objects.
 */
import * as L from "../../assembly/layout.ts";
import { add, countOf, subtract } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { containsResource, isIndivisible } from "../model/resource.ts";
import { toMilli } from "../model/scalar.ts";
import { coalesceRanges } from "../model/ranges.ts";
import type { Resource } from "../model/gen/mesos.ts";
import type { BundleTable } from "./bundle-table.ts";
import { isPlain } from "./interner.ts";
import type { Interner } from "./interner.ts";
import { NOTHING, VectorBuilder } from "./quantity.ts";
import type { Vector } from "./quantity.ts";

/** Most sums and differences one bundle remembers. */
const MAX_REMEMBERED = 64;
/** Behind a list that is offered stands its bundle, for when it comes back. */
const BEHIND = Symbol("bundle");
const SPECIAL = L.EXTRA_RESERVED | L.EXTRA_REVOCABLE | L.EXTRA_SHARED | L.EXTRA_REFINED;
type ListOfOffer = Resources & { readonly [BEHIND]?: Bundle };

/** A part of a bundle that is not a plain scalar. */
export interface Extra {
  readonly resource: Resource;
  readonly kind: number;
  readonly flags: number;
  /** Role it is reserved for. */
  readonly role: string | undefined;
  identity: number;
  /** Scalar, or number of elements. */
  readonly value: number;
}

export class Bundle {
  readonly resources: Resources;
  /** Plain scalars by number of the name. */
  readonly plain: Vector;
  readonly plainResources: readonly Resource[];
  /** Cuttable ones in the order in which they are cut. Copies of a shared volume count as one. */
  readonly extras: readonly Extra[];
  /** All scalars, each shared volume once. */
  readonly quantity: Vector;
  /** Unreserved, not revocable scalars: what counts against quota besides reservations. */
  readonly cuttable: Vector;
  readonly reserved: Vector;
  readonly revocable: Vector;
  readonly hasShared: boolean;
  /** Is there something in it that not every client may have, or that limits do not touch? */
  readonly isSpecial: boolean;
  /** The state of an agent that has these left, see STATE_* of the layout. */
  readonly state: number;
  /** Address of its record, 0 while it has none. */
  record = 0;
  private byIdentity: Map<number, Extra[]> | undefined;
  private reservations: ReadonlyMap<string, Vector> | undefined;
  /** Made when there is something to remember: of most bundles there is little or nothing. */
  private sums: Map<Bundle, Bundle> | undefined;
  private rests: Map<Bundle, Bundle> | undefined;
  private parts: Map<string, Bundle> | undefined;
  private stamped: Map<string, Resources> | undefined;
  private era = 0;
  /** The generation of the table in which it is there, and the one that what it remembers is of. */
  private knownIn = -1;
  private generation: number;
  private lastRole: string | undefined;
  private lastStamped: Resources = [];
  private readonly table: BundleTable;

  constructor(table: BundleTable, resources: Resources, parts: Parts) {
    this.table = table;
    this.generation = table.generation;
    this.resources = resources;
    this.plain = parts.plain;
    this.plainResources = parts.plainResources;
    this.extras = parts.extras;
    this.quantity = sumOf(parts, () => true);
    this.cuttable = sumOf(parts, (extra) => isCuttable(extra.flags));
    this.reserved = sumOf({ ...parts, plain: NOTHING }, (extra) => (extra.flags & L.EXTRA_RESERVED) !== 0);
    this.revocable = sumOf({ ...parts, plain: NOTHING }, (extra) => (extra.flags & L.EXTRA_REVOCABLE) !== 0);
    this.hasShared = parts.extras.some((extra) => (extra.flags & L.EXTRA_SHARED) !== 0);
    this.isSpecial = parts.extras.some((extra) => (extra.flags & SPECIAL) !== 0);
    this.state = stateOf(this);
  }

  /** Is it in the table, so that whatever holds the same is this one? */
  get isKnown(): boolean {
    return this.knownIn === this.table.generation;
  }

  isKnownNow(): void {
    this.knownIn = this.table.generation;
  }

  /** Another allocator's numbers mean other things. */
  isOf(table: BundleTable): boolean {
    return this.table === table;
  }

  /** Identities have other numbers from now on. */
  renumber(renumber: (identity: number) => number): void {
    for (const extra of this.extras) extra.identity = renumber(extra.identity);
    this.byIdentity = undefined;
  }

  get isEmpty(): boolean {
    return this.resources.length === 0;
  }

  plus(other: Bundle): Bundle {
    if (other.isEmpty) return this;
    if (this.isEmpty) return other;
    return this.remember((this.fresh().sums ??= new Map()), other, () => this.table.of(add(this.resources, other.resources)));
  }

  /** Without the other; it need not be part of this. */
  minus(other: Bundle): Bundle {
    if (other.isEmpty || this.isEmpty) return this;
    if (other === this) return this.table.empty;
    return this.remember((this.fresh().rests ??= new Map()), other, () => this.table.of(subtract(this.resources, other.resources)));
  }

  /** A part of it, known by a text that describes it. */
  part(description: string, make: () => Resources): Bundle {
    return this.remember((this.fresh().parts ??= new Map()), description, () => this.table.of(make()));
  }

  /** Remembers nothing from before the table began anew. */
  private fresh(): this {
    if (this.generation === this.table.generation) return this;
    this.sums = this.rests = this.parts = undefined;
    this.generation = this.table.generation;
    return this;
  }

  private remember<K>(in_: Map<K, Bundle>, key: K, make: () => Bundle): Bundle {
    let result = in_.get(key);
    if (result === undefined) {
      result = make();
      if (in_.size >= MAX_REMEMBERED) in_.clear();
      in_.set(key, result);
    }
    return result;
  }

  contains(other: Bundle): boolean {
    if (other === this || other.isEmpty) return true;
    for (let i = 0; i < other.plain.kinds.length; i++) {
      const at = this.plain.kinds.indexOf(other.plain.kinds[i]!);
      if (at < 0 || toMilli(this.plain.values[at]!) < toMilli(other.plain.values[i]!)) return false;
    }
    return other.extras.every((extra) => this.containsExtra(extra, other));
  }

  /** The same amounts, even if in other digits. */
  equals(other: Bundle): boolean {
    if (this === other) return true;
    return this.resources.length === other.resources.length && this.contains(other) && other.contains(this);
  }

  private containsExtra(wanted: Extra, in_: Bundle): boolean {
    this.byIdentity ??= byIdentity(this.extras);
    const own = this.byIdentity.get(wanted.identity) ?? [];
    if (!isIndivisible(wanted.resource)) return own.some(({ resource }) => containsResource(resource, wanted.resource));
    return countOf(own.length === 0 ? [] : this.resources, wanted.resource) >= countOf(in_.resources, wanted.resource);
  }

  /** How often a shared volume is in it. */
  copiesOf({ resource }: Extra): number {
    return countOf(this.resources, resource);
  }

  /** Reserved scalars by the role they are reserved for. */
  reservedByRole(): ReadonlyMap<string, Vector> {
    if (this.reservations !== undefined) return this.reservations;
    const builders = new Map<string, VectorBuilder>();
    const wanted = L.EXTRA_SCALAR | L.EXTRA_RESERVED;
    for (const { flags, role, kind, value } of this.extras) {
      if ((flags & wanted) !== wanted) continue;
      let builder = builders.get(role!);
      if (builder === undefined) builders.set(role!, (builder = new VectorBuilder()));
      builder.add(kind, value);
    }
    this.reservations = new Map([...builders].map(([role, builder]) => [role, builder.build()]));
    return this.reservations;
  }

  /** The shared volumes, or all the others. */
  shared(): Bundle {
    return this.hasShared ? this.table.of(this.resources.filter((r) => r.shared !== undefined)) : this.table.empty;
  }

  nonShared(): Bundle {
    return this.hasShared ? this.table.of(this.resources.filter((r) => r.shared === undefined)) : this;
  }

  /** The list for an offer to the role. */
  allocatedTo(role: string): Resources {
    if (this.lastRole === role) return this.lastStamped;
    if (this.era !== this.table.era) {
      this.stamped = undefined;
      this.era = this.table.era;
    }
    let list = this.stamped?.get(role);
    if (list === undefined) {
      list = stamp(this.resources, role);
      (this.stamped ??= new Map()).set(role, list);
      Object.defineProperty(list, BEHIND, { value: this });
      this.table.countList();
    }
    this.lastRole = role;
    this.lastStamped = list;
    return list;
  }
}

function isCuttable(flags: number): boolean {
  return (flags & (L.EXTRA_SCALAR | L.EXTRA_RESERVED | L.EXTRA_REVOCABLE)) === L.EXTRA_SCALAR;
}

function stateOf({ quantity, extras, isSpecial }: Bundle): number {
  let word = L.STATE_CANDIDATE | (isSpecial ? L.STATE_SPECIAL : 0);
  for (const kind of quantity.kinds) word |= kindBit(kind);
  for (const { flags, kind } of extras) if (flags & L.EXTRA_SCALAR) word |= kindBit(kind) << L.STATE_EXTRAS_SHIFT;
  return word;
}

function kindBit(kind: number): number {
  return 1 << Math.min(kind, L.STATE_KINDS - 1);
}

interface Parts {
  readonly plain: Vector;
  readonly plainResources: readonly Resource[];
  readonly extras: readonly Extra[];
}

function sumOf(parts: Parts, wanted: (extra: Extra) => boolean): Vector {
  const scalars = parts.extras.filter((extra) => (extra.flags & L.EXTRA_SCALAR) !== 0 && wanted(extra));
  if (scalars.length === 0) return parts.plain;
  const builder = new VectorBuilder();
  parts.plain.kinds.forEach((kind, i) => builder.add(kind, parts.plain.values[i]!));
  for (const extra of scalars) builder.add(extra.kind, extra.value);
  return builder.build();
}

function byIdentity(extras: readonly Extra[]): Map<number, Extra[]> {
  const result = new Map<number, Extra[]>();
  for (const extra of extras) {
    const list = result.get(extra.identity);
    if (list === undefined) result.set(extra.identity, [extra]);
    else list.push(extra);
  }
  return result;
}

/** Stamps all with the role; plain ones, most of all, in the quickest way. */
function stamp(resources: Resources, role: string): Resources {
  const allocation = { role };
  return resources.map((resource) =>
    isPlain(resource)
      ? { name: resource.name, type: resource.type, scalar: resource.scalar, allocation_info: allocation }
      : { ...resource, allocation_info: allocation },
  );
}

/** The bundle behind a list that `allocatedTo` gave out, while it is the one of what it holds. */
export function bundleBehind(list: Resources): Bundle | undefined {
  const bundle = (list as ListOfOffer)[BEHIND];
  return bundle?.isKnown === true ? bundle : undefined;
}

/** Pairs of doubles for ranges and sets, canonical. */
export function intervalsOf(resource: Resource, items: Interner): number[] {
  const pairs: number[] = [];
  if (resource.type === "RANGES") {
    for (const { begin, end } of coalesceRanges(resource.ranges?.range ?? [])) pairs.push(begin, end);
  } else if (resource.type === "SET") {
    const numbers = (resource.set?.item ?? []).map((item) => items.number(item)).sort((a, b) => a - b);
    for (const number of numbers) pairs.push(number, number);
  }
  return pairs;
}
