/** The allocator and what runs its cycles: the kernel is compiled once and serves both. */
import { existsSync, readFileSync } from "node:fs";
import type { Allocator, AllocatorOptions } from "../allocator/allocator.ts";
import { createAllocator } from "../allocator/hierarchical.ts";
import type { Kernel } from "../ports.ts";
import { KernelPool } from "../shell/pool/pool.ts";

export interface Engine {
  readonly allocator: Allocator;
  readonly kernel: Kernel;
}

/** With 0 `workers` cycles run in the master's own thread: fine for a small cluster, and there at once. */
export function openEngine(options: AllocatorOptions, workers: number): Engine {
  const kernelFile = findKernel();
  const module = new WebAssembly.Module(readFileSync(kernelFile));
  const workerFile = new URL("worker.js", kernelFile);
  return { allocator: createAllocator(options, module), kernel: new KernelPool({ workers, workerFile, module }) };
}

/** Beside the built program, above its chunks, or where the build puts it when the sources run themselves. */
export function findKernel(): URL {
  const places = ["./kernel.wasm", "../kernel.wasm", "../../dist/kernel.wasm"].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`There is no kernel.wasm at ${places.map(String).join(", ")}: run npm run build`);
  return found;
}
