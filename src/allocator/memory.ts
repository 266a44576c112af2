/**
 * The shared memory and who has which part of it. Memory is handed out in blocks that never move; freed blocks are
 * kept by size. The kernel may grow the memory too (more chunks for a cycle), so the views are looked at again after
 * each cycle.
 */
const PAGE_BYTES = 65536;
const SMALL_BYTES = 1024;
const LINE_BYTES = 64;
/** The kernel addresses 4 GiB. */
const MAX_MEMORY_PAGES = 65536;

export class SharedMemory {
  readonly memory: WebAssembly.Memory;
  i32!: Int32Array;
  u32!: Uint32Array;
  f64!: Float64Array;
  u8!: Uint8Array;
  private readonly free = new Map<number, number[]>();
  private at = 0;
  private end = 0;

  constructor(memory?: WebAssembly.Memory) {
    this.memory = memory ?? new WebAssembly.Memory({ initial: 1, maximum: MAX_MEMORY_PAGES, shared: true });
    // Address 0 means "none": nothing is ever handed out there.
    this.at = 64;
    this.end = PAGE_BYTES;
    this.look();
  }

  /** Takes notice of growth. */
  look(): void {
    const { buffer } = this.memory;
    if (this.u8 !== undefined && this.u8.buffer === buffer) return;
    this.i32 = new Int32Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.f64 = new Float64Array(buffer);
    this.u8 = new Uint8Array(buffer);
  }

  /** Bytes in the whole memory. */
  get bytes(): number {
    return this.u8.byteLength;
  }

  /** A block of at least so many bytes, aligned to 16, a large one to cache lines, cleared. */
  allocate(bytes: number): number {
    const size = blockSize(bytes);
    const kept = this.free.get(size)?.pop();
    // Memory that was never in use is clear.
    if (kept === undefined) return this.carve(size);
    this.u8.fill(0, kept, kept + size);
    return kept;
  }

  /** Gives a block back; `bytes` as it was asked for. */
  release(block: number, bytes: number): void {
    if (block === 0) return;
    const size = blockSize(bytes);
    const list = this.free.get(size);
    if (list === undefined) this.free.set(size, [block]);
    else list.push(block);
  }

  private carve(size: number): number {
    if (size > SMALL_BYTES) this.at = Math.ceil(this.at / LINE_BYTES) * LINE_BYTES;
    if (this.at + size > this.end) {
      const pages = Math.max(Math.ceil(size / PAGE_BYTES), Math.min(64, this.bytes / PAGE_BYTES));
      const grown = this.memory.grow(pages) * PAGE_BYTES;
      if (grown !== this.end) this.at = grown;
      this.end = grown + pages * PAGE_BYTES;
      this.look();
    }
    const block = this.at;
    this.at += size;
    return block;
  }
}

function blockSize(bytes: number): number {
  if (bytes <= SMALL_BYTES) return Math.max(16, (bytes + 15) & ~15);
  if (bytes >= 1 << 20) return Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;
  return 2 ** Math.ceil(Math.log2(bytes));
}
