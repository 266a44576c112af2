/** The allocator and what runs its cycles: the kernel is compiled once and serves both. */
import { existsSync, readFileSync } from "node:fs";
import type { Allocator, AllocatorOptions } from "../allocator/allocator.ts";
import { createAllocator } from "../allocator/hierarchical.ts";
import type { Kernel } from "../ports.ts";
import { runInline } from "../shell/pool/inline.ts";

export interface Engine {
  readonly allocator: Allocator;
  readonly kernel: Kernel;
}

export function openEngine(options: AllocatorOptions): Engine {
  const module = new WebAssembly.Module(readFileSync(kernelFile()));
  const run = runInline(module);
  return {
    allocator: createAllocator(options, module),
    kernel: { run: async (job) => run(job), close: async () => {} },
  };
}

/** Beside the built program, above its chunks, or where the build puts it when the sources run themselves. */
function kernelFile(): URL {
  const places = ["./kernel.wasm", "../kernel.wasm", "../../dist/kernel.wasm"].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`There is no kernel.wasm at ${places.map(String).join(", ")}: run npm run build`);
  return found;
}
