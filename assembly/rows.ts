/** What the cycle decided, row after row in a chain of chunks; a row never crosses from one chunk to the next. */
import * as L from "./layout";
import { chosen, extra, extraCount, offered, place, record, values } from "./agent";
import { nextChunk } from "./chunk";
import { job, kinds, word } from "./context";

let at: usize = 0;
let end: usize = 0;
let chunk: usize = 0;
let rows: i32 = 0;

export function enterRows(): void {
  chunk = word(L.H_ROWS);
  at = chunk + L.CHUNK_HEADER;
  end = chunk + load<u32>(chunk, L.CHUNK_BYTES);
  rows = 0;
}

export function leaveRows(): void {
  store<i32>(job, rows, L.H_ROW_COUNT);
}

function row(bytes: usize, client: i32, flags: i32, extras: i32): usize {
  if (at + bytes + L.ROW_HEADER > end) {
    const next = nextChunk(chunk, bytes + L.ROW_HEADER);
    store<u32>(at, <u32>next, L.ROW_CLIENT);
    store<i32>(at, L.ROW_END, L.ROW_FLAGS);
    chunk = next;
    at = next + L.CHUNK_HEADER;
    end = next + load<u32>(next, L.CHUNK_BYTES);
  }
  const result = at;
  store<i32>(result, place(), L.ROW_AGENT);
  store<i32>(result, client, L.ROW_CLIENT);
  store<i32>(result, flags, L.ROW_FLAGS);
  store<i32>(result, extras, L.ROW_EXTRAS);
  at += bytes;
  rows++;
  return result;
}

/** All there was on the agent, untouched. */
export function wholeRow(client: i32): void {
  row(L.ROW_HEADER, client, L.ROW_WHOLE, 0);
}

/** The offer made up, or (whole) all that is left. */
export function offerRow(client: i32, whole: bool, firstStage: bool): void {
  let extras = 0;
  const n = extraCount(record);
  for (let i = 0; i < n; i++) {
    if (isIn(i, whole)) extras++;
  }
  const bytes = <usize>L.ROW_HEADER + (<usize>kinds << 3) + (<usize>extras << 4);
  const result = row(bytes, client, firstStage ? L.ROW_STAGE_1 : 0, extras);
  memory.copy(result + L.ROW_HEADER, whole ? record + L.RECORD_PLAIN : offered, <usize>kinds << 3);
  let to = result + L.ROW_HEADER + (<usize>kinds << 3);
  for (let i = 0; i < n; i++) {
    if (!isIn(i, whole)) continue;
    store<i32>(to, i);
    store<i32>(to, 0, 4);
    store<f64>(to, whole ? load<f64>(extra(record, i), L.EXTRA_VALUE) : load<f64>(values + (<usize>i << 3)), 8);
    to += 16;
  }
}

function isIn(i: i32, whole: bool): bool {
  if (!whole) return load<u8>(chosen + i) != 0;
  return (load<i32>(extra(record, i), L.EXTRA_FLAGS) & L.EXTRA_TAKEN) == 0;
}
