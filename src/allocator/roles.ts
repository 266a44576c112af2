/**
 * Roles, twice: as the allocator tracks them (quota, weight, reservations, use), and as nodes of the tree that shares
 * are computed in. A role is tracked while it has frameworks, quota, weight, reservations or roles below it. It is in
 * the share tree while it or a role below it has frameworks; a role with frameworks that also has roles below it
 * stands there as an inner node and a leaf "." under that.
 */
import * as L from "../../assembly/layout.ts";
import type { Role } from "../model/id.ts";
import type { RoleQuota } from "./allocator.ts";
import type { Client } from "./client.ts";
import { Entities, ROOT } from "./entities.ts";
import { Interner } from "./interner.ts";
import type { Quirks } from "./quirks.ts";
import { Tally } from "./quantity.ts";
import { Ranks } from "./ranks.ts";

const DEFAULT_WEIGHT = 1;
const NO_QUOTA: RoleQuota = { guarantees: new Map(), limits: new Map() };

export class RoleNode {
  readonly name: Role;
  readonly baseName: string;
  readonly parent: RoleNode | undefined;
  readonly children = new Map<string, RoleNode>();
  /** Frameworks subscribed to it or holding something in it. */
  readonly clients = new Set<Client>();
  quota: RoleQuota = NO_QUOTA;
  weight = DEFAULT_WEIGHT;
  /** All reservations for it and for roles below it. */
  readonly reserved = new Tally();
  /** Offered or used in exactly this role: unreserved and not revocable; reserved; used by tasks of the former. */
  readonly unreservedUse = new Tally();
  readonly reservedUse = new Tally();
  readonly usedByTasks = new Tally();
  /** In the share tree: its node, and the leaf its clients are under (the node itself or "." below it); -1: none. */
  node = -1;
  leaf = -1;
  isWeightKnown = false;
  /** Row of its quota in this cycle. */
  quotaRow = -1;
  filters = 0;

  constructor(name: Role, baseName: string, parent: RoleNode | undefined) {
    this.name = name;
    this.baseName = baseName;
    this.parent = parent;
  }

  get hasQuota(): boolean {
    return this.quota.guarantees.size > 0 || this.quota.limits.size > 0;
  }
}

export class Roles {
  readonly root = new RoleNode("" as Role, "", undefined);
  readonly byName = new Map<string, RoleNode>();
  /** Numbers of role names for the kernel, with those above. */
  readonly numbers = new Interner();
  readonly parents: number[] = [];
  readonly weights = new Map<string, number>();
  private readonly entities: Entities;
  private readonly ranks: Ranks;
  private readonly quirks: Quirks;
  /** Nodes whose weight has not been looked up yet. */
  private fresh: RoleNode[] = [];

  constructor(entities: Entities, quirks: Quirks) {
    this.entities = entities;
    this.quirks = quirks;
    this.root.node = ROOT;
    this.root.isWeightKnown = true;
    this.ranks = new Ranks(() => this.writeRanks());
  }

  get(name: string): RoleNode | undefined {
    return this.byName.get(name);
  }

  /** The role, tracked from now on; call `tryForget` when it may have become empty. */
  track(name: string): RoleNode {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    let at = this.root;
    for (const token of name.split("/")) {
      let child = at.children.get(token);
      if (child === undefined) {
        child = new RoleNode((at === this.root ? token : `${at.name}/${token}`) as Role, token, at);
        at.children.set(token, child);
        this.byName.set(child.name, child);
      }
      at = child;
    }
    return at;
  }

  /** Forgets it, and those above, if nothing is known of them any more. */
  tryForget(role: RoleNode): void {
    let at = role;
    while (at.parent !== undefined && at.children.size === 0 && isEmpty(at)) {
      at.parent.children.delete(at.baseName);
      this.byName.delete(at.name);
      at = at.parent;
    }
  }

  /** Forgets all numbers. */
  startAnew(): void {
    this.numbers.clear();
    this.parents.length = 0;
  }

  number(name: string): number {
    const known = this.numbers.peek(name);
    if (known !== undefined) return known;
    const slash = name.lastIndexOf("/");
    const parent = slash < 0 ? -1 : this.number(name.slice(0, slash));
    const number = this.numbers.number(name);
    this.parents[number] = parent;
    return number;
  }

  /** The first framework of the role is here: gives it a leaf in the share tree. */
  addLeaf(role: RoleNode): void {
    this.addNode(role.parent!);
    const { entities } = this;
    if (role.node < 0) {
      role.node = this.newEntity(role.parent!.node, role.baseName, L.ENTITY_LEAF);
      role.isWeightKnown = false;
      this.fresh.push(role);
      role.leaf = role.node;
    } else {
      role.leaf = this.newEntity(role.node, ".", L.ENTITY_LEAF);
    }
    entities.setLink(role.leaf, L.LINK_ROLE, this.number(role.name));
  }

  /** The last framework of the role is gone. */
  removeLeaf(role: RoleNode): void {
    const isVirtual = role.leaf !== role.node;
    if (isVirtual) this.removeEntity(role.leaf, ".");
    role.leaf = -1;
    if (!isVirtual) this.removeNode(role);
  }

  /** Sets weights; see the quirk for which of them count at once. */
  setWeight(name: string, weight: number): void {
    const role = this.track(name);
    role.weight = weight;
    this.tryForget(role);
    this.weights.set(name, weight);
    if (role.node >= 0 && (role.leaf >= 0 || !this.quirks.weightsCachedAtFirstSort)) {
      this.entities.setWeight(role.node, weight);
      role.isWeightKnown = true;
    }
  }

  /** A run looks at the shares: from now on the nodes have the weights they have. */
  lookUpWeights(): void {
    for (const role of this.fresh) {
      if (role.node < 0 || role.isWeightKnown) continue;
      this.entities.setWeight(role.node, this.weights.get(role.name) ?? DEFAULT_WEIGHT);
      role.isWeightKnown = true;
    }
    this.fresh = [];
  }

  /** Weight a node has, or will have when a run looks. */
  weightOf(role: RoleNode): number {
    if (role.node >= 0 && role.isWeightKnown) return this.entities.weightOf(role.node);
    return this.weights.get(role.name) ?? DEFAULT_WEIGHT;
  }

  /** All roles under a node with itself. */
  *subtree(role: RoleNode): Generator<RoleNode> {
    yield role;
    for (const child of role.children.values()) yield* this.subtree(child);
  }

  /** An inner node for a role above a leaf; a leaf becomes an inner node with "." below. */
  private addNode(role: RoleNode): void {
    if (role === this.root) return;
    if (role.node < 0) {
      this.addNode(role.parent!);
      role.node = this.newEntity(role.parent!.node, role.baseName, 0);
      role.isWeightKnown = false;
      this.fresh.push(role);
    } else if (role.leaf === role.node) {
      this.split(role);
    }
  }

  private split(role: RoleNode): void {
    const { entities } = this;
    const leaf = this.newEntity(role.node, ".", L.ENTITY_LEAF);
    entities.copy(role.node, leaf);
    entities.setLink(leaf, L.LINK_ROLE, entities.link(role.node, L.LINK_ROLE));
    entities.setFlag(role.node, L.ENTITY_LEAF, false);
    role.leaf = leaf;
    for (const client of role.clients) entities.setLink(client.entity, L.LINK_PARENT, leaf);
  }

  private removeNode(role: RoleNode): void {
    const parent = role.parent!;
    this.removeEntity(role.node, role.baseName);
    role.node = -1;
    if (parent === this.root) return;
    for (const sibling of parent.children.values()) if (sibling.node >= 0) return;
    if (parent.leaf < 0) this.removeNode(parent);
    else this.collapse(parent);
  }

  private collapse(role: RoleNode): void {
    const { entities } = this;
    this.removeEntity(role.leaf, ".");
    role.leaf = role.node;
    entities.setFlag(role.node, L.ENTITY_LEAF, true);
    entities.setLink(role.node, L.LINK_ROLE, this.number(role.name));
    for (const client of role.clients) entities.setLink(client.entity, L.LINK_PARENT, role.node);
  }

  private newEntity(parent: number, name: string, flags: number): number {
    const entity = this.entities.add(parent, flags);
    this.entities.setRank(entity, this.ranks.take(name));
    return entity;
  }

  private removeEntity(entity: number, name: string): void {
    this.entities.remove(entity);
    this.ranks.drop(name);
  }

  private writeRanks(): void {
    for (const role of this.byName.values()) {
      if (role.node >= 0) this.entities.setRank(role.node, this.ranks.get(role.baseName));
      if (role.leaf >= 0 && role.leaf !== role.node) this.entities.setRank(role.leaf, this.ranks.get("."));
    }
  }
}

function isEmpty(role: RoleNode): boolean {
  return role.clients.size === 0 && !role.hasQuota && role.weight === DEFAULT_WEIGHT && role.reserved.isEmpty;
}

