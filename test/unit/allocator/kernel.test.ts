import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadKernel } from "../../../src/allocator/kernel.ts";
import { SharedMemory } from "../../../src/allocator/memory.ts";
import { kernelModule } from "../../support/kernel-module.ts";

describe("the kernel", () => {
  it("brings no data of its own: several instances share one memory, and none may write over what the others have", () => {
    expect(sectionsOf(readFileSync(new URL("../../../dist/kernel.wasm", import.meta.url)))).not.toContain(DATA);
    const memory = new SharedMemory();
    memory.u8.fill(7);
    loadKernel(kernelModule, memory.memory);
    loadKernel(kernelModule, memory.memory);
    expect(memory.u8.every((byte) => byte === 7)).toBe(true);
  });

  it("refuses a header that is none", () => {
    const memory = new SharedMemory();
    expect(loadKernel(kernelModule, memory.memory).run(memory.allocate(512))).not.toBe(0);
  });

  it("is refused when it means another layout", () => {
    // (module (func (export "abi") (result i32) i32.const 99))
    const other = new Uint8Array([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 98, 105, 0, 0, 10, 7, 1, 5, 0, 65,
      227, 0, 11,
    ]);
    const { memory } = new SharedMemory();
    expect(() => loadKernel(new WebAssembly.Module(other), memory)).toThrow("version 99");
  });
});

const DATA = 11;

/** Numbers of the sections of a WebAssembly binary. */
function sectionsOf(bytes: Uint8Array): number[] {
  const result: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    result.push(bytes[at++]!);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      size |= (bytes[at]! & 127) << shift;
      more = (bytes[at++]! & 128) !== 0;
    }
    at += size;
  }
  return result;
}
