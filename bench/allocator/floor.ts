/**
 * The floor: taking the client with the smallest share out of a heap and putting it back, once per agent; nothing
 * else.
 */
import { timed } from "../harness.ts";
import { median } from "./decline-offers.ts";

/** Milliseconds for so many pops and pushes over so many clients, in shared memory. */
export function floorMs(decisions: number, clients: number): number {
  const memory = new Float64Array(new SharedArrayBuffer(clients * 8));
  const samples: number[] = [];
  for (let sample = 0; sample < 20; sample++) {
    for (let i = 0; i < clients; i++) memory[i] = i / clients;
    samples.push(timed(() => {
      for (let i = 0; i < decisions; i++) replaceTop(memory, memory[0]! + 0.5 + (i % 7) / 7);
    }));
  }
  return median(samples);
}

function replaceTop(heap: Float64Array, share: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= share) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = share;
}
