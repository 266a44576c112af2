/**
 * The order in which clients (roles, or the frameworks of a role) get their turn. Clients are paths; every component of
 * a path is a node, siblings are compared with each other, and what a client holds counts for all nodes above it. A
 * client that has others below it competes with them as a leaf named "." (ALC-07 to ALC-12).
 *
 * DRF order of siblings: lowest weighted dominant share, then fewest grants ever, then path. Random order: a weighted
 * shuffle of all clients.
 */
import type { Resources } from "../../src/model/resources.ts";
import { minus, NOTHING, plus } from "./amounts.ts";
import type { Amounts } from "./amounts.ts";
import { Held } from "./held.ts";
import type { Quirks } from "./quirks.ts";

interface Node {
  readonly path: string;
  readonly parent: string;
  /** The client this leaf stands for; inner nodes have none. */
  client?: string;
  active: boolean;
  held: Held;
  /** How often this or anything below was granted something; never goes down. */
  grants: number;
  weight?: number;
}

export interface SorterOptions {
  readonly quirks: Quirks;
  readonly excludedNames: readonly string[];
  /** Uniform in [0, 1): present for random order, absent for DRF. */
  readonly random?: () => number;
}

export class Sorter {
  private readonly options: SorterOptions;
  private readonly nodes = new Map<string, Node>();
  private readonly root: Node = { path: "", parent: "", active: false, held: new Held(), grants: 0 };
  private readonly weights = new Map<string, number>();
  private readonly agents = new Map<string, Amounts>();
  private total: Amounts = NOTHING;

  constructor(options: SorterOptions) {
    this.options = options;
  }

  has(client: string): boolean {
    return this.leaf(client) !== undefined;
  }

  add(client: string): void {
    const above = ancestors(client);
    for (const path of above) {
      const node = this.nodes.get(path);
      if (node === undefined) this.create(path);
      else if (node.client !== undefined) this.pushDown(node);
    }
    const leaf = this.create(this.nodes.has(client) ? `${client}/.` : client);
    leaf.client = client;
  }

  remove(client: string): void {
    const leaf = this.leaf(client)!;
    for (const node of this.above(leaf)) {
      for (const [agent, resources] of leaf.held.byAgent) node.held.giveUp(agent, resources);
    }
    this.nodes.delete(leaf.path);
    for (let node = this.nodes.get(leaf.parent); node !== undefined; node = this.nodes.get(node.parent)) {
      const children = this.children(node);
      if (children.length === 0) this.nodes.delete(node.path);
      else if (children.length === 1 && children[0]!.path === `${node.path}/.`) this.pullUp(node, children[0]!);
    }
  }

  setActive(client: string, active: boolean): void {
    this.leaf(client)!.active = active;
  }

  setWeight(path: string, weight: number): void {
    this.weights.set(path, weight);
    if (this.has(path)) this.nodes.get(path)!.weight = weight;
  }

  addAgent(agent: string, amounts: Amounts): void {
    this.agents.set(agent, amounts);
    this.total = plus(this.total, amounts);
  }

  removeAgent(agent: string): void {
    this.total = minus(this.total, this.agents.get(agent) ?? NOTHING);
    this.agents.delete(agent);
  }

  grant(client: string, agent: string, resources: Resources): void {
    for (const node of this.withAbove(client)) {
      node.held.grant(agent, resources);
      node.grants++;
    }
  }

  giveUp(client: string, agent: string, resources: Resources): void {
    for (const node of this.withAbove(client)) node.held.giveUp(agent, resources);
  }

  convert(client: string, agent: string, from: Resources, to: Resources): void {
    for (const node of this.withAbove(client)) node.held.convert(agent, from, to);
  }

  /** Does the client hold nothing anywhere? */
  isIdle(client: string): boolean {
    return this.leaf(client)!.held.isEmpty;
  }

  /** Everything all clients hold. */
  get granted(): Amounts {
    return this.root.held.total;
  }

  /** Active clients, the one whose turn it is first. */
  sort(): string[] {
    const { random } = this.options;
    return random === undefined ? this.sortBelow(this.root) : this.shuffled(random);
  }

  private sortBelow(node: Node): string[] {
    const children = this.children(node).filter((child) => child.client === undefined || child.active);
    const shares = new Map(children.map((child) => [child, this.share(child)]));
    children.sort((a, b) => shares.get(a)! - shares.get(b)! || a.grants - b.grants || bytewise(a.path, b.path));
    return children.flatMap((child) => (child.client === undefined ? this.sortBelow(child) : [child.client]));
  }

  private share(node: Node): number {
    let share = 0;
    for (const [name, total] of this.total) {
      if (this.options.excludedNames.includes(name) || total <= 0) continue;
      share = Math.max(share, (node.held.total.get(name) ?? 0) / total);
    }
    return share / this.weight(node);
  }

  private weight(node: Node): number {
    const live = this.weights.get(node.path) ?? 1;
    if (!this.options.quirks.weightsCachedAtFirstSort) return live;
    node.weight ??= live;
    return node.weight;
  }

  /**
   * Keys are drawn in path order, one per active client; the greatest random^(1/weight) comes first. The weight of a
   * client is its part of its active siblings' weights, times that of its parent.
   */
  private shuffled(random: () => number): string[] {
    const drawn: { client: string; key: number }[] = [];
    const visit = (node: Node, part: number): void => {
      const children = this.children(node).filter((child) => this.hasActive(child));
      children.sort((a, b) => bytewise(a.path, b.path));
      const all = children.reduce((sum, child) => sum + this.weight(child), 0);
      for (const child of children) {
        const own = (part * this.weight(child)) / all;
        if (child.client === undefined) visit(child, own);
        else drawn.push({ client: child.client, key: random() ** (1 / own) });
      }
    };
    visit(this.root, 1);
    return drawn.sort((a, b) => b.key - a.key).map(({ client }) => client);
  }

  private hasActive(node: Node): boolean {
    return node.client === undefined ? this.children(node).some((child) => this.hasActive(child)) : node.active;
  }

  /** A leaf becomes an inner node: its client moves into a "." below it, together with its grants. */
  private pushDown(node: Node): void {
    const leaf = this.create(`${node.path}/.`);
    leaf.client = node.client;
    leaf.active = node.active;
    leaf.held = node.held.copy();
    leaf.grants = node.grants;
    node.client = undefined;
  }

  /** An inner node with nothing but "." below it becomes the leaf; its own grants stay. */
  private pullUp(node: Node, leaf: Node): void {
    node.client = leaf.client;
    node.active = leaf.active;
    this.nodes.delete(leaf.path);
  }

  private create(path: string): Node {
    const parent = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const node: Node = { path, parent, active: false, held: new Held(), grants: 0 };
    this.nodes.set(path, node);
    return node;
  }

  private leaf(client: string): Node | undefined {
    const node = this.nodes.get(`${client}/.`) ?? this.nodes.get(client);
    return node?.client === client ? node : undefined;
  }

  private withAbove(client: string): Node[] {
    const leaf = this.leaf(client)!;
    return [leaf, ...this.above(leaf)];
  }

  private above(leaf: Node): Node[] {
    const result: Node[] = [];
    for (let at = this.nodes.get(leaf.parent); at !== undefined; at = this.nodes.get(at.parent)) result.push(at);
    return [...result, this.root];
  }

  private children(node: Node): Node[] {
    return [...this.nodes.values()].filter((child) => child.parent === node.path);
  }
}

/** `a/b/c` gives `a`, `a/b`. */
function ancestors(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
}

/** Order of UTF-8 bytes. */
export function bytewise(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
