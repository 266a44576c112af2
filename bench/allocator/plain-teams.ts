/**
 * What one writes first for frameworks in roles with limits that refuse agents for a time: every agent is looked at in
 * every cycle, and for it every framework that wants offers. Objects and maps, one kind of resource; a peer for speed,
 * told what is held by the workload, and decides without taking it.
 */
interface PlainTeam {
  readonly name: string;
  readonly limit: number;
  readonly members: PlainMember[];
  held: number;
}

interface PlainMember {
  readonly id: string;
  readonly team: PlainTeam;
  /** Until when it does not want what is left of an agent. */
  readonly refusedUntilMs: Map<string, number>;
  isWanting: boolean;
}

export class PlainTeams {
  private readonly teams = new Map<string, PlainTeam>();
  private readonly members = new Map<string, PlainMember>();
  private readonly left = new Map<string, number>();

  addFramework(id: string, team: string, limit: number): void {
    let found = this.teams.get(team);
    if (found === undefined) this.teams.set(team, (found = { name: team, limit, members: [], held: 0 }));
    const member: PlainMember = { id, team: found, refusedUntilMs: new Map(), isWanting: false };
    found.members.push(member);
    this.members.set(id, member);
  }

  addAgent(id: string, cpus: number): void {
    this.left.set(id, cpus);
  }

  want(framework: string, isWanting: boolean): void {
    const member = this.members.get(framework)!;
    member.isWanting = isWanting;
    if (isWanting) member.refusedUntilMs.clear();
  }

  /** More is held of an agent, or (negative) less. */
  hold(framework: string, agent: string, cpus: number): void {
    this.members.get(framework)!.team.held += cpus;
    this.left.set(agent, this.left.get(agent)! - cpus);
  }

  refuse(framework: string, agent: string, untilMs: number): void {
    this.members.get(framework)!.refusedUntilMs.set(agent, untilMs);
  }

  cycle(nowMs: number): readonly { readonly framework: string; readonly agent: string; readonly cpus: number }[] {
    const offers = [];
    const held = new Map([...this.teams.values()].map((team) => [team, team.held]));
    const wanting = [...this.teams.values()].filter(({ members }) => members.some(({ isWanting }) => isWanting));
    for (const [agent, left] of this.left) {
      if (left === 0) continue;
      wanting.sort((a, b) => held.get(a)! - held.get(b)! || (a.name < b.name ? -1 : 1));
      let rest = left;
      for (const team of wanting) {
        for (const { id, isWanting, refusedUntilMs } of team.members) {
          const cpus = Math.min(rest, team.limit - held.get(team)!);
          if (!isWanting || cpus <= 0 || (refusedUntilMs.get(agent) ?? 0) > nowMs) continue;
          held.set(team, held.get(team)! + cpus);
          offers.push({ framework: id, agent, cpus });
          rest -= cpus;
        }
      }
    }
    return offers;
  }
}
