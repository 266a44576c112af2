/** The kernel in the caller's own thread: for tests, the simulator, and masters that want no workers. */
import type { CycleJob, CycleResult } from "../../allocator/allocator.ts";
import { loadKernel } from "../../allocator/kernel.ts";
import type { KernelFunctions } from "../../allocator/kernel.ts";

/** Runs cycles at once. */
export function runInline(module: WebAssembly.Module): (job: CycleJob) => CycleResult {
  const kernels = new WeakMap<WebAssembly.Memory, KernelFunctions>();
  return ({ cycle, memory, address }) => {
    let kernel = kernels.get(memory);
    if (kernel === undefined) kernels.set(memory, (kernel = loadKernel(module, memory)));
    return { cycle, status: kernel.run(address) };
  };
}
