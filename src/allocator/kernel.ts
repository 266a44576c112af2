/**
 * The kernel as functions: loads a compiled module over a shared memory and checks that both sides mean the same
 * layout.
 */
import { ABI_VERSION } from "../../assembly/layout.ts";

export interface KernelFunctions {
  abi(): number;
  prepare(job: number): void;
  run(job: number): number;
  explain(job: number, client: number, reasons: number): void;
  filterAdd(table: number, agent: number, bit: number, record: number, certain: number, due: number): void;
  filterRemoveDue(table: number, due: number): number;
  filterRemoveOfAgent(table: number, agent: number): number;
  filterRemoveOfClient(table: number, bit: number): number;
  filterRebase(job: number, table: number, agent: number, available: number): void;
  filterExtend(table: number, from: number, to: number): void;
  filterRehash(table: number): void;
}

/**
 * An instance of the kernel; several may share one memory. A module of another layout is our own mistake and throws.
 */
export function loadKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): KernelFunctions {
  const abort = (): never => {
    throw new Error("the allocator kernel gave up: an assertion in it failed");
  };
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } });
  const kernel = exports as unknown as KernelFunctions;
  if (kernel.abi() !== ABI_VERSION) {
    throw new Error(`the kernel's layout is version ${kernel.abi()}, ours is ${ABI_VERSION}: run npm run build`);
  }
  return kernel;
}
