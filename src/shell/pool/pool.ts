/**
 * The threads that run allocation cycles: the `Kernel` port. One job is one cycle; its data stays where it is, in the
 * shared memory, and a hop to a worker and back costs about 50 microseconds.
 *
 * A worker that dies takes nothing with it: the cycle answers with a status other than 0, the allocator takes its
 * candidates back and asks for another cycle, and Piscina starts another worker.
 */
import { Piscina } from "piscina";
import type { CycleJob, CycleResult } from "../../allocator/allocator.ts";
import type { Kernel } from "../../ports.ts";
import { runInline } from "./inline.ts";

/** What a worker is sent. `memory` is the same for one `key`, so workers instantiate once. */
export interface WorkerJob extends CycleJob {
  readonly key: number;
}

export interface PoolOptions {
  /** 0: cycles run in the caller's thread. */
  readonly workers: number;
  /** The bundled `worker.ts`; it finds `kernel.wasm` next to itself. */
  readonly workerFile: URL;
  readonly module: WebAssembly.Module;
}

/** Status of a cycle whose worker died. */
const STATUS_WORKER_DIED = 2;

export class KernelPool implements Kernel {
  private readonly pool: Piscina | undefined;
  private readonly inline: (job: CycleJob) => CycleResult;
  private readonly keys = new Map<WebAssembly.Memory, number>();

  constructor({ workers, workerFile, module }: PoolOptions) {
    this.inline = runInline(module);
    if (workers === 0) return;
    this.pool = new Piscina({
      filename: workerFile.href, minThreads: workers, maxThreads: workers, idleTimeout: Infinity,
      // The pool waits for messages asynchronously: nothing here may block the master.
      atomics: "async",
    });
    this.pool.on("error", () => {
      // A worker died between jobs; Piscina replaces it.
    });
  }

  async run(job: CycleJob): Promise<CycleResult> {
    if (this.pool === undefined) return this.inline(job);
    let key = this.keys.get(job.memory);
    if (key === undefined) this.keys.set(job.memory, (key = this.keys.size));
    try {
      return (await this.pool.run({ ...job, key } satisfies WorkerJob)) as CycleResult;
    } catch {
      return { cycle: job.cycle, status: STATUS_WORKER_DIED };
    }
  }

  /** Ends the workers where they are, as a crash would: for tests of what comes after. */
  async killWorkers(): Promise<void> {
    await Promise.all((this.pool?.threads ?? []).map((thread) => thread.terminate()));
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }
}
