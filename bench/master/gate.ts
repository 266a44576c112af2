/**
 * The gate of every question: the books of the master that was timed must balance, by its own word. No task may be lost
 * or counted twice, and what is in use must be what the tasks use.
 */
import type { Address } from "./fleet.ts";
import { getJson } from "./http.ts";
import { TASK_CPUS, TASK_MEM } from "./shapes.ts";

export interface Expected {
  readonly agents: number;
  readonly frameworks: number;
  /** Tasks launched, or reported by agents, that are not over. */
  readonly tasks: number;
  /** Those of them that have not told yet that they run. */
  readonly staging?: number;
  /** Messages that nobody should have got. */
  readonly surprises: readonly string[];
}

const ENDED = ["finished", "failed", "killed", "lost", "error", "dropped", "gone", "gone_by_operator"];

/** Throws with all that is wrong. */
export async function balance(address: Address, expected: Expected): Promise<void> {
  const metrics = (await getJson(address, "/metrics/snapshot")) as Readonly<Record<string, number>>;
  const get = (name: string): number => metrics[`master/${name}`] ?? 0;
  const { agents, frameworks, tasks, staging = 0, surprises } = expected;
  const wrong: string[] = surprises.slice(0, 5);
  const same = (name: string, is: number, should: number): void => {
    if (Math.abs(is - should) > 1e-6 * Math.max(1, should)) wrong.push(`${name} is ${is} where ${should} is expected`);
  };
  same("slaves_active", get("slaves_active"), agents);
  same("frameworks_active", get("frameworks_active"), frameworks);
  same("tasks_running", get("tasks_running"), tasks - staging);
  same("tasks_staging", get("tasks_staging") + get("tasks_starting"), staging);
  for (const state of ENDED) same(`tasks_${state}`, get(`tasks_${state}`), 0);
  same("cpus_used", get("cpus_used"), tasks * TASK_CPUS);
  same("mem_used", get("mem_used"), tasks * TASK_MEM);
  if (wrong.length > 0) throw new Error(`the gate is shut, the master's books do not balance:\n  ${wrong.join("\n  ")}`);
}
