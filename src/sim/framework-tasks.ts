/** What a scheduler believes of its tasks, and what it does about those it hears nothing of. */
import type { TaskState, TaskStatus } from "../model/gen/mesos.ts";
import type { Resources } from "../model/resources.ts";
import { isTerminalTask } from "../model/task-state.ts";
import type { Chance } from "./chance.ts";
import type { Framework } from "./framework.ts";
import type { World } from "./world.ts";

/** What is to be run once. */
export interface Job {
  readonly id: string;
  readonly resources: Resources;
  readonly durationMs: number;
  readonly exitCode: number;
}

export interface FrameworkTask {
  readonly job: Job;
  readonly agentId: string;
  readonly launchedAtMs: number;
  state: TaskState;
  heardAtMs: number;
}

/** A service runs until it is killed. */
const FOR_EVER_MS = 1e10;
const SERVICE_KILL_SHARE = 0.5;

export class FrameworkTasks {
  /** Tasks that are not over, as far as we were told. */
  readonly live = new Map<string, FrameworkTask>();
  launches = 0;
  ends = 0;
  private readonly world: World;
  private readonly framework: Framework;
  private readonly chance: Chance;
  private made = 0;

  constructor(world: World, framework: Framework, chance: Chance) {
    this.world = world;
    this.framework = framework;
    this.chance = chance;
  }

  get size(): number {
    return this.live.size;
  }

  has(id: string): boolean {
    return this.live.has(id);
  }

  newJob(): Job {
    const { taskSizes, taskMs, services, fails } = this.framework.character;
    return {
      id: `${this.framework.name}.${this.made++}`,
      resources: this.chance.pick(taskSizes),
      durationMs: this.chance.happens(services) ? FOR_EVER_MS : Math.ceil(this.chance.exponential(taskMs)),
      exitCode: this.chance.happens(fails) ? 1 : 0,
    };
  }

  launched(job: Job, agentId: string): void {
    const { nowMs } = this.world;
    this.launches++;
    this.live.set(job.id, { job, agentId, launchedAtMs: nowMs, state: "TASK_STAGING", heardAtMs: nowMs });
  }

  hear({ task_id, state }: TaskStatus): void {
    const task = this.live.get(task_id.value);
    if (task === undefined) return;
    task.state = state;
    task.heardAtMs = this.world.nowMs;
    if (!isTerminalTask(state) && state !== "TASK_UNKNOWN") return;
    this.live.delete(task_id.value);
    this.ends++;
  }

  /** Asks for every task, those among them that are thought to be over: after a time without a master nothing is certain. */
  reconcileAll(): void {
    this.ask([...this.live.values()]);
    this.framework.call({ type: "RECONCILE", reconcile: {} });
  }

  /** Asks for those that were silent for long: a launch or a last word may have been lost. */
  reconcile(): void {
    const silentSinceMs = this.world.nowMs - 120_000;
    this.ask([...this.live.values()].filter((task) => task.heardAtMs < silentSinceMs));
  }

  killOne(): void {
    const tasks = [...this.live.values()];
    if (tasks.length === 0) return;
    const services = tasks.filter(({ job }) => job.durationMs === FOR_EVER_MS);
    this.kill(this.chance.pick(services.length > 0 && this.chance.happens(SERVICE_KILL_SHARE) ? services : tasks));
  }

  /** Those on agents that are unreachable for good are given up. */
  killAll(): void {
    for (const [id, task] of this.live) {
      if (task.state === "TASK_UNREACHABLE") this.live.delete(id);
      this.kill(task);
    }
  }

  /** The framework is over, and so is all it ran. */
  abandon(): void {
    this.ends += this.live.size;
    this.live.clear();
  }

  private kill({ job, agentId }: FrameworkTask): void {
    this.framework.call({ type: "KILL", kill: { task_id: { value: job.id }, agent_id: { value: agentId } } });
  }

  private ask(tasks: readonly FrameworkTask[]): void {
    if (tasks.length === 0) return;
    const asked = tasks.map(({ job, agentId }) => ({ task_id: { value: job.id }, agent_id: { value: agentId } }));
    this.framework.call({ type: "RECONCILE", reconcile: { tasks: asked } });
  }
}
