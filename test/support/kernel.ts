/** The real allocator for tests: its kernel from `dist/`, cycles carried out in place. */
import { readFileSync } from "node:fs";
import type { Allocator, AllocatorOptions, CycleJob, CycleResult } from "../../src/allocator/allocator.ts";
import { createAllocator } from "../../src/allocator/hierarchical.ts";
import { loadKernel } from "../../src/allocator/kernel.ts";
import type { KernelFunctions } from "../../src/allocator/kernel.ts";

const module = new WebAssembly.Module(readFileSync("dist/kernel.wasm"));
const kernels = new WeakMap<WebAssembly.Memory, KernelFunctions>();

export function realAllocator(options: AllocatorOptions): Allocator {
  return createAllocator(options, module);
}

export function runInPlace({ cycle, memory, address }: CycleJob): CycleResult {
  const kernel = kernels.get(memory) ?? loadKernel(module, memory);
  kernels.set(memory, kernel);
  return { cycle, status: kernel.run(address) };
}
