/**
 * What one writes first: dominant resource fairness with objects and maps, frameworks sorted anew for each agent. Only
 * whole agents, one role, no quota, no filters: a peer for speed, not a second oracle.
 */
type Amounts = Readonly<Record<string, number>>;

interface PlainFramework {
  readonly id: string;
  readonly held: Map<string, number>;
  grants: number;
}

interface PlainAgent {
  readonly id: string;
  readonly total: Amounts;
  holder: PlainFramework | undefined;
}

export class PlainAllocator {
  private readonly frameworks: PlainFramework[] = [];
  private readonly agents: PlainAgent[] = [];
  private readonly total = new Map<string, number>();

  addFramework(id: string): void {
    this.frameworks.push({ id, held: new Map(), grants: 0 });
  }

  addAgent(id: string, total: Amounts): void {
    this.agents.push({ id, total, holder: undefined });
    for (const [name, value] of Object.entries(total)) this.total.set(name, (this.total.get(name) ?? 0) + value);
  }

  cycle(): readonly { readonly framework: string; readonly agent: string; readonly resources: Amounts }[] {
    const offers = [];
    for (const agent of this.agents) {
      if (agent.holder !== undefined) continue;
      this.frameworks.sort(
        (a, b) => this.shareOf(a) - this.shareOf(b) || a.grants - b.grants || (a.id < b.id ? -1 : 1),
      );
      const first = this.frameworks[0]!;
      for (const [name, value] of Object.entries(agent.total)) {
        first.held.set(name, (first.held.get(name) ?? 0) + value);
      }
      first.grants++;
      agent.holder = first;
      offers.push({ framework: first.id, agent: agent.id, resources: { ...agent.total } });
    }
    return offers;
  }

  giveAllBack(): void {
    for (const agent of this.agents) agent.holder = undefined;
    for (const { held } of this.frameworks) held.clear();
  }

  private shareOf({ held }: PlainFramework): number {
    let share = 0;
    for (const [name, value] of held) share = Math.max(share, value / this.total.get(name)!);
    return share;
  }
}
