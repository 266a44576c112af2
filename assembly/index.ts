/**
 * The allocator kernel: exports only. Every export takes the address of a table in the shared memory (see layout.ts);
 * there are no strings, no allocations but chunks of a cycle, and no data segment, so several instances can share the
 * memory.
 */
import * as L from "./layout";
import { explainClient, prepareCycle, runCycle } from "./cycle";
import { add, extend, rebase, rehash, removeDue, removeOfAgent, removeOfClient } from "./filters";
import { enter } from "./context";

export function abi(): i32 {
  return L.ABI_VERSION;
}

export function prepare(job: usize): void {
  prepareCycle(job);
}

export function run(job: usize): i32 {
  return load<u32>(job, L.H_MAGIC) == L.ABI_MAGIC ? runCycle(job) : 1;
}

export function explain(job: usize, client: i32, reasons: usize): void {
  explainClient(job, client, reasons);
}

export function filterAdd(table: usize, agent: i32, bit: i32, record: usize, certain: i32, due: i32): void {
  add(table, agent, bit, record, certain != 0, due);
}

export function filterRemoveDue(table: usize, due: i32): i32 {
  return removeDue(table, due);
}

export function filterRemoveOfAgent(table: usize, agent: i32): i32 {
  return removeOfAgent(table, agent);
}

export function filterRemoveOfClient(table: usize, bit: i32): i32 {
  return removeOfClient(table, bit);
}

/** `job`: any header with stride and kinds. */
export function filterRebase(job: usize, table: usize, agent: i32, available: usize): void {
  enter(job);
  rebase(table, agent, available);
}

export function filterExtend(table: usize, from: i32, to: i32): void {
  extend(table, from, to);
}

export function filterRehash(table: usize): void {
  rehash(table);
}
