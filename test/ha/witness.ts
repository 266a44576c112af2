/**
 * Sees what masters say to agents, at the agents' doors, and finds out when two acted: once a later master has been
 * heard, an earlier one must never be heard again. A master is one run of a program: started again it is another.
 */
import type { Supervised } from "./supervised.ts";

interface Heard {
  readonly atMs: number;
  /** `127.0.0.1:5050#2`: an address and which run of the program there. */
  readonly master: string;
  readonly message: string;
}

export interface Witness {
  /** What arrived at an agent's door, in the order it came. */
  hear(chunk: Buffer): void;
  /** Every message, and each change of who speaks. */
  readonly count: () => number;
  readonly changes: () => readonly Heard[];
  /** Two masters acted; empty when never. */
  readonly violations: readonly string[];
}

/** `masters`: by `host:port`. */
export function createWitness(masters: ReadonlyMap<string, Supervised>): Witness {
  const violations: string[] = [];
  const changes: Heard[] = [];
  let count = 0;
  return {
    violations,
    count: () => count,
    changes: () => changes,
    hear: (chunk) => {
      for (const [, message, address] of chunk.toString("latin1").matchAll(/POST \/slave\(1\)\/(\S+) HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*?Libprocess-From: [^@\r\n]+@([\d.]+:\d+)\r\n/g)) {
        const program = masters.get(address!);
        if (program === undefined) continue;
        count++;
        const heard = { atMs: Date.now(), master: `${address}#${program.run}`, message: message! };
        if (changes.at(-1)?.master === heard.master) continue;
        const before = changes.find(({ master }) => master === heard.master);
        if (before !== undefined) {
          const since = changes.at(-1)!;
          violations.push(`${heard.master} said ${heard.message} at ${heard.atMs}, after ${since.master} had begun to act at ${since.atMs}`);
        }
        changes.push(heard);
      }
    },
  };
}
