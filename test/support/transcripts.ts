/** Two transcripts side by side: where do they differ? */
import type { Transcript, Utterance } from "./replayed-master.ts";

/** One entry per difference, with both versions; empty when they say the same, byte for byte, in the same order. */
export function differences(ours: Transcript, real: Transcript): string[] {
  const found: string[] = [];
  for (const connection of new Set([...real.keys(), ...ours.keys()])) {
    const [left, right] = [ours.get(connection) ?? [], real.get(connection) ?? []];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const [mine, theirs] = [left[i], right[i]];
      if (mine !== undefined && theirs !== undefined && isSame(mine, theirs)) continue;
      found.push(`${connection} #${i}\n  ours ${show(mine)}\n  real ${show(theirs)}`);
      // From here on everything is one off.
      if (mine?.what !== theirs?.what) break;
    }
  }
  return found;
}

/**
 * Free are the order of the resources in an offer, and the microsecond in which a master makes an update of its own.
 */
function isSame(mine: Utterance, theirs: Utterance): boolean {
  if (mine.what !== theirs.what) return false;
  if (mine.bytes === undefined || theirs.bytes === undefined) return plain(mine.value) === plain(theirs.value);
  if (Buffer.compare(mine.bytes, theirs.bytes) === 0) return true;
  if (/OFFERS|ResourceOffersMessage/.test(mine.what)) return plain(withSets(mine.value)) === plain(withSets(theirs.value));
  return plain(withoutNow(mine.value)) === plain(withoutNow(theirs.value));
}

/** The same value with all lists called `resources` in one order. */
function withSets(value: unknown): unknown {
  return rewrite(value, (inner, key) =>
    Array.isArray(inner) && key === "resources" ? inner.toSorted((a, b) => (plain(a) < plain(b) ? -1 : 1)) : inner);
}

/** The same value without the time of statuses that the master made. */
function withoutNow(value: unknown): unknown {
  return rewrite(value, (inner) => (isOwnStatus(inner) ? { ...inner, timestamp: "now" } : inner));
}

function isOwnStatus(value: unknown): value is object {
  return typeof value === "object" && value !== null && "source" in value && value.source === "SOURCE_MASTER";
}

function rewrite(value: unknown, change: (value: unknown, key?: string) => unknown, key?: string): unknown {
  if (Array.isArray(value)) return change(value.map((item) => rewrite(item, change)), key);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rewrite(inner, change, name)])), key);
}

function show(utterance: Utterance | undefined): string {
  return utterance === undefined ? "nothing" : `${utterance.what} ${plain(utterance.value)}`;
}

/** JSON with the keys in order and without what is not set, so that equal values have equal texts. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => printable(inner)) ?? "";
}

function printable(value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}
