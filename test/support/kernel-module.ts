/** The compiled kernel for tests: what `npm run ensure` built. */
import { readFileSync } from "node:fs";

export const kernelModule = new WebAssembly.Module(readFileSync(new URL("../../dist/kernel.wasm", import.meta.url)));
