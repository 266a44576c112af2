/**
 * One number for all a master knows, so that a test can say "nothing has changed" and mean it. Left out are what only counts
 * or keeps what was asked (counters, prepared answers, audits under way), and what never changes (its options).
 */
import { createHash } from "node:crypto";
import type { Master } from "../../src/master/master.ts";

const LEFT_OUT: ReadonlySet<string> = new Set(["options", "allocator", "counters", "answers", "audits", "news", "talks"]);

export function stateHash(master: Master, store: ReadonlyMap<string, Uint8Array>): string {
  const known = Object.fromEntries(Object.entries(master).filter(([name]) => !LEFT_OUT.has(name)));
  const frameworks = [...master.frameworks.values()].map(({ counters: _, ...framework }) => framework);
  const allocated = [...master.agents.keys()].map((id) => [id, master.allocator.available(id)]);
  const hash = createHash("sha256");
  write(hash, { ...known, frameworks, allocated, store }, new Map());
  return hash.digest("hex");
}

type Hash = ReturnType<typeof createHash>;

/** What was written before is named by its number: the same object twice is not the same as two that are alike. */
function write(hash: Hash, value: unknown, seen: Map<object, number>): void {
  if (typeof value !== "object" || value === null) return void hash.update(`${typeof value} ${String(value)};`);
  const number = seen.get(value);
  if (number !== undefined) return void hash.update(`#${number};`);
  seen.set(value, seen.size);
  if (value instanceof Uint8Array) return void hash.update(value).update(`${value.length};`);
  const isCollection = Symbol.iterator in value;
  const members: Iterable<unknown> = isCollection ? (value as Iterable<unknown>) : Object.entries(value).filter(([name]) => name !== "counters");
  hash.update("(");
  for (const member of members) write(hash, member, seen);
  hash.update(")");
}
