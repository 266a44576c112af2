/**
 * Memory of a cycle: chains of chunks that are used from the start again in every cycle. When a chain ends, the kernel
 * grows the shared memory and appends what it got; TypeScript finds it there and keeps it.
 */
import * as L from "./layout";

const GROWTH_PAGES: i32 = 16;

let chunk: usize = 0;
let at: usize = 0;
let end: usize = 0;

/** Continues in the chunk at this position. */
export function resumeScratch(inChunk: usize, position: usize): void {
  chunk = inChunk;
  at = position == 0 ? inChunk + L.CHUNK_HEADER : position;
  end = inChunk + load<u32>(inChunk, L.CHUNK_BYTES);
}

export function scratchChunk(): usize {
  return chunk;
}

export function scratchAt(): usize {
  return at;
}

/** Memory until the end of the cycle; not cleared. */
export function scratch(bytes: usize): usize {
  const size = (bytes + 15) & ~15;
  while (at + size > end) {
    chunk = nextChunk(chunk, size);
    at = chunk + L.CHUNK_HEADER;
    end = chunk + load<u32>(chunk, L.CHUNK_BYTES);
  }
  const result = at;
  at += size;
  return result;
}

export function cleared(bytes: usize): usize {
  const result = scratch(bytes);
  memory.fill(result, 0, bytes);
  return result;
}

/** The next chunk of a chain with room for so much payload; chunks too small for it are skipped. */
export function nextChunk(current: usize, bytes: usize): usize {
  let last = current;
  for (let next: usize = load<u32>(current, L.CHUNK_NEXT); next != 0; next = load<u32>(next, L.CHUNK_NEXT)) {
    if (<usize>load<u32>(next, L.CHUNK_BYTES) >= bytes + L.CHUNK_HEADER) return next;
    last = next;
  }
  const wanted = <i32>((bytes + L.CHUNK_HEADER + 0xffff) >>> 16);
  const pages = wanted > GROWTH_PAGES ? wanted : GROWTH_PAGES;
  const grown = memory.grow(pages);
  if (grown < 0) unreachable();
  const fresh = <usize>grown << 16;
  store<u32>(fresh, 0, L.CHUNK_NEXT);
  store<u32>(fresh, <u32>pages << 16, L.CHUNK_BYTES);
  store<u32>(last, <u32>fresh, L.CHUNK_NEXT);
  return fresh;
}
