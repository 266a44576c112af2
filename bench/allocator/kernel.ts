/** The compiled kernel: benchmarks are bundled into `dist/`, next to it. */
import { readFileSync } from "node:fs";

export const kernelModule = new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
