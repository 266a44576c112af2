/**
 * Where the tables of the cycle are: read from the header once, when an export is entered. Instances share the memory,
 * not these globals, so several workers can each be in a cycle of their own.
 */
import * as L from "./layout";

export let job: usize = 0;
export let stride: i32 = 0;
export let kinds: i32 = 0;
export let vectorBytes: usize = 0;
export let flags: i32 = 0;
export let entities: i32 = 0;
let totals: usize = 0;
export let keys: usize = 0;
export let links: usize = 0;
export let roleParents: usize = 0;
export let quotas: i32 = 0;
export let quotaBytes: usize = 0;
let quotaTable: usize = 0;
export let cluster: usize = 0;
export let headroom: usize = 0;
export let filters: usize = 0;

// @ts-ignore: decorator
@inline
export function word(at: i32): usize {
  return load<u32>(job + at);
}

/** Reads what callers give; `enterCopies` reads what `prepare` made of it. */
export function enter(address: usize): void {
  job = address;
  stride = <i32>word(L.H_STRIDE);
  kinds = <i32>word(L.H_KINDS);
  vectorBytes = <usize>stride << 3;
  flags = <i32>word(L.H_FLAGS);
  entities = <i32>word(L.H_ENTITIES);
  quotas = <i32>word(L.H_QUOTAS);
  quotaBytes = <usize>L.QUOTA_HEADER + 3 * vectorBytes;
  filters = word(L.H_FILTERS);
}

export function enterCopies(): void {
  totals = word(L.H_TOTAL);
  keys = word(L.H_KEYS);
  links = word(L.H_LINKS);
  roleParents = word(L.H_ROLE_PARENT);
  quotaTable = word(L.H_QUOTA);
  cluster = word(L.H_CLUSTER);
  headroom = word(L.H_HEADROOM);
}

// @ts-ignore: decorator
@inline
export function link(entity: i32): usize {
  return links + <usize>entity * L.LINK_BYTES;
}

// @ts-ignore: decorator
@inline
export function key(entity: i32): usize {
  return keys + <usize>entity * L.KEY_BYTES;
}

// @ts-ignore: decorator
@inline
export function parentOf(entity: i32): i32 {
  return load<i32>(link(entity) + L.LINK_PARENT);
}

// @ts-ignore: decorator
@inline
export function total(entity: i32): usize {
  return totals + <usize>entity * vectorBytes;
}

// @ts-ignore: decorator
@inline
export function quotaRow(quota: i32): usize {
  return quotaTable + <usize>quota * quotaBytes;
}

// @ts-ignore: decorator
@inline
export function isStrict(): bool {
  return (flags & L.FLAG_STRICT) != 0;
}
