/**
 * All bundles by what they hold. A list is described by a text, names and identities as numbers; what has the same
 * text is the same bundle. Lists that carry an allocation role are described without it.
 *
 * So the first order in which something is seen is the one in which it is offered. That must depend on nothing but what
 * is in the table, or an allocator made from an image would go on in another order: what bundles remember of each other
 * holds only until the table starts anew.
 */
import * as L from "../../assembly/layout.ts";
import { sum } from "../model/resources.ts";
import type { Resources } from "../model/resources.ts";
import { isIndivisible, isPersistentVolume } from "../model/resource.ts";
import { countRanges } from "../model/ranges.ts";
import type { Resource } from "../model/gen/mesos.ts";
import { Bundle, bundleBehind } from "./bundle.ts";
import type { Extra } from "./bundle.ts";
import { identityOf, Interner, isPlain } from "./interner.ts";
import { NOTHING } from "./quantity.ts";

/** Most bundles known by what they hold; when there are more, the table starts anew. */
const MAX_KNOWN = 65_536;
/** Most lists for offers kept over all bundles; when there are more, all begin anew. */
const MAX_LISTS = 262_144;
/** How many lists are known by being the very same. */
const RECENT = 16;

export class BundleTable {
  /** Numbers of resource names; also the columns of quantity vectors. */
  readonly kinds = new Interner();
  readonly identities = new Interner();
  readonly items = new Interner();
  /** Names of ranges and sets: their quantity is a number of elements. */
  readonly counted = new Set<string>();
  readonly empty: Bundle;
  /** How often the table has started anew. */
  generation = 0;
  /** Lists for offers made before this are forgotten. */
  era = 0;
  private listCount = 0;
  private readonly byContent = new Map<string, Bundle>();
  private readonly recent = new Recent();

  constructor() {
    this.empty = new Bundle(this, [], { plain: NOTHING, plainResources: [], extras: [] });
    this.byContent.set("", this.empty);
  }

  /** The bundle of a list in normal form; the role it may be allocated to, one for all, is left out. */
  of(resources: Resources): Bundle {
    if (resources.length === 0) return this.empty;
    const behind = bundleBehind(resources);
    const recent = behind?.isOf(this) === true ? behind : this.recent.get(resources);
    if (recent !== undefined) return recent;
    const content = this.describe(resources);
    const bundle = content === undefined
      ? this.of(sum(resources.map(stripped)))
      : (this.byContent.get(content) ?? this.make(resources.map(stripped), content));
    this.recent.set(resources, bundle);
    return bundle;
  }

  /** Lists of all that are known by what they hold, the first ones first. */
  known(): Resources[] {
    return Array.from(this.byContent.values(), ({ resources }) => resources);
  }

  /** From now on it knows these, in their order, and no others. */
  know(lists: readonly Resources[]): void {
    const before = new Map(this.byContent);
    this.forget();
    for (const resources of lists) {
      if (resources.length === 0) continue;
      const content = this.describe(resources)!;
      const bundle = before.get(content);
      this.keep(content, bundle !== undefined && isInOrder(bundle, resources) ? bundle : this.create(resources));
    }
  }

  /** The bundle of a list in exactly its order, also if another one is known of what it holds. */
  exactly(resources: Resources): Bundle {
    const bundle = this.of(resources);
    return isInOrder(bundle, resources) ? bundle : this.create(resources);
  }

  /** Forgets all bundles and numbers of identities and items; names of resources keep theirs. */
  startAnew(): void {
    this.forget();
    this.identities.clear();
    this.items.clear();
  }

  /** Forgets all bundles. */
  private forget(): void {
    this.generation++;
    this.byContent.clear();
    this.byContent.set("", this.empty);
    this.recent.clear();
  }

  countList(): void {
    if (++this.listCount <= MAX_LISTS) return;
    this.listCount = 0;
    this.era++;
  }

  /** Undefined if the list is not in normal form: what could be merged was not. */
  private describe(resources: Resources): string | undefined {
    const parts: string[] = [];
    const kinds: number[] = [];
    const seen = new Set<number>();
    for (const resource of resources) {
      if (isPlain(resource)) {
        const kind = this.kinds.number(resource.name);
        if (kinds.includes(kind)) return undefined;
        kinds.push(kind);
        parts.push(`${kind}:${resource.scalar!.value}`);
      } else {
        const identity = this.identities.number(identityOf(resource));
        if (seen.has(identity) && (flagsOf(resource) & (L.EXTRA_SHARED | L.EXTRA_WHOLE)) === 0) return undefined;
        seen.add(identity);
        parts.push(`#${identity}:${contentOf(resource)}`);
      }
    }
    return parts.length === 1 ? parts[0]! : parts.sort().join("|");
  }

  private create(resources: Resources): Bundle {
    const plainResources: Resource[] = [];
    const extras: Extra[] = [];
    const shared = new Set<number>();
    for (const resource of resources) {
      if (isPlain(resource)) {
        plainResources.push(resource);
        continue;
      }
      const extra = this.extra(resource);
      // Further copies of a shared volume are the same extra.
      if (!shared.has(extra.identity)) extras.push(extra);
      if ((extra.flags & L.EXTRA_SHARED) !== 0) shared.add(extra.identity);
    }
    if (extras.length > 1) extras.sort(inOrderOfCutting);
    const plain = {
      kinds: plainResources.map(({ name }) => this.kinds.number(name)),
      values: plainResources.map(({ scalar }) => scalar!.value),
    };
    return new Bundle(this, resources, { plain, plainResources, extras });
  }

  private make(resources: Resources, content: string): Bundle {
    if (this.byContent.size >= MAX_KNOWN) this.forget();
    return this.keep(content, this.create(resources));
  }

  private keep(content: string, bundle: Bundle): Bundle {
    bundle.isKnownNow();
    this.byContent.set(content, bundle);
    return bundle;
  }

  private extra(resource: Resource): Extra {
    if (resource.type !== "SCALAR") this.counted.add(resource.name);
    return {
      resource,
      kind: this.kinds.number(resource.name),
      flags: flagsOf(resource),
      role: resource.reservations?.at(-1)?.role,
      identity: this.identities.number(identityOf(resource)),
      value: valueOf(resource),
    };
  }
}

function isInOrder(bundle: Bundle, resources: Resources): boolean {
  return bundle.resources.every((one, at) => identityOf(one) === identityOf(resources[at]!));
}

/** Without its role: those of one role cannot become the same by that, so nothing is to be merged. */
function stripped(resource: Resource): Resource {
  if (resource.allocation_info === undefined) return resource;
  const { allocation_info: _, ...rest } = resource;
  return rest;
}

/** The last few lists that were looked at: what comes often comes at once. */
class Recent {
  private readonly keys = new Array<Resources | undefined>(RECENT).fill(undefined);
  private readonly bundles = new Array<Bundle | undefined>(RECENT).fill(undefined);
  private at = 0;

  get(list: Resources): Bundle | undefined {
    const at = this.keys.indexOf(list);
    return at < 0 ? undefined : this.bundles[at];
  }

  clear(): void {
    this.keys.fill(undefined);
    this.bundles.fill(undefined);
  }

  set(list: Resources, bundle: Bundle): void {
    this.keys[this.at] = list;
    this.bundles[this.at] = bundle;
    this.at = (this.at + 1) % RECENT;
  }
}

function flagsOf(resource: Resource): number {
  const depth = resource.reservations?.length ?? 0;
  return (
    (resource.type === "SCALAR" ? L.EXTRA_SCALAR : 0) |
    (depth > 0 ? L.EXTRA_RESERVED : 0) |
    (depth > 1 ? L.EXTRA_REFINED : 0) |
    (resource.revocable !== undefined ? L.EXTRA_REVOCABLE : 0) |
    (resource.shared !== undefined ? L.EXTRA_SHARED : 0) |
    (isIndivisible(resource) || isPersistentVolume(resource) ? L.EXTRA_WHOLE : 0)
  );
}

function valueOf(resource: Resource): number {
  if (resource.type === "SCALAR") return resource.scalar?.value ?? 0;
  return resource.type === "RANGES" ? countRanges(resource.ranges?.range ?? []) : (resource.set?.item?.length ?? 0);
}

function contentOf(resource: Resource): string {
  if (resource.type === "SCALAR") {
    // How a volume is mounted is no part of its identity but must survive.
    return `${resource.scalar?.value}${resource.disk?.volume === undefined ? "" : JSON.stringify(resource.disk)}`;
  }
  if (resource.type === "SET") return (resource.set?.item ?? []).join(",");
  return (resource.ranges?.range ?? []).map((r) => `${r.begin}-${r.end}`).join(",");
}

const SOURCES = ["PATH", "MOUNT", "BLOCK", "RAW"];

/** By name; under one name those without source first, then by type of source, root, id and profile. */
function inOrderOfCutting(left: Extra, right: Extra): number {
  const l = left.resource.disk?.source;
  const r = right.resource.disk?.source;
  return (
    compare(left.resource.name, right.resource.name) ||
    SOURCES.indexOf(l?.type ?? "") - SOURCES.indexOf(r?.type ?? "") ||
    compare(l?.path?.root ?? l?.mount?.root ?? "", r?.path?.root ?? r?.mount?.root ?? "") ||
    compare(l?.id ?? "", r?.id ?? "") ||
    compare(l?.profile ?? "", r?.profile ?? "")
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
