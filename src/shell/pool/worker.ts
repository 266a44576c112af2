/** One worker of the pool: an instance of the kernel over the master's memory. Bundled to `dist/worker.js`. */
import { readFileSync } from "node:fs";
import type { CycleResult } from "../../allocator/allocator.ts";
import { loadKernel } from "../../allocator/kernel.ts";
import type { KernelFunctions } from "../../allocator/kernel.ts";
import type { WorkerJob } from "./pool.ts";

const module = new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
const kernels = new Map<number, KernelFunctions>();

/** Piscina calls this once per job. */
export default function run({ key, cycle, memory, address }: WorkerJob): CycleResult {
  let kernel = kernels.get(key);
  if (kernel === undefined) kernels.set(key, (kernel = loadKernel(module, memory)));
  return { cycle, status: kernel.run(address) };
}
