/**
 * How a large cluster is shared. A thousand schedulers in five roles without limits, each asking for every one of ten thousand
 * agents every second, is a cluster nobody could run: there, each team has a role with a limit, its schedulers get their work in
 * waves, most of them say when they have none, and what they refuse they refuse for long.
 */
import type { QuotaConfig } from "../model/gen/quota.ts";
import type { Chance } from "./chance.ts";
import { drawCharacter } from "./character.ts";
import type { Character } from "./character.ts";

/** Agents times frameworks from which on a cluster is shared by teams. */
const LARGE = 100_000;
const FRAMEWORKS_PER_TEAM = 5;
/** Jobs each scheduler gets per minute, more or less: of a thousand, thirty tasks a second. */
export const TEAM_BUSY = 2;
/** From one look at the books to the next. */
export const TEAM_LOOK_EVERY_MS = 30_000;
/** What the schedulers of a team may have together. */
const CPUS_PER_TEAM = 200;
const MEM_PER_CPU = 2_048;
const DISK_PER_CPU = 12_500;

export function isShared({ agents, frameworks }: { agents: number; frameworks: number }): boolean {
  return agents * frameworks >= LARGE;
}

/** The roles of all teams. */
function teamRoles(frameworks: number): string[] {
  return Array.from({ length: Math.ceil(frameworks / FRAMEWORKS_PER_TEAM) }, (_, team) => `team-${team}`);
}

/** What an operator limits them to. */
export function teamQuotas(frameworks: number): QuotaConfig[] {
  const [cpus, mem, disk] = [1, MEM_PER_CPU, DISK_PER_CPU].map((each) => ({ value: CPUS_PER_TEAM * each }));
  const limits = { cpus: cpus!, mem: mem!, disk: disk! };
  return teamRoles(frameworks).map((role) => ({ role, limits }));
}

/**
 * So few never say that they have no work. What one of them refuses for two minutes comes back to it in two minutes: of ten
 * thousand agents that is eighty offers a second for nothing, and thirty such schedulers would get nine offers of ten.
 */
const NEVER_SUPPRESS = 0.003;

/** A scheduler of a team: `busy` jobs per minute, more or less, as everywhere. */
export function drawTeamCharacter(chance: Chance, index: number, plan: { busy: number; teardowns: boolean }): Character {
  const drawn = drawCharacter(chance, plan);
  const role = `team-${Math.floor(index / FRAMEWORKS_PER_TEAM)}`;
  const wave = chance.pick([10, 20, 40, 80]);
  return {
    ...drawn,
    info: (name) => ({ ...drawn.info(name), roles: [role] }),
    wave,
    jobEveryMs: drawn.jobEveryMs * wave,
    mostTasks: drawn.mostTasks + wave,
    refuseSeconds: chance.happens(0.05) ? 5 : chance.pick([120, 600, 3_600]),
    suppresses: !chance.happens(NEVER_SUPPRESS),
    teardownEveryMs: chance.happens(0.1) ? drawn.teardownEveryMs : Infinity,
  };
}
